import { define } from '../../catalogue/define';
import { revenueShare } from '../../economics/deal';
import { mode, tier_table, token_spend } from './parameters';

export const TAAS_REV_SHARE = define({
  name: 'TAAS_REV_SHARE',
  family: 'deal',
  answers: 'Tiered revenue share that the distributor keeps of a quarter’s gross token spend.',
  parameters: { token_spend, tiers: tier_table, mode },
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'revenue share' },
  formula: (x, m) => m.step('revenue_share', revenueShare(x, m)),
  examples: [
    { args: {}, gives: 0.675, says: '0.125 + 0.35 + 0.20' },
    { args: { token_spend: 0.5, mode: 'WHOLE' }, gives: 0.175, says: 'a threshold belongs to the tier it opens' },
    {
      args: {
        token_spend: 2,
        tiers: [
          [0, 0.3],
          [1, 0.2],
        ],
      },
      gives: 0.5,
      says: 'declining tiers are legal',
    },
  ],
  related: ['TAAS_MARGIN', 'TAAS_IMPLIED_SPEND'],
});
