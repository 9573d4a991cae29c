import type { Inputs } from '../catalogue/call';
import { nearest } from '../catalogue/catalogue';
import type { Definition } from '../catalogue/define';
import { pathIn } from '../catalogue/inputs';
import { allows } from '../catalogue/domain';
import { isAssumption, withoutAssumption } from '../catalogue/lift';
import { columnAt, domainAt, expectationAt } from '../catalogue/numbers';
import { parsePath, printPath } from '../catalogue/path';
import { either, Problem } from '../catalogue/problem';
import { shown, type Plain } from '../catalogue/read';
import type { Unit } from '../catalogue/units';
import type { Subject } from './subject';

/** A number of a function that an analysis changes: a parameter, or an element such as `tiers[2].rate`. */
export interface Varied {
  readonly path: string;
  readonly unit: Unit;
  /** the value it has when nothing is changed; undefined where it has none */
  readonly base: number | undefined;
  /** what the book calls plausible, for a default that stands there */
  readonly plausible: readonly [number, number] | undefined;
  /** between what it is looked for */
  readonly low: number;
  readonly high: number;
  /** what the function accepts for it, in words */
  readonly expected: string;
  readonly allows: (x: number) => boolean;
}

/** Where a last threshold is looked for, which has no limit of its own. */
const MOST_MONEY = 1e6;

/**
 * The number that a path names; throws a Problem that names the argument it came in.
 * @param argument `inputs` for one that no other argument asks to vary
 * @param values what it is to be, where that is known: what inputs hold may be said again
 */
export function variedIn(subject: Subject, text: string, argument: string, values?: readonly number[]): Varied {
  const { definition, numbers, held } = subject;
  const known = pathIn(definition, text, argument);
  const path = printPath(known);
  if (!numbers.has(path)) {
    const near = nearest(text, pathsOf(subject));
    const sentence = `${argument} is ${shown(text)}: expected a number of ${definition.name}, such as ${either(near)}.`;
    throw new Problem('#VALUE!', sentence, argument);
  }
  const base = numbers.get(path);
  const place = argument === 'inputs' ? undefined : held.get(path)?.place;
  if (place !== undefined && !values?.every((x) => x === base)) {
    const where = typeof place === 'number' ? `row ${place} of inputs` : place;
    const sentence = `${path} is given in ${where} and varied by ${argument}: expected one of the two.`;
    throw new Problem('#VALUE!', sentence, argument);
  }
  const { name, at, part } = known;
  const parameter = definition.parameters[name]!;
  const domain = domainAt(definition, path);
  const { min = -Infinity, above = -Infinity, max = Infinity, after } = domain;
  const next = after && (numbers.get(printPath({ name, at: at! + 1, part: part! })) ?? MOST_MONEY);
  const fallback = part === undefined && 'default' in parameter ? parameter.default : undefined;
  return {
    path,
    base,
    plausible: typeof fallback === 'object' && isAssumption(fallback) ? fallback.range : undefined,
    unit: domain.unit,
    low: after ? numbers.get(after.path)! : Math.max(min, above),
    high: next ?? max,
    expected: expectationAt(definition, path),
    allows: (x) => allows(domain, x),
  };
}

/** Every number of the function that can be varied: parameters first, then the elements of lists and tiers. */
export function pathsOf({ numbers }: Subject): string[] {
  const paths = [...numbers.keys()];
  const isElement = (path: string): boolean => path.includes('[');
  return [...paths.filter((path) => !isElement(path)), ...paths.filter(isElement)];
}

/** The inputs with one number replaced. */
export function vary(definition: Definition, inputs: Inputs, written: string, x: number): Inputs {
  const path = parsePath(written)!;
  const { name, at } = path;
  if (at === undefined) return { ...inputs, [name]: x };
  const rows = [...(withoutAssumption(inputs[name]) as readonly (number | readonly number[])[])];
  const row = rows[at - 1]!;
  rows[at - 1] = typeof row === 'number' ? x : row.with(columnAt(definition, path), x);
  return { ...inputs, [name]: rows as Plain };
}
