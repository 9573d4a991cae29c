/** What custom silicon does to the cost of a token and to the margin. */
import fc from 'fast-check';
import { error, number } from '../cell';

const usd = fc.double({ min: 1000, max: 1e5, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const cost = fc.double({ min: 0.01, max: 10, noNaN: true });
const price = fc.double({ min: 0.1, max: 30, noNaN: true });

/** Equal to twelve digits of the larger. */
const same = (a: number, b: number): void =>
  expect(a - b).toBeCloseTo(0, 12 - Math.ceil(Math.log10(Math.max(Math.abs(a), Math.abs(b), 1))));

describe('the cost of a chip-hour', () => {
  test('has four parts: chip, building, running costs and power', () => {
    const hours = 8760;
    const parts =
      15000 / 5 / hours + (0.75 * 1.15 * 12000) / 15 / hours + (15000 * 0.04) / hours + (0.75 * 1.15 * 70) / 1000;
    same(number('TAAS_CHIP_HOUR_COST'), parts);
  });

  test('doubles when every dollar doubles', () => {
    fc.assert(
      fc.property(usd, fc.double({ min: 10, max: 200, noNaN: true }), usd, (capex, power_price, dc_capex_per_kw) => {
        const once = number('TAAS_CHIP_HOUR_COST', { capex, power_price, dc_capex_per_kw });
        const twice = number('TAAS_CHIP_HOUR_COST', {
          capex: 2 * capex,
          power_price: 2 * power_price,
          dc_capex_per_kw: 2 * dc_capex_per_kw,
        });
        same(twice, 2 * once);
      }),
      { numRuns: 50 },
    );
  });

  test('falls with a longer life and rises with the cost of capital', () => {
    expect(number('TAAS_CHIP_HOUR_COST', { life: 6 })).toBeLessThan(number('TAAS_CHIP_HOUR_COST', { life: 5 }));
    const economic = [0, 0.02, 0.05, 0.1, 0.2].map((wacc) => number('TAAS_CHIP_HOUR_COST', { wacc }));
    expect(economic).toEqual([...economic].sort((a, b) => a - b));
  });

  test('at a cost of capital near nothing is the accounting cost', () => {
    expect(number('TAAS_CHIP_HOUR_COST', { wacc: 1e-12 })).toBeCloseTo(number('TAAS_CHIP_HOUR_COST'), 10);
  });

  test('has no meaning for a chip that is owned no hours', () => {
    expect(error('TAAS_CHIP_HOUR_COST', { hours_per_year: 0 })).toEqual([
      '#DIV/0!',
      'TAAS_CHIP_HOUR_COST: ownership_an_hour divides by hours_per_year, which is 0.',
    ]);
  });
});

describe('the cost of a million tokens', () => {
  test('halves when a chip serves twice the tokens or is busy twice the time', () => {
    const alone = number('TAAS_TOKEN_COST', { cost_per_hour: 1, tokens_per_sec: 1000, utilization: 0.4 });
    same(number('TAAS_TOKEN_COST', { cost_per_hour: 1, tokens_per_sec: 2000, utilization: 0.4 }), alone / 2);
    same(number('TAAS_TOKEN_COST', { cost_per_hour: 1, tokens_per_sec: 1000, utilization: 0.8 }), alone / 2);
    same(alone, 1e6 / (1000 * 0.4 * 3600));
  });

  test('of a mixed fleet lies between its two kinds of chip, and is the same whichever is named first', () => {
    fc.assert(
      fc.property(share, cost, cost, (custom_share, custom_cost, gpu_cost) => {
        const blended = number('TAAS_BLENDED_TOKEN_COST', { custom_share, custom_cost, gpu_cost });
        expect(blended).toBeGreaterThanOrEqual(Math.min(custom_cost, gpu_cost) * (1 - 1e-12));
        expect(blended).toBeLessThanOrEqual(Math.max(custom_cost, gpu_cost) * (1 + 1e-12));
        const swapped = { custom_share: 1 - custom_share, custom_cost: gpu_cost, gpu_cost: custom_cost };
        same(number('TAAS_BLENDED_TOKEN_COST', swapped), blended);
      }),
      { numRuns: 50 },
    );
  });

  test('of the base fleet is the token cost of each chip at either end', () => {
    same(number('TAAS_BLENDED_TOKEN_COST', { custom_share: 1 }), number('TAAS_TOKEN_COST'));
    const gpu = number('TAAS_CHIP_HOUR_COST', { capex: 65000, kw_per_chip: 2 });
    const gpuToken = number('TAAS_TOKEN_COST', { cost_per_hour: gpu, tokens_per_sec: 2100 });
    same(number('TAAS_BLENDED_TOKEN_COST', { custom_share: 0 }), gpuToken);
  });
});

describe('the uplift', () => {
  test('of going one way is the loss of going back', () => {
    fc.assert(
      fc.property(share, share, (from, to) => {
        const there = number('TAAS_SILICON_UPLIFT', { custom_share0: from, custom_share1: to });
        same(number('TAAS_SILICON_UPLIFT', { custom_share0: to, custom_share1: from }), -there);
      }),
      { numRuns: 50 },
    );
  });

  test('adds up over the stages of a migration', () => {
    const stage = (from: number, to: number): number =>
      number('TAAS_SILICON_UPLIFT', { custom_share0: from, custom_share1: to });
    same(stage(0, 0.5) + stage(0.5, 0.8), stage(0, 0.8));
  });

  test('is in basis points, so it does not change when costs and prices are in cents', () => {
    const dollars = { custom_cost: 0.35, gpu_cost: 0.47, token_price: 1.5, take_rate: 0.5 };
    const cents = { custom_cost: 35, gpu_cost: 47, token_price: 150, take_rate: 0.5 };
    same(number('TAAS_SILICON_UPLIFT', dollars), 800);
    same(number('TAAS_SILICON_UPLIFT', cents), 800);
  });

  test('needs a revenue', () => {
    expect(error('TAAS_SILICON_UPLIFT', { token_price: 0 })[1]).toBe(
      'TAAS_SILICON_UPLIFT: silicon_uplift divides by net_revenue_per_m_tokens, which is 0.',
    );
  });
});

describe('break-even', () => {
  test('utilization put back into the token cost leaves no gross profit', () => {
    fc.assert(
      fc.property(cost, fc.integer({ min: 1000, max: 10000 }), price, (cost_per_hour, tokens_per_sec, token_price) => {
        const utilization = number('TAAS_BREAKEVEN_UTILIZATION', { cost_per_hour, tokens_per_sec, token_price });
        fc.pre(utilization <= 1);
        expect(number('TAAS_TOKEN_COST', { cost_per_hour, tokens_per_sec, utilization }) / token_price).toBeCloseTo(
          1,
          12,
        );
      }),
      { numRuns: 50 },
    );
  });

  test('is higher for a distributor, which keeps its take rate of the price', () => {
    expect(number('TAAS_BREAKEVEN_UTILIZATION')).toBeCloseTo(0.1405, 4);
    const take_rate = number('TAAS_TAKE_RATE');
    expect(number('TAAS_BREAKEVEN_UTILIZATION', { take_rate })).toBeCloseTo(0.2044, 4);
    same(number('TAAS_BREAKEVEN_UTILIZATION', { take_rate }), number('TAAS_BREAKEVEN_UTILIZATION') / take_rate);
    expect(error('TAAS_BREAKEVEN_UTILIZATION', { take_rate: 0 })[0]).toBe('#DIV/0!');
  });

  test('is above 100% for a chip that loses money even when busy', () => {
    expect(number('TAAS_BREAKEVEN_UTILIZATION', { cost_per_hour: 10, tokens_per_sec: 100 })).toBeGreaterThan(1);
  });
});

describe('the price of a token', () => {
  test('without input is the output price, and without output near the input price', () => {
    expect(number('TAAS_TOKEN_PRICE', { in_out_ratio: 0 })).toBe(25);
    expect(number('TAAS_TOKEN_PRICE', { in_out_ratio: 1e6, cache_hit: 0 })).toBeCloseTo(5, 3);
  });

  test('falls as more is read from the cache, unless a cached token costs as much as a fresh one', () => {
    const prices = [0, 0.5, 0.9, 1].map((cache_hit) => number('TAAS_TOKEN_PRICE', { cache_hit }));
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
    same(number('TAAS_TOKEN_PRICE', { cache_hit: 0.9, cache_factor: 1 }), number('TAAS_TOKEN_PRICE', { cache_hit: 0 }));
  });

  test('of one price for everything is that price', () => {
    same(number('TAAS_TOKEN_PRICE', { price_in: 2, price_out: 2, cache_hit: 0 }), 2);
  });
});

describe('a bad input', () => {
  test.each([
    ['TAAS_TOKEN_COST', { utilization: 60 }, 'utilization is 60: expected a number from 0 to 1 (60% is 0.6).'],
    ['TAAS_CHIP_HOUR_COST', { life: 0 }, 'life is 0: expected a number above 0 and up to 100.'],
    ['TAAS_CHIP_HOUR_COST', { pue: 0.9 }, 'pue is 0.9: expected a number from 1 to 5.'],
    ['TAAS_BLENDED_TOKEN_COST', { custom_share: -0.1 }, 'custom_share is -0.1: expected a number from 0 to 1.'],
  ])('of %s is answered in a sentence', (name, args, sentence) => {
    expect(error(name, args)).toEqual(['#VALUE!', sentence]);
  });
});

describe('what the cache and batches do to the price of a token', () => {
  const price = (args: Record<string, unknown> = {}): number => number('TAAS_TOKEN_PRICE', args);

  test('writing to the cache at 1.25 times the price: $1.154', () => {
    expect(price({ write_factor: 1.25 })).toBeCloseTo(1.15448504983389, 12);
  });

  test('a fifth served in batches at half the price is a tenth off', () => {
    expect(price({ write_factor: 1.25, batch_share: 0.2 })).toBeCloseTo(0.9 * price({ write_factor: 1.25 }), 12);
  });

  test('where everything is cached, nothing is written', () => {
    expect(price({ cache_hit: 1, write_factor: 9 })).toBe(price({ cache_hit: 1 }));
  });

  test('a discount without batches changes nothing', () => {
    expect(price({ batch_discount: 0.9 })).toBe(price());
  });
});
