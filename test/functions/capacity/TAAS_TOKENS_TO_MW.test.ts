import fc from 'fast-check';
import { error, number } from '../cell';

const mw = (args: Record<string, unknown> = {}): number => number('TAAS_TOKENS_TO_MW', args);

test('16bn tokens a minute through a quarter are 2,102 trillion, and 460 MW of IT power', () => {
  expect((16e9 * 60 * 24 * 91.25) / 1e12).toBeCloseTo(2102.4, 10);
  expect(mw({ tokens: 2102.4 })).toBeCloseTo(459.770114942529, 10);
});

test('power gives tokens, and tokens give the power back', () => {
  const share = fc.double({ min: 0.05, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 5000, noNaN: true }),
      share,
      fc.double({ min: 1, max: 2, noNaN: true }),
      fc.constantFrom('IT', 'FACILITY'),
      (power, utilization, pue, basis) => {
        const same = { utilization, pue, basis };
        const tokens = number('TAAS_MW_TO_TOKENS', { mw: power, ...same });
        expect(mw({ tokens, ...same }) / power).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('no tokens need no power; idle chips serve none', () => {
  expect(mw({ tokens: 0 })).toBe(0);
  expect(error('TAAS_TOKENS_TO_MW', { tokens: -1 })[1]).toMatch(/^tokens is -1: expected a number from 0/);
});
