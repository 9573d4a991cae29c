import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { share } from '../../catalogue/parameters';
import { blendedTokenCost } from '../../economics/silicon';
import { custom_cost, gpu_cost } from './parameters';

export const TAAS_BLENDED_TOKEN_COST = define({
  name: 'TAAS_BLENDED_TOKEN_COST',
  family: 'silicon',
  answers: 'Cost of a million tokens of a fleet that serves some of them on custom chips and the rest on GPUs.',
  parameters: {
    custom_share: share('Share of tokens (not of chips) served on custom chips.', { default: base.custom_share }),
    custom_cost,
    gpu_cost,
  },
  result: { shape: 'number', unit: 'usd_m_tokens', about: 'cost of a million tokens' },
  formula: (x, m) => m.step('blended_token_cost', blendedTokenCost(x.custom_share, x.custom_cost, x.gpu_cost, m)),
  examples: [
    { args: {}, gives: 0.412837704945575, says: 'half of the tokens on Trainium' },
    { args: { custom_share: 0.6, custom_cost: 0.35, gpu_cost: 0.47 }, gives: 0.398, says: 'with costs of one’s own' },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_SILICON_UPLIFT'],
});
