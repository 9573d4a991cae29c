import type { Definition } from '../catalogue/define';
import { nativeOf } from '../catalogue/readings';
import { inputsAt, type Occasion } from './worked';

/** Excel takes a formula of so many characters. */
const LONGEST_FORMULA = 8192;

/** The same calculation without the add-in, or why there is none. */
export type NativeFormula = { readonly formula: string } | { readonly none: string };

export function nativeFormula(definition: Definition, occasion: Occasion): NativeFormula {
  if (definition.onlyValue !== undefined) return { none: definition.onlyValue };
  const formula = nativeOf(definition, inputsAt(definition, occasion));
  if (formula.length <= LONGEST_FORMULA) return { formula };
  return { none: `it would have ${formula.length.toLocaleString('en-US')} characters, and Excel takes 8,192` };
}
