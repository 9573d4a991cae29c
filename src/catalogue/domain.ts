import { asNumber, bad, grouped, shown, slip, snapped } from './read';
import { isFraction, type Unit } from './units';

/** Between what a number lies. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** exclusive lower bound */
  readonly above?: number;
}

/** What one number may be, beside others. */
export interface Domain extends Limits {
  readonly unit: Unit;
  /** another number, by its path, which it has to be above; in words that follow "expected" */
  readonly after?: { readonly path: string; readonly expected: string };
}

export const allows = ({ min = -Infinity, max = Infinity, above = -Infinity }: Limits, x: number): boolean =>
  x >= min && x <= max && x > above;

/** `a number from 0 to 1,000,000`, `a number above 0`. */
export function rangeInWords(noun: string, { min, max, above }: Limits): string {
  if (above !== undefined)
    return `${noun} above ${grouped(above)}${max === undefined ? '' : ` and up to ${grouped(max)}`}`;
  if (min !== undefined && max !== undefined) return `${noun} from ${grouped(min)} to ${grouped(max)}`;
  if (min !== undefined) return `${noun} of at least ${grouped(min)}`;
  return max === undefined ? noun : `${noun} up to ${grouped(max)}`;
}

interface Declared extends Domain {
  /** what to do for more than the maximum */
  readonly beyond?: string;
}

/** What is given is no number, or one outside of what is declared. */
export function refusalOf(name: string, given: unknown, declared: Declared, expected: string): Error {
  const x = asNumber(given);
  return x === undefined
    ? bad(name, `is ${shown(given)}`, `${expected}${slip(given)}`)
    : refusalOutside(name, 'is', x, declared, expected);
}

/** `opex_rate is 5: expected a number from 0 to 1 (5% is 0.05)` */
export function refusalOutside(name: string, is: string, x: number, declared: Declared, expected: string): Error {
  const { unit, max = Infinity, beyond } = declared;
  const isPerCent = isFraction(unit) && allows(declared, snapped(x / 100));
  const hint = isPerCent ? perCent(x) : beyond !== undefined && x > max ? ` (${beyond})` : '';
  return bad(name, `${is} ${shown(x)}`, `${expected}${hint}`);
}

/** A per cent is meant from 2 upward: 1.25 is a fraction that is too large rather than one and a quarter per cent. */
export const perCent = (x: number): string => (Math.abs(x) >= 2 ? ` (${x}% is ${snapped(x / 100)})` : '');

/** 5 where 5% is meant, or 50 where 5 is a fraction too: a mistake that help shows. */
export const percentMistake = ({ unit, max = Infinity }: Declared): [sort: string, given: number][] =>
  isFraction(unit) ? [5, 50].flatMap((x): [string, number][] => (x > max ? [['percent', x]] : [])).slice(0, 1) : [];

/** One below what is allowed. */
export const lowMistake = ({ min, above }: Limits): [sort: string, given: number][] => {
  const low = above ?? (min === undefined ? undefined : min - 1);
  return low === undefined ? [] : [['low', low]];
};
