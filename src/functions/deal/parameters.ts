import { base } from '../../book/case';
import { choice, money, number, share, tiers } from '../../catalogue/parameters';

/** The terms of the deal, in the order in which its functions take them. */
export const token_spend = money('usd_bn_quarter', 'Gross token spend of the customers.', {
  default: base.token_spend,
});
export const fixed_fee = money('usd_bn_quarter', 'Flat infrastructure fee.', { default: base.fixed_fee });
export const infra_rate = share('Infrastructure fee as a share of spend, on top of the flat fee.', {
  default: base.infra_rate,
});
export const tier_table = tiers(
  'Revenue share: two columns, spend from ($bn a quarter) and rate; or one rate for all.',
  base.tiers,
);
export const infra_cogs = money('usd_bn_quarter', 'Cost of the infrastructure, depreciation included.', {
  default: base.infra_cogs,
});
export const opex_rate = share('Platform operating cost as a share of net revenue.', { default: base.opex_rate });
export const mode = choice(
  'How the tiers apply.',
  {
    MARGINAL: 'each rate to the spend inside its tier',
    WHOLE: 'the rate of the highest threshold reached to all of it',
  },
  'MARGINAL',
);
export const rev_share_scale = number('ratio', 'Multiplies every tier’s rate.', {
  min: 0,
  max: 10,
  default: base.rev_share_scale,
});

export const share_basis = choice(
  'What the tiers apply to.',
  {
    SPEND: 'the customers’ gross token spend',
    GROSS_PROFIT: 'the lab’s gross profit: spend less infrastructure fee, nothing of a loss',
  },
  'SPEND',
);
export const cap = money('usd_bn_quarter', 'Most that the revenue share may come to; no limit when left out.', {});

export const DEAL = {
  token_spend,
  fixed_fee,
  infra_rate,
  tiers: tier_table,
  infra_cogs,
  opex_rate,
  mode,
  rev_share_scale,
} as const;

/** What else is agreed of the revenue share. */
export const SHARE = { share_basis, cap } as const;
export const WHOLE_DEAL = { ...DEAL, ...SHARE } as const;
