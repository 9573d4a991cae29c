import type { Alike, Kind, KindInHelp } from '../kind';
import { cellsOf } from '../read';

/**
 * What replaces the defaults of another function: two columns of names and values, or a block of cases; its cells are
 * read once the function is known.
 */
export interface InputsParameter {
  readonly kind: 'inputs';
  readonly about: string;
  /** what stands for none */
  readonly empty: readonly never[];
}

export const inputs = (about: string) => ({ kind: 'inputs', about, empty: [] }) as const;

type InputsTypes = Alike<InputsParameter, readonly (readonly unknown[])[]>;

const expected = 'two columns, parameter name and value';

export const INPUTS: Kind<InputsTypes> = {
  shape: 'table',
  parse: (_name, _parameter, given) => cellsOf(given),
  expected: () => expected,
};

export const INPUTS_IN_HELP: KindInHelp<InputsTypes> = {
  noun: 'names and values',
  typescript: () => 'Rows',
  mistakes: () => [],
};
