import type { Kind, KindInHelp } from './kind';
import { KINDS, KINDS_IN_HELP } from './kinds';
import { bad, unwrapped, type Plain } from './read';

export * from './kinds';
export type { Scalar } from './read';

/** The types of each kind, by its name. */
type TypesOf<K extends keyof typeof KINDS> = (typeof KINDS)[K] extends Kind<infer T> ? T : never;

export type Parameter = { [K in keyof typeof KINDS]: TypesOf<K>['parameter'] }[keyof typeof KINDS];
export type Parameters = Readonly<Record<string, Parameter>>;

export const kindOf = ({ kind }: Pick<Parameter, 'kind'>): Kind => KINDS[kind];
export const inHelp = ({ kind }: Pick<Parameter, 'kind'>): KindInHelp => KINDS_IN_HELP[kind];

/** Reads one argument as its parameter declares it; throws a Problem that names the parameter. */
export function parse(name: string, parameter: Parameter, raw: unknown): Plain {
  const given = unwrapped(name, raw);
  if (given !== null) return kindOf(parameter).parse(name, parameter, given);
  if ('required' in parameter) throw bad(name, 'is missing', expectation(parameter));
  return defaultOf(parameter);
}

/** What stands in for an argument that is left out. */
export function defaultOf(parameter: Parameter): Plain {
  if ('default' in parameter) return parameter.default;
  return 'empty' in parameter ? parameter.empty : undefined;
}

/** What a parameter wants, in words that follow "expected". */
export const expectation = (parameter: Parameter): string => kindOf(parameter).expected(parameter);

/** Ranges are handed over whole to these; for everything else a cell is one value. */
export const takesRange = (parameter: Parameter): boolean => kindOf(parameter).shape !== 'cell';

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
