import type { Catalogue } from '../catalogue/define';
import { inputsWith, type Pairs } from '../catalogue/inputs';
import { Problem } from '../catalogue/problem';
import { nativeOf } from '../catalogue/readings';
import { functionNamed } from '../catalogue/subject';
import { beyondExcel } from '../formula/beyond-excel';
import { partsOf } from './references';
import { pairsIn, withFormula, type Held } from './subject';

/** The same calculation as a formula that needs no add-in; inputs may be references to cells. */
export function nativeFormula(catalogue: Catalogue, text: string, held: Pairs | Held): string {
  const named = withFormula(catalogue, text, true);
  const { values, texts, standIns } = partsOf(named, pairsIn(held, named.definition, catalogue));
  const inputs = inputsWith(named.definition, values, { ...named.given, ...standIns });
  const definition = functionNamed(named, inputs);
  const formula = nativeOf(definition, inputs, texts);
  const beyond = beyondExcel(formula);
  if (beyond === undefined) return formula;
  throw new Problem('#N/A', `the native formula of ${definition.name} ${beyond}.`, 'inputs');
}
