import type { Assumption } from '../catalogue/assumption';
import { plainly } from '../catalogue/assumption';
import { pairsOf } from '../catalogue/block';
import { catalogueOf } from '../catalogue/catalogue';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith } from '../catalogue/inputs';
import { isAssumption } from '../catalogue/lift';
import { list, number, type Parameter, type Parameters } from '../catalogue/parameters';
import type { Num } from '../formula/num';
import { caseOf, type Case } from './case';

type Rows = readonly (readonly unknown[])[];

/** The base case with what a block says in place of its own; what is computed follows. Rows of other inputs say nothing. */
export function caseWith(on: Case, rows: Rows, name: string | undefined, catalogue: Catalogue): Case {
  const roles = Object.values<Assumption>(on.base);
  const model: Definition = { ...catalogue.find('TAAS_CHECKS'), parameters: parametersOf(roles, catalogue), rules: [] };
  const known = catalogueOf([...catalogue.functions, { ...model, name: 'TAAS_BASE_CASE' }]);
  const inputs = inputsWith(model, pairsOf(rows, name, model, known, 'cases'), {}, 'cases');
  const own = roles.flatMap(({ role, name }): [string, object][] => {
    const value = inputs[name];
    return value === undefined || isAssumption(value)
      ? []
      : [[role, { value, standing: 'assumption', source: 'yours' }]];
  });
  return caseOf({ ...on.data, values: { ...on.data.values, ...Object.fromEntries(own) } });
}

/** Each role as an input: as a function takes it, where one does. */
function parametersOf(roles: readonly Assumption[], catalogue: Catalogue): Parameters {
  const taken = new Map<unknown, Parameter>();
  for (const { parameters } of catalogue.functions)
    for (const parameter of Object.values(parameters))
      if ('default' in parameter && !taken.has(parameter.default)) taken.set(parameter.default, parameter);
  return Object.fromEntries(
    roles.map((each) => {
      const limits = { min: -1e6, max: 1e6, most: 5000, default: each } as const;
      const free = Array.isArray(plainly(each))
        ? list(each.unit, each.about, limits as typeof limits & { default: Assumption<readonly Num[]> })
        : number(each.unit, each.about, limits as typeof limits & { default: Assumption<Num> });
      return [each.name, taken.get(each) ?? free];
    }),
  );
}
