/** A fleet whose vintages live differently, beside one that was bought before. */
import fc from 'fast-check';
import { answer, error } from '../cell';

const quarters = (args: Record<string, unknown>): number[] =>
  answer('TAAS_FLEET_DEPRECIATION', args).cells.flat() as number[];
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const bn = fc.double({ min: 0, max: 50, noNaN: true });
const life = fc.integer({ min: 1, max: 40 }).map((x) => x / 4 + 0.05);

test('whatever the lives, all that was paid and all that stood in the books is written off', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bn, life), { minLength: 1, maxLength: 6 }), bn, life, (vintages, nbv, left) => {
      const all = quarters({
        capex: vintages.map(([cost]) => cost),
        life_years: vintages.map(([, years]) => years),
        opening_nbv: nbv,
        opening_years: left,
      });
      expect(sum(all)).toBeCloseTo(sum(vintages.map(([cost]) => cost)) + nbv, 8);
    }),
  );
});

test('one life for all is that life for each', () => {
  const capex = [10, 12, 0, 7];
  expect(quarters({ capex, life_years: [5, 5, 5, 5] })).toEqual(quarters({ capex, life_years: 5 }));
});

test('each vintage is the fleet of it alone, later', () => {
  const both = quarters({ capex: [10, 12], life_years: [1, 2], periods: 12 });
  const first = quarters({ capex: [10], life_years: 1, periods: 12 });
  const second = [0, ...quarters({ capex: [12], life_years: 2, periods: 11 })];
  both.forEach((charge, i) => expect(charge).toBeCloseTo(first[i]! + second[i]!, 12));
});

test('the fleet of before runs off evenly and is gone: 12 quarters of $8.33bn', () => {
  const charges = quarters({ capex: [0], opening_nbv: 100, opening_years: 3, periods: 14 });
  expect(charges.slice(0, 12).every((charge) => Math.abs(charge - 100 / 12) < 1e-12)).toBe(true);
  expect(charges.slice(12)).toEqual([0, 0]);
});

test('a book value needs the years that it has left', () => {
  expect(error('TAAS_FLEET_DEPRECIATION', { capex: [1], opening_nbv: 5 })[1]).toMatch(
    /^opening_years is missing beside opening_nbv/,
  );
});
