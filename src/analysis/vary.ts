import { inputsOf, numberOf, type Inputs } from '../catalogue/call';
import { nearest } from '../catalogue/catalogue';
import { conditionsOf } from '../catalogue/conditions';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith, pathIn, replacementsIn, type Pairs, type Replacement } from '../catalogue/inputs';
import { expectation } from '../catalogue/kinds';
import { isAssumption, withoutAssumption } from '../catalogue/lift';
import type { Parameter } from '../catalogue/parameters';
import { parsePath, printPath, type Path } from '../catalogue/path';
import { either, orProblem, Problem } from '../catalogue/problem';
import { columnsOf } from '../catalogue/readings';
import { shown, type Plain } from '../catalogue/read';
import type { Unit } from '../catalogue/units';
import { columns } from '../formula/columns';
import { checkOneNumber, withFormula } from './subject';

/** A number of a function that an analysis changes: a parameter, or an element such as `tiers[2].rate`. */
export interface Varied {
  readonly path: string;
  readonly unit: Unit;
  /** the value it has when nothing is changed; undefined where it has no default */
  readonly base: number | undefined;
  readonly low: number;
  readonly high: number;
  /** what the function accepts for it, in words */
  readonly expected: string;
  readonly allows: (x: number) => boolean;
}

/** A function that returns one number, ready to be computed with other inputs; those it waits for are undefined. */
export interface Subject {
  readonly definition: Definition;
  readonly inputs: Inputs;
  /** what pairs of inputs hold, by path */
  readonly held?: ReadonlyMap<string, Replacement>;
}

/** The function that a text names, and its inputs; throws a Problem for a table function or one without a formula. */
export function subjectOf(catalogue: Catalogue, text: string, pairs: Pairs): Subject {
  const { definition, given } = withFormula(catalogue, text);
  checkOneNumber(definition);
  const held = replacementsIn(definition, pairs, given);
  const waiting = Object.entries(definition.parameters).filter(
    ([name, parameter]) =>
      parameter.kind === 'number' && 'required' in parameter && !held.has(name) && !Object.hasOwn(given, name),
  );
  const standIns = Object.fromEntries(waiting.map(([name, parameter]) => [name, acceptable(parameter)]));
  const inputs = inputsWith(definition, pairs, { ...given, ...standIns });
  return { definition, held, inputs: { ...inputs, ...Object.fromEntries(waiting.map(([name]) => [name, undefined])) } };
}

/** Some number that the gate lets through, where the true one is yet to be chosen. */
export function acceptable(parameter: Parameter): number {
  const { low, high, allows } = rangeOf(parameter);
  return [1, 0, low, high, low + 1].find((x) => Number.isFinite(x) && allows(x))!;
}

/**
 * The number that a path names; throws a Problem that names the argument it came in.
 * @param argument `inputs` for one that no other argument asks to vary
 * @param values what it is to be, where that is known: what inputs hold may be said again
 */
export function variedIn(
  { definition, inputs, held }: Subject,
  asked: string,
  argument: string,
  values?: readonly number[],
): Varied {
  const known = pathIn(definition, asked, argument);
  const { name, at, part } = known;
  const path = printPath(known);
  const parameter = definition.parameters[name]!;
  const plain = withoutAssumption(inputs[name]);
  const base = numberAt(parameter.kind, plain, known);
  if (base === null) {
    const near = nearest(asked, pathsOf({ definition, inputs }));
    const sentence = `${argument} is ${shown(asked)}: expected a number of ${definition.name}, such as ${either(near)}.`;
    throw new Problem('#VALUE!', sentence, argument);
  }
  const place = argument === 'inputs' ? undefined : held?.get(path)?.place;
  if (place !== undefined && !values?.every((x) => x === base)) {
    const where = typeof place === 'number' ? `row ${place} of inputs` : place;
    const sentence = `${path} is given in ${where} and varied by ${argument}: expected one of the two.`;
    throw new Problem('#VALUE!', sentence, argument);
  }
  // A threshold is not a share: it is in the unit of what the tiers are about.
  const unit = 'unit' in parameter ? parameter.unit : part === 'from' ? 'plain' : 'share';
  if (parameter.kind === 'tiers') return { path, base, unit, ...tierRange(plain as number[][], at!, part) };
  return { path, base, unit, ...rangeOf(parameter) };
}

/** The number at a path; undefined where the function waits for it, null where there is none. */
function numberAt(kind: Parameter['kind'], plain: Plain, { at, part }: Path): number | undefined | null {
  if (kind === 'number') return at === undefined ? (plain as number | undefined) : null;
  if ((kind !== 'list' && kind !== 'tiers') || at === undefined || (kind === 'tiers') !== (part !== undefined))
    return null;
  const row = (plain as readonly (number | readonly number[])[] | undefined)?.[at - 1];
  return typeof row === 'object' ? row[part === 'rate' ? 1 : 0]! : (row ?? null);
}

type Range = Pick<Varied, 'low' | 'high' | 'expected' | 'allows'>;

function rangeOf(parameter: Parameter): Range {
  const { min = -Infinity, max = Infinity } = parameter as { min?: number; max?: number };
  const above = (parameter as { above?: number }).above ?? -Infinity;
  return range(min, max, above, expectation(parameter).replace('one row or column of numbers', 'a number'));
}

const MOST_MONEY = 1e6;

/** A threshold lies between its neighbours; whether it does is seen row by row, since they may move with it. */
function tierRange(tiers: readonly (readonly number[])[], at: number, part: string | undefined): Range {
  if (part === 'rate') return range(0, 1, -Infinity, 'a rate from 0 to 1');
  if (at === 1) return range(0, 0, -Infinity, '0, where the first tier starts');
  const any = range(0, MOST_MONEY, -Infinity, `a number from 0 to ${MOST_MONEY}`);
  return { ...any, low: tiers[at - 2]![0]!, high: tiers[at]?.[0] ?? MOST_MONEY };
}

const range = (min: number, max: number, above: number, expected: string): Range => ({
  low: Math.max(min, above),
  high: max,
  expected,
  allows: (x) => x >= min && x <= max && x > above,
});

/** Every number of the function that can be varied: parameters first, then the elements of lists and tiers. */
export function pathsOf({ definition, inputs }: Subject): string[] {
  const elements: string[] = [];
  const scalars = Object.entries(definition.parameters).flatMap(([name, parameter]) => {
    if (parameter.kind === 'number') return [name];
    const plain = withoutAssumption(inputs[name]);
    if (!Array.isArray(plain)) return [];
    plain.forEach((_, i) => {
      if (parameter.kind === 'list') elements.push(`${name}[${i + 1}]`);
      if (parameter.kind === 'tiers') elements.push(`${name}[${i + 1}].from`, `${name}[${i + 1}].rate`);
    });
    return [];
  });
  return [...scalars, ...elements];
}

/** Of all rows together; it keeps the longest analysis to about a second. */
const MOST_NUMBERS = 50_000_000;

/** Throws the Problem of more rows than a function of so many numbers is computed for. */
export function checkRows(subject: Subject, rows: number, argument: string, asked: string): void {
  const numbers = pathsOf(subject).length;
  const most = Math.floor(MOST_NUMBERS / numbers);
  if (rows <= most) return;
  const sentence = `${asked}: expected at most ${most}, since ${subject.definition.name} has ${numbers} numbers here.`;
  throw new Problem('#VALUE!', sentence, argument);
}

/** Computes the function over rows of changed inputs, on the columns reading; a row without a value is NaN. */
export function computer(
  subject: Subject,
  varied: readonly Varied[],
): (rows: readonly Float64Array[], out: Float64Array) => void {
  const { definition } = subject;
  const inputs = { ...subject.inputs };
  for (const { path, base, low } of varied) if (base === undefined) inputs[path] = Number.isFinite(low) ? low : 0;
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    if (inputs[name] === undefined && 'required' in parameter)
      throw new Problem('#VALUE!', `${name} is missing: expected ${expectation(parameter)}.`, 'inputs');
  }
  const paths = varied.map(({ path }) => path);
  const program = columnsOf(definition, inputs, paths);
  // What holds between elements of a table or a list is seen row by row: thresholds ascend, shares sum to 1.
  const elements = paths.filter((path) => path.includes('['));
  const conditions = elements.length > 0 ? conditionsOf(definition, inputs, new Set(elements)) : [];
  const tests = conditions.map(({ test }) => test);
  const together = tests.length > 0 ? columns(tests) : undefined;
  const given: Record<string, Float64Array> = {};
  return (rows, out) => {
    varied.forEach(({ path }, i) => (given[path] = rows[i]!));
    program.run(given, out.length, [out]);
    if (!together) return;
    const held = tests.map(() => new Float64Array(out.length));
    together.run(given, out.length, held);
    for (const holds of held) for (let i = 0; i < out.length; i++) if (holds[i] !== 1) out[i] = NaN;
  };
}

/** The inputs with one number replaced. */
export function changed(inputs: Inputs, { path }: Pick<Varied, 'path'>, x: number): Inputs {
  const { name, at, part } = parsePath(path)!;
  if (at === undefined) return { ...inputs, [name]: x };
  const rows = [...(withoutAssumption(inputs[name]) as readonly (number | readonly number[])[])];
  const row = rows[at - 1]!;
  rows[at - 1] = typeof row === 'number' ? x : row.map((cell, j) => (j === (part === 'rate' ? 1 : 0) ? x : cell));
  return { ...inputs, [name]: rows as Plain };
}

/** The answer of the value reading, or its Problem with the sentence that says why there is none. */
export const exactly = (definition: Definition, inputs: Inputs, catalogue: Catalogue): number | Problem =>
  orProblem(() => numberOf(definition, checked(definition, inputs), catalogue));

/** Changed inputs pass the gate again, as they would from a cell. */
const checked = (definition: Definition, inputs: Inputs): Inputs =>
  inputsOf(
    definition,
    Object.keys(definition.parameters).map((name) => (isAssumption(inputs[name]) ? null : (inputs[name] ?? null))),
  );
