import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money } from '../../catalogue/parameters';
import { impliedSpend } from '../../economics/implied-spend';
import { fixed_fee, infra_rate, mode, rev_share_scale, SHARE, tier_table } from './parameters';

export const TAAS_IMPLIED_SPEND = define({
  name: 'TAAS_IMPLIED_SPEND',
  family: 'deal',
  answers: 'Gross token spend behind a reported net revenue, given the terms of the deal.',
  parameters: {
    net_revenue: money('usd_bn_quarter', 'Net revenue of the distributor.', { default: base.bedrock_net_revenue }),
    fixed_fee,
    infra_rate,
    tiers: tier_table,
    mode,
    rev_share_scale,
    ...SHARE,
  },
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'gross token spend' },
  formula: (x, m) => m.step('token_spend_implied', impliedSpend(x, m)),
  examples: [
    { args: {}, gives: 2, says: 'the base case' },
    { args: { net_revenue: 0.825 }, gives: 0.5, says: 'just the first tier' },
    {
      args: { net_revenue: 1.35, tiers: [[0, 0.5]], share_basis: 'GROSS_PROFIT' },
      gives: 2,
      says: 'half of the lab’s gross profit',
    },
    {
      args: { net_revenue: 1.1, cap: 0.4 },
      gives: '#N/A',
      says: 'the share is at its cap, for this spend and any larger one',
    },
    { args: { net_revenue: 0.5 }, gives: '#N/A', says: 'less than the flat fee' },
  ],
  related: ['TAAS_TAKE_RATE', 'TAAS_REV_SHARE'],
});
