import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, money, share } from '../../catalogue/parameters';
import { mw } from '../capacity/parameters';

/** What is not rented out costs as much as what is. */
export const TAAS_IAAS_PNL = define({
  name: 'TAAS_IAAS_PNL',
  family: 'verticals',
  answers:
    'A quarter of renting out capacity by the MW-year, as Azure, Oracle and CoreWeave do: revenue to EBIT margin.',
  parameters: {
    mw,
    price_per_mw: money('usd_m_mw_year', 'Rent of a MW-year.', { default: base.fee_per_mw }),
    cost_per_mw: money('usd_m_mw_year', 'Cost of a MW-year, depreciation included.', { default: base.cost_per_mw }),
    utilization: share('Share of the capacity that is rented out.', { default: base.rented_share }),
    opex_rate: share('Other operating cost as a share of revenue.', { default: base.opex_rate }),
    headers,
  },
  result: { shape: 'table', about: 'five lines, $bn a quarter and a fraction' },
  formula: (x, m) => {
    const revenue = m.step('revenue', x.mw.times(x.price_per_mw).times(x.utilization).div(4000));
    const cost = m.step('cost', x.mw.times(x.cost_per_mw).div(4000));
    const opex = m.step('opex', revenue.times(x.opex_rate));
    const ebit = m.step('ebit', revenue.minus(cost).minus(opex));
    return {
      header: ['Line', '1 quarter'],
      rows: [
        { label: 'Revenue', unit: 'usd_bn_quarter', values: [revenue] },
        { label: 'Infrastructure cost', unit: 'usd_bn_quarter', values: [cost] },
        { label: 'Operating cost', unit: 'usd_bn_quarter', values: [opex] },
        { label: 'EBIT', unit: 'usd_bn_quarter', values: [ebit] },
        { label: 'EBIT margin', unit: 'margin', values: [m.step('ebit_margin', ebit.div(revenue))] },
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [[0.7], [0.55], [0.035], [0.115], [0.164285714285714]],
      says: 'the capacity of the base deal, rented out: the third line of TAAS_CHANNELS',
    },
    {
      args: { mw: 540, cost_per_mw: 8, headers: false },
      gives: [[1.35], [1.08], [0.0675], [0.2025], [0.15]],
      says: 'a rental of 540 MW at $10m, on a cost of $8m',
    },
    {
      args: { utilization: 0 },
      gives: [[0], [0.55], [0], [-0.55], ['n/a']],
      says: 'nothing rented: a cost and no margin',
    },
  ],
  related: ['TAAS_CHANNELS', 'TAAS_MW_ECONOMICS', 'TAAS_CAPACITY_GAP'],
});
