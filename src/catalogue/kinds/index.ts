import { bad, unwrapped, type Plain } from '../read';
import { CASES } from './cases';
import { CHOICE } from './choice';
import { COUNT } from './count';
import { FLAG } from './flag';
import { INPUTS } from './inputs';
import type { Kind } from './kind';
import { LABELS } from './labels';
import { LIST } from './list';
import { NUMBER } from './number';
import { RANGE } from './range';
import { TEXT } from './text';
import { TIERS } from './tiers';

/** Every kind of parameter. What else has to know each of them does not compile without it. */
const KINDS = {
  number: NUMBER,
  count: COUNT,
  choice: CHOICE,
  flag: FLAG,
  text: TEXT,
  list: LIST,
  labels: LABELS,
  tiers: TIERS,
  inputs: INPUTS,
  range: RANGE,
  cases: CASES,
};

export type KindName = keyof typeof KINDS;
export type TypesOf<K extends KindName> = (typeof KINDS)[K] extends Kind<infer T> ? T : never;
export type Parameter = { [K in KindName]: TypesOf<K>['parameter'] }[KindName];

export const kindOf = ({ kind }: Pick<Parameter, 'kind'>): Kind => KINDS[kind];

/** Ranges are handed over whole to these; for everything else a cell is one value. */
export const takesRange = (parameter: Parameter): boolean => kindOf(parameter).shape !== 'cell';

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
