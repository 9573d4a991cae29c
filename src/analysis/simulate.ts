import { unitOf, type Catalogue } from '../catalogue/define';
import type { Scalar } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import { spoken } from '../catalogue/units';
import { BLOCK } from '../formula/columns';
import { gaussianCopula } from './copula';
import { drawsOf } from './draws';
import { percentMeant } from './percent';
import { mulberry32 } from './random';
import { checkRows, computer } from './rows';
import { percentileInc, shareBelow, summaryOf } from './statistics';
import { subjectOf, type Held, type Subject } from './subject';
import { variedIn, type Varied } from './varied';

/** What is asked: a function, which of its inputs are uncertain and how, and how many trials. */
export interface SimulationQuestion extends Held {
  readonly function: string;
  readonly spec: readonly (readonly (Scalar | null)[])[];
  readonly trials: number;
  readonly seed: number;
  /** of the normal scores of the inputs, in the order of the spec; without it they are independent */
  readonly correlation?: readonly (readonly unknown[])[] | undefined;
}

export interface Simulation {
  readonly subject: Subject;
  /** what was uncertain */
  readonly varied: readonly Varied[];
  /** one for each trial, in the order of the trials */
  readonly results: Float64Array;
}

/**
 * Runs the trials block by block, so that memory is the results and little else.
 * Draws are trial-major: for each trial one draw for each row of the spec, in row order.
 * @param progress told the share of the trials that are done
 */
export function simulate(
  question: SimulationQuestion,
  catalogue: Catalogue,
  progress?: (share: number) => void,
): Simulation {
  const named = question.spec.flatMap(([path]) => (typeof path === 'string' ? [path] : []));
  const subject = subjectOf(catalogue, question.function, question, named);
  const draws = drawsOf(question.spec);
  const varied = draws.map(({ path, row }) => variedIn(subject, path, `spec row ${row}`));
  const twice = varied.findIndex(({ path }, i) => varied.findIndex((other) => other.path === path) < i);
  if (twice >= 0) {
    const sentence = `spec row ${draws[twice]!.row} repeats ${varied[twice]!.path}: expected each input once.`;
    throw new Problem('#VALUE!', sentence, 'spec');
  }
  checkRows(subject, question.trials, 'trials', `trials is ${question.trials}`);
  const compute = computer(subject, varied);
  const paths = varied.map(({ path }) => path);
  const correlate = question.correlation && gaussianCopula(question.correlation, paths);
  const fill = mulberry32(question.seed);
  const uniform = new Float64Array(BLOCK * draws.length);
  const columns = draws.map(() => new Float64Array(BLOCK));
  const results = new Float64Array(question.trials);
  for (let start = 0; start < question.trials; start += BLOCK) {
    const n = Math.min(BLOCK, question.trials - start);
    fill(uniform.subarray(0, n * draws.length));
    if (correlate) for (let i = 0; i < n; i++) correlate(uniform.subarray(i * draws.length, (i + 1) * draws.length));
    draws.forEach(({ transform }, j) => {
      const column = columns[j]!.subarray(0, n);
      for (let i = 0; i < n; i++) column[i] = uniform[i * draws.length + j]!;
      transform(column);
      const wrong = firstOutside(column, varied[j]!);
      if (wrong >= 0) throw outside(j, column[wrong]!, start + wrong);
    });
    compute(columns, results.subarray(start, start + n));
    progress?.((start + n) / question.trials);
  }
  const without = results.findIndex((x) => !Number.isFinite(x));
  if (without >= 0) {
    const count = results.reduce((total, x) => total + (Number.isFinite(x) ? 0 : 1), 0);
    const sentence = `${subject.definition.name} has no value in ${count} of ${question.trials} trials, the first of them trial ${without + 1}.`;
    throw new Problem('#N/A', sentence, 'spec');
  }
  return { subject, varied, results };

  function outside(draw: number, x: number, trial: number): Problem {
    const { path, expected } = varied[draw]!;
    const { distribution, row } = draws[draw]!;
    const drawn = Number(x.toPrecision(6));
    const sentence = `spec row ${row} draws ${path} ${drawn} from ${distribution} in trial ${trial + 1}: ${path} takes ${expected}.`;
    return new Problem('#VALUE!', sentence, 'spec');
  }
}

/** The place of the first draw that the function does not accept, or -1. */
function firstOutside(xs: Float64Array, { low, high, allows }: Varied): number {
  for (let i = 0; i < xs.length; i++) if (!(xs[i]! > low && xs[i]! < high) && !allows(xs[i]!)) return i;
  return -1;
}

export interface Percentile {
  /** P5 */
  readonly name: string;
  readonly value: number;
}

export interface Statistics {
  readonly mean: number;
  readonly sd: number;
  readonly percentiles: readonly Percentile[];
  /** the share of the trials below a threshold */
  readonly below: number | undefined;
}

/**
 * Sample sd (n − 1), percentiles as Excel's PERCENTILE.INC. Fifteen digits are told: beyond them the powers and
 * logarithms of one machine are not those of another. It leaves the results in ascending order.
 */
export function statisticsOf({ subject, results }: Simulation, threshold?: number): Statistics {
  const { mean, sd } = summaryOf(results);
  const sorted = results.sort();
  return {
    mean: snapped(mean),
    sd: snapped(sd),
    percentiles: [5, 25, 50, 75, 95].map((p) => ({ name: `P${p}`, value: snapped(percentileInc(sorted, p / 100)) })),
    below: threshold === undefined ? undefined : below(threshold, sorted, subject),
  };
}

function below(threshold: number, sorted: Float64Array, { definition }: Subject): number {
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const unit = unitOf(definition);
  const meant = threshold < least || threshold > most ? percentMeant(threshold, unit, [least, most]) : undefined;
  if (meant === undefined) return snapped(shareBelow(sorted, threshold));
  const sentence = `threshold is ${threshold}, which is ${spoken(threshold, unit)}, and all results are from ${spoken(least, unit)} to ${spoken(most, unit)}: ${meant}`;
  throw new Problem('#VALUE!', sentence, 'threshold');
}
