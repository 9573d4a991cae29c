import { base } from '../../book/case';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { choice, headers, money, number } from '../../catalogue/parameters';
import type { Num } from '../../formula/num';

const profit = (about: string, fallback: typeof base.aws_ebit, otherwise: typeof base.aws_ebit) =>
  number('usd_bn_quarter', about, { min: -1e6, max: 1e6, default: fallback, otherwise });

/**
 * CURRENT: volume ΔR·m₀; the rate R₁·Δm is written as EBIT beyond what later revenue would have earned at the earlier
 * margin, so that a business may have ended. MIDPOINT asks for both margins.
 */
export const TAAS_EBIT_BRIDGE = define({
  name: 'TAAS_EBIT_BRIDGE',
  family: 'mix',
  answers: 'The change of EBIT in dollars: what growth brought at the old margin and what the margin brought.',
  parameters: {
    revenue0: money('usd_bn_quarter', 'Revenue, earlier period.', { default: base.aws_revenue_quarter_before }),
    ebit0: profit('EBIT, earlier period.', base.aws_ebit_quarter_before, base.aws_ebit_seed_quarter_before),
    revenue1: money('usd_bn_quarter', 'Revenue, later period.', { default: base.aws_revenue }),
    ebit1: profit('EBIT, later period.', base.aws_ebit, base.aws_ebit_seed),
    method: choice(
      'Which margin the growth is priced at.',
      { CURRENT: 'the earlier one; the rate effect is on current revenue', MIDPOINT: 'the average of both' },
      'CURRENT',
    ),
    headers,
    basis: basis('REPORTED'),
  },
  rules: [{ together: ['revenue0', 'ebit0', 'revenue1', 'ebit1'] }],
  result: { shape: 'table', about: 'volume, rate and total, $bn' },
  formula: (x, m) => {
    const margin0 = m.step('margin0', x.ebit0.div(x.revenue0));
    const grown = m.step('revenue_change', x.revenue1.minus(x.revenue0));
    const current = (): [volume: Num, rate: Num] => [
      grown.times(margin0),
      x.ebit1.minus(m.step('ebit1_at_margin0', x.revenue1.times(margin0))),
    ];
    const midpoint = (): [volume: Num, rate: Num] => {
      const margin1 = m.step('margin1', x.ebit1.div(x.revenue1));
      const averageMargin = m.step('average_margin', margin0.plus(margin1).div(2));
      const averageRevenue = m.step('average_revenue', x.revenue0.plus(x.revenue1).div(2));
      return [grown.times(averageMargin), margin1.minus(margin0).times(averageRevenue)];
    };
    const effects = x.method === 'CURRENT' ? current() : midpoint();
    const volume = m.step('volume_effect', effects[0]);
    const rate = m.step('rate_effect', effects[1]);
    return {
      header: ['Effect', '$bn'],
      rows: [
        { label: 'Volume', unit: 'usd_bn_quarter', values: [volume] },
        { label: 'Rate', unit: 'usd_bn_quarter', values: [rate] },
        { label: 'Total', unit: 'usd_bn_quarter', values: [m.step('total', volume.plus(rate))] },
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [[0.703497006661233], [0.992502993338767], [1.696]],
      says: 'reported: the "about $1.0 billion" is the rate effect',
    },
    {
      args: { method: 'MIDPOINT' },
      gives: [[0.730008114366346], [0.965991885633654], [1.696]],
      says: 'the same total, split evenly',
    },
    {
      args: { basis: 'SEED' },
      gives: [[0.7162536], [0.8006031], [1.5168567]],
      says: 'on the margins of the articles the "about $1.0 billion" is $0.8bn',
    },
  ],
  related: ['TAAS_MARGIN_BRIDGE', 'TAAS_INCREMENTAL_MARGIN'],
});
