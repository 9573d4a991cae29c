/** What must be true of any deal between a cloud and a lab, whatever its terms. */
import fc from 'fast-check';
import { answer, body, cell, error, number, type Arguments } from '../cell';
import { equal, inDecimals } from '../in-decimals';
import '../../catalogue/seed';

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

const tenths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 1000, max: to * 1000 }).map((k) => k / 1000);

const tiers = fc.array(fc.tuple(tenths(0.1, 2), tenths(0, 0.6)), { minLength: 1, maxLength: 4 }).map((steps) => {
  let from = 0;
  return steps.map(([width, rate], i) => [i === 0 ? 0 : (from = Number((from + width).toFixed(3))), rate]);
});

const terms = {
  token_spend: tenths(0.1, 8),
  fixed_fee: tenths(0, 4),
  infra_rate: tenths(0, 0.4),
  tiers,
  mode: fc.constantFrom('MARGINAL', 'WHOLE'),
};
const deals = fc.record({
  ...terms,
  infra_cogs: tenths(0, 3),
  opex_rate: tenths(0, 0.3),
  rev_share_scale: tenths(0, 2),
});

/** A deal of which the cloud keeps something. */
const paid = deals.filter(({ fixed_fee, infra_rate }) => fixed_fee + infra_rate > 0);
const anyDeal = (check: (deal: Of<typeof paid>) => void): void => fc.assert(fc.property(paid, check));

/** All dollars of a deal, k times as many. */
const scaled = (deal: Arguments & { tiers: number[][] }, k: number): Arguments => ({
  ...Object.fromEntries(
    Object.entries(deal).map(([name, x]) => [
      name,
      ['token_spend', 'fixed_fee', 'infra_cogs', 'other_cogs', 'net_revenue'].includes(name) ? (x as number) * k : x,
    ]),
  ),
  tiers: deal.tiers.map(([from, rate]) => [from! * k, rate]),
});

/** The terms that a function asks for. */
const asked = (deal: Arguments, ...names: string[]): Arguments =>
  Object.fromEntries(names.map((name) => [name, deal[name]]));
const DEAL = ['token_spend', 'fixed_fee', 'infra_rate', 'tiers', 'mode'];

describe('the base case', () => {
  test('is Bedrock at 55%', () => {
    expect(number('TAAS_MARGIN')).toBe(0.55);
    expect(number('TAAS_TAKE_RATE')).toBe(0.6875);
    expect(number('TAAS_LAB_MARGIN')).toBe(0.65);
  });

  test('reads as a profit and loss account', () => {
    const { cells } = answer('TAAS_PNL');
    expect(cells[0]).toEqual(['Line', '1 quarter']);
    expect(cells.slice(1).map((row) => row[0])).toEqual([
      'Gross token spend',
      'Infrastructure fee',
      'Revenue share',
      'Net revenue',
      'Infrastructure COGS',
      'Gross profit',
      'Platform opex',
      'EBIT',
      'Gross margin',
      'EBIT margin',
      'Take rate',
      'Revenue share of spend',
    ]);
  });

  test('a list of tiers may come in any form that a sheet has', () => {
    const asText = [
      ['0', '25%'],
      ['0.5', '35%'],
      ['1.5', '40%'],
    ];
    expect(number('TAAS_MARGIN', { tiers: asText })).toBe(0.55);
    expect(number('TAAS_MARGIN', { token_spend: '2', opex_rate: '5%', mode: 'marginal' })).toBe(0.55);
  });
});

describe('the profit and loss account', () => {
  test('adds up to the last digit', () =>
    anyDeal((deal) => {
      const [spend, fee, share, net, cogs, gross, opex, ebit] = inDecimals('TAAS_PNL', deal).map((row) => row[0]!);
      expect(equal(fee!.plus(share!), net!)).toBe(true);
      expect(equal(net!.minus(cogs!), gross!)).toBe(true);
      expect(equal(gross!.minus(opex!), ebit!)).toBe(true);
      expect(spend!.toNumber()).toBe(deal.token_spend);
    }));

  test('has the same margin, take rate and share as the functions of one number', () =>
    anyDeal((deal) => {
      const lines = body('TAAS_PNL', deal).map(([x]) => x!);
      expect(number('TAAS_MARGIN', deal)).toBe(lines[9]);
      const unscaled = { ...deal, rev_share_scale: 1 };
      const [share, takeRate] = [2, 10].map((i) => body('TAAS_PNL', unscaled)[i]![0]);
      expect(number('TAAS_REV_SHARE', asked(deal, 'token_spend', 'tiers', 'mode'))).toBe(share);
      expect(number('TAAS_TAKE_RATE', asked(deal, ...DEAL))).toBe(takeRate);
    }));
});

describe('agent or principal', () => {
  test('EBIT is the same to the last digit', () =>
    anyDeal((deal) => {
      const ebit = inDecimals('TAAS_GROSS_NET', deal)[4]!;
      expect(equal(ebit[0]!, ebit[1]!)).toBe(true);
      const [agent, principal] = body('TAAS_GROSS_NET', deal)[4]!;
      expect(Math.abs(agent! - principal!)).toBeLessThanOrEqual(1e-12);
    }));

  test('the margin as principal is the margin as agent times the take rate', () =>
    anyDeal((deal) => {
      const [agent, principal] = inDecimals('TAAS_GROSS_NET', deal)[5]!;
      const takeRate = inDecimals('TAAS_PNL', deal)[10]![0]!;
      expect(equal(agent!.times(takeRate), principal!)).toBe(true);
    }));
});

describe('ten times the dollars', () => {
  test.each([10, 0.1, 4])('leave every ratio alone (× %d)', (k) =>
    anyDeal((deal) => {
      const more = scaled(deal, k);
      const same = (name: string, own: Arguments, moreOfIt: Arguments): void =>
        expect(number(name, moreOfIt)).toBeCloseTo(number(name, own), 11);
      same('TAAS_MARGIN', deal, more);
      same('TAAS_TAKE_RATE', asked(deal, ...DEAL), asked(more, ...DEAL));
      for (const level of ['GROSS', 'CONTRIBUTION']) {
        same('TAAS_LAB_MARGIN', { ...asked(deal, ...DEAL), level }, { ...asked(more, ...DEAL), level });
      }
      const own = ['token_spend', 'fixed_fee', 'infra_rate', 'infra_cogs', 'opex_rate'];
      same('TAAS_REQUIRED_SHARE', asked(deal, ...own), asked(more, ...own));
      const margins = (args: Arguments): number[] =>
        body('TAAS_CHANNELS', asked(args, ...own, 'tiers')).map((row) => row[2]!);
      if (deal.fixed_fee > 0) margins(more).forEach((x, i) => expect(x).toBeCloseTo(margins(deal)[i]!, 10));
    }),
  );
});

describe('the revenue share', () => {
  test('of one tier is the same by both modes', () =>
    fc.assert(
      fc.property(terms.token_spend, tenths(0, 1), (token_spend, rate) => {
        const flat = { token_spend, tiers: [[0, rate]] };
        expect(number('TAAS_REV_SHARE', flat)).toBeCloseTo(token_spend * rate, 12);
        expect(number('TAAS_REV_SHARE', { ...flat, mode: 'WHOLE' })).toBe(number('TAAS_REV_SHARE', flat));
      }),
    ));

  test('does not notice a tier cut in two at the same rate', () =>
    fc.assert(
      fc.property(
        terms.token_spend,
        tenths(0, 1),
        tenths(0.1, 9),
        fc.constantFrom('MARGINAL', 'WHOLE'),
        (token_spend, rate, at, mode) => {
          const whole = number('TAAS_REV_SHARE', { token_spend, tiers: [[0, rate]], mode });
          expect(
            number('TAAS_REV_SHARE', {
              token_spend,
              tiers: [
                [0, rate],
                [at, rate],
              ],
              mode,
            }),
          ).toBeCloseTo(whole, 14);
        },
      ),
    ));

  test('by margin never jumps; by the whole a threshold belongs to the tier it opens', () => {
    const tiered = {
      tiers: [
        [0, 0.2],
        [1, 0.5],
      ],
    };
    const at = (token_spend: number, mode: string): number =>
      number('TAAS_REV_SHARE', { ...tiered, token_spend, mode });
    expect(at(1, 'MARGINAL')).toBe(0.2);
    expect(at(0.999999999, 'MARGINAL')).toBeCloseTo(0.2, 8);
    expect(at(1.000000001, 'MARGINAL')).toBeCloseTo(0.2, 8);
    expect(at(1, 'WHOLE')).toBe(0.5);
    expect(at(0.999999999, 'WHOLE')).toBeCloseTo(0.2, 8);
  });

  test('knows a threshold that was added up from parts', () => {
    // In doubles 0.1 + 0.7 is a little less than 0.8, and the deal would miss its tier.
    expect(0.1 + 0.7).toBeLessThan(0.8);
    expect(
      number('TAAS_REV_SHARE', {
        token_spend: 0.8,
        tiers: [
          [0, 0.2],
          [0.1 + 0.7, 0.5],
        ],
        mode: 'WHOLE',
      }),
    ).toBe(0.4);
    expect(
      number('TAAS_REV_SHARE', {
        token_spend: 0.1 + 0.7,
        tiers: [
          [0, 0.2],
          [0.8, 0.5],
        ],
        mode: 'WHOLE',
      }),
    ).toBe(0.4);
  });

  test('grows with its scale, and so does nothing else', () =>
    anyDeal((deal) => {
      const share = (k: number): number => body('TAAS_PNL', { ...deal, rev_share_scale: k })[2]![0]!;
      expect(share(2)).toBeCloseTo(2 * share(1), 12);
      expect(share(0)).toBe(0);
    }));

  test('never falls when spend rises, tiers ascending', () =>
    fc.assert(
      fc.property(terms.token_spend, tenths(0, 2), tiers, (spend, more, given) => {
        const rising = given.map(([from], i) => [from, 0.1 * (i + 1)]);
        const at = (token_spend: number): number => number('TAAS_REV_SHARE', { token_spend, tiers: rising });
        expect(at(spend + more)).toBeGreaterThanOrEqual(at(spend));
      }),
    ));
});

describe('the margin', () => {
  test('rises with spend on the same infrastructure', () =>
    anyDeal((deal) => {
      const at = (token_spend: number): number => number('TAAS_MARGIN', { ...deal, mode: 'MARGINAL', token_spend });
      expect(at(deal.token_spend + 1)).toBeGreaterThanOrEqual(at(deal.token_spend) - 1e-12);
    }));

  test('falls by opex, point for point', () =>
    anyDeal((deal) => {
      const at = (opex_rate: number): number => number('TAAS_MARGIN', { ...deal, opex_rate });
      expect(at(0) - at(0.07)).toBeCloseTo(0.07, 9);
    }));

  test('of no revenue is no margin, and the cell says why', () => {
    expect(error('TAAS_MARGIN', { token_spend: 0, fixed_fee: 0 })).toEqual([
      '#DIV/0!',
      'TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.',
    ]);
    expect(error('TAAS_TAKE_RATE', { token_spend: 0 })).toEqual([
      '#DIV/0!',
      'TAAS_TAKE_RATE: take_rate divides by token_spend, which is 0.',
    ]);
  });

  test('may be as negative as the business is', () => {
    expect(number('TAAS_MARGIN', { infra_cogs: 1.5 })).toBeCloseTo(-0.140909090909091, 14);
    expect(number('TAAS_LAB_MARGIN', { token_spend: 1, fixed_fee: 1.94 })).toBe(-0.94);
  });
});

describe('the lab', () => {
  test('keeps what the cloud does not take', () =>
    anyDeal((deal) => {
      const own = asked(deal, ...DEAL);
      expect(number('TAAS_LAB_MARGIN', { ...own, level: 'CONTRIBUTION' })).toBeCloseTo(
        1 - number('TAAS_TAKE_RATE', own),
        11,
      );
    }));

  test('pays its share out of its gross profit', () =>
    anyDeal((deal) => {
      const own = asked(deal, ...DEAL);
      const gross = number('TAAS_LAB_MARGIN', own);
      fc.pre(Math.abs(gross) > 0.01);
      const share = number('TAAS_REV_SHARE', asked(deal, 'token_spend', 'tiers', 'mode')) / deal.token_spend;
      expect(number('TAAS_LAB_MARGIN', { ...own, level: 'SHARE_OF_GP' })).toBeCloseTo(share / gross, 9);
    }));

  test('bears other costs of its own', () => {
    expect(number('TAAS_LAB_MARGIN', { other_cogs: 0.2 })).toBeCloseTo(0.55, 14);
  });
});

describe('inverses', () => {
  test('the required share, agreed flat, gives the target margin', () =>
    anyDeal((deal) => {
      const own = asked(deal, 'token_spend', 'fixed_fee', 'infra_rate', 'infra_cogs', 'opex_rate');
      const target_margin = 0.4;
      const share = number('TAAS_REQUIRED_SHARE', { ...own, target_margin });
      fc.pre(share >= 0 && share <= 1 && deal.infra_cogs > 0.01);
      expect(number('TAAS_MARGIN', { ...own, tiers: [[0, share]] })).toBeCloseTo(target_margin, 9);
    }));

  test('a target that opex alone makes impossible is answered in words', () => {
    expect(error('TAAS_REQUIRED_SHARE', { target_margin: 0.96 })).toEqual([
      '#N/A',
      'TAAS_REQUIRED_SHARE: no revenue share reaches a 96% margin: platform opex alone takes 5%.',
    ]);
    expect(error('TAAS_REQUIRED_SHARE', { target_margin: 0.95 })[0]).toBe('#N/A');
  });

  test('the spend behind the net revenue of a spend is that spend', () =>
    fc.assert(
      fc.property(
        terms.token_spend,
        terms.fixed_fee,
        terms.infra_rate,
        tiers,
        (token_spend, fixed_fee, infra_rate, given) => {
          const positive = given.map(([from, rate]) => [from!, Math.max(0.01, rate!)]);
          const deal = { token_spend, fixed_fee, infra_rate, tiers: positive };
          const net_revenue = body('TAAS_PNL', deal)[3]![0]!;
          expect(number('TAAS_IMPLIED_SPEND', { net_revenue, fixed_fee, infra_rate, tiers: positive })).toBeCloseTo(
            token_spend,
            9,
          );
        },
      ),
    ));

  test('no spend is behind less than the flat fee', () => {
    expect(error('TAAS_IMPLIED_SPEND', { net_revenue: 0.5 })).toEqual([
      '#N/A',
      'TAAS_IMPLIED_SPEND: net revenue of 0.5 is below the flat fee of 0.7.',
    ]);
    expect(number('TAAS_IMPLIED_SPEND', { net_revenue: 0.7 })).toBe(0);
  });

  test('nor can it be told where net revenue does not rise with spend', () => {
    expect(
      error('TAAS_IMPLIED_SPEND', {
        tiers: [
          [0, 0.25],
          [0.5, 0],
        ],
      }),
    ).toEqual(['#N/A', 'TAAS_IMPLIED_SPEND: net revenue does not rise with spend in the tier that 1.375 falls in.']);
  });
});

describe('three channels', () => {
  test('the token deal among them is the one of TAAS_MARGIN', () =>
    anyDeal((deal) => {
      fc.pre(deal.fixed_fee > 0);
      const own = asked(deal, 'token_spend', 'fixed_fee', 'infra_rate', 'tiers', 'infra_cogs', 'opex_rate');
      expect(body('TAAS_CHANNELS', own)[1]![2]).toBe(number('TAAS_MARGIN', own));
    }));

  test('renting out is the token deal without tokens', () => {
    const [, , iaas] = body('TAAS_CHANNELS');
    const untiered = body('TAAS_PNL', { tiers: [[0, 0]] }).map(([x]) => x);
    expect(iaas).toEqual([untiered[3], untiered[7], untiered[9]]);
  });

  test('one’s own model earns what tokens leave after its cost', () => {
    expect(body('TAAS_CHANNELS', { model_cost_rate: 0, opex_rate: 0, infra_cogs: 0 })[0]).toEqual([2, 2, 1]);
  });
});

test('headers are one row and one column more', () => {
  for (const name of ['TAAS_PNL', 'TAAS_GROSS_NET', 'TAAS_CHANNELS']) {
    const [whole, numbers] = [answer(name).cells, body(name)];
    expect(whole.slice(1).map((row) => row.slice(1))).toEqual(numbers);
    expect(cell(name)).toBe(whole[0]![0]);
  }
});
