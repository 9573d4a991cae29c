import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { rate } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';
import { infrastructureFee, sharedAmount } from '../../economics/deal';
import { fixed_fee, infra_cogs, infra_rate, opex_rate, SHARE, token_spend } from './parameters';

export const TAAS_REQUIRED_SHARE = define({
  name: 'TAAS_REQUIRED_SHARE',
  family: 'deal',
  answers:
    'Flat revenue share that gives the distributor a target EBIT margin; negative where the fee alone is enough.',
  parameters: {
    target_margin: rate('EBIT margin to reach.', { min: -10, max: 1, default: base.target_margin }),
    token_spend,
    fixed_fee,
    infra_rate,
    infra_cogs,
    opex_rate,
    ...SHARE,
  },
  result: { shape: 'number', unit: 'share', about: 'revenue share of what the tiers would apply to' },
  formula: (x, m) => {
    const kept = complement(x.opex_rate, m).minus(x.target_margin);
    const net = m.step('net_revenue_needed', x.infra_cogs.div(m.step('kept_before_cogs', kept)));
    const fee = infrastructureFee(x, m);
    const share = m.step('revenue_share_needed', net.minus(fee));
    const ratio = share.div(sharedAmount(x, fee, m));
    const capped = 'no revenue share reaches a {target_margin} margin: it may come to no more than {cap}';
    const reached = x.cap ? m.when(share.above(x.cap), m.none(capped), ratio) : ratio;
    const none = m.none('no revenue share reaches a {target_margin} margin: platform opex alone takes {opex_rate}');
    return m.step('required_share', m.when(kept.above(0), reached, none));
  },
  examples: [
    { args: {}, gives: 0.3375, says: 'the flat share behind 55%' },
    {
      args: { target_margin: 0.378 },
      gives: 0.130769230769231,
      says: 'the share at which Bedrock would earn AWS’ own margin',
    },
    { args: { target_margin: 0.96 }, gives: '#N/A', says: 'opex alone takes 5%' },
  ],
  related: ['TAAS_MARGIN', 'TAAS_SOLVE'],
});
