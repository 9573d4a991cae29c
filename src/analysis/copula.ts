import { Problem } from '../catalogue/problem';
import { asNumber, shown } from '../catalogue/read';
import { normalQuantile, normalShare } from './random';

/** Makes independent uniform draws go together, in place; they stay uniform, each by itself. */
export type Copula = (trial: Float64Array) => void;

type Matrix = readonly (readonly unknown[])[];

/** What rounding may leave of a variance that is 0: inputs that are tied to the others altogether. */
const NOTHING = 1e-9;

/** The last double below 1: no draw is certain. */
const HIGHEST = 1 - 2 ** -53;

/**
 * The Gaussian copula: z = L·ε with L·Lᵀ = ρ (Cholesky), u = Φ(z). A draw that goes with no other is left as it is.
 * @param correlation of the normal scores; throws the Problem of a matrix that is none
 * @param names of the draws, in the order of its rows
 */
export function gaussianCopula(correlation: Matrix, names: readonly string[]): Copula {
  const factors = choleskyOf(numbersOf(correlation, names.length), names).map((row) =>
    row.flatMap((factor, k) => (factor === 0 ? [] : [{ factor, k }])),
  );
  const alone = factors.map((row, j) => row.length === 1 && row[0]!.k === j);
  const scores = new Float64Array(names.length);
  return (trial) => {
    for (let j = 0; j < scores.length; j++) scores[j] = normalQuantile(trial[j]!);
    factors.forEach((row, j) => {
      if (alone[j]) return;
      let z = 0;
      for (const { factor, k } of row) z += factor * scores[k]!;
      trial[j] = Math.min(normalShare(z), HIGHEST);
    });
  };
}

function bad(what: string, expected: string): Problem {
  return new Problem('#VALUE!', `correlation ${what}: expected ${expected}.`, 'correlation');
}

/** Numbers from −1 to 1, the same on both sides of a diagonal of ones. */
function numbersOf(rows: Matrix, n: number): number[][] {
  if (rows.length !== n || rows.some((row) => row.length !== n))
    throw bad(`is ${shown(rows)}`, `${n}×${n}, a row and a column for each input of spec`);
  const numbers = rows.map((row, i) =>
    row.map((cell, j) => {
      const x = asNumber(cell);
      if (x !== undefined && x >= -1 && x <= 1) return x;
      throw bad(`has ${shown(cell)} in row ${i + 1}, column ${j + 1}`, 'a number from -1 to 1');
    }),
  );
  numbers.forEach((row, i) => {
    if (Math.abs(row[i]! - 1) > NOTHING)
      throw bad(`has ${row[i]!} in row ${i + 1}, column ${i + 1}`, '1 all along its diagonal');
    const j = row.findIndex((x, k) => Math.abs(x - numbers[k]![i]!) > NOTHING);
    if (j >= 0) {
      const [one, other] = [`${row[j]!} in row ${i + 1}, column ${j + 1}`, `${numbers[j]![i]!} across from it`];
      throw bad(`has ${one} and ${other}`, 'the same on both sides of the diagonal');
    }
  });
  return numbers;
}

/** The lower triangle L; names the first pair that cannot go together so, beside the pairs before it. */
function choleskyOf(rho: readonly (readonly number[])[], names: readonly string[]): number[][] {
  const lower: number[][] = [];
  rho.forEach((row, j) => {
    const factors: number[] = [];
    let free = 1;
    for (let k = 0; k < j; k++) {
      const own = lower[k]![k]!;
      const common = factors.reduce((sum, factor, m) => sum + factor * lower[k]![m]!, 0);
      const reach = own * Math.sqrt(Math.max(0, free));
      if (Math.abs(row[k]! - common) > reach + NOTHING) {
        const [from, to] = [common - reach, common + reach].map((x) => Number(x.toFixed(4)) + 0);
        const range = from === to ? String(from) : `${from} to ${to}`;
        throw bad(`of ${names[k]!} and ${names[j]!} is ${row[k]!}`, `${range} beside the correlations above it`);
      }
      const factor = own === 0 ? 0 : (row[k]! - common) / own;
      factors.push(factor);
      free -= factor * factor;
    }
    lower.push([...factors, free > NOTHING ? Math.sqrt(free) : 0]);
  });
  return lower;
}
