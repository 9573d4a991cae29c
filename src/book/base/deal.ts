import type { Deal } from '../../economics/deal';
import { given, givenTiers, named, type Of } from '../role';

/** The deal between a cloud that distributes tokens and the lab that makes them. */
export const deal = named({
  token_spend: given('usd_bn_quarter', ({ now }) => `gross token spend of the customers, ${now}`),
  fixed_fee: given('usd_bn_quarter', ({ now }) => `flat infrastructure fee, ${now}`),
  infra_rate: given('share', 'infrastructure fee as a share of spend'),
  tiers: givenTiers('share', 'revenue share by tier of quarterly spend, $bn'),
  infra_cogs: given('usd_bn_quarter', ({ now }) => `cost of the infrastructure, depreciation included, ${now}`),
  opex_rate: given('share', 'platform operating cost as a share of net revenue'),
  rev_share_scale: given('ratio', 'multiplies every tier’s rate'),
  other_cogs: given('usd_bn_quarter', 'the lab’s other cost of revenue on these tokens'),
  model_cost_rate: given('share', 'cost of making the model, as a share of token spend'),
  target_margin: given('margin', ({ now }) => `Bedrock EBIT margin, ${now}`),
});

/** The deal of a case. */
export const dealOf = (of: Of): Deal => ({
  token_spend: of(deal.token_spend),
  fixed_fee: of(deal.fixed_fee),
  infra_rate: of(deal.infra_rate),
  tiers: of(deal.tiers),
  infra_cogs: of(deal.infra_cogs),
  opex_rate: of(deal.opex_rate),
  mode: 'MARGINAL',
  rev_share_scale: of(deal.rev_share_scale),
});
