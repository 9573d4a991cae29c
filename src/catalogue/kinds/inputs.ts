import { invisibleIn } from '../invisible';
import { bad, cellsOf, scalarIn, shown, type Scalar } from '../read';
import type { Kind, KindInHelp } from '../kind';

/** A two-column range of parameter names and values, for the functions that analyse other functions. */
export interface InputsParameter {
  readonly kind: 'inputs';
  readonly about: string;
  /** what stands for none */
  readonly empty: readonly never[];
}

export const inputs = (about: string) => ({ kind: 'inputs', about, empty: [] }) as const;

type Named = readonly (readonly [name: string, value: Scalar, row?: number])[];

interface InputsTypes {
  readonly parameter: InputsParameter;
  readonly data: Named;
  readonly seen: Named;
  readonly written: readonly (readonly [string, Scalar])[];
}

const expected = 'two columns, parameter name and value';

export const INPUTS: Kind<InputsTypes> = {
  shape: 'table',
  parse(name, _, given) {
    const rows = cellsOf(given);
    if (rows.some((row) => row.length !== 2)) throw bad(name, `is ${shown(given)}`, expected);
    return rows.flatMap((row, i): [string, Scalar, number][] => {
      const [key, value] = [scalarIn(name, row[0]), scalarIn(name, row[1])];
      if (key === null && value === null) return [];
      if (typeof key !== 'string' || invisibleIn(key))
        throw bad(name, `has ${shown(key)} in row ${i + 1}, column 1`, 'a parameter name');
      if (value === null)
        throw bad(name, `has no value for ${key.slice(0, 80)} in row ${i + 1}`, 'a value beside every name');
      return [[key.trim(), value, i + 1]];
    });
  },
  expected: () => expected,
};

export const INPUTS_IN_HELP: KindInHelp<InputsTypes> = { noun: 'names and values', mistakes: () => [] };
