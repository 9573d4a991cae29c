import { tokenize } from '@borgar/fx/xlsx';
import { referenceTo } from '../../derive/formula/address';

const tokensOf = (formula: string) => tokenize(formula, { mergeRefs: true });

/** Whether a part of a formula looks at the sheet, or is computed: anything but constants. */
export const looksAtTheSheet = (text: string): boolean =>
  tokensOf(`=${text}`).some(({ type }) => type.startsWith('range') || type === 'structured' || type === 'func');

/** A formula that was written for one sheet, as it is written on another. */
export function seenFrom(formula: string, own: string, other: string): string {
  if (own === other) return formula;
  return tokensOf(formula)
    .map(({ type, value }) =>
      type.startsWith('range') && type !== 'range_named' && !value.includes('!')
        ? referenceTo({ sheet: own, address: value }, other)
        : value,
    )
    .join('');
}

/** The cells and names that a formula looks at, each once. */
export const referencesIn = (formula: string): readonly string[] => [
  ...new Set(
    tokensOf(formula)
      .filter(({ type }) => type.startsWith('range'))
      .map(({ value }) => value),
  ),
];
