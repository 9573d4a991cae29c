import type { Definition } from '../catalogue/define';
import { nativeOf } from '../catalogue/readings';
import { beyondExcel } from '../formula/beyond-excel';
import { inputsAt, type Occasion } from './worked';

/** The same calculation without the add-in, or why there is none. */
export type NativeFormula = { readonly formula: string } | { readonly none: string };

export function nativeFormula(definition: Definition, occasion: Occasion): NativeFormula {
  if (definition.onlyValue !== undefined) return { none: definition.onlyValue };
  const formula = nativeOf(definition, inputsAt(definition, occasion));
  const beyond = beyondExcel(formula);
  return beyond === undefined ? { formula } : { none: `it ${beyond}` };
}
