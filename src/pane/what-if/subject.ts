import { subjectOf, type Subject } from '../../analysis/subject';
import { movedOneByOne } from '../../analysis/tornado';
import { pathsOf, variedIn, type Varied } from '../../analysis/varied';
import { base } from '../../book/case';
import { plainly } from '../../catalogue/assumption';
import type { Catalogue, Definition } from '../../catalogue/define';
import { inputsWith, type Pairs } from '../../catalogue/inputs';
import { hasLines, linesIn } from '../../catalogue/line';
import { takesRange, type Parameters, type Scalar } from '../../catalogue/parameters';
import { parsePath } from '../../catalogue/path';
import { orProblem, Problem } from '../../catalogue/problem';
import { snapped } from '../../catalogue/read';
import { named } from '../../catalogue/subject';
import { ticks } from '../../charts/ticks';

/** How far TAAS_TORNADO moves an input unless it is told. */
export const DELTA = plainly(base.delta) as number;

/** An input with a value to start from. */
export type Started = Varied & { readonly base: number };

/** A function to be analysed, alone or as a call, as the form finds it. */
export interface Analysed {
  readonly subject: Subject;
  /** what a call of it takes */
  readonly parameters: Parameters;
  /** parameters that the text gives, or that have no default and so the value of the first example */
  readonly given: ReadonlySet<string>;
  /** its result in the base case, where it has one */
  readonly result: number | undefined;
  /** what can be changed; what moves the result most comes first */
  readonly varied: readonly Started[];
  /** of a call on the sheet: the cells in which inputs stand, by path */
  readonly cells?: ReadonlyMap<string, string>;
}

/** Values of what a function has no default of: those of its first example. */
function startOf({ parameters, examples }: Definition): [string, Scalar][] {
  const args: Readonly<Record<string, unknown>> = examples[0]!.args;
  return Object.entries(parameters).flatMap(([name, parameter]): [string, Scalar][] => {
    const value = args[name];
    return !('default' in parameter) && (typeof value === 'number' || typeof value === 'string') ? [[name, value]] : [];
  });
}

/** The functions that can be analysed in a form: one number or the lines of a table, from inputs of one cell each. */
export const analysable = ({ functions }: Catalogue): readonly Definition[] =>
  functions.filter((definition) => {
    const parameters = Object.values(definition.parameters);
    return (
      definition.formula !== undefined &&
      (definition.result.shape === 'number' || hasLines(definition)) &&
      parameters.some(({ kind }) => kind === 'number') &&
      parameters.every((parameter) => !(takesRange(parameter) && 'required' in parameter))
    );
  });

/** The lines of a table, each of which is a number to analyse; none of a function of one number. */
export const linesOf = (definition: Definition): readonly string[] =>
  hasLines(definition) ? linesIn(definition, inputsWith(definition, startOf(definition))) : [];

/** @param pairs what is given beside the text, by path */
export function analysed(text: string, catalogue: Catalogue, pairs: Pairs = []): Analysed {
  const { definition, given } = named(catalogue, text, { argument: 'function' });
  const paired = new Set(pairs.map(([path]) => parsePath(path)?.name ?? path));
  const started = startOf(definition).filter(([name]) => !Object.hasOwn(given, name) && !paired.has(name));
  const subject = subjectOf(catalogue, text, [...pairs, ...started]);
  const tornado = orProblem(() => movedOneByOne(subject, DELTA));
  const order = tornado instanceof Problem ? [] : tornado.bars.map(({ path }) => path);
  const rank = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length);
  return {
    subject,
    parameters: definition.parameters,
    given: new Set([...Object.keys(given), ...paired, ...started.map(([name]) => name)]),
    result: tornado instanceof Problem ? undefined : tornado.base,
    varied: pathsOf(subject)
      .map((path) => variedIn(subject, path, 'inputs'))
      .filter((each): each is Started => each.base !== undefined)
      .sort((a, b) => rank(a.path) - rank(b.path)),
  };
}

const NEAR = 0.25;

/** A quarter down and up, inside what is plausible; where the base case is nothing, all that is plausible. */
export function likely({ base, plausible: range, allows }: Started): readonly [low: number, high: number] {
  if (base === 0) return range ?? [0, allows(1) ? 1 : 0];
  const [low, high] = [base - Math.abs(base) * NEAR, base + Math.abs(base) * NEAR].map(snapped) as [number, number];
  const within = (x: number, end: 0 | 1): number => {
    const limit = range?.[end];
    const inside = limit === undefined || (end === 0 ? limit > base : limit < base);
    const limited = inside ? x : end === 0 ? Math.max(x, limit) : Math.min(x, limit);
    return allows(limited) ? limited : base;
  };
  return [within(low, 0), within(high, 1)];
}

/** Five round steps around the base case, for the side of a table. */
export function stepsAround(varied: Started): number[] {
  const { base, allows } = varied;
  if (base === 0) return ticks(...likely(varied), 5).filter(allows);
  const step = roundStep(Math.abs(base) * 0.2);
  return [-2, -1, 0, 1, 2].map((times) => snapped(base + times * step)).filter(allows);
}

/** The nearest of 1, 2 and 5 times a power of ten. */
function roundStep(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const nearest = [1, 2, 5, 10].reduce((best, times) =>
    Math.abs(Math.log((times * power) / x)) < Math.abs(Math.log((best * power) / x)) ? times : best,
  );
  return snapped(nearest * power);
}

/** A result a little below the base case, in two digits: something to aim at. */
export const aim = ({ result }: Analysed): number => (result ? Number((result * 0.9).toPrecision(2)) : 0);
