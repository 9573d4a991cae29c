import { error, number } from '../cell';

const cost = (args: Record<string, unknown> = {}): number => number('TAAS_SERVE_COST', args);

test('with nothing to read it is the cost of writing: TAAS_TOKEN_COST at the speed of writing', () => {
  const written = number('TAAS_TOKEN_COST', { cost_per_hour: 2.15187, tokens_per_sec: 1200, utilization: 0.6 });
  expect(cost({ cost_per_hour: 2.15187, in_out_ratio: 0 })).toBeCloseTo(written, 12);
});

test('what the cache holds is not read: all of it cached is nothing read', () => {
  expect(cost({ cache_hit: 1 })).toBeCloseTo(cost({ in_out_ratio: 0 }), 12);
});

test('reading 30 fresh tokens for each that is written takes 1.8 times the time of writing', () => {
  const [all, writing] = [cost(), cost({ in_out_ratio: 0 })];
  expect(all / writing - 1).toBeCloseTo((300 * 0.1 * 1200) / 20000, 12);
});

test('half as busy, twice the cost', () => {
  expect(cost({ utilization: 0.3 })).toBeCloseTo(2 * cost({ utilization: 0.6 }), 12);
});

test('a chip that does not read, or is never busy, has no cost per token', () => {
  expect(error('TAAS_SERVE_COST', { cache_hit: 1.2 })[1]).toMatch(/^cache_hit is 1.2: expected a number from 0 to 1/);
  expect(() => cost({ prefill_tps: 0 })).toThrow('#DIV/0!');
  expect(() => cost({ utilization: 0 })).toThrow('#DIV/0!');
});
