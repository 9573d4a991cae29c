import { answerOf } from '../catalogue/call';
import { unitOf, type Catalogue, type Definition } from '../catalogue/define';
import type { Pairs } from '../catalogue/inputs';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import { computer, exactly, subjectOf, variedIn, type Subject, type Varied } from '../analysis/vary';
import { asked, plainOf, type Arguments } from './ask';
import type { Moved, Point, SolveChart } from './chart';
import { figures, resultFigures, spokenPath } from './figures';

const POINTS = 181;

/** The picture of TAAS_SOLVE: the function along one input, and where it reaches the target, or that it does not. */
export function solveChart(solve: Definition, args: Arguments, catalogue: Catalogue): SolveChart {
  const inputs = asked(solve, args);
  const plain = plainOf(inputs) as {
    function: string;
    target: number;
    param: string;
    low?: number;
    high?: number;
    inputs: Pairs;
  };
  const subject = subjectOf(catalogue, plain.function, plain.inputs);
  const varied = variedIn(subject, plain.param, 'param');
  const answered = rootOf(solve, inputs, catalogue);
  const root = answered instanceof Problem ? undefined : answered.root;
  const base = baseOf(subject, varied, catalogue);
  const unit = unitOf(subject.definition);
  const [low, high] = view(varied, root, plain);
  const { name } = subject.definition;
  const target = resultFigures(unit, [plain.target], 4)(plain.target);
  const input = spokenPath(varied.path);
  const found = root === undefined ? '' : figures(varied.unit, [root], 4)(root);
  return {
    kind: 'solve',
    title:
      root === undefined ? `No ${input} found for ${name} ${target}` : `${name} reaches ${target} at ${input} ${found}`,
    terms:
      answered instanceof Problem
        ? answered.sentence.replace(/^\w/, (letter) => letter.toUpperCase())
        : `${answered.several ?? `Along ${input}, all other inputs held at the base case`}.`,
    says: base
      ? `In the base case ${input} is ${figures(varied.unit, [base.input], 4)(base.input)} and ${name} ${resultFigures(unit, [base.result])(base.result)}.`
      : `${input} has no base case.`,
    unit,
    axis: name,
    input: { path: varied.path, unit: varied.unit },
    curve: withoutPeaks(curveOf(subject, varied, low, high), [plain.target, ...(base ? [base.result] : [])]),
    target: plain.target,
    root,
    base,
  };
}

/** What TAAS_SOLVE answers; that there is no such value is an answer too, anything else that is wrong is thrown. */
function rootOf(
  solve: Definition,
  inputs: ReturnType<typeof asked>,
  catalogue: Catalogue,
): { readonly root: number; readonly several: string | undefined } | Problem {
  try {
    const { cells, notes } = answerOf(solve, inputs, catalogue);
    return { root: cells[0]![0] as number, several: notes?.several };
  } catch (problem) {
    if (problem instanceof Problem && problem.parameter === 'target') return problem;
    throw problem;
  }
}

function baseOf(subject: Subject, varied: Varied, catalogue: Catalogue): Moved | undefined {
  if (varied.base === undefined) return undefined;
  const result = exactly(subject.definition, subject.inputs, catalogue);
  return result instanceof Problem ? undefined : { input: varied.base, result };
}

/**
 * The part of the input's range that is drawn: what was asked for, or the base case and the root with as much again
 * on both sides. A declared range may be a million times wider.
 */
function view(
  varied: Varied,
  root: number | undefined,
  { low, high }: { low?: number; high?: number },
): [number, number] {
  const places = [varied.base, root].filter((x) => x !== undefined);
  if (places.length === 0) places.push(Number.isFinite(varied.low) ? varied.low : 0);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const room = Math.max(last - first, Math.max(Math.abs(first), Math.abs(last)) * 0.5) || 1;
  return [low ?? Math.max(varied.low, first - room), high ?? Math.min(varied.high, last + room)];
}

function curveOf(subject: Subject, varied: Varied, low: number, high: number): Point[] {
  const inputs = Float64Array.from({ length: POINTS }, (_, i) => snapped(low + ((high - low) * i) / (POINTS - 1)));
  const results = new Float64Array(POINTS);
  computer(subject, [varied])([inputs], results);
  return [...inputs].map((input, i) => {
    const result = results[i]!;
    return { input, result: varied.allows(input) && Number.isFinite(result) ? result : null };
  });
}

/** Where a curve runs to infinity it is cut off, so that the target and the base case can be told apart. */
function withoutPeaks(curve: readonly Point[], marked: readonly number[]): Point[] {
  const sorted = Float64Array.from(curve.flatMap(({ result }) => result ?? [])).sort();
  const middle = [0.25, 0.75].flatMap((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? []);
  const [low, high] = [Math.min(...middle, ...marked), Math.max(...middle, ...marked)];
  const room = 1.5 * (high - low);
  const isPeak = (result: number): boolean => result < low - room || result > high + room;
  return curve.map(({ input, result }) => ({ input, result: result !== null && isPeak(result) ? null : result }));
}
