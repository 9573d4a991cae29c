import { current, type Case } from '../../book/case';
import { define } from '../../catalogue/define';
import { atDemand } from '../../economics/demand';
import {
  fixed_fee,
  infra_cogs,
  infra_rate,
  mode,
  opex_rate,
  rev_share_scale,
  SHARE,
  tier_table,
  token_spend,
} from '../deal/parameters';
import { CONTRACT, demand, termsOf } from './parameters';

export const TAAS_SHOCK_MARGIN = define({
  name: 'TAAS_SHOCK_MARGIN',
  family: 'contracts',
  answers:
    'EBIT margin when consumption falls short of plan or runs above it, under a token or a take-or-pay contract.',
  parameters: {
    demand,
    ...CONTRACT,
    token_spend,
    fixed_fee,
    tiers: tier_table,
    infra_cogs,
    opex_rate,
    infra_rate,
    mode,
    rev_share_scale,
    ...SHARE,
  },
  result: { shape: 'number', unit: 'margin', about: 'EBIT over net revenue at that demand' },
  formula: (x, m, on: Case = current) => {
    const { revenue, ebit } = atDemand(x.demand, termsOf(x, m, on), m);
    return m.step('shock_margin', ebit.div(revenue));
  },
  examples: [
    { args: { demand: 1 }, gives: 0.55, says: 'plan: the base margin' },
    { args: { demand: 0.7 }, gives: 0.376344086021505, says: '30% less consumption costs 17 points of margin' },
    {
      args: { demand: 0.7, contract: 'IAAS' },
      gives: 0.187857142857143,
      says: 'take-or-pay: cost falls a little, the fee does not',
    },
    { args: { demand: 1.3 }, gives: 0.558219178082192, says: '30% above plan, on capacity added for it' },
    { args: { demand: 0 }, gives: '#DIV/0!', says: 'no consumption and no floor: no revenue' },
  ],
  related: ['TAAS_EXPECTED_MARGIN', 'TAAS_BREAKEVEN_DEMAND', 'TAAS_MARGIN'],
});
