/** The distributions an uncertain input can have, by their quantiles. */
import { drawOf } from '../../src/analysis/draws';
import type { Problem } from '../../src/catalogue/problem';

/** The quantiles of a row of a spec. */
function quantiles(row: readonly (string | number | null)[], ...us: number[]): number[] {
  const u = Float64Array.from(us);
  drawOf(row, 1).transform(u);
  return [...u];
}

const close = (got: readonly number[], expected: readonly number[]): void =>
  got.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 12));

test('uniform: as far along as the share says', () => {
  close(quantiles(['x', 'UNIFORM', 1, 3, null], 0, 0.25, 0.5, 1), [1, 1.5, 2, 3]);
  close(quantiles(['x', 'UNIFORM', -2, -2, null], 0.1, 0.9), [-2, -2]);
});

test('triangular: the mode splits the share as it splits the width', () => {
  // Half of 1…2…5 lies below 1 + √(…): F(2) = 1/4.
  close(quantiles(['x', 'TRIANGULAR', 1, 2, 5], 0, 0.25, 1), [1, 2, 5]);
  close(quantiles(['x', 'TRIANGULAR', 0, 1, 2], 0.125, 0.5, 0.875), [0.5, 1, 1.5]);
});

test.each([
  ['UNIFORM', 2, 2],
  ['TRIANGULAR', 2, 2, 2],
  ['PERT', 2, 2, 2],
  ['NORMAL', 2, 0],
  ['TRUNCATED_NORMAL', 2, 0, 1, 3],
  ['TRUNCATED_NORMAL', 9, 5, 2, 2],
  ['LOGNORMAL', 2, 0],
  ['LOGNORMAL_MEAN', 2, 0],
])('%s without spread is a point', (...spec) => {
  close(quantiles(['x', ...spec], 0.001, 0.5, 0.999), [2, 2, 2]);
});

test('triangular with its mode at an end is a slope', () => {
  close(quantiles(['x', 'TRIANGULAR', 0, 0, 1], 0, 0.19, 0.75, 1), [0, 0.1, 0.5, 1]);
  close(quantiles(['x', 'TRIANGULAR', 0, 1, 1], 0, 0.25, 0.81, 1), [0, 0.5, 0.9, 1]);
});

test('normal: mean and standard deviations from it', () => {
  close(quantiles(['x', 'NORMAL', 0.05, 0.01, null], 0.5, 0.975, 0.025), [0.05, 0.0695996398454, 0.0304003601546]);
  close(quantiles(['x', 'NORMAL', 7, 0, null], 0.01, 0.99), [7, 7]);
});

test('lognormal: its median is what is typed, its spread a factor', () => {
  const [median, high, low] = quantiles(['x', 'LOGNORMAL', 2, 0.3, null], 0.5, 0.95, 0.05);
  expect(median).toBe(2);
  expect(high! * low!).toBeCloseTo(4, 12);
  expect(high).toBeCloseTo(2 * Math.exp(0.3 * 1.6448536269514722), 12);
});

test('a name in any case, numbers typed as text, and columns that are not needed left blank', () => {
  expect(drawOf(['x', ' uniform ', '1', '3'], 1).distribution).toBe('UNIFORM(1, 3)');
  expect(drawOf(['x', 'truncated normal', 1, 2, '0', 3], 1).distribution).toBe('TRUNCATED_NORMAL(1, 2, 0, 3)');
  expect(drawOf(['x', 'Normal', '5%', '1%', null, null], 1).distribution).toBe('NORMAL(0.05, 0.01)');
  expect(drawOf(['x', 'Triangular', '1,000', 1375, 2e3], 1).distribution).toBe('TRIANGULAR(1000, 1375, 2000)');
});

test.each<[readonly (string | number | boolean | null)[], string]>([
  [[null, 'UNIFORM', 1, 3], 'has blank in column 1: expected a parameter name.'],
  [[3, 'UNIFORM', 1, 3], 'has 3 in column 1: expected a parameter name.'],
  [
    ['x'],
    'has distribution blank: expected UNIFORM, TRIANGULAR, PERT, NORMAL, TRUNCATED_NORMAL, LOGNORMAL, LOGNORMAL_MEAN.',
  ],
  [
    ['x', 'BETA', 1, 3],
    'has distribution "BETA": expected UNIFORM, TRIANGULAR, PERT, NORMAL, TRUNCATED_NORMAL, LOGNORMAL, LOGNORMAL_MEAN.',
  ],
  [
    ['x', 'toString', 1, 3],
    'has distribution "toString": expected UNIFORM, TRIANGULAR, PERT, NORMAL, TRUNCATED_NORMAL, LOGNORMAL, LOGNORMAL_MEAN.',
  ],
  [['x', 'UNIFORM', 3, 1], 'has UNIFORM 3, 1: expected low to be at most high.'],
  [['x', 'UNIFORM', 1], 'has blank in column 4: expected UNIFORM to have low, high.'],
  [['x', 'UNIFORM', 'low', 3], 'has "low" in column 3: expected UNIFORM to have low, high.'],
  [['x', 'UNIFORM', true, 3], 'has TRUE in column 3: expected UNIFORM to have low, high.'],
  [['x', 'UNIFORM', 1, 2, 3], 'has a value too many in column 5: expected UNIFORM to have low, high.'],
  [['x', 'TRIANGULAR', 1, 4, 3], 'has TRIANGULAR 1, 4, 3: expected low, mode and high in ascending order.'],
  [['x', 'PERT', 1, 4, 3], 'has PERT 1, 4, 3: expected low, mode and high in ascending order.'],
  [['x', 'PERT', 1, 2, 3, 4], 'has a value too many in column 6: expected PERT to have low, mode, high.'],
  [['x', 'TRUNCATED_NORMAL', 1, 2, 3], 'has blank in column 6: expected TRUNCATED_NORMAL to have mean, sd, low, high.'],
  [['x', 'TRUNCATED_NORMAL', 1, -2, 0, 3], 'has TRUNCATED_NORMAL 1, -2, 0, 3: expected sd to be at least 0.'],
  [['x', 'TRUNCATED_NORMAL', 1, 2, 3, 0], 'has TRUNCATED_NORMAL 1, 2, 3, 0: expected low to be at most high.'],
  [
    ['x', 'TRUNCATED_NORMAL', 1, 0, 2, 3],
    'has TRUNCATED_NORMAL 1, 0, 2, 3: expected low and high to leave some of the curve, which ends 37 sd from its mean.',
  ],
  [
    ['x', 'TRUNCATED_NORMAL', 0, 1, 40, 50],
    'has TRUNCATED_NORMAL 0, 1, 40, 50: expected low and high to leave some of the curve, which ends 37 sd from its mean.',
  ],
  [['x', 'LOGNORMAL_MEAN', 0, 1], 'has LOGNORMAL_MEAN 0, 1: expected a mean above 0 and a sd of at least 0.'],
  [['x', 'NORMAL', 2, -1], 'has NORMAL 2, -1: expected sd to be at least 0.'],
  [['x', 'LOGNORMAL', 0, 1], 'has LOGNORMAL 0, 1: expected a median above 0 and a log-sd of at least 0.'],
  [['x', 'LOGNORMAL', 1, -1], 'has LOGNORMAL 1, -1: expected a median above 0 and a log-sd of at least 0.'],
])('the row %j %s', (row, says) => {
  const refused = (): unknown => drawOf(row, 4);
  expect(refused).toThrow(
    expect.objectContaining<Partial<Problem>>({ code: '#VALUE!', sentence: `spec row 4 ${says}` }),
  );
});
