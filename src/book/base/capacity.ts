import { derived, given, named } from '../role';
import { deal } from './deal';

/** Power, and the revenue that stands over it. */
export const capacity = named({
  mw: given('mw', ({ now }) => `IT power behind the deal, ${now}`),
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
  load_factor: given('share', 'share of the contracted power delivered'),
  lag: given('quarters', 'quarters from delivery to energised capacity'),
});
