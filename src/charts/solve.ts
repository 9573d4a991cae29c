import { curveOf, solve, type Place, type SolveQuestion } from '../analysis/solve';
import type { Varied } from '../analysis/varied';
import { unitOf, type Catalogue } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import type { SolveChart } from './chart';
import { figures, resultFigures, spokenPath } from './figures';

const PLACES = 181;

/** The picture of TAAS_SOLVE: the function along one input, and where it reaches the target, or that it does not. */
export function solveChart(question: SolveQuestion, catalogue: Catalogue): SolveChart {
  const solved = solve(question, catalogue);
  const { varied, base, found } = solved;
  const { definition } = solved.subject;
  const root = found instanceof Problem ? undefined : found.input;
  const [low, high] = view(varied, root, question);
  const { name } = definition;
  const unit = unitOf(definition);
  const target = resultFigures(unit, [question.target], 4)(question.target);
  const input = spokenPath(varied.path);
  return {
    kind: 'solve',
    title:
      root === undefined
        ? `No ${input} found for ${name} ${target}`
        : `${name} reaches ${target} at ${input} ${figures(varied.unit, [root], 4)(root)}`,
    terms:
      found instanceof Problem
        ? found.sentence.replace(/^\w/, (letter) => letter.toUpperCase())
        : `${found.several ?? `Along ${input}, all other inputs held at the base case`}.`,
    says: base
      ? `In the base case ${input} is ${figures(varied.unit, [base.input], 4)(base.input)} and ${name} ${resultFigures(unit, [base.result])(base.result)}.`
      : `${input} has no base case.`,
    unit,
    axis: name,
    input: { path: varied.path, unit: varied.unit },
    curve: withoutPeaks(curveOf(solved, low, high, PLACES), [question.target, ...(base ? [base.result] : [])]),
    target: question.target,
    root,
    base,
  };
}

/**
 * The part of the input's range that is drawn: what was asked for, or the base case and the root with as much again
 * on both sides. A declared range may be a million times wider.
 */
function view(
  varied: Varied,
  root: number | undefined,
  { low, high }: Pick<SolveQuestion, 'low' | 'high'>,
): [number, number] {
  const places = [varied.base, root].filter((x) => x !== undefined);
  if (places.length === 0) places.push(Number.isFinite(varied.low) ? varied.low : 0);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const room = Math.max(last - first, Math.max(Math.abs(first), Math.abs(last)) * 0.5) || 1;
  return [low ?? Math.max(varied.low, first - room), high ?? Math.min(varied.high, last + room)];
}

/** Where a curve runs to infinity it is cut off, so that the target and the base case can be told apart. */
function withoutPeaks(curve: readonly Place[], marked: readonly number[]): Place[] {
  const sorted = Float64Array.from(curve.flatMap(({ result }) => result ?? [])).sort();
  const middle = [0.25, 0.75].flatMap((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? []);
  const [low, high] = [Math.min(...middle, ...marked), Math.max(...middle, ...marked)];
  const room = 1.5 * (high - low);
  const isPeak = (result: number): boolean => result < low - room || result > high + room;
  return curve.map(({ input, result }) => ({ input, result: result !== null && isPeak(result) ? null : result }));
}
