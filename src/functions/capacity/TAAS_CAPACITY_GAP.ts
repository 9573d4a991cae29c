import { define } from '../../catalogue/define';
import { headers, money, number } from '../../catalogue/parameters';

const power = (about: string) => number('mw', about, { required: true, min: 0, max: 1e6 });
const yearlyCost = (about: string) => money('usd_m_mw_year', about, { required: true });

export const TAAS_CAPACITY_GAP = define({
  name: 'TAAS_CAPACITY_GAP',
  family: 'capacity',
  answers: 'What it costs to buy the capacity one did not build, in dollars a year and in basis points of margin.',
  parameters: {
    required_mw: power('MW needed.'),
    owned_mw: power('MW owned, on the same basis.'),
    own_cost: yearlyCost('Cost of an owned MW-year.'),
    buy_cost: yearlyCost('Cost of a bought MW-year.'),
    annual_revenue: money(
      'usd_bn_year',
      'Revenue of the year that carries the premium; without it there is no line for the margin.',
      {},
    ),
    headers,
  },
  result: { shape: 'table', about: 'gap, blended cost, premium and, on a revenue, the margin drag' },
  formula: (x, m) => {
    const gap = m.step('gap', m.max(0, x.required_mw.minus(x.owned_mw)));
    const own = m.step('own_cost_m', x.required_mw.minus(gap).times(x.own_cost));
    const cost = m.step('total_cost_m', own.plus(gap.times(x.buy_cost)));
    const premium = m.step('premium', gap.times(x.buy_cost.minus(x.own_cost)).div(1000));
    const drag = x.annual_revenue && m.step('margin_drag', premium.div(x.annual_revenue).times(10000));
    return {
      header: ['Line', 'Value'],
      rows: [
        { label: 'Gap, MW', unit: 'mw', values: [gap] },
        {
          label: 'Blended cost, $m per MW-year',
          unit: 'usd_m_mw_year',
          values: [m.step('blended_cost', cost.div(x.required_mw))],
        },
        { label: 'Premium, $bn a year', unit: 'usd_bn_year', values: [premium] },
        ...(drag ? [{ label: 'Margin drag, bp', unit: 'bp', values: [drag] } as const] : []),
      ],
    };
  },
  examples: [
    {
      args: { required_mw: 500, owned_mw: 400, own_cost: 7.86, buy_cost: 12, annual_revenue: 9.8 },
      gives: [[100], [8.688], [0.414], [422.448979591837]],
      says: 'a fifth of the need bought at $12m: 422 bp of margin',
    },
    {
      args: { required_mw: 300, owned_mw: 400, own_cost: 7.86, buy_cost: 12 },
      gives: [[0], [7.86], [0]],
      says: 'enough of one’s own',
    },
  ],
  related: ['TAAS_MW_REQUIRED', 'TAAS_BUILD_SCHEDULE'],
});
