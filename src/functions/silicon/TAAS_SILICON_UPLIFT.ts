import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { share } from '../../catalogue/parameters';
import { blendedTokenCost } from '../../economics/silicon';
import { custom_cost, gpu_cost, token_price } from './parameters';

export const TAAS_SILICON_UPLIFT = define({
  name: 'TAAS_SILICON_UPLIFT',
  family: 'silicon',
  answers: 'Basis points of margin won by moving tokens from GPUs to custom chips at an unchanged price.',
  parameters: {
    custom_share0: share('Share of tokens on custom chips before.', { default: base.custom_share0 }),
    custom_share1: share('Share of tokens on custom chips after.', { default: base.custom_share }),
    custom_cost,
    gpu_cost,
    token_price,
    take_rate: share('Net revenue over gross token spend; 1 for a seller of its own tokens.', {
      default: base.take_rate,
    }),
  },
  result: { shape: 'number', unit: 'bp', about: 'change of the margin on net revenue' },
  formula: (x, m) => {
    const before = m.step('cost_before', blendedTokenCost(x.custom_share0, x.custom_cost, x.gpu_cost, m));
    const after = m.step('cost_after', blendedTokenCost(x.custom_share1, x.custom_cost, x.gpu_cost, m));
    const revenue = m.step('net_revenue_per_m_tokens', x.token_price.times(x.take_rate));
    return m.step('silicon_uplift', before.minus(after).div(revenue).times(10000));
  },
  examples: [
    { args: {}, gives: 596.944578644748, says: 'from all GPU to half Trainium: "several hundred basis points"' },
    { args: { custom_share0: 0.5, custom_share1: 0.8 }, gives: 358.166747186849, says: 'from 50% to 80% on Trainium' },
  ],
  related: ['TAAS_BLENDED_TOKEN_COST', 'TAAS_TOKEN_PRICE'],
});
