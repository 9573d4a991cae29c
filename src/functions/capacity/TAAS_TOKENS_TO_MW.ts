import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { number } from '../../catalogue/parameters';
import { kw_per_chip, pue, tokens_per_sec, utilization } from '../silicon/parameters';
import { basis, hours } from './parameters';

export const TAAS_TOKENS_TO_MW = define({
  name: 'TAAS_TOKENS_TO_MW',
  family: 'capacity',
  answers: 'Power that serving so many tokens in a quarter needs: the inverse of TAAS_MW_TO_TOKENS.',
  parameters: {
    tokens: number('tn_tokens_quarter', 'Tokens served in the period.', { min: 0, max: 1e9, default: base.tokens }),
    kw_per_chip,
    tokens_per_sec,
    utilization,
    hours,
    basis,
    pue,
  },
  result: { shape: 'number', unit: 'mw', about: 'MW on the basis said' },
  formula: (x, m) => {
    const each = m.step('tokens_per_chip', x.tokens_per_sec.times(x.hours).times(3600).times(x.utilization));
    const it = m.step('it_mw', x.tokens.times(1e12).div(each).times(x.kw_per_chip).div(1000));
    return m.step('mw_needed', x.basis === 'FACILITY' ? it.times(x.pue) : it);
  },
  examples: [
    { args: { tokens: 2102.4 }, gives: 459.770114942529, says: 'Gemini’s 16bn tokens a minute for a quarter' },
    { args: { tokens: 1280.3616, basis: 'FACILITY' }, gives: 322, says: '280 IT MW, by the power of the whole site' },
    { args: { utilization: 0 }, gives: '#DIV/0!', says: 'idle chips serve no tokens' },
  ],
  related: ['TAAS_MW_TO_TOKENS', 'TAAS_MW_REQUIRED'],
});
