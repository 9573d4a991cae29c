import { snapped } from '../catalogue/read';
import { spoken, UNITS, type Unit } from '../catalogue/units';

/** 50 typed for 50%: the question to ask where a hundredth of it lies among the values of a function, else undefined. */
export function percentMeant(typed: number, unit: Unit, values: readonly number[] | Float64Array): string | undefined {
  if (!UNITS[unit].format.endsWith('%') || Math.abs(typed) < 2 || Math.abs(typed) > 100) return undefined;
  const meant = snapped(typed / 100);
  const fits = values.some((y) => y <= meant) && values.some((y) => y >= meant);
  return fits ? `did you mean ${spoken(meant, unit)} (${meant})?` : undefined;
}
