import type { Assumption } from '../catalogue/assumption';
import { catalogueOf } from '../catalogue/catalogue';
import type { Catalogue, Definition } from '../catalogue/define';
import { isAssumption } from '../catalogue/lift';
import type { Parameter } from '../catalogue/parameters';
import type { Plain } from '../catalogue/read';
import type { Case } from './case';

/** All functions on one base case. */
export const catalogueOn = (on: Case, catalogue: Catalogue): Catalogue =>
  catalogueOf(catalogue.functions.map((definition) => onCase(definition, on)));

/** A function on another base case: the same name, inputs and formula; its defaults, and what else it reads, are of that one. */
export function onCase(definition: Definition, on: Case): Definition {
  const { parameters, formula, answer } = definition;
  return {
    ...definition,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, withDefault(each, on)])),
    ...(formula && { formula: (x, m, again = on) => formula(x, m, again) }),
    ...(answer && { answer: (x, catalogue, again = on) => answer(x, catalogue, again) }),
  };
}

function withDefault(parameter: Parameter, { base }: Case): Parameter {
  const anew = ['default', 'otherwise'].flatMap((which): [string, Assumption][] => {
    const there = parameter[which as keyof Parameter] as Plain;
    return isAssumption(there) ? [[which, base[there.role as keyof typeof base]]] : [];
  });
  return anew.length === 0 ? parameter : { ...parameter, ...Object.fromEntries(anew) };
}
