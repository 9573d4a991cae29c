/** What must be true: the value of an input that gives the result an analyst wants. */
import { callByName, inOrderOf, inputsOf, type Answer } from '../../../src/catalogue/call';
import type { Definition } from '../../../src/catalogue/define';
import { domainAt, numbersOf } from '../../../src/catalogue/numbers';
import { parsePath } from '../../../src/catalogue/path';
import { Problem } from '../../../src/catalogue/problem';
import { functions } from '../../../src/functions';
import { answer, catalogue, error, number, sameTo, type Arguments } from '../cell';
import { groupsOf } from '../groups';

const solve = (args: Arguments): number => number('TAAS_SOLVE', args);
const notes = (args: Arguments): Readonly<Record<string, string>> => answer('TAAS_SOLVE', args).notes!;

describe('what an analyst asks', () => {
  test.each<[says: string, args: Arguments, value: number]>([
    ['the spend at which the margin is 50%', { target: 0.5, param: 'token_spend' }, 1.618055555555556],
    ['the same, typed with a percent sign', { target: '50%', param: 'Token_Spend' }, 1.618055555555556],
    ['the cost that leaves 60%', { target: 0.6, param: 'infra_cogs' }, 0.48125],
    ['what the base case already gives', { target: 0.55, param: 'token_spend' }, 2],
    ['the rate of the top tier that gives 60%', { target: 0.6, param: 'tiers[3].rate' }, 0.792857142857143],
    ['the second threshold that gives 56%', { target: 0.56, param: 'tiers[2].from' }, 0.147435897435897],
    [
      'with another input changed',
      { target: 0.5, param: 'token_spend', inputs: [['infra_cogs', 0.6]] },
      1.895833333333333,
    ],
    [
      'the demand at which nothing is earned',
      { function: 'TAAS_SHOCK_MARGIN', target: 0, param: 'demand' },
      0.425490196078431,
    ],
    ['the tax that leaves 20%', { function: 'TAAS_ROIC', target: 0.2, param: 'tax' }, 1 - (0.2 * 236.755) / 48.22],
    [
      'the utilization behind a cost of 30 cents',
      { function: 'TAAS_TOKEN_COST', target: 0.3, param: 'utilization' },
      0.702555590545671,
    ],
    [
      'the yearly cash that pays back in 4 years',
      {
        function: 'TAAS_PAYBACK',
        target: 4,
        param: 'annual_cash[1]',
        inputs: [
          ['capex', 20],
          ['annual_cash', 4],
        ],
      },
      5,
    ],
  ])('%s', (_says, args, value) => {
    expect(sameTo(1e-11, solve(args), value)).toBe(true);
  });

  test('the break-even it finds is the one that has a closed formula', () => {
    const demand = solve({ function: 'TAAS_SHOCK_MARGIN', target: 0, param: 'demand' });
    expect(sameTo(1e-11, demand, number('TAAS_BREAKEVEN_DEMAND'))).toBe(true);
    const spend = solve({ function: 'TAAS_TAKE_RATE', target: 0.7, param: 'token_spend' });
    expect(number('TAAS_TAKE_RATE', { token_spend: spend })).toBeCloseTo(0.7, 12);
  });

  test('the card says what the value gives, and after how many evaluations', () => {
    const {
      cells,
      units,
      notes: card,
    } = answer('TAAS_SOLVE', { function: 'taas_margin', target: 0.5, param: 'token_spend' });
    expect(cells).toEqual([[1.61805555555556]]);
    expect(units).toEqual([['usd_bn_quarter']]);
    expect(card!['token_spend']).toBe('gives TAAS_MARGIN 50%');
    expect(Number(card!['evaluations'])).toBeLessThanOrEqual(400);
    expect(card).not.toHaveProperty('several');
  });
});

/** Arguments for functions that cannot be called without any; their lists have one value. */
const NEEDED: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  TAAS_BLENDED_MARGIN: [
    ['revenues', 5],
    ['margins', 0.3],
  ],
  TAAS_PPA_COVERAGE: [
    ['contracted_mw', 1920],
    ['required_mw', 2400],
  ],
  TAAS_PPA_PRICE: [
    ['contract_value', 18],
    ['mw', 1920],
    ['years', 17],
  ],
  TAAS_EXPECTED_MARGIN: [
    ['demands', 0.8],
    ['probabilities', 1],
  ],
  TAAS_SHOCK_MARGIN: [['demand', 0.9]],
  TAAS_PAYBACK: [
    ['capex', 20],
    ['annual_cash', 4],
  ],
};

const needed = (definition: Definition) => [...(NEEDED[definition.name] ?? []), ...groupsOf(definition)];

const scalars = functions.filter(({ formula, result }) => formula !== undefined && result.shape === 'number');

interface Place {
  readonly param: string;
  /** as TAAS_SOLVE is asked for it */
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The base value of every number and of every list of one, and values below and above it, inside what is declared. */
function places(definition: Definition): Place[] {
  const inputs = inputsOf(definition, inOrderOf(definition, Object.fromEntries(needed(definition))));
  return [...numbersOf(definition, inputs)].flatMap(([path, base]) => {
    const { name: param, at = 1, part } = parsePath(path)!;
    if (base === undefined || at > 1 || part !== undefined) return [];
    const { min = -Infinity, max = Infinity } = domainAt(definition, path);
    const within = (x: number): number => Math.min(Math.max(x, min), max);
    const values = base === 0 ? [0.04] : [base, base * 0.7, base * 1.6];
    return [...new Set(values.map((x) => Number(within(x).toPrecision(12))))].map((value) => {
      const [low, high] = [within(value / 2), within(value * 2)].sort((a, b) => a - b) as [number, number];
      return { param, path, value, low, high };
    });
  });
}

describe('the answer put back gives the target, for every number of every function', () => {
  test.each(scalars.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
    const given = needed(definition);
    let solved = 0;
    for (const { param, path, value, low, high } of places(definition)) {
      const withValue = (x: unknown): Answer | Problem =>
        callByName(definition, { ...Object.fromEntries(given), [param]: x }, catalogue);
      const there = withValue(value);
      if (there instanceof Problem) continue;
      const target = there.cells[0]![0] as number;
      const held = given.filter(([input]) => input !== path);
      const asked = { function: name, target, param: path, inputs: held.length > 0 ? held : null };
      for (const range of [{ low, high }, {}]) {
        const found = callByName(catalogue.find('TAAS_SOLVE'), { ...asked, ...range }, catalogue);
        if (found instanceof Problem) {
          const says = `${found.code} ${found.sentence}`;
          // A parameter without declared limits asks for them.
          if (/^#VALUE! (low|high) is missing: .* has no declared limit there\.$/.test(says) && !('low' in range))
            continue;
          expect([path, value, target, says]).toEqual([path, value, target, 'an answer']);
          continue;
        }
        const back = withValue(found.cells[0]![0]);
        if (back instanceof Problem) throw back;
        expect([param, value, sameTo(1e-9, back.cells[0]![0], target, 1e-12)]).toEqual([param, value, true]);
        expect(Number(found.notes!['evaluations'])).toBeLessThanOrEqual(1000);
        solved += 1;
      }
    }
    expect(solved).toBeGreaterThan(0);
  });
});

describe('several values reach the target', () => {
  // All tokens at the rate of the top tier, which is lower: the margin falls at 1.5 and rises again.
  const falling = {
    inputs: [
      ['mode', 'WHOLE'],
      ['tiers[3].rate', 0.2],
    ],
    target: 0.47,
    param: 'token_spend',
  };

  test('the one nearest the base, and the card says so', () => {
    expect(solve(falling)).toBeCloseTo(2.22916666666667, 11);
    expect(notes(falling)['several']).toMatch(
      /^it passes the target in \d places between 0 and 1000000; this is the one nearest 2$/,
    );
  });

  test('nearest the base that the call gives', () => {
    const from = (token_spend: number): Arguments => ({ ...falling, function: `TAAS_MARGIN(${token_spend})` });
    expect(solve(from(1.4))).toBeCloseTo(1.27380952380952, 11);
    expect(notes(from(1.4))['several']).toContain('nearest 1.4');
  });

  test('a range leaves one of them', () => {
    const low = { ...falling, low: 0.6, high: 1.49 };
    expect(solve(low)).toBeCloseTo(1.27380952380952, 11);
    expect(notes(low)).not.toHaveProperty('several');
  });
});

describe('no value reaches the target', () => {
  test.each<[Arguments, string]>([
    [
      { target: 0.99, param: 'infra_cogs', low: 0.1, high: 1 },
      'found no infra_cogs between 0.1 and 1 that gives TAAS_MARGIN 99% (no sign change): it is 87.7273% at 0.1 and 22.2727% at 1.',
    ],
    [
      { target: 0.9, param: 'tiers[3].rate' },
      'found no tiers[3].rate between 0 and 1 that gives TAAS_MARGIN 90% (no sign change): it is 48.1915% at 0 and 62.1642% at 1.',
    ],
    [
      { function: 'TAAS_REV_SHARE', inputs: [['mode', 'WHOLE']], target: 0.55, param: 'token_spend' },
      'TAAS_REV_SHARE jumps over 0.55 at token_spend 1.5.',
    ],
    [
      { inputs: [['mode', 'WHOLE']], target: 0.52, param: 'token_spend', low: 1, high: 3 },
      'TAAS_MARGIN jumps over 52% at token_spend 1.5.',
    ],
    [
      { target: 0.5, param: 'tiers[1].from' },
      'found no tiers[1].from between 0 and 0 that gives TAAS_MARGIN 50% (no sign change): it is 55% at 0.',
    ],
    [
      {
        function: 'TAAS_CHIP_HOUR_COST',
        target: -1,
        param: 'life',
      },
      'found no life between 0 and 100 that gives TAAS_CHIP_HOUR_COST -1 (no sign change): it is without a value at 0 and 0.224759 at 100.',
    ],
    [
      {
        target: 0.5,
        param: 'rev_share_scale',
        inputs: [
          ['fixed_fee', 0],
          ['token_spend', 0],
        ],
      },
      'found no rev_share_scale between 0 and 10 that gives TAAS_MARGIN 50% (no sign change): it is without a value at 0 and without a value at 10.',
    ],
  ])('%j', (args, sentence) => {
    expect(error('TAAS_SOLVE', args)).toEqual(['#N/A', sentence]);
  });
});

describe('50 typed where 50% fits', () => {
  test.each<[Arguments, string, string]>([
    [{ target: 50, param: 'infra_cogs' }, '#VALUE!', 'target is 50, which is 5,000%: did you mean 50% (0.5)?'],
    [{ target: 5, param: 'infra_cogs' }, '#N/A', 'it is 95% at 0 and -72,727,200% at 1000000; did you mean 5% (0.05)?'],
    // It is minus 50% at a cost of 1.99, and minus 5,000% at a cost of 70.
    [{ target: -50, param: 'infra_cogs' }, '#VALUE!', 'did you mean -50% (-0.5)?'],
    // What is within reach is asked of no one, nor is what a hundredth of is not.
    [{ target: 50, param: 'infra_cogs', low: 0.54, high: 0.56 }, '#N/A', '54.2727% at 0.56.'],
  ])('%j', (args, code, says) => {
    const [got, sentence] = error('TAAS_SOLVE', args);
    expect([got, sentence]).toEqual([code, expect.stringContaining(says)]);
  });

  test('a target below 1,000% that is reached is answered; a number that is no share is not asked about', () => {
    expect(number('TAAS_MARGIN', { infra_cogs: solve({ target: -2, param: 'infra_cogs' }) })).toBeCloseTo(-2, 12);
    expect(solve({ function: 'TAAS_REV_SHARE', target: 50, param: 'token_spend' })).toBeCloseTo(125.3125, 9);
  });
});

describe('poles, stretches and ends', () => {
  test.each<[says: string, args: Arguments, value: number]>([
    ['behind a pole beside the base', { function: 'BEDROCK_CONTRIB', target: 0.5, param: 'total1' }, 13.10480895],
    [
      'the end of a stretch nearest the base: take-or-pay bills no more than the plan',
      {
        function: 'TAAS_SHOCK_MARGIN',
        target: 0.164285714285714,
        param: 'demand',
        inputs: [['contract', 'IAAS']],
      },
      1,
    ],
    [
      'a threshold belongs to the tier it opens, so the stretch begins one digit after it',
      {
        function: 'TAAS_REV_SHARE',
        target: 0.7,
        param: 'tiers[3].from',
        inputs: [['mode', 'WHOLE']],
      },
      2.00000000000001,
    ],
  ])('%s', (_says, args, value) => expect(solve(args)).toBe(value));

  test('a value that the input may not have is no answer', () => {
    // At a life of 0 the cost would be infinite, and 0 is not a life.
    const [code, sentence] = error('TAAS_SOLVE', { function: 'TAAS_CHIP_HOUR_COST', target: -1, param: 'life' });
    expect([code, sentence]).toEqual(['#N/A', expect.stringContaining('found no life')]);
  });

  test('the card says that it is a stretch', () => {
    const args = {
      function: 'TAAS_SHOCK_MARGIN',
      target: 0.164285714285714,
      param: 'demand',
      inputs: [['contract', 'IAAS']],
    };
    expect(notes(args)['several']).toBe('it is the target all along a stretch; this is the place in it nearest 0');
  });
});

describe('refused in a sentence', () => {
  const asked = { target: 0.5, param: 'token_spend' };
  test.each<[Arguments, string, string]>([
    [{ low: 3, high: 2 }, '#VALUE!', 'low is 3 and high is 2: expected low below high.'],
    [{ low: -1 }, '#VALUE!', 'low is -1: token_spend takes a number from 0 to 1,000,000.'],
    [{ high: 1e7 }, '#VALUE!', 'high is 10000000: token_spend takes a number from 0 to 1,000,000.'],
    [{ target: 'half' }, '#VALUE!', 'target is "half": expected a number'],
    [{ target: null }, '#VALUE!', 'target is missing'],
    [{ param: null }, '#VALUE!', 'param is missing: expected a text.'],
    [{ param: 'tokenspend' }, '#VALUE!', 'TAAS_MARGIN has no parameter tokenspend; the nearest are token_spend'],
    [{ param: 'mode' }, '#VALUE!', 'param is "mode": expected a number of TAAS_MARGIN, such as cap, fixed_fee'],
    [{ param: 'tiers' }, '#VALUE!', 'param is "tiers": expected a number of TAAS_MARGIN, such as tiers[1].from'],
    [
      { param: 'tiers[4].rate' },
      '#VALUE!',
      'param is "tiers[4].rate": expected a number of TAAS_MARGIN, such as tiers[1].rate',
    ],
    [
      { function: 'TAAS_SCENARIOS' },
      '#VALUE!',
      'TAAS_SCENARIOS returns a table: expected a function that returns one number, or a line of the table in brackets, as in TAAS_PNL[EBIT].',
    ],
    [{ function: 'TAAS_BASE' }, '#N/A', 'TAAS_BASE has no formula to show: a look-up in the base case.'],
    [{ function: 'BEDROK_REVENUE' }, '#N/A', 'no function BEDROK_REVENUE; the nearest are BEDROCK_REVENUE'],
    [{ inputs: [['token_spend']] }, '#VALUE!', 'inputs is "token_spend": expected two columns'],
    [
      { function: 'TAAS_PPA_PRICE', target: 80, param: 'mw', inputs: [['contract_value', 18]] },
      '#VALUE!',
      'years is missing: expected a number from 0.25 to 100.',
    ],
  ])('%j', (args, code, says) => {
    const [got, sentence] = error('TAAS_SOLVE', { ...asked, ...args });
    expect(got).toBe(code);
    expect(sentence).toContain(says);
  });
});
