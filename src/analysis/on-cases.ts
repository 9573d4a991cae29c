import { casesIn, type Cases } from '../catalogue/block';
import type { Inputs } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith, type Pairs } from '../catalogue/inputs';
import { isAssumption, withoutAssumption } from '../catalogue/lift';
import { kindOf } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { named, type Named } from '../catalogue/subject';

/** A function that a text names, on a block of cases. */
export interface OnCases {
  readonly found: Named;
  readonly cases: Cases;
  /** Its inputs in a case; throws the Problem of a cell, or of what is not set. */
  readonly inputsAt: (at: number, labelled: boolean) => Inputs;
}

/** @param asked strict: an input that has no row is an error, where it would be the base case's */
export function onCases(
  catalogue: Catalogue,
  asked: { readonly function: string; readonly cases: readonly (readonly unknown[])[]; readonly strict: boolean },
): OnCases {
  const found = named(catalogue, asked.function, { argument: 'function' });
  const { definition, given } = found;
  const cases = casesIn(asked.cases, catalogue, 'cases', definition);
  const hasHeaders = Object.hasOwn(definition.parameters, 'headers');
  return {
    found,
    cases,
    inputsAt: (at, labelled) => {
      const pairs = cases.pairs(at, definition);
      const shape = hasHeaders && !given['headers'] ? { headers: labelled } : {};
      const inputs = inputsWith(definition, pairs, { ...given, ...shape }, 'cases');
      if (asked.strict) refuseUnset(definition, inputs, pairs);
      return inputs;
    },
  };
}

/** Throws the Problem that lists every input, or element of one, that the cases leave to the base case. */
function refuseUnset(definition: Definition, inputs: Inputs, pairs: Pairs): void {
  const set = new Set(pairs.map(([path]) => path));
  const unset = Object.entries(definition.parameters).flatMap(([name, parameter]) => {
    const plain = inputs[name];
    if (isAssumption(plain)) return [name];
    const { numbers } = kindOf(parameter);
    const paths = numbers?.elements(name, withoutAssumption(plain)).map(([path]) => path) ?? [];
    return paths.some((path) => set.has(path)) ? paths.filter((path) => !set.has(path)) : [];
  });
  if (unset.length === 0) return;
  const verb = unset.length === 1 ? 'is' : 'are';
  const sentence = `${unset.join(', ')} ${verb} not among the cases: expected a row for every input of ${definition.name}, since strict is TRUE.`;
  throw new Problem('#VALUE!', sentence, 'cases');
}
