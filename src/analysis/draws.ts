import type { Scalar } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { asNumber, shown } from '../catalogue/read';
import { DISTRIBUTIONS, type Transform } from './distributions';

/** One input of a simulation: which number varies, and how. */
export interface Draw {
  /** the row of the spec it stands in, from 1 */
  readonly row: number;
  readonly path: string;
  readonly distribution: string;
  readonly transform: Transform;
}

const NAMES = Object.keys(DISTRIBUTIONS).join(', ');

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
  const key = String(name)
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  const distribution = Object.hasOwn(DISTRIBUTIONS, key) ? DISTRIBUTIONS[key] : undefined;
  if (!distribution) throw wrong(`has distribution ${shown(name)}`, NAMES);
  const { takes, fault, transform } = distribution;
  const wanted = `${key} to have ${takes.join(', ')}`;
  const numbers = takes.map((_, i) => {
    const x = asNumber(values[i]);
    if (x === undefined) throw wrong(`has ${shown(values[i])} in column ${i + 3}`, wanted);
    return x;
  });
  const extra = values.findIndex((value, i) => i >= takes.length && value !== null);
  if (extra >= 0) throw wrong(`has a value too many in column ${extra + 3}`, wanted);
  const found = fault(...numbers);
  if (found !== undefined) throw wrong(`has ${key} ${numbers.join(', ')}`, found);
  return { row: at, path, distribution: `${key}(${numbers.join(', ')})`, transform: transform(...numbers) };
}
