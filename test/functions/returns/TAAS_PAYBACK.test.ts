import fc from 'fast-check';
import { error, number } from '../cell';

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
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (annual_cash, rate, part) => {
        const values = annual_cash.map((cash, i) => cash / (1 + rate) ** (i + 1));
        const capex = part * values.reduce((total, x) => total + x, 0);
        const years = payback({ capex, annual_cash, rate });
        const worth = values.reduce((total, value, i) => total + value * Math.min(1, Math.max(0, years - i)), 0);
        expect(worth / capex).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('even cash year by year, undiscounted, is flat cash', () => {
  expect(payback({ capex: 10, annual_cash: [4, 4, 4] })).toBe(payback({ capex: 10, annual_cash: 4 }));
  expect(payback({ capex: 10, annual_cash: [[4], [4], [4]] })).toBe(2.5);
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
    'TAAS_PAYBACK: capex of 10 is never paid back: at a rate of 8% the cash is worth less.',
  ]);
  expect(never({ capex: 10, annual_cash: 0.8, rate: 0.08 })[0]).toBe('#N/A');
  expect(never({ capex: 10, annual_cash: 0 })[0]).toBe('#N/A');
  expect(never({ capex: 10, annual_cash: -1, rate: 0.08 })[0]).toBe('#N/A');
});

test('something has to be invested', () => {
  expect(never({ capex: 0, annual_cash: 1 })[1]).toBe('capex is 0: expected a number above 0 and up to 1,000,000.');
});
