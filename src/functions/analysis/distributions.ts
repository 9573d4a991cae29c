import { number, type Scalar } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { read, shown } from '../../catalogue/read';
import { normalQuantile } from './random';

/** Turns uniform draws into draws of a distribution, in place. */
export type Transform = (u: Float64Array) => void;

/** One input of a simulation: which number varies, and how. */
export interface Draw {
  readonly path: string;
  readonly distribution: string;
  readonly transform: Transform;
}

interface Distribution {
  readonly takes: string;
  readonly values: number;
  /** what is wrong with these values, if anything */
  readonly fault: (a: number, b: number, c: number) => string | undefined;
  readonly transform: (a: number, b: number, c: number) => Transform;
}

const each =
  (quantile: (u: number) => number): Transform =>
  (u) => {
    for (let i = 0; i < u.length; i++) u[i] = quantile(u[i]!);
  };

const DISTRIBUTIONS: Readonly<Record<string, Distribution>> = {
  UNIFORM: {
    takes: 'low, high',
    values: 2,
    fault: (a, b) => (a <= b ? undefined : 'low to be at most high'),
    transform: (a, b) => (u) => {
      const width = b - a;
      for (let i = 0; i < u.length; i++) u[i] = a + width * u[i]!;
    },
  },
  TRIANGULAR: {
    takes: 'low, mode, high',
    values: 3,
    fault: (a, b, c) => (a <= b && b <= c && a < c ? undefined : 'low, mode and high in ascending order'),
    transform: (a, b, c) => (u) => {
      const split = (b - a) / (c - a);
      const rising = (c - a) * (b - a);
      const falling = (c - a) * (c - b);
      for (let i = 0; i < u.length; i++) {
        const p = u[i]!;
        u[i] = p < split ? a + Math.sqrt(p * rising) : c - Math.sqrt((1 - p) * falling);
      }
    },
  },
  NORMAL: {
    takes: 'mean, sd',
    values: 2,
    fault: (_, sd) => (sd >= 0 ? undefined : 'sd to be at least 0'),
    transform: (mean, sd) => each((u) => mean + sd * normalQuantile(u)),
  },
  LOGNORMAL: {
    takes: 'median, log-sd',
    values: 2,
    fault: (median, sd) => (median > 0 && sd >= 0 ? undefined : 'a median above 0 and a log-sd of at least 0'),
    transform: (median, sd) => each((u) => median * Math.exp(sd * normalQuantile(u))),
  },
};

const NAMES = Object.keys(DISTRIBUTIONS).join(', ');

/** A number typed as text is read as the gate reads it: "5%", "1,375"; any other text is none. */
function typed(value: string): number | null {
  try {
    return read('spec', number('plain', '', {}), value) as number;
  } catch (problem) {
    if (problem instanceof Problem) return null;
    throw problem;
  }
}

/** One row of a spec: parameter, distribution, and its two or three values. Throws a Problem that names the row. */
export function drawOf(row: readonly (Scalar | null)[], at: number): Draw {
  const wrong = (got: string, expected: string): Problem =>
    new Problem('#VALUE!', `spec row ${at} ${got}: expected ${expected}.`, 'spec');
  const [path, name, ...values] = row;
  if (row.every((cell) => cell === null)) throw wrong('is blank', 'a parameter, a distribution and its values');
  if (typeof path !== 'string') throw wrong(`has ${shown(path)} in column 1`, 'a parameter name');
  const key = typeof name === 'string' ? name.trim().toUpperCase() : '';
  const distribution = Object.hasOwn(DISTRIBUTIONS, key) ? DISTRIBUTIONS[key] : undefined;
  if (!distribution) throw wrong(`has distribution ${shown(name)}`, NAMES);
  const numbers = values
    .slice(0, distribution.values)
    .map((value) => (typeof value === 'string' ? typed(value) : value));
  const wanted = `${key} to have ${distribution.takes}`;
  while (numbers.length < distribution.values) numbers.push(null);
  numbers.forEach((value, i) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw wrong(`has ${shown(values[i])} in column ${i + 3}`, wanted);
  });
  const extra = values.slice(distribution.values).findIndex((value) => value !== null);
  if (extra >= 0) throw wrong(`has a value too many in column ${distribution.values + extra + 3}`, wanted);
  const [a, b, c] = numbers as [number, number, number];
  const fault = distribution.fault(a, b, c);
  if (fault !== undefined) throw wrong(`has ${key} ${numbers.join(', ')}`, fault);
  return { path, distribution: `${key}(${numbers.join(', ')})`, transform: distribution.transform(a, b, c) };
}
