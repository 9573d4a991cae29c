import { base } from '../../book/case';
import { define, type Table } from '../../catalogue/define';
import { choice, count, headers, list, money, number, rate } from '../../catalogue/parameters';
import { timeline } from '../../economics/timeline';
import type { Num } from '../../formula/num';
import { ACROSS, inTime, quarterLabel, START } from '../over-time';

interface Period {
  readonly arr: Num;
  readonly growth: Num;
}

export const TAAS_ARR_FORECAST = define({
  name: 'TAAS_ARR_FORECAST',
  family: 'growth',
  answers: 'Annual recurring revenue period by period, with growth that fades or that saturates at a ceiling.',
  parameters: {
    arr0: money('usd_bn_year', 'ARR at the start.', { default: base.arr }),
    periods: count('count', 'Periods to forecast; quarters in the base case.', {
      min: 1,
      max: 100,
      default: base.forecast_periods,
    }),
    growth0: rate('Growth in the first period (DECAY), or the rate g of the curve (LOGISTIC).', {
      min: -1,
      max: 10,
      default: base.growth0,
    }),
    decay: number('ratio', 'Growth of a period over that of the one before; 1 keeps it constant.', {
      min: 0,
      max: 1,
      default: base.decay,
    }),
    method: choice(
      'How growth slows.',
      { DECAY: 'by the same factor each period', LOGISTIC: 'as ARR nears the ceiling' },
      'DECAY',
    ),
    ceiling: money('usd_bn_year', 'ARR of the saturated market, above arr0; for LOGISTIC.', {}),
    headers,
    growth: list('rate', 'Growth of each period, in the place of growth0, decay and ceiling.', {
      min: -1,
      max: 10,
      most: 100,
    }),
    ...ACROSS,
    ...START,
  },
  rules: [
    { needs: 'ceiling', whenever: 'method', is: 'LOGISTIC' },
    { replacing: ['growth0', 'decay', 'ceiling'], by: 'growth' },
    { each: 'periods', list: 'growth' },
  ],
  result: { shape: 'table', about: 'a line for each period: ARR, net new ARR, growth' },
  formula: (x, m) => {
    // Aₜ = Aₜ₋₁(1 + gₜ), gₜ = decay · gₜ₋₁, or Aₜ = K / (1 + (K/A₀ − 1)·e^(−g·t))
    const fading = (before: Period, t: number): Period => {
      const faded = t === 1 ? x.growth0 : m.step(`growth_${t}`, before.growth.times(x.decay));
      const growth = x.growth?.[t - 1] ?? faded;
      return { arr: m.step(`arr_${t}`, before.arr.times(growth.plus(1))), growth };
    };
    const saturating = (before: Period, t: number): Period => {
      const room = x.ceiling!.minus(x.arr0).div(x.arr0);
      const crowding = m.step(`crowding_${t}`, room.times(m.exp(x.growth0.times(-t))).plus(1));
      const below = m.none('the ceiling is not above the ARR at the start');
      const arr = m.step(`arr_${t}`, m.when(x.ceiling!.above(x.arr0), x.ceiling!.div(crowding), below));
      return { arr, growth: m.step(`growth_${t}`, arr.minus(before.arr).div(before.arr)) };
    };
    const next = x.method === 'LOGISTIC' ? saturating : fading;
    const periods = timeline(x.periods, { arr: x.arr0, growth: x.growth0 }, (before, t) => {
      const now = next(before, t);
      return { ...now, netNew: m.step(`net_new_${t}`, now.arr.minus(before.arr)) };
    });
    const table: Table = {
      header: ['Period', 'ARR', 'Net new ARR', 'Growth'],
      rows: periods.map(({ arr, netNew, growth }, i) => ({
        label: quarterLabel(x.start, i + 1, 'Period'),
        unit: ['usd_bn_year', 'usd_bn_year', 'rate'],
        values: [arr, netNew, growth],
      })),
    };
    return inTime(table, x.across);
  },
  examples: [
    {
      args: {},
      gives: [
        [54, 24, 0.8],
        [86.4, 32.4, 0.6],
        [125.28, 38.88, 0.45],
      ],
      says: 'from $30bn at the end of 1Q26 to "far exceeding $100 billion" at year-end',
    },
    {
      args: { periods: 2, growth0: 0.9, method: 'LOGISTIC', ceiling: 200, headers: false },
      gives: [
        [60.5346162114663, 30.5346162114663, 1.01782054038221],
        [103.268782259178, 42.7341660477116, 0.705945931802522],
      ],
      says: 'an S-curve to $200bn',
    },
    {
      args: { arr0: 9, periods: 2, growth: [0.6, 1.0833333333], headers: false },
      gives: [
        [14.4, 5.4, 0.6],
        [29.99999999952, 15.59999999952, 1.0833333333],
      ],
      says: 'growth that is known by quarter: $9bn to $30bn in two, most of it in the second',
    },
    { args: { method: 'LOGISTIC' }, gives: '#VALUE!', says: 'LOGISTIC needs a ceiling' },
  ],
  related: ['TAAS_RUN_RATE', 'TAAS_MW_REQUIRED'],
});
