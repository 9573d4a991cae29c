import type { Case } from '../../../book/case';
import { plainly } from '../../../catalogue/assumption';
import { inOrderOf, inputsOf, numberOf } from '../../../catalogue/call';
import type { Catalogue } from '../../../catalogue/define';
import { functionNamed, named } from '../../../catalogue/subject';

type Name = keyof Case['base'];

/** What a check reads: a base case, and what functions answer on it. */
export interface Model {
  readonly on: Case;
  readonly catalogue: Catalogue;
  readonly number: (name: Name) => number;
  readonly numbers: (name: Name) => readonly number[];
  /** a function of one number, or a line of a table: TAAS_PNL[EBIT] */
  readonly ask: (text: string, args?: Readonly<Record<string, unknown>>) => number;
}

export const modelOf = (on: Case, catalogue: Catalogue): Model => ({
  on,
  catalogue,
  number: (name) => plainly(on.base[name]) as number,
  numbers: (name) => plainly(on.base[name]) as number[],
  ask(text, args = {}) {
    const { definition, line } = named(catalogue, text, { argument: 'function' });
    const inputs = inputsOf(definition, inOrderOf(definition, args));
    return numberOf(functionNamed({ definition, line }, inputs), inputs);
  },
});
