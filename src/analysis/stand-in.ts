import type { Definition } from '../catalogue/define';
import type { Replacement } from '../catalogue/inputs';
import { allows } from '../catalogue/domain';
import { kindOf } from '../catalogue/parameters';
import { numberIn } from '../catalogue/number-in';
import { domainAt } from '../catalogue/numbers';
import { printPath } from '../catalogue/path';

/** Numbers by their path. */
export type Known = Readonly<Record<string, number>>;

/** The numbers among what is replaced. */
export const knownIn = (replacements: Iterable<Replacement>): Known =>
  Object.fromEntries(
    [...replacements].flatMap(({ path, value }): [string, number][] => {
      const x = typeof value === 'string' ? numberIn(value) : value;
      return typeof x === 'number' ? [[printPath(path), x]] : [];
    }),
  );

/**
 * A value that the gate lets through, where the true one stands in a cell, changes from row to row, or is yet to be
 * chosen.
 * @param length of a list, or of a table of tiers
 * @param known what is beside it and has its value
 */
export function standIn(
  definition: Definition,
  name: string,
  length: number,
  known: Known,
): number | number[] | number[][] {
  const { parameters, rules } = definition;
  const { shape, numbers } = kindOf(parameters[name]!);
  // A whole is large enough for its part, and a total for what of it is held.
  const total = rules.some((rule) => ('of' in rule ? rule.of : 'sumsAboveZero' in rule && rule.sumsAboveZero) === name);
  const domain = domainAt(definition, shape === 'cell' ? name : `${name}[1]`);
  const { min = -Infinity, above = -Infinity, max = Infinity } = domain;
  const low = Math.max(min, above);
  const some =
    total && max < Infinity ? max : [1, 0, low, max, low + 1].find((x) => Number.isFinite(x) && allows(domain, x))!;
  if (shape === 'cell') return some;
  const elements = (part = ''): (number | undefined)[] =>
    Array.from({ length }, (_, i) => known[`${name}[${i + 1}]${part}`]);
  if (numbers?.columns) return ascending(elements('.from')).map((from) => [from, 0]);
  const values = elements();
  if (!rules.some((rule) => 'sumsToOne' in rule && rule.sumsToOne === name)) return values.map((x) => x ?? some);
  const free = values.filter((x) => x === undefined).length;
  const left = 1 - values.reduce<number>((sum, x) => sum + (x ?? 0), 0);
  return values.map((x) => x ?? Math.max(0, left) / free);
}

/** Thresholds that ascend from 0 through those that are known, where these do. */
function ascending(known: readonly (number | undefined)[]): number[] {
  const thresholds: number[] = [];
  known.forEach((x, i) => {
    const before = thresholds[i - 1];
    if (x !== undefined || before === undefined) return void thresholds.push(x ?? 0);
    const next = known.findIndex((later, j) => j > i && later !== undefined);
    return void thresholds.push(next < 0 ? before + 1 : before + (known[next]! - before) / (next - i + 1));
  });
  return thresholds;
}
