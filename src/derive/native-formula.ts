import type { Definition } from '../catalogue/define';
import { nativeOf, needsDecimals } from '../catalogue/readings';
import { beyondExcel } from '../formula/beyond-excel';
import { inputsAt, type Occasion } from './worked';

/** The same calculation without the add-in, and whether doubles may decide it otherwise; or why there is none. */
export type NativeFormula = { readonly formula: string; readonly mayDiffer: boolean } | { readonly none: string };

export function nativeFormula(definition: Definition, occasion: Occasion): NativeFormula {
  if (definition.onlyValue !== undefined) return { none: definition.onlyValue };
  const inputs = inputsAt(definition, occasion);
  const formula = nativeOf(definition, inputs);
  const beyond = beyondExcel(formula);
  return beyond === undefined ? { formula, mayDiffer: needsDecimals(definition, inputs) } : { none: `it ${beyond}` };
}
