import type { Catalogue, Definition } from '../catalogue/define';
import type { Pairs } from '../catalogue/inputs';
import type { Scalar } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { BLOCK } from '../formula/columns';
import { drawsOf } from './distributions';
import { mulberry32 } from './random';
import { checkRows, computer, subjectOf, variedIn, type Varied } from './vary';

export interface Simulation {
  readonly function: string;
  readonly spec: readonly (readonly (Scalar | null)[])[];
  readonly trials: number;
  readonly seed: number;
  readonly inputs: Pairs;
}

export interface Simulated {
  /** one result for each trial, in the order of the trials */
  readonly results: Float64Array;
  /** what was uncertain */
  readonly paths: readonly string[];
  readonly definition: Definition;
}

/**
 * Runs the trials block by block, so that memory is the results and little else.
 * Draws are trial-major: for each trial one draw for each row of the spec, in row order. Rows are independent.
 * @param progress told the share of the trials that are done; may return true to stop
 */
export function simulated(asked: Simulation, catalogue: Catalogue, progress?: (share: number) => boolean): Simulated {
  const subject = subjectOf(catalogue, asked.function, asked.inputs);
  const draws = drawsOf(asked.spec);
  const varied = draws.map(({ path, row }) => variedIn(subject, path, `spec row ${row}`));
  const twice = varied.findIndex(({ path }, i) => varied.findIndex((other) => other.path === path) < i);
  if (twice >= 0)
    throw new Problem(
      '#VALUE!',
      `spec row ${draws[twice]!.row} repeats ${varied[twice]!.path}: expected each input once.`,
      'spec',
    );
  checkRows(subject, asked.trials, 'trials', `trials is ${asked.trials}`);
  const compute = computer(subject, varied);
  const fill = mulberry32(asked.seed);
  const uniform = new Float64Array(BLOCK * draws.length);
  const columns = draws.map(() => new Float64Array(BLOCK));
  const results = new Float64Array(asked.trials);
  for (let start = 0; start < asked.trials; start += BLOCK) {
    const n = Math.min(BLOCK, asked.trials - start);
    fill(uniform.subarray(0, n * draws.length));
    draws.forEach(({ transform }, j) => {
      const column = columns[j]!.subarray(0, n);
      for (let i = 0; i < n; i++) column[i] = uniform[i * draws.length + j]!;
      transform(column);
      const wrong = firstOutside(column, varied[j]!);
      if (wrong >= 0) throw outside(j, column[wrong]!, start + wrong);
    });
    compute(columns, results.subarray(start, start + n));
    if (progress?.((start + n) / asked.trials)) throw new Problem('#N/A', 'the simulation was stopped.');
  }
  const without = results.findIndex((x) => !Number.isFinite(x));
  if (without >= 0) {
    const count = results.reduce((total, x) => total + (Number.isFinite(x) ? 0 : 1), 0);
    const sentence = `${subject.definition.name} has no value in ${count} of ${asked.trials} trials, the first of them trial ${without + 1}.`;
    throw new Problem('#N/A', sentence, 'spec');
  }
  return { results, paths: varied.map(({ path }) => path), definition: subject.definition };

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
