import type { Unit } from '../catalogue/units';
import type { Tier } from '../economics/deal';
import type { Maths, Num } from '../formula/num';
import type { Quarters } from './quarters';

/** What an input is in any base case; what it comes to is data of the case, or computed from others of the case. */
export interface Role<T = Num, V = number> {
  readonly role: string;
  readonly unit: Unit;
  readonly about: Words;
  /** a value of the data, in the arithmetic */
  enter(value: V, m: Maths): T;
}

/** Computed from others of its case, by a formula that stands nowhere else, unless the case has a value for it. */
export interface Derived<T = Num, V = number> extends Role<T, V> {
  readonly formula: Formula<T>;
  readonly source: Words;
}

/** A case, read in one arithmetic: what a role is in it. */
export type Of = <T>(role: Role<T, never>) => T;

type Formula<T> = (of: Of, m: Maths, quarters: Quarters) => T;

/** Words, some of which are a quarter or a figure of the case. */
export type Words = string | ((told: Told) => string);

export interface Told extends Quarters {
  readonly figure: (role: Role<Num, never>) => number;
  readonly source: (role: Role<Num, never>) => string;
}

/** The fact or the series behind a source: `A01` of `A01: "…"`, `AWS.REVENUE.1Q26` of `AWS.REVENUE.1Q26, public series`. */
export const keyIn = (source: string): string => source.split(/[:,]/)[0]!;

type Unnamed<R> = Omit<R, 'role'>;

const number = (value: number, m: Maths): Num => m.num(value);
const numbers = (values: readonly number[], m: Maths): readonly Num[] => values.map((value) => m.num(value));
const tierTable = (rows: readonly (readonly [from: number, rate: number])[], m: Maths): readonly Tier[] =>
  rows.map(([from, rate]) => ({ from: m.num(from), rate: m.num(rate) }));

export const given = (unit: Unit, about: Words): Unnamed<Role> => ({ unit, about, enter: number });

export const givenTiers = (
  unit: Unit,
  about: Words,
): Unnamed<Role<readonly Tier[], readonly (readonly [from: number, rate: number])[]>> => ({
  unit,
  about,
  enter: tierTable,
});

export const derived = (unit: Unit, about: Words, source: Words, formula: Formula<Num>): Unnamed<Derived> => ({
  unit,
  about,
  source,
  formula,
  enter: number,
});

export const derivedList = (
  unit: Unit,
  about: Words,
  source: Words,
  formula: Formula<readonly Num[]>,
): Unnamed<Derived<readonly Num[], readonly number[]>> => ({ unit, about, source, formula, enter: numbers });

/** Gives every role the name it stands under. */
export const named = <G extends Record<string, object>>(
  group: G,
): { readonly [K in keyof G]: G[K] & { readonly role: string } } =>
  Object.fromEntries(Object.entries(group).map(([role, rest]) => [role, { role, ...rest }])) as never;
