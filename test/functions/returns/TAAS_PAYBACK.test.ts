import fc from 'fast-check';
import { decimals } from '../../formula/random-formula';
import { error, number } from '../cell';
import '../../catalogue/seed';

const payback = (args: Record<string, unknown>): number => number('TAAS_PAYBACK', args);
const positive = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
const never = (args: Record<string, unknown>): [string, string] => error('TAAS_PAYBACK', args);

test('undiscounted, flat cash takes capex over cash', () => {
  expect(payback({ capex: 12, annual_cash: 5 })).toBe(2.4);
});

test('by the payback date the present value of flat cash is the capex', () => {
  fc.assert(
    fc.property(
      positive(100),
      positive(0.3),
      fc.double({ min: 1.05, max: 20, noNaN: true }),
      (capex, rate, comfort) => {
        const annual_cash = capex * rate * comfort;
        const years = payback({ capex, annual_cash, rate });
        expect((annual_cash * (1 - (1 + rate) ** -years)) / rate / capex).toBeCloseTo(1, 8);
      },
    ),
  );
});

test('by year, the present values up to the payback date are the capex', () => {
  fc.assert(
    fc.property(
      fc.array(positive(10), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 0, max: 5000 }).map((basisPoints) => basisPoints / 10_000),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (annual_cash, rate, part) => {
        const values = annual_cash.map((cash, i) => cash / (1 + rate) ** (i + 1));
        const capex = part * values.reduce((total, x) => total + x, 0);
        const years = payback({ capex, annual_cash, rate });
        // What accrues evenly over a part of a year is worth this part of it, a little more than its length at a rate.
        const accrued = (n: number): number =>
          rate > 0 ? Math.expm1(-n * Math.log1p(rate)) / Math.expm1(-Math.log1p(rate)) : n;
        const worth = values.reduce(
          (total, value, i) => total + value * accrued(Math.min(1, Math.max(0, years - i))),
          0,
        );
        expect(worth / capex).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('even cash year by year, undiscounted, is flat cash', () => {
  expect(payback({ capex: 10, annual_cash: [4, 4, 4] })).toBe(payback({ capex: 10, annual_cash: 4 }));
  expect(payback({ capex: 10, annual_cash: [[4], [4], [4]] })).toBe(2.5);
});

test('a list of equal numbers answers as the number does', () => {
  const cash = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(cash, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 500 }), (annual, percent, capex) => {
      const rate = percent / 100;
      fc.pre(annual > rate * capex * 1.02);
      const years = payback({ capex, annual_cash: annual, rate });
      const even = Array.from({ length: Math.ceil(years) + 1 }, () => annual);
      expect(Math.abs(payback({ capex, annual_cash: even, rate }) / years - 1)).toBeLessThanOrEqual(1e-14);
    }),
  );
});

test('cash that is no more than the interest on the capex never pays it back, to the last digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (capex, basisPoints) => {
      const interest = (capex * basisPoints) / 10_000;
      expect(never({ capex, annual_cash: interest, rate: basisPoints / 10_000 })[0]).toBe('#N/A');
      expect(payback({ capex, annual_cash: interest + 1e-6, rate: basisPoints / 10_000 })).toBeGreaterThan(0);
    }),
  );
});

test('the last instalment that pays back exactly counts, whatever the rate', () => {
  expect(payback({ capex: 100, annual_cash: [60, 55], rate: 0.1 })).toBe(2);
  const early = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(early, fc.integer({ min: 1, max: 40 }), (paid, percent) => {
      // A loan of 100 in whole fractions, of which the last year pays all that is left with its interest.
      const unit = 100n ** BigInt(paid.length + 1);
      const withInterest = (owed: bigint): bigint => (owed * BigInt(100 + percent)) / 100n;
      const owed = paid.reduce<bigint[]>(
        (left, x) => [...left, withInterest(left.at(-1)!) - BigInt(x) * unit],
        [100n * unit],
      );
      fc.pre(owed.every((left) => left > 0n));
      const last = Number(decimals([withInterest(owed.at(-1)!), unit], 2 * paid.length + 2));
      expect(payback({ capex: 100, annual_cash: [...paid, last], rate: percent / 100 })).toBe(paid.length + 1);
      expect(never({ capex: 100, annual_cash: [...paid, last - 1e-9], rate: percent / 100 })[0]).toBe('#N/A');
    }),
  );
});

test('one cell is cash for ever, a list ends', () => {
  expect(payback({ capex: 10, annual_cash: [[4]] })).toBe(2.5);
  expect(never({ capex: 10, annual_cash: [4, 4] })[0]).toBe('#N/A');
});

test('money that costs something takes longer to come back', () => {
  for (const annual_cash of [2.173, [2, 3, 4, 5, 6, 7]]) {
    expect(payback({ capex: 11.14, annual_cash, rate: 0.08 })).toBeGreaterThan(payback({ capex: 11.14, annual_cash }));
  }
});

test('paid back on the last day counts', () => {
  expect(payback({ capex: 5, annual_cash: [2, 3] })).toBe(2);
  expect(payback({ capex: 2, annual_cash: [2, 3] })).toBe(1);
});

test('a bad year in between is made up for later', () => {
  expect(payback({ capex: 10, annual_cash: [5, -2, 9] })).toBeCloseTo(2 + 7 / 9, 12);
  expect(payback({ capex: 4, annual_cash: [5, -9] })).toBe(0.8);
});

test('cash that is worth less than the capex for ever never pays it back', () => {
  expect(never({ capex: 10, annual_cash: 0.5, rate: 0.08 })).toEqual([
    '#N/A',
    'TAAS_PAYBACK: capex of 10 is never paid back: at a rate of 8% the cash of any number of years is worth less.',
  ]);
  expect(never({ capex: 10, annual_cash: 0.8, rate: 0.08 })[0]).toBe('#N/A');
  expect(never({ capex: 10, annual_cash: 0 })[0]).toBe('#N/A');
  expect(never({ capex: 10, annual_cash: -1, rate: 0.08 })[0]).toBe('#N/A');
});

test('something has to be invested', () => {
  expect(never({ capex: 0, annual_cash: 1 })[1]).toBe('capex is 0: expected a number above 0 and up to 1,000,000.');
});
