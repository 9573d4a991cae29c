import { body, number } from '../cell';

const lines = (args: Record<string, unknown> = {}): number[] => body('TAAS_MW_ECONOMICS', args).map((row) => row[0]!);
const SITE = { mw: 1000, basis: 'FACILITY', token_price: 1.0299, cost_per_hour: 0.5501 };

test('a gigawatt at list prices earns $5.9bn on $29.4bn of capital', () => {
  const [chips, , revenue, compute, licence, profit, margin, capital, roic] = lines(SITE);
  expect(chips).toBeCloseTo(1e6 / (0.75 * 1.15), 6);
  expect(profit).toBeCloseTo(revenue! - compute! - licence!, 12);
  expect(margin).toBeCloseTo(profit! / revenue!, 12);
  expect(capital).toBeCloseTo((chips! * (15000 + 0.75 * 1.15 * 12000)) / 1e9, 9);
  expect(roic).toBeCloseTo((profit! * 0.79) / capital!, 12);
});

test('its parts are those of the functions that ask for them alone', () => {
  const [chips, tokens, revenue, compute] = lines(SITE);
  const power = { mw: 1000, basis: 'FACILITY' };
  expect(number('TAAS_MW_TO_CHIPS', power)).toBeCloseTo(chips!, 6);
  expect(number('TAAS_MW_TO_TOKENS', { ...power, hours: 8760 })).toBeCloseTo(tokens!, 6);
  const cost = number('TAAS_TOKEN_COST', { cost_per_hour: 0.5501 });
  expect(compute! / tokens!).toBeCloseTo(cost / 1000, 12);
  expect(revenue! / tokens!).toBeCloseTo(1.0299 / 1000, 12);
});

test('half the utilization is half the revenue and the same cost', () => {
  const [full, half] = [lines({ utilization: 0.6 }), lines({ utilization: 0.3 })];
  expect(half[2]).toBeCloseTo(full[2]! / 2, 12);
  expect(half[3]).toBe(full[3]);
});

test('no power: nothing earned, and no margin, return or revenue per MW', () => {
  expect(lines({ mw: 0 })).toEqual([0, 0, 0, 0, 0, 0, 'n/a', 0, 'n/a', 'n/a']);
});
