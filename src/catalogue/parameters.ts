import type { Parameter, TypesOf } from './kinds';

export type { Parameter } from './kinds';
export type { Scalar } from './read';

export { cases } from './kinds/cases';
export { choice } from './kinds/choice';
export { count } from './kinds/count';
export { flag, headers } from './kinds/flag';
export { inputs } from './kinds/inputs';
export { labels } from './kinds/labels';
export { list } from './kinds/list';
export { money, number, rate, share, years } from './kinds/number';
export { range } from './kinds/range';
export { text } from './kinds/text';
export { tiers } from './kinds/tiers';

export type Parameters = Readonly<Record<string, Parameter>>;

/** One of the options, where it has some. */
type OneOf<P, T> = P extends { readonly options: Readonly<Record<infer K, string>> } ? K : T;

type Present<P, T> = P extends { default: unknown } | { required: true } | { empty: unknown } ? T : T | undefined;

/** What the formula is given for a parameter. */
type Given<P extends Parameter> = Present<P, OneOf<P, TypesOf<P['kind']>['seen']>>;
export type GivenAll<P extends Parameters> = { readonly [K in keyof P]: Given<P[K]> };

/** What a function that looks up or analyses is given: the same as plain data. */
type DataOf<P extends Parameter> = Present<P, OneOf<P, TypesOf<P['kind']>['data']>>;
export type DataAll<P extends Parameters> = { readonly [K in keyof P]: DataOf<P[K]> };

/** What an example may write for a parameter. */
type Written<P extends Parameter> = OneOf<P, TypesOf<P['kind']>['written']>;
export type WrittenAll<P extends Parameters> = { readonly [K in keyof P]?: Written<P[K]> };
