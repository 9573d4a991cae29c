import type { Catalogue, Definition } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';

/** The function of that name, if it has a formula to be read in other ways. */
export function withFormula(catalogue: Catalogue, name: string): Definition {
  const definition = catalogue.find(name);
  if (definition.formula) return definition;
  const why = definition.onlyValue ?? 'it has no formula';
  throw new Problem('#N/A', `${definition.name} has no formula to show: ${why}.`, 'function');
}
