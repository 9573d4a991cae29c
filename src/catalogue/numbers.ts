import type { Inputs } from './call';
import type { Definition } from './define';
import { kindOf } from './kinds';
import type { Domain } from './kinds/domain';
import type { Numbers } from './kinds/kind';
import { withoutAssumption } from './lift';
import { parsePath } from './path';

/** The numbers of one parameter by their path, undefined where they are waited for. */
export function elementsOf({ parameters }: Definition, inputs: Inputs, name: string): ReturnType<Numbers['elements']> {
  return kindOf(parameters[name]!).numbers?.elements(name, withoutAssumption(inputs[name])) ?? [];
}

/** Every number of a function by its path. */
export const numbersOf = (definition: Definition, inputs: Inputs): ReadonlyMap<string, number | undefined> =>
  new Map(Object.keys(definition.parameters).flatMap((name) => elementsOf(definition, inputs, name)));

/** What the number at a path may be. */
export function domainAt({ parameters }: Definition, written: string): Domain {
  const path = parsePath(written)!;
  const parameter = parameters[path.name]!;
  return kindOf(parameter).numbers!.domain(parameter, path);
}

/** The same in words that follow "expected". */
export function expectationAt({ parameters }: Definition, written: string): string {
  const path = parsePath(written)!;
  const parameter = parameters[path.name]!;
  return kindOf(parameter).numbers!.expected(parameter, path);
}
