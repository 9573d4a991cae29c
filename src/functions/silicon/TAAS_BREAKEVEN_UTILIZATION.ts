import { define } from '../../catalogue/define';
import { cost_per_hour, token_price, tokens_per_sec } from './parameters';

export const TAAS_BREAKEVEN_UTILIZATION = define({
  name: 'TAAS_BREAKEVEN_UTILIZATION',
  family: 'silicon',
  answers: 'Utilization at which the tokens of a chip just pay for its hour; above 100% even a busy chip loses money.',
  parameters: { cost_per_hour, tokens_per_sec, token_price },
  result: { shape: 'number', unit: 'share', about: 'utilization at zero gross profit' },
  formula: (x, m) => {
    const tokens = m.step('full_hour_tokens_m', x.tokens_per_sec.times(3600).div(1e6));
    const revenue = m.step('full_hour_revenue', tokens.times(x.token_price));
    return m.step('breakeven_utilization', x.cost_per_hour.div(revenue));
  },
  examples: [
    { args: {}, gives: 0.140511118109134, says: 'a Trainium2-class chip at $1.50' },
    {
      args: { cost_per_hour: 2.65, tokens_per_sec: 90 },
      gives: 5.45267489711934,
      says: 'an older GPU at that price never pays',
    },
    { args: { tokens_per_sec: 0 }, gives: '#DIV/0!', says: 'no tokens, no break-even' },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_TOKEN_PRICE'],
});
