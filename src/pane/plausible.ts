import { plainly } from '../catalogue/assumption';
import { isAssumption } from '../catalogue/lift';
import { defaultOf, type Parameter } from '../catalogue/parameters';
import { grouped } from '../catalogue/read';
import { isFraction, spoken, UNITS, type Unit } from '../catalogue/units';

/** What is plausible of a parameter, in its unit; undefined where nobody says. */
export function plausibleRange(parameter: Parameter): readonly [low: number, high: number] | undefined {
  const fallback = defaultOf(parameter);
  return fallback !== undefined && isAssumption(fallback) ? fallback.range : undefined;
}

/** `token_spend is 1,500: plausible 0.1 to 10; money is $bn a quarter`, of a number that is allowed and yet unlikely. */
export function doubtOf(name: string, parameter: Parameter, value: unknown): string | undefined {
  const range = plausibleRange(parameter);
  if (!range || !('unit' in parameter)) return undefined;
  const [low, high] = range;
  const x = [value].flat(2).find((each) => typeof each === 'number' && (each < low || each > high));
  if (typeof x !== 'number') return undefined;
  const { unit } = parameter;
  return `${name} is ${inWords(x, unit)}: plausible ${inWords(low, unit)} to ${inWords(high, unit)}${unitNote(unit)}`;
}

const inWords = (x: number, unit: Unit): string => (isFraction(unit) ? spoken(x, unit) : grouped(x));

function unitNote(unit: Unit): string {
  const { words } = UNITS[unit];
  if (unit === 'plain' || isFraction(unit)) return '';
  return words.startsWith('$') ? `; money is ${words}` : `; the unit is ${words}`;
}

/** A default as plain data, and as an analyst reads it. */
export const defaultNumber = (parameter: Parameter): ReturnType<typeof plainly> | undefined => {
  const fallback = defaultOf(parameter);
  return fallback !== undefined && isAssumption(fallback) ? plainly(fallback) : undefined;
};
