import { derived, given, named } from '../role';
import { deal } from './deal';
import { silicon } from './silicon';

const power = named({
  mw: given('mw', ({ now }) => `IT power behind the deal, ${now}`),
});

/** Power, and the revenue that stands over it. */
export const capacity = named({
  ...power,
  hours_quarter: given('hours_quarter', 'hours in a quarter'),
  run_rate: given('usd_bn_year', ({ now }) => `Bedrock run-rate, ${now}`),
  arr: given('usd_bn_year', ({ now }) => `Anthropic annual recurring revenue, end of ${now}`),
  infra_share: derived(
    'share',
    'infrastructure fee over token spend',
    ({ figure }) => `the base deal: ${figure(deal.fixed_fee).toFixed(2)} over ${figure(deal.token_spend).toFixed(1)}`,
    (of) => of(deal.fixed_fee).div(of(deal.token_spend)),
  ),
  fee_per_mw: given('usd_m_mw_year', 'infrastructure fee per IT MW-year'),
  cost_per_mw: derived(
    'usd_m_mw_year',
    'cost of an IT MW-year, depreciation included',
    ({ figure }) => `the base deal: ${figure(deal.infra_cogs)} a quarter on ${figure(power.mw)} MW`,
    (of) => of(deal.infra_cogs).times(4000).div(of(power.mw)),
  ),
  tokens: derived(
    'tn_tokens_quarter',
    'tokens behind the deal',
    ({ figure }) =>
      `the base deal: $${figure(deal.token_spend).toFixed(1)}bn at $${figure(silicon.token_price).toFixed(2)} a million`,
    (of) => of(deal.token_spend).times(1000).div(of(silicon.token_price)),
  ),
  rented_share: given('share', 'share of the capacity that is rented out'),
  load_factor: given('share', 'share of the contracted power delivered'),
  lag: given('quarters', 'quarters from delivery to energised capacity'),
});
