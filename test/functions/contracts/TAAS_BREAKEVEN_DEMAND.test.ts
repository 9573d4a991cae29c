import fc from 'fast-check';
import { atDemand, breakevenDemand, type Terms } from '../../../src/economics/demand';
import { exact, type Exact } from '../../../src/formula/exact';
import { callByName } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { catalogue, error, number } from '../cell';
import '../../catalogue/seed';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const breakeven = (args: Record<string, unknown> = {}): number => number('TAAS_BREAKEVEN_DEMAND', args);
const ALWAYS =
  'TAAS_BREAKEVEN_DEMAND: EBIT is not negative at any share of plan: the guaranteed fee covers the cost even without consumption.';

test('at the break-even demand the margin is zero', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.7, noNaN: true }),
      fc.double({ min: 0.9, max: 1, noNaN: true }),
      (floor, cogs_fixed) => {
        const demand = breakeven({ floor, cogs_fixed });
        expect(number('TAAS_SHOCK_MARGIN', { demand, floor, cogs_fixed })).toBeCloseTo(0, 9);
      },
    ),
  );
});

test('the same for a rented fleet that guarantees too little', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.7, noNaN: true }),
      fc.double({ min: 0.9, max: 1, noNaN: true }),
      (floor, cogs_fixed) => {
        const demand = breakeven({ contract: 'IAAS', floor, cogs_fixed });
        expect(demand).toBeGreaterThan(floor);
        expect(number('TAAS_SHOCK_MARGIN', { contract: 'IAAS', demand, floor, cogs_fixed })).toBeCloseTo(0, 9);
      },
    ),
  );
});

test('the more is guaranteed and the less is fixed, the less demand is needed', () => {
  const needed = [0, 0.2, 0.4, 0.6].map((floor) => breakeven({ floor }));
  expect(needed).toEqual([...needed].sort((a, b) => b - a));
  expect(new Set(needed).size).toBe(4);
  expect(breakeven({ cogs_fixed: 0.5 })).toBeLessThan(breakeven());
});

test('cost that follows demand altogether breaks even at nothing', () => {
  expect(breakeven({ cogs_fixed: 0 })).toBe(0);
});

test('a fee that covers idle capacity may not cover it in use: EBIT falls to the guarantee, then rises', () => {
  const rented = { contract: 'IAAS', floor: 0.76 };
  const margin = (demand: number): number => number('TAAS_SHOCK_MARGIN', { ...rented, demand });
  expect(margin(0)).toBeGreaterThan(0);
  expect(margin(0.76)).toBeLessThan(0);
  expect(breakeven(rented)).toBeCloseTo(0.811475409836066, 14);
});

test('is the demand from which on no demand up to plan loses money, as a dense scan finds it', () => {
  const percent = fc.integer({ min: 0, max: 100 }).map((k) => k / 100);
  const STEPS = 200;
  fc.assert(
    fc.property(fc.constantFrom('TAAS', 'IAAS'), percent, percent, (contract, floor, cogs_fixed) => {
      const terms = { contract, floor, cogs_fixed };
      const loses = Array.from({ length: STEPS + 1 }, (_, k) => {
        const shock = callByName(catalogue.find('TAAS_SHOCK_MARGIN'), { ...terms, demand: k / STEPS }, catalogue);
        // No revenue has no margin; what is left is the fixed cost.
        return shock instanceof Problem ? cogs_fixed > 0 : (shock.cells[0]![0] as number) < 0;
      });
      const answer = callByName(catalogue.find('TAAS_BREAKEVEN_DEMAND'), terms, catalogue);
      const last = loses.lastIndexOf(true);
      if (answer instanceof Problem) {
        expect([last, answer.sentence]).toEqual([-1, ALWAYS]);
        return;
      }
      const demand = answer.cells[0]![0] as number;
      expect(demand * STEPS).toBeGreaterThan(last - 1e-9);
      expect(demand * STEPS).toBeLessThanOrEqual(last + 1 + 1e-9);
    }),
    { numRuns: 120 },
  );
});

test('a fee that is guaranteed is profitable before the first token', () => {
  expect(error('TAAS_BREAKEVEN_DEMAND', { floor: 1 })).toEqual(['#N/A', ALWAYS]);
  expect(error('TAAS_BREAKEVEN_DEMAND', { contract: 'IAAS' })).toEqual(['#N/A', ALWAYS]);
});

describe('any deal', () => {
  const m = exact();
  const plain = (x: unknown): number => (x as Exact).value.toNumber();
  const terms = (
    given: Partial<Record<keyof Terms, number>>,
    contract: Terms['contract'] = 'TAAS',
    rates: readonly number[] = [0.25, 0.35, 0.4],
  ): Terms => {
    const num = (name: keyof Terms, fallback: number) => m.num(given[name] ?? fallback);
    const tiers = [0, 0.5, 1.5].map((from, i) => ({ from: m.num(from), rate: m.num(rates[i]!) }));
    return {
      contract,
      tiers,
      floor: num('floor', 0),
      cogs_fixed: num('cogs_fixed', 0.9),
      token_spend: num('token_spend', 2),
      fixed_fee: num('fixed_fee', 0.7),
      infra_cogs: num('infra_cogs', 0.55),
      opex_rate: num('opex_rate', 0.05),
      infra_rate: m.num(0),
      rev_share_scale: m.num(1),
      mode: 'MARGINAL',
      fee: num('fixed_fee', 0.7),
    };
  };

  test('EBIT is zero at its break-even, in whichever tier that falls', () => {
    const contract = fc.constantFrom<Terms['contract']>('TAAS', 'IAAS');
    const money = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
    fc.assert(
      fc.property(
        contract,
        money(5),
        money(2),
        money(2),
        share,
        share,
        fc.tuple(share, share, share),
        (kind, token_spend, fixed_fee, infra_cogs, floor, cogs_fixed, rates) => {
          const deal = terms({ token_spend, fixed_fee, infra_cogs, floor, cogs_fixed }, kind, rates);
          const answer = breakevenDemand(deal, m) as Exact;
          const ebits = Array.from({ length: 41 }, (_, k) => plain(atDemand(m.num(k / 40), deal, m).ebit));
          if (answer.fault) {
            const always = ebits.every((ebit) => ebit >= 0);
            expect(answer.fault.sentence).toMatch(always ? /not negative at any share/ : /negative at plan/);
            if (!always) expect(ebits[40]).toBeLessThan(0);
            return;
          }
          expect(ebits.filter((ebit, k) => k / 40 > plain(answer) && ebit < 0)).toEqual([]);
          expect(plain(answer)).toBeGreaterThanOrEqual(0);
          expect(plain(answer)).toBeLessThanOrEqual(1);
          expect(plain(atDemand(answer, deal, m).ebit)).toBeCloseTo(0, 15);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('each of three tiers can hold it', () => {
    const inTier = (infra_cogs: number): number => plain(breakevenDemand(terms({ infra_cogs, cogs_fixed: 1 }), m));
    expect(inTier(0.2)).toBeLessThan(0.25);
    expect(inTier(0.5)).toBeGreaterThan(0.25);
    expect(inTier(0.5)).toBeLessThan(0.75);
    expect(inTier(1.2)).toBeGreaterThan(0.75);
  });

  test('exactly at plan, and exactly where a tier opens', () => {
    const plan = plain(atDemand(m.num(1), terms({ infra_cogs: 0 }), m).ebit);
    const opens = plain(atDemand(m.num(0.25), terms({ infra_cogs: 0 }), m).ebit);
    expect(plain(breakevenDemand(terms({ infra_cogs: plan, cogs_fixed: 1 }), m))).toBe(1);
    expect(plain(breakevenDemand(terms({ infra_cogs: opens, cogs_fixed: 1 }), m))).toBe(0.25);
  });

  test('a deal that loses money at plan says so', () => {
    const answer = breakevenDemand(terms({ infra_cogs: 2 }), m) as Exact;
    expect(answer.fault).toMatchObject({
      code: '#N/A',
      sentence: 'EBIT is negative at plan: no share of plan is enough',
    });
  });

  test('tiers that open above plan play no part', () => {
    const small = breakevenDemand(terms({ token_spend: 0.4, infra_cogs: 0.5 }), m);
    const [loss, plan] = [0, 1].map((demand) =>
      plain(atDemand(m.num(demand), terms({ token_spend: 0.4, infra_cogs: 0.5 }), m).ebit),
    );
    expect(plain(small)).toBeCloseTo(loss! / (loss! - plan!), 12);
  });
});
