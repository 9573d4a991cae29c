import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, money, share } from '../../catalogue/parameters';

/** Gross margin is after inference alone: the partners' share counts as selling cost, as the lab books it. */
export const TAAS_LAB_PNL = define({
  name: 'TAAS_LAB_PNL',
  family: 'verticals',
  answers: 'Profit and loss of a model lab, from revenue through inference, partners and training to operating profit.',
  parameters: {
    revenue: money('usd_bn_quarter', 'Revenue, gross of what partners keep.', { default: base.lab_revenue }),
    inference_rate: share('Cost of inference as a share of revenue.', {
      min: 0,
      max: 10,
      default: base.inference_rate,
    }),
    partner_share: share('Share of revenue paid to cloud partners.', { default: base.lab_partner_share }),
    training: money('usd_bn_quarter', 'Cost of training.', { default: base.training }),
    opex: money('usd_bn_quarter', 'Other operating cost.', { default: base.lab_opex }),
    headers,
  },
  result: { shape: 'table', about: 'nine lines, $bn a quarter and fractions' },
  formula: (x, m) => {
    const inference = m.step('inference', x.revenue.times(x.inference_rate));
    const gross = m.step('gross_profit', x.revenue.minus(inference));
    const partners = m.step('partner_payments', x.revenue.times(x.partner_share));
    const operating = m.step('operating_profit', gross.minus(partners).minus(x.training).minus(x.opex));
    return {
      header: ['Line', '1 quarter'],
      rows: [
        { label: 'Revenue', unit: 'usd_bn_quarter', values: [x.revenue] },
        { label: 'Inference', unit: 'usd_bn_quarter', values: [inference] },
        { label: 'Gross profit', unit: 'usd_bn_quarter', values: [gross] },
        { label: 'Partner share', unit: 'usd_bn_quarter', values: [partners] },
        { label: 'Training', unit: 'usd_bn_quarter', values: [x.training] },
        { label: 'Other operating cost', unit: 'usd_bn_quarter', values: [x.opex] },
        { label: 'Operating profit', unit: 'usd_bn_quarter', values: [operating] },
        { label: 'Gross margin', unit: 'margin', values: [m.step('gross_margin', gross.div(x.revenue))] },
        { label: 'Operating margin', unit: 'margin', values: [m.step('operating_margin', operating.div(x.revenue))] },
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [[4.8], [1.68], [3.12], [0.48], [2.4], [0.9], [-0.66], [0.65], [-0.1375]],
      says: 'a lab like Anthropic in 1Q26: mid-60s gross margin, training keeps it in the red',
    },
    {
      args: { revenue: 10.9, training: 3, opex: 1.2, headers: false },
      gives: [[10.9], [3.815], [7.085], [1.09], [3], [1.2], [1.795], [0.65], [0.164678899082569]],
      says: 'more than twice the revenue on little more training is a profit',
    },
  ],
  related: ['TAAS_LAB_MARGIN', 'TAAS_API_PNL'],
});
