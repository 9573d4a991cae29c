import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { choice, count, counts, list, money, share } from '../../catalogue/parameters';
import { decliningBalance, partsOfLife, straightLine } from '../../economics/depreciation';
import type { Maths, Num } from '../../formula/num';

/** A century of purchases. */
const MOST_QUARTERS = 400;

/**
 * Every vintage has the same schedule, in fractions of its cost: `first_period` of a quarter at first, then quarter by
 * quarter, and the rest in the last. So a vintage sums to its cost less salvage, whatever its life.
 */
export const TAAS_FLEET_DEPRECIATION = define({
  name: 'TAAS_FLEET_DEPRECIATION',
  family: 'comparability',
  answers: 'Depreciation by quarter of a fleet that is bought over time; it sums to what was paid less salvage.',
  parameters: {
    capex: list('usd_bn_quarter', 'Capex of each quarter, the earliest first.', {
      required: true,
      min: 0,
      max: 1e6,
      most: MOST_QUARTERS,
    }),
    life_years: counts('years', 'Useful life; one for all, or one for the purchases of each quarter.', {
      min: 0.25,
      max: 100,
      most: MOST_QUARTERS,
      default: base.server_life,
    }),
    salvage_rate: share('Residual value as a share of cost.', { default: base.salvage_rate }),
    periods: count('quarters', 'Quarters to show; all until the last is depreciated when left out.', {
      min: 1,
      max: 2 * MOST_QUARTERS,
    }),
    method: choice(
      'How a vintage is written off.',
      { STRAIGHT_LINE: 'evenly, as SLN', DECLINING_SWITCH: 'double declining balance, then the straight line, as VDB' },
      'STRAIGHT_LINE',
    ),
    first_period: count('share', 'Fraction of its first quarter that a purchase is in service.', {
      min: 0,
      max: 1,
      whole: false,
      default: base.first_period,
    }),
    opening_nbv: money('usd_bn', 'Book value, less salvage, of what was bought before.', {}),
    opening_years: count('years', 'Years over which that is still written off, evenly.', {
      min: 0.25,
      max: 100,
      whole: false,
    }),
  },
  rules: [{ sameLength: ['capex', 'life_years'] }, { together: ['opening_nbv', 'opening_years'] }],
  result: { shape: 'list', unit: 'usd_bn_quarter', about: 'depreciation of each quarter' },
  formula: (x, m) => {
    const lives = [x.life_years].flat();
    const scheduled = new Map(
      [...new Set(lives)].map((life) => [life, schedule(life * 4, x.salvage_rate, x.method, x.first_period, m)]),
    );
    const charged = x.capex.map((_, i) => scheduled.get(lives.length === 1 ? lives[0]! : lives[i]!)!);
    const longest = Math.max(...charged.map(({ length }) => length));
    const before = opening(x.opening_nbv, x.opening_years, m);
    const last = Math.max(before.length, ...charged.map((charges, i) => i + charges.length));
    return Array.from({ length: x.periods ?? last }, (_, quarter) => {
      const oldest = Math.max(0, quarter - longest + 1);
      const inService = x.capex.slice(oldest, quarter + 1).flatMap((cost, i) => {
        const charge = charged[oldest + i]![quarter - oldest - i];
        return charge ? [cost.times(charge)] : [];
      });
      const all = before[quarter] ? [...inService, before[quarter]] : inService;
      return m.step(`quarter_${quarter + 1}`, m.sum(all));
    });
  },
  examples: [
    {
      args: { capex: [20], life_years: 1, first_period: 1 },
      gives: [[5, 5, 5, 5]],
      says: 'a quarter of the cost in each quarter',
    },
    {
      args: { capex: [20, 40], life_years: 1 },
      gives: [[2.5, 10, 15, 15, 12.5, 5]],
      says: 'two vintages, each half a quarter late',
    },
    {
      args: { capex: [20], life_years: 1, salvage_rate: 0.1, method: 'DECLINING_SWITCH', first_period: 1 },
      gives: [[10, 5, 2.5, 0.5]],
      says: 'double declining down to a tenth of cost, as VDB(20,2,4,…)',
    },
    {
      args: { capex: [20, 40], life_years: [1, 0.5], first_period: 1 },
      gives: [[5, 25, 25, 5]],
      says: 'a life for each vintage: the second is gone with the first',
    },
    {
      args: { capex: [10, 12], life_years: 5, opening_nbv: 100, opening_years: 3, periods: 3 },
      gives: [[8.58333333333333, 9.13333333333333, 9.43333333333333]],
      says: 'the fleet of before, $100bn over three more years, beside what is bought',
    },
    {
      args: { capex: [100], life_years: 1.25, method: 'DECLINING_SWITCH' },
      gives: [[20, 32, 19.2, 11.52, 11.52, 5.76]],
      says: 'five quarters from the middle of one, as the tables of the IRS have five years',
    },
  ],
  related: ['TAAS_LIFE_IMPACT', 'TAAS_PEERS'],
});

/** What the book value of earlier purchases is charged in each quarter that it has left. */
function opening(value: Num | undefined, years: number | undefined, m: Maths): Num[] {
  if (!value || years === undefined) return [];
  const whole = m.step('opening_charge', value.div(years * 4));
  return partsOfLife(years * 4, 1).map((part) => (part === 1 ? whole : whole.times(part)));
}

/** What one dollar bought is charged in each quarter of its life. */
function schedule(
  life: number,
  salvage: Num,
  method: 'STRAIGHT_LINE' | 'DECLINING_SWITCH',
  first: number,
  m: Maths,
): Num[] {
  const asset = { cost: m.num(1), salvage, life };
  if (method === 'DECLINING_SWITCH') return decliningBalance(asset, first, { factor: 2, noSwitch: false }, m);
  const whole = m.step('straight_line', straightLine(asset));
  return partsOfLife(life, first).map((part, i) => (part === 1 ? whole : m.step(`share_${i + 1}`, whole.times(part))));
}
