/** A share of gross profit, and a cap: every function that knows a deal knows the same deal. */
import fc from 'fast-check';
import { callByName } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { body, catalogue, error, number, type Arguments } from '../cell';
import '../../catalogue/seed';

const HALF = { tiers: [[0, 0.5]], share_basis: 'GROSS_PROFIT' };

describe('half of the lab’s gross profit', () => {
  test('is a share of 0.65 and a margin of 54.3%; of the spend less a fee of 1, 58.3%', () => {
    const pnl = body('TAAS_PNL', HALF).map(([x]) => x!);
    expect([pnl[2], pnl[3], pnl[7]]).toEqual([0.65, 1.35, 0.7325]);
    expect(number('TAAS_MARGIN', HALF)).toBeCloseTo(0.7325 / 1.35, 14);
    expect(number('TAAS_MARGIN', { ...HALF, fixed_fee: 1 })).toBeCloseTo(0.875 / 1.5, 14);
    expect(number('TAAS_MARGIN', { fixed_fee: 1 })).toBeCloseTo(0.6216, 4);
  });

  test('is nothing of a loss', () => {
    expect(number('TAAS_REV_SHARE', { ...HALF, token_spend: 0.5, fixed_fee: 0.7 })).toBe(0);
  });

  test('needs to know the fee', () => {
    expect(error('TAAS_REV_SHARE', HALF)).toEqual([
      '#VALUE!',
      'fixed_fee is missing: share_basis GROSS_PROFIT needs it.',
    ]);
  });
});

test('a cap cuts what the scale has raised', () => {
  const share = (args: Arguments): number => body('TAAS_PNL', args)[2]![0]!;
  expect(share({ cap: 0.7 })).toBe(0.675);
  expect(share({ cap: 0.7, rev_share_scale: 2 })).toBe(0.7);
  expect(share({ cap: 0 })).toBe(0);
});

const thousandths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 1000, max: to * 1000 }).map((k) => k / 1000);
const tiers = fc
  .array(fc.tuple(thousandths(0.1, 1), thousandths(0, 0.6)), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    let from = 0;
    return steps.map(([width, rate], i) => [i === 0 ? 0 : (from = Number((from + width).toFixed(3))), rate]);
  });
const deals = fc.record({
  token_spend: thousandths(0.2, 4),
  fixed_fee: thousandths(0.1, 2),
  infra_rate: fc.constantFrom(0, 0.1, 0.35),
  tiers,
  infra_cogs: thousandths(0, 1.5),
  opex_rate: thousandths(0, 0.2),
  mode: fc.constantFrom('MARGINAL', 'WHOLE'),
  rev_share_scale: fc.constantFrom(0, 0.5, 1, 2),
  share_basis: fc.constantFrom('SPEND', 'GROSS_PROFIT'),
  cap: fc.constantFrom(null, 0.1, 0.4, 1),
});
type Terms = typeof deals extends fc.Arbitrary<infer T> ? T : never;
const without = (deal: Terms, ...names: (keyof Terms)[]): Arguments =>
  Object.fromEntries(Object.entries(deal).filter(([name]) => !names.includes(name as keyof Terms)));
const anyDeal = (check: (deal: Terms) => void, numRuns = 200): void =>
  fc.assert(fc.property(deals, check), { numRuns });
const value = (name: string, args: Arguments): number | string => {
  const answered = callByName(catalogue.find(name), args, catalogue);
  return answered instanceof Problem ? answered.sentence : (answered.cells[0]![0] as number);
};

test('at plan every function has the margin of the same deal', () =>
  anyDeal((deal) => {
    const margin = number('TAAS_MARGIN', deal);
    const pnl = body('TAAS_PNL', deal).map(([x]) => x!);
    expect(pnl[9]).toBe(margin);
    expect(body('TAAS_GROSS_NET', deal)[5]![0]).toBe(margin);
    expect(body('TAAS_CHANNELS', deal)[1]![2]).toBe(margin);
    expect(number('TAAS_SHOCK_MARGIN', { demand: 1, ...deal })).toBeCloseTo(margin, 12);
    expect(number('TAAS_EXPECTED_MARGIN', { demands: [1], probabilities: [1], ...deal })).toBeCloseTo(margin, 12);
    expect(number('TAAS_TAKE_RATE', without(deal, 'infra_cogs', 'opex_rate'))).toBe(pnl[10]);
    expect(number('TAAS_REV_SHARE', without(deal, 'infra_cogs', 'opex_rate'))).toBe(pnl[2]);
    const own = { ...without(deal, 'infra_cogs', 'opex_rate'), level: 'CONTRIBUTION' };
    expect(number('TAAS_LAB_MARGIN', own)).toBeCloseTo(1 - pnl[10]!, 11);
  }));

test('the required share of gross profit, agreed flat, gives the target margin', () =>
  anyDeal((deal) => {
    const own = without(deal, 'tiers', 'mode', 'rev_share_scale', 'cap');
    const share = value('TAAS_REQUIRED_SHARE', { ...own, target_margin: 0.4 });
    fc.pre(typeof share === 'number' && share >= 0 && share <= 1 && deal.infra_cogs > 0.01);
    expect(number('TAAS_MARGIN', { ...own, tiers: [[0, share]] })).toBeCloseTo(0.4, 9);
  }));

test('a margin that the cap keeps out of reach is answered in words', () => {
  expect(error('TAAS_REQUIRED_SHARE', { cap: 0.5 })).toEqual([
    '#N/A',
    'TAAS_REQUIRED_SHARE: no revenue share reaches a 55% margin: it may come to no more than 0.5.',
  ]);
  expect(number('TAAS_REQUIRED_SHARE', { cap: 0.675 })).toBe(0.3375);
});

describe('the spend behind a net revenue', () => {
  const netAt = (deal: Terms, token_spend: number): number => body('TAAS_PNL', { ...deal, token_spend })[3]![0]!;

  test('brings that net revenue, and is the spend that did unless others do as well', () =>
    anyDeal((deal) => {
      const net_revenue = netAt(deal, deal.token_spend);
      const terms = without(deal, 'token_spend', 'infra_cogs', 'opex_rate');
      const spend = value('TAAS_IMPLIED_SPEND', { ...terms, net_revenue });
      const others = Array.from({ length: 101 }, (_, k) => (deal.token_spend * (k + 50)) / 100);
      if (typeof spend === 'number') {
        expect(netAt(deal, spend)).toBeCloseTo(net_revenue, 9);
        return;
      }
      // no answer: level around it, or net revenue jumps
      const level = others.filter((other) => Math.abs(netAt(deal, other) - net_revenue) < 1e-9);
      if (deal.mode === 'MARGINAL') expect(level.length).toBeGreaterThan(1);
      else expect(spend).toMatch(/more than one token spend|no token spend/);
    }, 400));

  test.each<[string, Arguments, string]>([
    [
      'one cap, many spends',
      { net_revenue: 1.1, cap: 0.4 },
      'no one token spend is behind net revenue of 1.1: with a share of at most 0.4 it stops rising',
    ],
    [
      'more than fee and cap',
      { net_revenue: 1.2, cap: 0.4 },
      'no one token spend is behind net revenue of 1.2: with a share of at most 0.4 it stops rising',
    ],
    [
      'any spend up to the fee leaves no gross profit to share',
      { net_revenue: 0.7, share_basis: 'GROSS_PROFIT' },
      'net revenue does not rise with spend in the tier that 0.7 falls in',
    ],
    [
      'a tier of nothing between two others',
      { net_revenue: 0.825, tiers: [[0, 0.25], [0.5, 0], [1, 0.3]] }, // prettier-ignore
      'net revenue does not rise with spend in the tier that 0.825 falls in',
    ],
    [
      'the gap where a tier opens',
      { net_revenue: 0.85, mode: 'WHOLE' },
      'no token spend brings net revenue of 0.85, which jumps where a tier opens',
    ],
    [
      'rates that fall',
      { net_revenue: 1, mode: 'WHOLE', tiers: [[0, 0.4], [1, 0.2]] }, // prettier-ignore
      'more than one token spend brings net revenue of 1, which jumps where a tier opens',
    ],
  ])('is not told where it is not one: %s', (_what, args, sentence) => {
    expect(error('TAAS_IMPLIED_SPEND', args)).toEqual(['#N/A', `TAAS_IMPLIED_SPEND: ${sentence}.`]);
  });

  test('just below a cap is one', () => {
    expect(number('TAAS_IMPLIED_SPEND', { net_revenue: 1.0999, cap: 0.4 })).toBeCloseTo(1.2854285714, 9);
    expect(number('TAAS_IMPLIED_SPEND', { net_revenue: 1.3, cap: 0.4, infra_rate: 0.1 })).toBe(2);
  });

  test('where all of the spend is the fee, there is never a profit to share', () => {
    expect(number('TAAS_IMPLIED_SPEND', { share_basis: 'GROSS_PROFIT', infra_rate: 1 })).toBe(0.675);
  });
});

describe('the break-even demand', () => {
  test('is where the losses end, as a dense scan finds it', () =>
    fc.assert(
      fc.property(
        deals,
        fc.constantFrom(0, 0.4, 1),
        fc.constantFrom(0, 0.6, 1),
        fc.constantFrom('TAAS', 'IAAS'),
        (deal, floor, cogs_fixed, contract) => {
          const terms = { ...deal, floor, cogs_fixed, contract };
          const STEPS = 100;
          const ebits = Array.from({ length: STEPS + 1 }, (_, k) => {
            const args = { ...terms, demand: k / STEPS };
            const margin = value('TAAS_SHOCK_MARGIN', args);
            // no revenue: what is left is the fixed cost
            return typeof margin === 'number' ? margin : -deal.infra_cogs * cogs_fixed;
          });
          const found = value('TAAS_BREAKEVEN_DEMAND', terms);
          const last = ebits.findLastIndex((ebit) => ebit < -1e-12);
          if (found === undefined || typeof found === 'string') {
            if (/not negative/.test(String(found))) expect(last).toBe(-1);
            else expect(last).toBe(STEPS);
            return;
          }
          expect(found * STEPS).toBeGreaterThan(last - 1e-6);
          // between two steps of the scan a loss may begin and end where a tier opens
          if (deal.mode === 'MARGINAL' || contract === 'IAAS')
            expect(found * STEPS).toBeLessThanOrEqual(last + 1 + 1e-6);
          const [before, at] = [found - 1e-7, found + 1e-9].map((demand) =>
            value('TAAS_SHOCK_MARGIN', { ...terms, demand }),
          );
          if (typeof at === 'number') expect(at).toBeGreaterThan(-1e-6);
          if (found > 1e-6 && typeof before === 'number') expect(before).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 300 },
    ));

  test('may be the very demand at which a tier opens', () => {
    const terms = { mode: 'WHOLE', tiers: [[0, 0], [1, 0.5]], fixed_fee: 0.2, infra_cogs: 0.5, cogs_fixed: 1 }; // prettier-ignore
    expect(number('TAAS_BREAKEVEN_DEMAND', terms)).toBe(0.5);
    expect(number('TAAS_SHOCK_MARGIN', { ...terms, demand: 0.499999 })).toBeLessThan(0);
    expect(number('TAAS_SHOCK_MARGIN', { ...terms, demand: 0.5 })).toBeGreaterThan(0);
  });

  test('is the start of a stretch on which EBIT stays at nothing', () => {
    const terms = { fixed_fee: 0, cap: 0.4, infra_cogs: 0.4, opex_rate: 0, cogs_fixed: 1 };
    expect(number('TAAS_BREAKEVEN_DEMAND', terms)).toBeCloseTo((0.5 + 0.275 / 0.35) / 2, 14);
    expect(number('TAAS_SHOCK_MARGIN', { ...terms, demand: 0.9 })).toBe(0);
  });
});
