import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { choice, money } from '../../catalogue/parameters';
import { infrastructureFee, revenueShare } from '../../economics/deal';
import { fixed_fee, infra_rate, mode, rev_share_scale, SHARE, tier_table, token_spend } from './parameters';

export const TAAS_LAB_MARGIN = define({
  name: 'TAAS_LAB_MARGIN',
  family: 'deal',
  answers: 'The lab’s margin on the tokens that the cloud distributes, before or after the revenue share.',
  parameters: {
    token_spend,
    fixed_fee,
    infra_rate,
    tiers: tier_table,
    mode,
    level: choice(
      'Which margin.',
      {
        GROSS: 'of token spend, after infrastructure; the share counts as sales and marketing',
        CONTRIBUTION: 'of token spend, after infrastructure and revenue share',
        SHARE_OF_GP: 'the revenue share over the lab’s gross profit',
      },
      'GROSS',
    ),
    other_cogs: money('usd_bn_quarter', 'The lab’s other cost of revenue on these tokens.', {
      default: base.other_cogs,
    }),
    rev_share_scale,
    ...SHARE,
  },
  result: { shape: 'number', unit: 'margin', about: 'margin of the lab at the level asked for' },
  formula: (x, m) => {
    const fee = infrastructureFee(x, m);
    const serving = m.step('cost_of_revenue', fee.plus(x.other_cogs));
    const gross = m.step('lab_gross_profit', x.token_spend.minus(serving));
    if (x.level === 'GROSS') return m.step('lab_gross_margin', gross.div(x.token_spend));
    const share = m.step('revenue_share', revenueShare(x, fee, m));
    if (x.level === 'SHARE_OF_GP') return m.step('share_of_gross_profit', share.div(gross));
    return m.step('lab_contribution_margin', gross.minus(share).div(x.token_spend));
  },
  examples: [
    { args: {}, gives: 0.65, says: 'the mid-60s of the article' },
    { args: { level: 'CONTRIBUTION' }, gives: 0.3125, says: 'after the revenue share' },
    { args: { token_spend: 1, fixed_fee: 1.94 }, gives: -0.94, says: 'the −94% of 2024' },
  ],
  related: ['TAAS_TAKE_RATE', 'TAAS_PNL', 'TAAS_LAB_PNL'],
});
