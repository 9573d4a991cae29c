import { define } from '../../catalogue/define';
import { chipsPowered } from '../../economics/capacity';
import { kw_per_chip, pue, tokens_per_sec, utilization } from '../silicon/parameters';
import { basis, hours, mw } from './parameters';

export const TAAS_MW_TO_TOKENS = define({
  name: 'TAAS_MW_TO_TOKENS',
  family: 'capacity',
  answers: 'Tokens that a site can serve in a quarter.',
  parameters: {
    mw,
    kw_per_chip,
    tokens_per_sec,
    utilization,
    hours,
    basis,
    pue,
  },
  result: { shape: 'number', unit: 'tn_tokens_quarter', about: 'trillion tokens' },
  formula: (x, m) => {
    const seconds = m.step('busy_seconds', x.hours.times(3600).times(x.utilization));
    return m.step('tokens_tn', chipsPowered(x, m).times(x.tokens_per_sec).times(seconds).div(1e12));
  },
  examples: [
    { args: {}, gives: 1280.3616, says: '280 IT MW, all Trainium2-class' },
    {
      args: { mw: 134.22133, kw_per_chip: 2, tokens_per_sec: 2100 },
      gives: 666.6666084036,
      says: 'the GPU half of the base fleet',
    },
  ],
  related: ['TAAS_TOKENS_TO_MW', 'TAAS_MW_TO_CHIPS', 'TAAS_TOKEN_COST', 'TAAS_REVENUE_PER_MW'],
});
