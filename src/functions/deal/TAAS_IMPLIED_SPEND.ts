import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money } from '../../catalogue/parameters';
import type { Num } from '../../formula/num';
import { fixed_fee, infra_rate, tier_table } from './parameters';

/** Net revenue is piecewise linear in spend, so the inverse walks the tiers and solves in the one that holds the answer. */
export const TAAS_IMPLIED_SPEND = define({
  name: 'TAAS_IMPLIED_SPEND',
  family: 'deal',
  answers: 'Gross token spend behind a reported net revenue, given the terms of the deal.',
  parameters: {
    net_revenue: money('usd_bn_quarter', 'Net revenue of the distributor.', { default: base.bedrock_net_revenue }),
    fixed_fee,
    infra_rate,
    tiers: tier_table,
  },
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'gross token spend' },
  formula: (x, m) => {
    let spend: Num = m.none('net revenue of {net_revenue} is below the flat fee of {fixed_fee}');
    let atThreshold = x.fixed_fee;
    x.tiers.forEach((tier, i) => {
      const kept = x.infra_rate.plus(tier.rate);
      const inTier = m.when(
        kept.above(0),
        tier.from.plus(x.net_revenue.minus(atThreshold).div(kept)),
        m.none('net revenue does not rise with spend in the tier that {net_revenue} falls in'),
      );
      spend = m.when(x.net_revenue.atLeast(atThreshold), inTier, spend);
      const next = x.tiers[i + 1];
      if (next)
        atThreshold = m.step(`net_revenue_at_tier_${i + 2}`, atThreshold.plus(next.from.minus(tier.from).times(kept)));
    });
    return m.step('token_spend_implied', spend);
  },
  examples: [
    { args: {}, gives: 2, says: 'the base case' },
    { args: { net_revenue: 0.825 }, gives: 0.5, says: 'just the first tier' },
    { args: { net_revenue: 0.5 }, gives: '#N/A', says: 'less than the flat fee' },
  ],
  related: ['TAAS_TAKE_RATE', 'TAAS_REV_SHARE'],
});
