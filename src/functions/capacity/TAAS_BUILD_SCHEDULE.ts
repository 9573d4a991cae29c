import { base } from '../../book/case';
import { define, type Table } from '../../catalogue/define';
import { count, headers, list, money, number } from '../../catalogue/parameters';
import { timeline } from '../../economics/timeline';
import { ACROSS, inTime, quarterLabel, START } from '../over-time';

export const TAAS_BUILD_SCHEDULE = define({
  name: 'TAAS_BUILD_SCHEDULE',
  family: 'capacity',
  answers: 'Capacity by quarter as it is built, and the revenue it can carry.',
  parameters: {
    start_mw: number('mw', 'MW in service at the start.', { required: true, min: 0, max: 1e6 }),
    additions_mw: list('mw', 'MW completed in each quarter.', { required: true, min: 0, max: 1e6, most: 1000 }),
    revenue_per_mw: money('usd_m_mw_year', 'Revenue of a MW-year.', { default: base.fee_per_mw }),
    lag: count('quarters', 'Quarters from completion to delivery of power.', { min: 0, max: 40, default: base.lag }),
    headers,
    retirements_mw: list('mw', 'MW taken out of service in each quarter, from the first on.', {
      min: 0,
      max: 1e6,
      most: 1000,
    }),
    periods: count(
      'quarters',
      'Quarters to show, the lag after the last addition included; as many as the longer list has when left out.',
      { min: 1, max: 1000 },
    ),
    ...ACROSS,
    ...START,
  },
  result: { shape: 'table', about: 'a line for each quarter; revenue in $bn a quarter' },
  formula: (x, m) => {
    const shown = x.periods ?? Math.max(x.additions_mw.length, x.retirements_mw?.length ?? 0);
    const quarters = timeline(shown, { closing: x.start_mw }, ({ closing: opening }, t) => {
      const delivered = x.additions_mw[t - 1 - x.lag] ?? m.num(0);
      const retired = x.retirements_mw?.[t - 1] ?? m.num(0);
      const available = opening.plus(delivered);
      const more = m.none('more is retired than is in service');
      const closing = m.step(`closing_${t}`, m.when(available.atLeast(retired), available.minus(retired), more));
      const average = m.step(`average_${t}`, opening.plus(closing).div(2));
      const revenue = m.step(`revenue_${t}`, average.times(x.revenue_per_mw).div(4000));
      return { opening, delivered, retired, closing, average, revenue };
    });
    const retiring = x.retirements_mw !== undefined;
    const between = retiring ? ['Delivered MW', 'Retired MW'] : ['Delivered MW'];
    const table: Table = {
      header: ['Quarter', 'Opening MW', ...between, 'Closing MW', 'Average MW', 'Revenue capacity, $bn'],
      rows: quarters.map(({ opening, delivered, retired, closing, average, revenue }, i) => ({
        label: quarterLabel(x.start, i + 1),
        unit: ['mw', ...between.map(() => 'mw' as const), 'mw', 'mw', 'usd_bn_quarter'],
        values: [opening, delivered, ...(retiring ? [retired] : []), closing, average, revenue],
      })),
    };
    return inTime(table, x.across);
  },
  examples: [
    {
      args: { start_mw: 280, additions_mw: [40, 60, 80, 100] },
      gives: [
        [280, 40, 320, 300, 0.75],
        [320, 60, 380, 350, 0.875],
        [380, 80, 460, 420, 1.05],
        [460, 100, 560, 510, 1.275],
      ],
      says: '280 MW doubled in a year',
    },
    {
      args: { start_mw: 280, additions_mw: [40, 60], lag: 1 },
      gives: [
        [280, 0, 280, 280, 0.7],
        [280, 40, 320, 300, 0.75],
      ],
      says: 'power a quarter late costs a quarter of growth, and the last 60 MW come after what is shown',
    },
    {
      args: { start_mw: 280, additions_mw: [40, 60], lag: 1, retirements_mw: [0, 30], periods: 3, headers: false },
      gives: [
        [280, 0, 0, 280, 280, 0.7],
        [280, 40, 30, 290, 285, 0.7125],
        [290, 60, 0, 350, 320, 0.8],
      ],
      says: 'three quarters show all of it, and 30 MW leave in the second',
    },
  ],
  related: ['TAAS_MW_REQUIRED', 'TAAS_REVENUE_PER_MW'],
});
