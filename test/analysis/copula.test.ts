/** Uncertain inputs that go together: correlated draws that each keep their own distribution. */
import fc from 'fast-check';
import { gaussianCopula } from '../../src/analysis/copula';
import { mulberry32, normalQuantile } from '../../src/analysis/random';
import { orProblem, Problem } from '../../src/catalogue/problem';
import '../catalogue/seed';

const NAMES = ['token_spend', 'fixed_fee', 'infra_cogs'];

/** Trials of correlated draws, input by input. */
function drawn(correlation: number[][], trials: number): Float64Array[] {
  const n = correlation.length;
  const copula = gaussianCopula(correlation, NAMES.slice(0, n));
  const fill = mulberry32(7);
  const columns = correlation.map(() => new Float64Array(trials));
  const trial = new Float64Array(n);
  for (let i = 0; i < trials; i++) {
    fill(trial);
    copula(trial);
    columns.forEach((column, j) => (column[i] = trial[j]!));
  }
  return columns;
}

const mean = (xs: Float64Array): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

function correlationOf(xs: Float64Array, ys: Float64Array): number {
  const [x, y] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const [dx, dy] = [xs[i]! - x, ys[i]! - y];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

test.each([
  [0.6, 1_000_000],
  [0.95, 100_000],
  [-0.6, 100_000],
  [0, 100_000],
])('draws with ρ = %p are correlated so, within three standard errors: %p of them', (rho, trials) => {
  const [a, b] = drawn([[1, rho], [rho, 1]], trials).map((u) => u.map(normalQuantile)); // prettier-ignore
  expect(Math.abs(correlationOf(a!, b!) - rho)).toBeLessThan((3 * (1 - rho * rho)) / Math.sqrt(trials));
});

test('each draw stays uniform by itself', () => {
  const columns = drawn([[1, 0.8, -0.3], [0.8, 1, 0.2], [-0.3, 0.2, 1]], 100_000); // prettier-ignore
  for (const u of columns) {
    const tenths = new Float64Array(10);
    for (const x of u) tenths[Math.floor(x * 10)]! += 1;
    // 10,000 are expected in each tenth, give or take 95; five times that is one in two million.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  }
});

test('what goes with nothing keeps its digits', () => {
  const independent = new Float64Array(30_000);
  mulberry32(7)(independent);
  const columns = drawn([[1, 0, 0], [0, 1, 0], [0, 0, 1]], 10_000); // prettier-ignore
  columns.forEach((column, j) => column.forEach((u, i) => expect(u).toBe(independent[i * 3 + j])));
});

test('inputs that are tied together go up and down as one', () => {
  const [a, b] = drawn([[1, 1], [1, 1]], 1000); // prettier-ignore
  a!.forEach((u, i) => expect(b![i]).toBeCloseTo(u, 14));
  const [up, down] = drawn([[1, -1], [-1, 1]], 1000); // prettier-ignore
  up!.forEach((u, i) => expect(down![i]).toBeCloseTo(1 - u, 14));
});

test.each<[string, unknown[][], string]>([
  [
    'of another size',
    [[1, 0.5]],
    'correlation is a range of 1×2 cells: expected 3×3, a row and a column for each input of spec.',
  ],
  [
    'with a blank',
    [
      [1, null, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    'correlation has blank in row 1, column 2: expected a number from -1 to 1.',
  ],
  [
    'in per cent',
    [
      [1, 50, 0],
      [50, 1, 0],
      [0, 0, 1],
    ],
    'correlation has 50 in row 1, column 2: expected a number from -1 to 1.',
  ],
  [
    'without its ones',
    [
      [1, 0.5, 0],
      [0.5, 0.9, 0],
      [0, 0, 1],
    ],
    'correlation has 0.9 in row 2, column 2: expected 1 all along its diagonal.',
  ],
  [
    'not symmetric',
    [
      [1, 0.5, 0],
      [0.4, 1, 0],
      [0, 0, 1],
    ],
    'correlation has 0.5 in row 1, column 2 and 0.4 across from it: expected the same on both sides of the diagonal.',
  ],
  [
    'impossible',
    [
      [1, 0.9, 0.9],
      [0.9, 1, -0.9],
      [0.9, -0.9, 1],
    ],
    'correlation of fixed_fee and infra_cogs is -0.9: expected 0.62 to 1 beside the correlations above it.',
  ],
  [
    'impossible beside a tie',
    [
      [1, 1, 0.2],
      [1, 1, 0.3],
      [0.2, 0.3, 1],
    ],
    'correlation of fixed_fee and infra_cogs is 0.3: expected 0.2 beside the correlations above it.',
  ],
])('a matrix %s is refused in a sentence', (_what, rows, said) => {
  // prettier-ignore
  const problem = orProblem(() => gaussianCopula(rows, NAMES));
  expect(problem instanceof Problem ? problem.sentence : 'no error').toBe(said);
});

test('whatever comes from factors is taken, and what is taken gives numbers', () => {
  const factor = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(factor, { minLength: 3, maxLength: 3 }), (factors) => {
      const length = factors.map((row) => Math.hypot(...row));
      if (length.some((x) => x < 1e-3)) return;
      const rho = factors.map((row, i) =>
        factors.map((other, j) =>
          i === j
            ? 1
            : Math.max(-1, Math.min(1, row.reduce((sum, x, k) => sum + x * other[k]!, 0) / (length[i]! * length[j]!))),
        ),
      );
      for (const column of drawn(rho, 20)) for (const u of column) expect(u > 0 && u < 1).toBe(true);
    }),
  );
});
