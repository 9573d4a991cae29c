import { define } from '../../catalogue/define';
import { infrastructureFee, revenueShare } from '../../economics/deal';
import { fixed_fee, infra_rate, mode, rev_share_scale, SHARE, tier_table, token_spend } from './parameters';

export const TAAS_TAKE_RATE = define({
  name: 'TAAS_TAKE_RATE',
  family: 'deal',
  answers: 'Share of the customers’ gross token spend that the distributor books as net revenue.',
  parameters: { token_spend, fixed_fee, infra_rate, tiers: tier_table, mode, rev_share_scale, ...SHARE },
  result: { shape: 'number', unit: 'share', about: 'net revenue over gross token spend' },
  formula: (x, m) => {
    const fee = infrastructureFee(x, m);
    const share = m.step('revenue_share', revenueShare(x, fee, m));
    const net = m.step('net_revenue', fee.plus(share));
    return m.step('take_rate', net.div(x.token_spend));
  },
  examples: [
    { args: {}, gives: 0.6875, says: 'the base case' },
    {
      args: { fixed_fee: 0, infra_rate: 0.35 },
      gives: 0.6875,
      says: 'a fee of 35% of spend is the same at the base volume',
    },
    { args: { token_spend: 0 }, gives: '#DIV/0!', says: 'no spend, no take rate' },
  ],
  related: ['TAAS_MARGIN', 'TAAS_LAB_MARGIN'],
});
