import type { Maths } from '../formula/num';
import type { ROLES, UNLISTED } from './base';
import type { Figure, Filed, Note } from './figure';
import type { Derived } from './role';

type Roles = typeof ROLES & typeof UNLISTED;
type DataOf<R> = R extends { enter(value: infer V, m: Maths): unknown } ? V : never;
type DerivedName = { [K in keyof Roles]: Roles[K] extends Derived<unknown, never> ? K : never }[keyof Roles];

/** A base case as data of a quarter: what every role is that is not computed from others. */
export interface CaseData {
  readonly quarter: string;
  readonly values: {
    readonly [K in Exclude<keyof Roles, DerivedName>]: Figure<DataOf<Roles[K]>> | Filed;
  } & { readonly [K in DerivedName]?: Figure<DataOf<Roles[K]>> | Note };
  readonly scenarios: Readonly<Record<string, Changes>>;
}

/** What a scenario changes: a number, or the role that has it. */
export type Changes = { readonly [K in keyof typeof ROLES]?: number | keyof typeof ROLES };
