import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, share } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';
import { distributor } from '../../economics/deal';
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
} from './parameters';

export const TAAS_CHANNELS = define({
  name: 'TAAS_CHANNELS',
  family: 'deal',
  answers:
    'The same capacity sold three ways: the cloud’s own model, a lab’s tokens for a share, or rented infrastructure.',
  parameters: {
    token_spend,
    fixed_fee,
    infra_rate,
    tiers: tier_table,
    infra_cogs,
    opex_rate,
    model_cost_rate: share('Cost of making one’s own model, as a share of token spend.', {
      default: base.model_cost_rate,
    }),
    headers,
    mode,
    rev_share_scale,
    ...SHARE,
  },
  result: {
    shape: 'table',
    about: 'revenue, EBIT and margin of three channels, each on its own revenue: gross spend, net revenue, the fee',
  },
  formula: (x, m) => {
    const taas = distributor(x, m);
    const kept = complement(x.opex_rate, m);
    const own = m.step('first_party_ebit', x.token_spend.times(kept.minus(x.model_cost_rate)).minus(x.infra_cogs));
    const rented = m.step('iaas_ebit', taas.fee.times(kept).minus(x.infra_cogs));
    const units = ['usd_bn_quarter', 'usd_bn_quarter', 'margin'] as const;
    return {
      header: ['Channel', 'Revenue', 'EBIT', 'EBIT margin'],
      rows: [
        {
          label: 'First-party model',
          unit: units,
          values: [x.token_spend, own, m.step('first_party_margin', own.div(x.token_spend))],
        },
        {
          label: 'Third-party TaaS',
          unit: units,
          values: [taas.net, taas.ebit, m.step('taas_margin', taas.ebit.div(taas.net))],
        },
        { label: 'IaaS', unit: units, values: [taas.fee, rented, m.step('iaas_margin', rented.div(taas.fee))] },
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [
        [2, 0.95, 0.475],
        [1.375, 0.75625, 0.55],
        [0.7, 0.115, 0.164285714285714],
      ],
      says: 'the base case: distribution earns more on its revenue than either end',
    },
    {
      args: { model_cost_rate: 0.4, headers: false },
      gives: [
        [2, 0.55, 0.275],
        [1.375, 0.75625, 0.55],
        [0.7, 0.115, 0.164285714285714],
      ],
      says: 'a dearer model of one’s own',
    },
  ],
  related: ['TAAS_MARGIN', 'TAAS_GROSS_NET', 'TAAS_SHOCK_MARGIN'],
});
