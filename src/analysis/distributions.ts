import { parse } from '../catalogue/kinds';
import { number, type Scalar } from '../catalogue/parameters';
import { orProblem, Problem } from '../catalogue/problem';
import { shown } from '../catalogue/read';
import { betaQuantile } from './beta';
import { normalQuantile, normalShare } from './random';

/** Turns uniform draws into draws of a distribution, in place. */
export type Transform = (u: Float64Array) => void;

/** One input of a simulation: which number varies, and how. */
export interface Draw {
  /** the row of the spec it stands in, from 1 */
  readonly row: number;
  readonly path: string;
  readonly distribution: string;
  readonly transform: Transform;
}

interface Distribution {
  readonly takes: readonly string[];
  /** what is wrong with these values, if anything */
  readonly fault: (...values: number[]) => string | undefined;
  readonly transform: (...values: number[]) => Transform;
}

const each =
  (quantile: (u: number) => number): Transform =>
  (u) => {
    for (let i = 0; i < u.length; i++) u[i] = quantile(u[i]!);
  };

const point =
  (x: number): Transform =>
  (u) =>
    void u.fill(x);

/** All three may be one number: an input that is certain. */
const ascending = (low: number, mode: number, high: number): string | undefined =>
  low <= mode && mode <= high ? undefined : 'low, mode and high in ascending order';

const lognormal = (median: number, logSd: number): Transform =>
  each((u) => median * Math.exp(logSd * normalQuantile(u)));

export const DISTRIBUTIONS: Readonly<Record<string, Distribution>> = {
  UNIFORM: {
    takes: ['low', 'high'],
    fault: (low, high) => (low <= high ? undefined : 'low to be at most high'),
    transform: (low, high) => (u) => {
      const width = high - low;
      for (let i = 0; i < u.length; i++) u[i] = low + width * u[i]!;
    },
  },
  TRIANGULAR: {
    takes: ['low', 'mode', 'high'],
    fault: ascending,
    transform: (low, mode, high) => {
      if (low === high) return point(low);
      const split = (mode - low) / (high - low);
      const rising = (high - low) * (mode - low);
      const falling = (high - low) * (high - mode);
      return (u) => {
        for (let i = 0; i < u.length; i++) {
          const p = u[i]!;
          u[i] = p < split ? low + Math.sqrt(p * rising) : high - Math.sqrt((1 - p) * falling);
        }
      };
    },
  },
  // As the planners of PERT have it: a beta distribution whose mean is (low + 4·mode + high)/6.
  PERT: {
    takes: ['low', 'mode', 'high'],
    fault: ascending,
    transform: (low, mode, high) => {
      if (low === high) return point(low);
      const share = betaQuantile(1 + (4 * (mode - low)) / (high - low), 1 + (4 * (high - mode)) / (high - low));
      return each((u) => low + (high - low) * share(u));
    },
  },
  NORMAL: {
    takes: ['mean', 'sd'],
    fault: (_, sd) => (sd >= 0 ? undefined : 'sd to be at least 0'),
    transform: (mean, sd) => each((u) => mean + sd * normalQuantile(u)),
  },
  // Mean and sd are those of the curve before it is cut off at low and high.
  TRUNCATED_NORMAL: {
    takes: ['mean', 'sd', 'low', 'high'],
    fault: (mean, sd, low, high) => {
      if (!(sd >= 0)) return 'sd to be at least 0';
      if (!(low <= high)) return 'low to be at most high';
      if (low === high || (sd === 0 && low <= mean && mean <= high)) return undefined;
      return low < mean + FARTHEST * sd && high > mean - FARTHEST * sd
        ? undefined
        : `low and high to leave some of the curve, which ends ${FARTHEST} sd from its mean`;
    },
    transform: (mean, sd, low, high) => {
      if (low === high || sd === 0) return point(low === high ? low : mean);
      const [from, to] = [(low - mean) / sd, (high - mean) / sd];
      const [below, above] = [normalShare(from), normalShare(-to)];
      const within = from > 0 ? normalShare(-from) - above : normalShare(to) - below;
      // A share near 1 has lost the digits that what is left of it has kept.
      const sds = (u: number): number => {
        const share = below + u * within;
        return share < 0.5 ? normalQuantile(share) : -normalQuantile(above + (1 - u) * within);
      };
      return each((u) => Math.min(high, Math.max(low, mean + sd * sds(u))));
    },
  },
  LOGNORMAL: {
    takes: ['median', 'log-sd'],
    fault: (median, sd) => (median > 0 && sd >= 0 ? undefined : 'a median above 0 and a log-sd of at least 0'),
    transform: lognormal,
  },
  LOGNORMAL_MEAN: {
    takes: ['mean', 'sd'],
    fault: (mean, sd) => (mean > 0 && sd >= 0 ? undefined : 'a mean above 0 and a sd of at least 0'),
    transform: (mean, sd) => {
      const square = Math.log1p((sd / mean) ** 2);
      return lognormal(mean * Math.exp(-square / 2), Math.sqrt(square));
    },
  },
};

/** So many standard deviations from its mean there is less of the normal curve than a double can hold. */
const FARTHEST = 37;

const NAMES = Object.keys(DISTRIBUTIONS).join(', ');

/** A number typed as text is read as the gate reads it: "5%", "1,375"; any other text is none. */
function typed(value: string): number | null {
  const x = orProblem(() => parse('spec', number('plain', '', {}), value) as number);
  return x instanceof Problem ? null : x;
}

/** The inputs of a simulation. Blank rows are passed over; rows are told by their place in the spec. */
export function drawsOf(spec: readonly (readonly (Scalar | null)[])[]): Draw[] {
  const draws = spec.flatMap((row, i) => (row.every((cell) => cell === null) ? [] : [drawOf(row, i + 1)]));
  if (draws.length > 0) return draws;
  throw new Problem('#VALUE!', 'spec is blank: expected a parameter, a distribution and its values.', 'spec');
}

/** One row of a spec: parameter, distribution, and its values. Throws a Problem that names the row. */
export function drawOf(row: readonly (Scalar | null)[], at: number): Draw {
  const wrong = (got: string, expected: string): Problem =>
    new Problem('#VALUE!', `spec row ${at} ${got}: expected ${expected}.`, 'spec');
  const [path, name, ...values] = row;
  if (typeof path !== 'string') throw wrong(`has ${shown(path)} in column 1`, 'a parameter name');
  const key =
    typeof name === 'string'
      ? name
          .trim()
          .toUpperCase()
          .replace(/[\s-]+/g, '_')
      : '';
  const distribution = Object.hasOwn(DISTRIBUTIONS, key) ? DISTRIBUTIONS[key] : undefined;
  if (!distribution) throw wrong(`has distribution ${shown(name)}`, NAMES);
  const { takes, fault, transform } = distribution;
  const wanted = `${key} to have ${takes.join(', ')}`;
  const numbers = takes.map((_, i) => {
    const value = values[i];
    const x = typeof value === 'string' ? typed(value) : value;
    if (typeof x !== 'number' || !Number.isFinite(x)) throw wrong(`has ${shown(value)} in column ${i + 3}`, wanted);
    return x;
  });
  const extra = values.findIndex((value, i) => i >= takes.length && value !== null);
  if (extra >= 0) throw wrong(`has a value too many in column ${extra + 3}`, wanted);
  const found = fault(...numbers);
  if (found !== undefined) throw wrong(`has ${key} ${numbers.join(', ')}`, found);
  return { row: at, path, distribution: `${key}(${numbers.join(', ')})`, transform: transform(...numbers) };
}
