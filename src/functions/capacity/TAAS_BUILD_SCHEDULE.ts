import { base } from '../../book/assumptions';
import { define, type Row } from '../../catalogue/define';
import { count, headers, list, money, number } from '../../catalogue/parameters';

const UNITS = ['mw', 'mw', 'mw', 'mw', 'usd_bn_quarter'] as const;

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
  },
  result: { shape: 'table', about: 'a line for each quarter; revenue in $bn a quarter' },
  formula: (x, m) => {
    let opening = x.start_mw;
    const rows = x.additions_mw.map((_, quarter): Row => {
      const delivered = x.additions_mw[quarter - x.lag] ?? m.num(0);
      const closing = m.step(`closing_${quarter + 1}`, opening.plus(delivered));
      const average = m.step(`average_${quarter + 1}`, opening.plus(closing).div(2));
      const revenue = m.step(`revenue_${quarter + 1}`, average.times(x.revenue_per_mw).div(4000));
      const values = [opening, delivered, closing, average, revenue];
      opening = closing;
      return { label: `Quarter ${quarter + 1}`, unit: UNITS, values };
    });
    return {
      header: ['Quarter', 'Opening MW', 'Delivered MW', 'Closing MW', 'Average MW', 'Revenue capacity, $bn'],
      rows,
    };
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
      says: 'power a quarter late costs a quarter of growth',
    },
  ],
  related: ['TAAS_MW_REQUIRED', 'TAAS_REVENUE_PER_MW'],
});
