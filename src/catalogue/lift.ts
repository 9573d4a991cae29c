import { exactly, plainly, type Assumption } from './assumption';
import type { Inputs } from './call';
import type { Definition } from './define';
import { kindOf, type Parameter } from './parameters';
import type { Data, Enter } from './kind';
import type { Plain } from './read';

export const isAssumption = (plain: Plain): plain is Assumption => typeof plain === 'object' && 'standing' in plain;

/** A default as plain data, for readings that do not compute in decimals. */
export const withoutAssumption = (plain: Plain): Data | undefined => (isAssumption(plain) ? plainly(plain) : plain);

/** What the formula sees for one parameter: numbers of the reading's own arithmetic, or plain data. */
export function bind(name: string, parameter: Parameter, plain: Plain, enter: Enter): unknown {
  if (plain === undefined) return undefined;
  const { numbers } = kindOf(parameter);
  if (numbers === undefined) return withoutAssumption(plain);
  return numbers.bind(name, isAssumption(plain) ? exactly(plain) : plain, enter);
}

/** Every parameter of a formula, as a reading takes it in. */
export const bindAll = (definition: Definition, inputs: Inputs, enter: Enter): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(definition.parameters).map(([name, parameter]) => [
      name,
      bind(name, parameter, inputs[name], enter),
    ]),
  );
