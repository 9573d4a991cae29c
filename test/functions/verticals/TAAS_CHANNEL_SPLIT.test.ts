import fc from 'fast-check';
import { answer, body, error } from '../cell';

const CHANNELS = {
  shares: [0.410256, 0.12, 0.05, 0.419744],
  payout_rates: [0.3375, 0.25, 0.2, 0],
  labels: ['Bedrock', 'Vertex', 'Foundry', 'Direct'],
};

test('payouts of 1Q26 are 17.8% of revenue, where the press has about a tenth', () => {
  const total = body('TAAS_CHANNEL_SPLIT', { ...CHANNELS, arr_open: 9, arr_close: 30 }).at(-1)!;
  expect(total[0]).toBe(4.875);
  expect(total[1]! / total[0]!).toBeCloseTo(0.178, 3);
});

test('every dollar is spent in one channel, and paid out or kept', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (given, rate) => {
      const whole = given.reduce((sum, weight) => sum + weight, 0);
      fc.pre(whole > 0);
      const shares = given.map((weight) => weight / whole);
      const rows = body('TAAS_CHANNEL_SPLIT', { shares, payout_rates: shares.map(() => rate) });
      const total = rows.at(-1)!;
      expect(total[0]).toBeCloseTo(4.875, 10);
      expect(total[1]).toBeCloseTo(4.875 * rate, 10);
      for (const [spend, payout, kept] of rows) expect(payout! + kept!).toBeCloseTo(spend!, 10);
    }),
  );
});

test('channels without a name are numbered', () => {
  const { cells } = answer('TAAS_CHANNEL_SPLIT', { shares: [0.5, 0.5], payout_rates: [0.3, 0] });
  expect(cells.map(([label]) => label)).toEqual(['Channel', 'Channel 1', 'Channel 2', 'Total']);
});

test('thirds as they are typed sum to one; what does not is refused', () => {
  const third = 0.333333333333333;
  expect(body('TAAS_CHANNEL_SPLIT', { shares: [third, third, third], payout_rates: [0, 0, 0] })).toHaveLength(4);
  expect(error('TAAS_CHANNEL_SPLIT', { shares: [0.5, 0.4], payout_rates: [0, 0] })[1]).toMatch(/^shares sum to 0.9/);
});

test('a rate or a name for each channel', () => {
  const [, sentence] = error('TAAS_CHANNEL_SPLIT', { shares: [0.5, 0.5], payout_rates: [0.3] });
  expect(sentence).toMatch(/shares .*2.*payout_rates.*1|payout_rates .*1.*shares.*2/);
});
