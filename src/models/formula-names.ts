/** Formulas that are written with the names of rows, as they stand in a cell. */
import { tokenize } from '@borgar/fx/xlsx';

/** What a name of a formula stands for in the cell that it is written for; undefined: no name of a row. */
export type NameIn = (name: string) => string | undefined;

/** The words of a formula that are no functions and no texts, in order. */
export const wordsIn = (formula: string): string[] =>
  tokensOf(formula).flatMap(({ type, value }) => (isWord(type) ? [value] : []));

/** Throws where a name is of no row. */
export function withReferences(formula: string, nameIn: NameIn): string {
  return tokensOf(formula)
    .map(({ type, value }) => {
      if (!isWord(type)) return value;
      const reference = nameIn(value);
      if (reference === undefined) throw new Error(`${value} in ${formula} is no row of the model.`);
      return reference;
    })
    .join('');
}

const tokensOf = (formula: string) => tokenize(formula, { mergeRefs: false });

/** A short name of a row may look like a cell (`mw1`), or like a column of one. */
const isWord = (type: string): boolean => type === 'range_named' || type === 'range' || type === 'range_beam';
