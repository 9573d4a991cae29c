import { Exact, exact } from '../formula/exact';
import type { Maths, Num } from '../formula/num';
import type { Unit } from './units';
import type { Tier } from '../economics/deal';

/** Who stands behind a number. */
export const STANDINGS = {
  fact: 'the company said it, or filed it',
  'third-party': 'somebody else says so: an article, an analyst, the press, a data site',
  estimate: 'an analyst estimated it',
  bound: 'a source says only "over" or "under" it; the base case takes the end itself',
  assumption: 'our choice, inside public ranges where there are any; others fit the same headlines',
  derived: 'computed from the others',
} as const;

export type Standing = keyof typeof STANDINGS;

/** A named input of the base case. */
export interface Assumption<T = Num | readonly Num[] | readonly Tier[]> {
  /** what it is in any case: aws_revenue_quarter_before */
  readonly role: string;
  /** as an analyst types it: aws_revenue_4q25 */
  readonly name: string;
  readonly about: string;
  readonly unit: Unit;
  readonly standing: Standing;
  /** Fact ids, a public series or the reason for the choice, in words. */
  readonly source: string;
  /** What is plausible, in the unit; undefined for derived values. */
  readonly range?: readonly [number, number];
  /** Derived values are formulas of other assumptions, so they are computed in one way only. */
  value(m: Maths): T;
}

const exactValues = new WeakMap<object, unknown>();

/** The assumption in decimals, unrounded; computed once. */
export function exactly<T>(assumption: Assumption<T>): T {
  if (!exactValues.has(assumption)) exactValues.set(assumption, assumption.value(exact()));
  return exactValues.get(assumption) as T;
}

/** The assumption as a cell would show it: a number, a list of them, or rows of threshold and rate. */
export function plainly(assumption: Assumption<unknown>): number | number[] | number[][] {
  const value = exactly(assumption);
  if (value instanceof Exact) return value.value.toNumber();
  return (value as readonly (Num | Tier)[]).map((item) =>
    'from' in item ? [toNumber(item.from), toNumber(item.rate)] : toNumber(item),
  ) as number[] | number[][];
}

const toNumber = (x: Num): number => (x as Exact).value.toNumber();
