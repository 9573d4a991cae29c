import { define } from '../../catalogue/define';
import { money, number, share } from '../../catalogue/parameters';
import { infrastructureFee, revenueShare } from '../../economics/deal';
import { mode, SHARE, tier_table, token_spend } from './parameters';

export const TAAS_REV_SHARE = define({
  name: 'TAAS_REV_SHARE',
  family: 'deal',
  answers: 'Tiered revenue share that the distributor keeps of a quarter’s gross token spend.',
  parameters: {
    token_spend,
    tiers: tier_table,
    mode,
    ...SHARE,
    fixed_fee: money('usd_bn_quarter', 'Flat infrastructure fee, for GROSS_PROFIT.', {}),
    infra_rate: share('Infrastructure fee as a share of spend, for GROSS_PROFIT; none when left out.', {}),
    rev_share_scale: number('ratio', 'Multiplies every tier’s rate; 1 when left out.', { min: 0, max: 10 }),
  },
  rules: [{ needs: 'fixed_fee', whenever: 'share_basis', is: 'GROSS_PROFIT' }],
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'revenue share' },
  formula: (x, m) => {
    const [nothing, whole] = [m.num(0), m.num(1)];
    const terms = {
      ...x,
      fixed_fee: x.fixed_fee ?? nothing,
      infra_rate: x.infra_rate ?? nothing,
      rev_share_scale: x.rev_share_scale ?? whole,
    };
    const fee = x.share_basis === 'SPEND' ? nothing : infrastructureFee(terms, m);
    return m.step('revenue_share', revenueShare(terms, fee, m));
  },
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
    {
      args: { tiers: [[0, 0.5]], share_basis: 'GROSS_PROFIT', fixed_fee: 0.7, cap: 0.6 },
      gives: 0.6,
      says: 'half of the lab’s gross profit of 1.3, were it not capped',
    },
  ],
  related: ['TAAS_MARGIN', 'TAAS_IMPLIED_SPEND'],
});
