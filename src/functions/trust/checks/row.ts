import { factOf, factValue } from '../../../book/facts';
import type { Check } from './check';
import type { Model } from './model';

type Of<T> = T | ((model: Model) => T);

/** A check as data: what is computed, what it is held against, and why. */
interface Row extends Pick<Check, 'unit' | 'claim' | 'chosen'> {
  readonly name: Of<string>;
  readonly value: Of<number>;
  readonly quoted: Of<number>;
  readonly tolerance?: Of<number>;
  readonly note: Of<string>;
}

/** What must hold on any base case. */
export type Identity = Row;

/** What the articles say. Of one fact it is held against the figure, within half its last digit unless more is said. */
export type Headline = { readonly basis?: Check['basis'] } & (
  ({ readonly fact: string } & Omit<Row, 'quoted'>) | (Required<Pick<Row, 'tolerance'>> & Row)
);

/** Half the last digit of a figure as it is quoted. */
export const halfDigit = (id: string): number => factOf(id)!.half_width;

/** A figure in a note. */
export const percent = (x: number, digits = 1): string => `${(100 * x).toFixed(digits)}%`;

const read = <T extends string | number>(of: Of<T>, model: Model): T => (typeof of === 'function' ? of(model) : of);

function checkOf(group: Check['group'], basis: Check['basis'], row: Row, model: Model): Check {
  const { name, unit, value, quoted, tolerance = 0, note, claim, chosen } = row;
  return {
    group,
    name: read(name, model),
    unit,
    value: read(value, model),
    quoted: read(quoted, model),
    tolerance: read(tolerance, model),
    ...(claim && { claim }),
    ...(chosen && { chosen }),
    basis,
    note: read(note, model),
  };
}

export const identityOf = (row: Identity, model: Model): Check => checkOf('identity', 'BOTH', row, model);

export function headlineOf(row: Headline, model: Model): Check {
  const { basis = 'BOTH' } = row;
  if (!('fact' in row)) return checkOf('reconciliation', basis, row, model);
  const { fact, tolerance = halfDigit(fact) } = row;
  const note = `${fact}. ${read(row.note, model)}`;
  return checkOf('reconciliation', basis, { ...row, quoted: factValue(fact), tolerance, note }, model);
}
