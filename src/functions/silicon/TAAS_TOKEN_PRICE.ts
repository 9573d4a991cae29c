import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, number, share } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';

export const TAAS_TOKEN_PRICE = define({
  name: 'TAAS_TOKEN_PRICE',
  family: 'silicon',
  answers:
    'Average price of a token from list prices, the mix of input and output, and the share of input read from the cache.',
  parameters: {
    price_in: money('usd_m_tokens', 'List price of input tokens.', { default: base.price_in }),
    price_out: money('usd_m_tokens', 'List price of output tokens.', { default: base.price_out }),
    in_out_ratio: number('ratio', 'Input tokens for each output token.', {
      min: 0,
      max: 1e6,
      default: base.in_out_ratio,
    }),
    cache_hit: share('Share of input tokens read from the cache.', { default: base.cache_hit }),
    cache_factor: share('Price of a cached token over a fresh one.', { default: base.cache_factor }),
    write_factor: number(
      'ratio',
      'Price of a token that is not read from the cache, written to it, over a fresh one.',
      {
        min: 0,
        max: 10,
        default: base.write_factor,
      },
    ),
    batch_share: share('Share of tokens served in batches.', { default: base.batch_share }),
    batch_discount: share('Discount on tokens served in batches.', { default: base.batch_discount }),
  },
  result: { shape: 'number', unit: 'usd_m_tokens', about: 'blended price of a million tokens' },
  formula: (x, m) => {
    const fresh = complement(x.cache_hit, m);
    const factor = fresh.times(x.write_factor).plus(x.cache_hit.times(x.cache_factor));
    const input = m.step('input_price', x.price_in.times(factor));
    const tokens = m.step('tokens_per_output_token', x.in_out_ratio.plus(1));
    const online = m.step('online_price', x.in_out_ratio.times(input).plus(x.price_out).div(tokens));
    return m.step('token_price', online.times(complement(x.batch_share.times(x.batch_discount), m)));
  },
  examples: [
    { args: {}, gives: 1.02990033222591, says: 'agentic use: $5 and $25 list, 300:1, 90% cached' },
    {
      args: { price_in: 3, price_out: 15, in_out_ratio: 4, cache_hit: 0 },
      gives: 5.4,
      says: 'chat: short prompts, no cache',
    },
    {
      args: { write_factor: 1.25, batch_share: 0.2 },
      gives: 1.0390365448505,
      says: 'what is not cached is written at 1.25 times the price, and a fifth is served in batches at half of it',
    },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_BREAKEVEN_UTILIZATION', 'TAAS_API_PNL'],
});
