/** The quantiles of the distributions, against values computed in 40 digits elsewhere, and what closed formulas say. */
import fc from 'fast-check';
import { drawOf } from '../../src/analysis/draws';
import { normalQuantile, normalShare } from '../../src/analysis/random';
import '../catalogue/seed';
import book from '../vectors/quantiles.json';

type Spec = readonly (string | number)[];

function quantiles(spec: Spec, shares: readonly number[]): number[] {
  const u = Float64Array.from(shares);
  drawOf(['x', ...spec], 1).transform(u);
  return [...u];
}

test.each(book.rows.map(({ spec, quantiles: expected }) => [spec.join(' '), spec, expected] as const))(
  '%s to 14 digits, from one in eight billion to all but one',
  (_says, spec, expected) => {
    const size = Math.max(...expected.map(Math.abs));
    const off = quantiles(spec, book.shares).map((x, i) => Math.abs(x - expected[i]!) / size);
    expect(Math.max(...off)).toBeLessThan(1e-14);
  },
);

describe('moments, by the middles of a hundred thousand equal shares', () => {
  const shares = Array.from({ length: 100_000 }, (_, i) => (i + 0.5) / 100_000);
  const [phi, cap] = [(x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), normalShare];

  test.each<[spec: Spec, mean: number, variance: number]>([
    // (low + 4·mode + high)/6, and (mean − low)·(high − mean)/7.
    [['PERT', 0.4, 0.55, 0.75], 3.35 / 6, ((3.35 / 6 - 0.4) * (0.75 - 3.35 / 6)) / 7],
    [['PERT', 1, 1, 7], 2, 5 / 7],
    [['PERT', 0, 10, 10], 50 / 6, ((50 / 6) * (10 - 50 / 6)) / 7],
    [['LOGNORMAL_MEAN', 2, 0.5], 2, 0.25],
    [['LOGNORMAL_MEAN', 0.3, 0.01], 0.3, 0.0001],
    // Cut off at −1 and 1 sd; below its mean only.
    [['TRUNCATED_NORMAL', 0.5, 0.1, 0.4, 0.6], 0.5, 0.01 * (1 - (2 * phi(1)) / (1 - 2 * cap(-1)))],
    [['TRUNCATED_NORMAL', 0, 1, -30, 0], -2 * phi(0), 1 - (2 * phi(0)) ** 2],
  ])('%j', (spec, mean, variance) => {
    const xs = quantiles(spec, shares);
    const average = xs.reduce((total, x) => total + x, 0) / xs.length;
    const spread = xs.reduce((total, x) => total + (x - average) ** 2, 0) / xs.length;
    expect(Math.abs(average / mean - 1)).toBeLessThan(1e-5);
    expect(Math.abs(spread / variance - 1)).toBeLessThan(3e-4);
  });
});

test('the mode in the middle is symmetric; at an end PERT is a power', () => {
  const at = [0.01, 0.2, 0.5, 0.7];
  const mirrored = quantiles(['PERT', 0, 1, 2], at.map((u) => 1 - u)); // prettier-ignore
  quantiles(['PERT', 0, 1, 2], at).forEach((x, i) => expect(x).toBeCloseTo(2 - mirrored[i]!, 13));
  quantiles(['PERT', 0, 0, 1], at).forEach((x, i) => expect(x).toBeCloseTo(1 - (1 - at[i]!) ** 0.2, 14));
  quantiles(['PERT', 0, 1, 1], at).forEach((x, i) => expect(x).toBeCloseTo(at[i]! ** 0.2, 14));
});

test('a normal curve that is cut off nowhere near is the normal curve', () => {
  const at = [1e-9, 0.01, 0.5, 0.9, 1 - 1e-9];
  const whole = quantiles(['NORMAL', 5, 2], at);
  quantiles(['TRUNCATED_NORMAL', 5, 2, -60, 70], at).forEach((x, i) => expect(x).toBeCloseTo(whole[i]!, 12));
});

test('the share of the normal curve undoes its quantile', () => {
  for (const p of [1e-300, 1e-20, 1e-9, 0.001, 0.1, 0.1587, 0.3, 0.5, 0.75, 0.8413, 0.99, 1 - 1e-9])
    expect(Math.abs(normalShare(normalQuantile(p)) / p - 1)).toBeLessThan(2e-13);
});

test('draws never leave low and high, nor go down where the share goes up', () => {
  const values = fc.tuple(...Array.from({ length: 4 }, () => fc.double({ min: -100, max: 100, noNaN: true })));
  fc.assert(
    fc.property(values, fc.constantFrom('PERT', 'TRIANGULAR', 'UNIFORM', 'TRUNCATED_NORMAL'), (four, name) => {
      const [low, mode, high, sd] = [...four.slice(0, 3).sort((a, b) => a - b), Math.abs(four[3]!) + 0.1] as const;
      const spec = { PERT: [low, mode, high], TRIANGULAR: [low, mode, high], UNIFORM: [low, high], TRUNCATED_NORMAL: [mode, sd, low, high] }[name]; // prettier-ignore
      const us = [2 ** -33, 1e-6, 0.01, 0.3, 0.499999, 0.5, 0.500001, 0.7, 0.99, 1 - 2 ** -33];
      const xs = quantiles([name, ...(spec as number[])], us);
      xs.forEach((x, i) => {
        expect(x).toBeGreaterThanOrEqual(low - 1e-13);
        expect(x).toBeLessThanOrEqual(high! + 1e-13);
        if (i > 0) expect(x).toBeGreaterThanOrEqual(xs[i - 1]! - 1e-13);
      });
    }),
  );
});
