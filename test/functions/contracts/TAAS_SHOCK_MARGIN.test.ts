import fc from 'fast-check';
import { error, number } from '../cell';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const spend = fc.double({ min: 0.1, max: 10, noNaN: true });
const deal = fc.record({
  token_spend: spend,
  fixed_fee: fc.double({ min: 0.1, max: 5, noNaN: true }),
  infra_cogs: fc.double({ min: 0, max: 5, noNaN: true }),
  opex_rate: fc.double({ min: 0, max: 0.2, noNaN: true }),
});
const margin = (args: Record<string, unknown>): number => number('TAAS_SHOCK_MARGIN', args);

test('at plan the margin is that of the deal, whatever is guaranteed or fixed', () => {
  fc.assert(
    fc.property(deal, share, share, (terms, floor, cogs_fixed) => {
      expect(margin({ demand: 1, floor, cogs_fixed, ...terms })).toBeCloseTo(number('TAAS_MARGIN', terms), 12);
    }),
  );
});

test('at plan a take-or-pay contract earns what the infrastructure channel does', () => {
  expect(margin({ demand: 1, contract: 'IAAS' })).toBeCloseTo((0.7 * 0.95 - 0.55) / 0.7, 12);
});

test('more demand never lowers the margin of the token contract below plan', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(margin({ demand: high })).toBeGreaterThanOrEqual(margin({ demand: low }) - 1e-12);
      },
    ),
  );
});

test('a take-or-pay fee is owed in full, so the margin rises when less is used', () => {
  expect(margin({ demand: 0.7, contract: 'IAAS' })).toBeGreaterThan(margin({ demand: 1, contract: 'IAAS' }));
  expect(margin({ demand: 0, contract: 'IAAS' })).toBeCloseTo((0.7 * 0.95 - 0.55 * 0.9) / 0.7, 12);
});

test('a rented fleet cannot bill above its contract', () => {
  const plan = margin({ demand: 1, contract: 'IAAS' });
  expect(margin({ demand: 1.3, contract: 'IAAS' })).toBe(plan);
  expect(margin({ demand: 10, contract: 'IAAS', floor: 0.2 })).toBe(plan);
});

test('a blank floor is none for TAAS and all of the fee for IAAS', () => {
  expect(margin({ demand: 0.6 })).toBe(margin({ demand: 0.6, floor: 0 }));
  expect(margin({ demand: 0.6, contract: 'IAAS' })).toBe(margin({ demand: 0.6, contract: 'IAAS', floor: 1 }));
  expect(margin({ demand: 0.6, contract: 'IAAS', floor: null })).not.toBe(
    margin({ demand: 0.6, contract: 'IAAS', floor: 0 }),
  );
});

test('without a guarantee a rented fleet bills what is used', () => {
  const [revenue, cogs] = [0.7 * 0.6, 0.55 * (0.9 + 0.1 * 0.6)];
  expect(margin({ demand: 0.6, contract: 'IAAS', floor: 0 })).toBeCloseTo((revenue * 0.95 - cogs) / revenue, 12);
  expect(margin({ demand: 0.6, contract: 'IAAS', floor: 0.5 })).toBe(
    margin({ demand: 0.6, contract: 'IAAS', floor: 0 }),
  );
});

test('a guaranteed fee protects the margin of a shortfall and costs nothing at plan', () => {
  expect(margin({ demand: 0.7, floor: 1 })).toBeGreaterThan(margin({ demand: 0.7 }));
  expect(margin({ demand: 1, floor: 1 })).toBe(margin({ demand: 1 }));
});

test('above plan capacity is added for what is consumed, so fixed cost is no help any more', () => {
  expect(margin({ demand: 1.3, cogs_fixed: 0.2 })).toBe(margin({ demand: 1.3, cogs_fixed: 1 }));
  expect(margin({ demand: 0.9, cogs_fixed: 0.2 })).toBeGreaterThan(margin({ demand: 0.9, cogs_fixed: 1 }));
});

test('all dollars twice as large leave the margin alone', () => {
  const tiers = [
    [0, 0.25],
    [1, 0.35],
    [3, 0.4],
  ];
  const doubled = { token_spend: 4, fixed_fee: 1.4, infra_cogs: 1.1, tiers };
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 2, noNaN: true }), (demand) => {
      expect(margin({ demand, ...doubled })).toBeCloseTo(margin({ demand }), 12);
    }),
  );
});

test('nothing consumed and nothing guaranteed is no revenue', () => {
  expect(error('TAAS_SHOCK_MARGIN', { demand: 0 })).toEqual([
    '#DIV/0!',
    'TAAS_SHOCK_MARGIN: shock_margin divides by revenue, which is 0.',
  ]);
});

test('demand must be given, as a share of plan', () => {
  expect(error('TAAS_SHOCK_MARGIN')).toEqual(['#VALUE!', 'demand is missing: expected a number from 0 to 10.']);
  expect(error('TAAS_SHOCK_MARGIN', { demand: 70 })[1]).toBe(
    'demand is 70: expected a number from 0 to 10 (70% is 0.7).',
  );
});
