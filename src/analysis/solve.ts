import { unitOf, type Catalogue } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import { spoken } from '../catalogue/units';
import type { Point } from './lookouts';
import { percentMeant } from './percent';
import { nearestRoot } from './root';
import { computer } from './rows';
import { resultOf, subjectOf, type Held, type Subject } from './subject';
import type { End } from './tornado';
import { variedIn, type Varied } from './varied';

/** What is asked: a function, the result it is to have, and the input that may change. */
export interface SolveQuestion extends Held {
  readonly function: string;
  readonly target: number;
  readonly param: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface Solve {
  readonly subject: Subject;
  readonly varied: Varied;
  /** where the input stands in the base case, and the result there */
  readonly base: End | undefined;
  /** where the target is reached, or why no such place is told */
  readonly found: Root | Problem;
}

export interface Root {
  readonly input: number;
  /** what there is to say where the target is reached elsewhere too */
  readonly several: string | undefined;
  readonly evaluations: number;
}

/** No share or margin that an analyst asks for is 1,000% or more. */
const NEVER_MEANT = 10;

/** The value of one input that gives a result. That none is found is an answer; a wrong argument is thrown. */
export function solve(question: SolveQuestion, catalogue: Catalogue): Solve {
  const { target } = question;
  const subject = subjectOf(catalogue, question.function, question, [question.param]);
  const varied = variedIn(subject, question.param, 'param');
  const { low = varied.low, high = varied.high } = question;
  if (low > high) throw new Problem('#VALUE!', `low is ${low} and high is ${high}: expected low below high.`, 'low');
  checkEnd('low', question.low, low, varied);
  checkEnd('high', question.high, high, varied);
  const start = varied.base ?? Math.min(Math.max(0, low), high);
  const search = nearestRoot(along(subject, varied), target, low, high, start);
  return { subject, varied, base: baseOf(subject, varied), found: found() };

  function found(): Root | Problem {
    const { root, isFlat, places, jump, points } = search;
    const { name } = subject.definition;
    const inUnit = (x: number): string => spoken(x, unitOf(subject.definition));
    const values = points.map(({ y }) => y).filter(Number.isFinite);
    const meant = percentMeant(target, unitOf(subject.definition), values);
    if (meant !== undefined && Math.abs(target) >= NEVER_MEANT)
      return new Problem('#VALUE!', `target is ${target}, which is ${inUnit(target)}: ${meant}`, 'target');
    if (root !== undefined) {
      const flat = `it is the target all along a stretch; this is the place in it nearest ${start}`;
      const several = `it passes the target in ${places} places between ${low} and ${high}; this is the one nearest ${start}`;
      return { input: root, several: isFlat ? flat : places > 1 ? several : undefined, evaluations: points.length };
    }
    const end = ({ x, y }: Point): string => `${Number.isFinite(y) ? inUnit(y) : 'without a value'} at ${x}`;
    const ends = [...new Set([points[0]!, points.at(-1)!])].map(end).join(' and ');
    const why =
      jump === undefined
        ? `found no ${varied.path} between ${low} and ${high} that gives ${name} ${inUnit(target)} (no sign change): it is ${ends}`
        : `${name} jumps over ${inUnit(target)} at ${varied.path} ${Number(jump.toPrecision(6))}`;
    return new Problem('#N/A', meant === undefined ? `${why}.` : `${why}; ${meant}`, 'target');
  }
}

function checkEnd(name: string, given: number | undefined, value: number, varied: Varied): void {
  if (given !== undefined && !varied.allows(given))
    throw new Problem('#VALUE!', `${name} is ${given}: ${varied.path} takes ${varied.expected}.`, name);
  if (!Number.isFinite(value))
    throw new Problem('#VALUE!', `${name} is missing: ${varied.path} has no declared limit there.`, name);
}

function baseOf(subject: Subject, { base }: Varied): End | undefined {
  if (base === undefined) return undefined;
  const result = resultOf(subject);
  return result instanceof Problem ? undefined : { input: base, result };
}

/** The function along one input; NaN where the input may not be, or the function has no value. */
function along(subject: Subject, varied: Varied): (rows: readonly Float64Array[], ys: Float64Array) => void {
  const compute = computer(subject, [varied]);
  return (rows, ys) => {
    compute(rows, ys);
    rows[0]!.forEach((x, i) => varied.allows(x) || (ys[i] = NaN));
  };
}

/** A place on a curve; the result is null where there is none. */
export interface Place {
  readonly input: number;
  readonly result: number | null;
}

/** So many places, evenly from one end to the other. */
export function curveOf({ subject, varied }: Solve, low: number, high: number, places: number): Place[] {
  const xs = Float64Array.from({ length: places }, (_, i) => snapped(low + ((high - low) * i) / (places - 1)));
  const ys = new Float64Array(places);
  along(subject, varied)([xs], ys);
  return [...xs].map((input, i) => ({ input, result: Number.isFinite(ys[i]) ? ys[i]! : null }));
}
