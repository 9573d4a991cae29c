import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { share } from '../../catalogue/parameters';
import { cost_per_hour, token_price, tokens_per_sec } from './parameters';

export const TAAS_BREAKEVEN_UTILIZATION = define({
  name: 'TAAS_BREAKEVEN_UTILIZATION',
  family: 'silicon',
  answers: 'Utilization at which the tokens of a chip just pay for its hour; above 100% even a busy chip loses money.',
  parameters: {
    cost_per_hour,
    tokens_per_sec,
    token_price,
    take_rate: share('Share of the price that pays for the chip: 1 for one’s own tokens, TAAS_TAKE_RATE for a lab’s.', {
      default: base.price_kept,
    }),
  },
  result: { shape: 'number', unit: 'share', about: 'utilization at zero gross profit' },
  formula: (x, m) => {
    const tokens = m.step('full_hour_tokens_m', x.tokens_per_sec.times(3600).div(1e6));
    const revenue = m.step('full_hour_revenue', tokens.times(x.token_price).times(x.take_rate));
    return m.step('breakeven_utilization', x.cost_per_hour.div(revenue));
  },
  examples: [
    { args: {}, gives: 0.140511118109134, says: 'a Trainium2-class chip that serves one’s own tokens at $1.50' },
    {
      args: { take_rate: 0.6875 },
      gives: 0.20437980815874,
      says: 'the same for a distributor, which keeps 68.75% of it',
    },
    {
      args: { cost_per_hour: 1.41, tokens_per_sec: 90 },
      gives: 2.90123456790123,
      says: 'an H200 at its own rent and speed: at that price it never pays',
    },
    { args: { tokens_per_sec: 0 }, gives: '#DIV/0!', says: 'no tokens, no break-even' },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_TOKEN_PRICE'],
});
