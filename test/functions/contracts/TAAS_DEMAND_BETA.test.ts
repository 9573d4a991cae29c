import fc from 'fast-check';
import { error, number } from '../cell';

const beta = (args: Record<string, unknown> = {}): number => number('TAAS_DEMAND_BETA', args);

test('a token contract is geared to demand, a take-or-pay one gains when less is used', () => {
  expect(beta()).toBeGreaterThan(1);
  expect(beta({ contract: 'IAAS' })).toBeLessThan(0);
});

test('its sign holds at every shortfall', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (demand) => {
      expect(beta({ demand })).toBeGreaterThan(0);
      expect(beta({ demand, contract: 'IAAS' })).toBeLessThan(0);
    }),
  );
});

test('it is the percent change of EBIT over the percent change of demand', () => {
  const demand = 0.8;
  const revenue = 0.7 * 0.8 + 0.25 * 0.5 + 0.35 * 1 + 0.4 * 0.1;
  const ebit = revenue * 0.95 - 0.55 * 0.98;
  expect(beta({ demand })).toBeCloseTo((ebit / 0.75625 - 1) / (demand - 1), 12);
});

test('fixed cost gears, a guarantee ungears', () => {
  expect(beta({ cogs_fixed: 1 })).toBeGreaterThan(beta({ cogs_fixed: 0.5 }));
  expect(beta({ floor: 1 })).toBeLessThan(beta({ floor: 0 }));
});

test('a rented fleet above its contract earns no more', () => {
  expect(beta({ demand: 1.5, contract: 'IAAS' })).toBe(0);
});

test('at plan nothing has moved', () => {
  expect(error('TAAS_DEMAND_BETA', { demand: 1 })).toEqual([
    '#DIV/0!',
    'TAAS_DEMAND_BETA: demand_beta divides by demand_change, which is 0.',
  ]);
});
