import { atMost, cellsOf, scalarIn, type Scalar } from '../read';
import type { Kind, KindInHelp, Alike } from '../kind';

/** A range taken cell by cell, whose meaning the function itself knows. */
export interface RangeParameter {
  readonly kind: 'range';
  readonly about: string;
  /** rows */
  readonly most: number;
  readonly required?: true;
}

export const range = <const O extends Omit<RangeParameter, 'kind' | 'about'>>(about: string, options: O) =>
  ({ kind: 'range', about, ...options }) as const;

type Cells = readonly (readonly (Scalar | null)[])[];

type RangeTypes = Alike<RangeParameter, Cells>;

export const RANGE: Kind<RangeTypes> = {
  shape: 'table',
  parse: (name, { most }, given) =>
    atMost(name, most, 'rows', cellsOf(given)).map((row) => row.map((cell) => scalarIn(name, cell))),
  expected: () => 'a range of cells',
};

export const RANGE_IN_HELP: KindInHelp<RangeTypes> = {
  noun: 'cells',
  typescript: () => 'Rows',
  mistakes: () => [],
  brief: ({ about }) => about,
};
