/** The statistics of a simulation, against Excel’s documentation and sums that plain addition gets wrong. */
import fc from 'fast-check';
import { binsOf, neumaierSum, percentileInc, shareBelow, summaryOf } from '../../src/analysis/statistics';
import '../catalogue/seed';

const column = (...xs: number[]): Float64Array => Float64Array.from(xs);

describe('sums', () => {
  test.each([
    [[1, 1e100, 1, -1e100], 2],
    [[1e100, 1, -1e100, 1], 2],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[1e16, 1, 1, 1, 1, -1e16], 4],
    [[], 0],
    [[-3], -3],
  ])('%j add up to %d', (xs, sum) => {
    expect(neumaierSum(column(...xs))).toBe(sum);
  });

  test('of a million tenths keep every digit; plain addition loses five', () => {
    const tenths = new Float64Array(1_000_000).fill(0.1);
    expect(neumaierSum(tenths)).toBe(100_000);
    expect(Math.abs(tenths.reduce((total, x) => total + x, 0) - 100_000)).toBeGreaterThan(1e-7);
  });
});

describe('mean and standard deviation', () => {
  test('are those of Excel’s STDEV.S documentation', () => {
    const strengths = column(1345, 1301, 1368, 1322, 1310, 1370, 1318, 1350, 1303, 1299);
    expect(summaryOf(strengths).mean).toBe(1328.6);
    expect(summaryOf(strengths).sd).toBeCloseTo(27.46391572, 8);
  });

  test.each([0, 1e6, 1e9, 1e12])('do not depend on where the values lie: 4, 7, 13, 16 above %d', (offset) => {
    const { mean, sd } = summaryOf(column(...[4, 7, 13, 16].map((x) => x + offset)));
    expect(mean).toBe(offset + 10);
    expect(sd).toBe(Math.sqrt(30));
  });

  test('of one and the same value are that value and 0', () => {
    expect(summaryOf(column(0.55, 0.55, 0.55, 0.55))).toEqual({ mean: 0.55, sd: 0 });
  });
});

describe('PERCENTILE.INC', () => {
  test.each([
    ['Excel’s PERCENTILE.INC documentation', [1, 2, 3, 4], 0.3, 1.9],
    ['Excel’s QUARTILE.INC documentation', [1, 2, 4, 7, 8, 9, 10, 12], 0.25, 3.5],
    ['the least', [1, 2, 4], 0, 1],
    ['the most', [1, 2, 4], 1, 4],
    ['the middle of an odd number', [1, 2, 4], 0.5, 2],
    ['the middle of an even number', [1, 2, 4, 10], 0.5, 3],
    ['one value', [7], 0.95, 7],
    ['between the last two', [1, 2, 4], 0.95, 3.8],
  ])('%s: %j at %d is %d', (_says, sorted, p, expected) => {
    expect(percentileInc(column(...sorted), p)).toBeCloseTo(expected, 14);
  });
});

describe('bins', () => {
  test('count a value on a seam upwards, and the most in the last bin', () => {
    expect(binsOf(column(0, 1, 2, 3, 4), 4)).toEqual([
      { from: 0, to: 1, share: 0.2 },
      { from: 1, to: 2, share: 0.2 },
      { from: 2, to: 3, share: 0.2 },
      { from: 3, to: 4, share: 0.4 },
    ]);
  });

  test('of a constant are one', () => {
    expect(binsOf(column(0.55, 0.55), 20)).toEqual([{ from: 0.55, to: 0.55, share: 1 }]);
  });

  test('may be empty', () => {
    expect(binsOf(column(0, 0, 9), 3).map(({ share }) => share)).toEqual([2 / 3, 0, 1 / 3]);
  });

  test('are counted by their edges as a cell shows them, 15 digits, and their shares sum to 1', () => {
    const value = fc.oneof(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      // Values that lie on an edge, or the last digit beside it.
      fc.integer({ min: -30, max: 30 }).map((x) => x / 10),
      fc.integer({ min: -30, max: 30 }).map((x) => (x / 10) * (1 + 2 ** -52)),
      fc.integer({ min: 0, max: 40 }).map((x) => 0.55 + x * 2 ** -53),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (xs, most) => {
        const bins = binsOf(column(...xs), most);
        expect(bins.length).toBeLessThanOrEqual(most);
        expect(bins.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
        bins.slice(1).forEach(({ from }, i) => expect(from).toBe(bins[i]!.to));
        for (const { from, to } of bins) {
          expect([from, to]).toEqual([Number(from.toPrecision(15)), Number(to.toPrecision(15))]);
          if (bins.length > 1) expect(to).toBeGreaterThan(from);
        }
        if (bins.length === 1 && bins[0]!.from === bins[0]!.to) return;
        bins.forEach(({ from, to, share }, i) => {
          const isLast = i === bins.length - 1;
          const inside = xs.filter((x) => x >= from && (isLast ? x <= to : x < to));
          expect(share).toBe(inside.length / xs.length);
        });
      }),
    );
  });

  test('tenths are counted where their edges say, not where a quotient falls', () => {
    const tenths = column(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
    expect(binsOf(tenths, 10).map(({ share }) => Math.round(share * 11))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
  });

  test('are one where the values differ only beyond 15 digits', () => {
    expect(binsOf(column(0.55, 0.55 * (1 + 2 ** -52)), 20)).toEqual([{ from: 0.55, to: 0.55, share: 1 }]);
  });
});

test('the share below a threshold takes a result that is the threshold but for its last digit as not below it', () => {
  const sorted = column(0.1, 0.2, 0.1 + 0.2 - 2 ** -53, 0.1 + 0.2, 0.4);
  expect([0.05, 0.3, 0.35, 0.4, 1].map((x) => shareBelow(sorted, x))).toEqual([0, 0.4, 0.8, 0.8, 1]);
  expect(shareBelow(column(-1e-17, 1e-17, 3), 0)).toBe(0);
});
