import { betaQuantile } from './beta';
import { normalQuantile, normalShare } from './random';

/** Turns uniform draws into draws of a distribution, in place. */
export type Transform = (u: Float64Array) => void;

export interface Distribution {
  readonly takes: readonly string[];
  /** what is wrong with these values, if anything */
  readonly fault: (...values: number[]) => string | undefined;
  readonly transform: (...values: number[]) => Transform;
  /** its values where an input is likely to be from low to high, around a base case */
  readonly likely: (base: number, low: number, high: number) => readonly number[];
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

/** A standard deviation of which low and high are three on either side. */
const sixth = (low: number, high: number): number => Number(((high - low) / 6).toPrecision(3));

export const DISTRIBUTIONS: Readonly<Record<string, Distribution>> = {
  UNIFORM: {
    takes: ['low', 'high'],
    fault: (low, high) => (low <= high ? undefined : 'low to be at most high'),
    transform: (low, high) => (u) => {
      const width = high - low;
      for (let i = 0; i < u.length; i++) u[i] = low + width * u[i]!;
    },
    likely: (_, low, high) => [low, high],
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
    likely: (base, low, high) => [low, base, high],
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
    likely: (base, low, high) => [low, base, high],
  },
  NORMAL: {
    takes: ['mean', 'sd'],
    fault: (_, sd) => (sd >= 0 ? undefined : 'sd to be at least 0'),
    transform: (mean, sd) => each((u) => mean + sd * normalQuantile(u)),
    likely: (base, low, high) => [base, sixth(low, high)],
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
    likely: (base, low, high) => [base, sixth(low, high), low, high],
  },
  LOGNORMAL: {
    takes: ['median', 'log-sd'],
    fault: (median, sd) => (median > 0 && sd >= 0 ? undefined : 'a median above 0 and a log-sd of at least 0'),
    transform: lognormal,
    likely: (base) => [base, 0.1],
  },
  LOGNORMAL_MEAN: {
    takes: ['mean', 'sd'],
    fault: (mean, sd) => (mean > 0 && sd >= 0 ? undefined : 'a mean above 0 and a sd of at least 0'),
    transform: (mean, sd) => {
      const square = Math.log1p((sd / mean) ** 2);
      return lognormal(mean * Math.exp(-square / 2), Math.sqrt(square));
    },
    likely: (base, low, high) => [base, sixth(low, high)],
  },
};

/** So many standard deviations from its mean there is less of the normal curve than a double can hold. */
const FARTHEST = 37;
