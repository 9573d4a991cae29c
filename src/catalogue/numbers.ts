import type { Inputs } from './call';
import type { Definition } from './define';
import { kindOf } from './kinds';
import type { Domain } from './kinds/domain';
import { withoutAssumption } from './lift';
import { parsePath } from './path';

/** Every number of a function by its path, undefined where it is waited for. */
export const numbersOf = ({ parameters }: Definition, inputs: Inputs): ReadonlyMap<string, number | undefined> =>
  new Map(
    Object.entries(parameters).flatMap(
      ([name, parameter]) => kindOf(parameter).numbers?.elements(name, withoutAssumption(inputs[name])) ?? [],
    ),
  );

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
