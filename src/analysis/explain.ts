import { plainly } from '../catalogue/assumption';
import type { Catalogue } from '../catalogue/define';
import { inputsWith, type Pairs } from '../catalogue/inputs';
import { isAssumption } from '../catalogue/lift';
import { functionNamed } from '../catalogue/subject';
import type { Unit } from '../catalogue/units';
import { workingLines, type WorkingLine } from '../catalogue/working';
import { pairsIn, withFormula, type Held } from './subject';

/** An input that is one number, and who says so. */
export interface ExplainedInput {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly source: string;
}

/** The working behind an answer: its inputs, then each line that has a value. */
export interface Explanation {
  readonly inputs: readonly ExplainedInput[];
  readonly lines: readonly (WorkingLine & { readonly value: number })[];
}

/** As long as a formula may be; a cell holds four times as much, and an answer with a longer text is no answer. */
const LONGEST_LINE = 8192;

const short = (text: string): string => (text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 2)} …`);

export function explain(catalogue: Catalogue, text: string, held: Pairs | Held): Explanation {
  const found = withFormula(catalogue, text);
  const inputs = inputsWith(found.definition, pairsIn(held, found.definition, catalogue), found.given);
  const definition = functionNamed(found, inputs);
  return {
    inputs: Object.entries(definition.parameters).flatMap(([name, parameter]): ExplainedInput[] => {
      const plain = inputs[name];
      const value = isAssumption(plain) ? plainly(plain) : plain;
      if (typeof value !== 'number') return [];
      const source = isAssumption(plain) ? `base case, ${plain.standing}` : 'given';
      return [{ name, value, unit: 'unit' in parameter ? parameter.unit : 'plain', source }];
    }),
    lines: workingLines(definition, inputs).flatMap((line) =>
      line.value === undefined
        ? []
        : [{ name: line.name, value: line.value, words: short(line.words), symbols: short(line.symbols) }],
    ),
  };
}
