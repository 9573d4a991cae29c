import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, number, share } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';
import { utilization } from './parameters';

const speed = { min: 0, max: 1e9 } as const;

/** A chip reads its input many times as fast as it writes; what the cache holds it does not read again. */
export const TAAS_SERVE_COST = define({
  name: 'TAAS_SERVE_COST',
  family: 'silicon',
  answers:
    'Cost of a million output tokens with the input that comes with them, from the speeds of reading and writing.',
  parameters: {
    cost_per_hour: money('usd_hour', 'Cost of a chip-hour, as TAAS_CHIP_HOUR_COST gives it.', {
      default: base.gpu_chip_hour_cost,
    }),
    prefill_tps: number('tokens_second', 'Input tokens a second of a chip that reads.', {
      ...speed,
      default: base.gpu_prefill_tps,
    }),
    decode_tps: number('tokens_second', 'Output tokens a second of a chip that writes.', {
      ...speed,
      default: base.gpu_decode_tps,
    }),
    in_out_ratio: number('ratio', 'Input tokens for each output token.', {
      min: 0,
      max: 1e6,
      default: base.in_out_ratio,
    }),
    cache_hit: share('Share of input tokens read from the cache.', { default: base.cache_hit }),
    utilization,
  },
  result: { shape: 'number', unit: 'usd_m_tokens', about: 'cost of a million output tokens, input included' },
  formula: (x, m) => {
    const read = x.in_out_ratio.times(complement(x.cache_hit, m)).div(x.prefill_tps);
    const busy = m.step('seconds_per_output_token', read.plus(m.num(1).div(x.decode_tps)));
    const second = m.step('cost_of_a_busy_second', x.cost_per_hour.div(3600).div(x.utilization));
    return m.step('serve_cost', second.times(busy).times(1e6));
  },
  examples: [
    {
      args: { cost_per_hour: 2.15187 },
      gives: 2.32455092592593,
      says: 'a GPU-class chip in agentic use: reading takes nearly twice the time of writing',
    },
    {
      args: { in_out_ratio: 4, cache_hit: 0 },
      gives: 1.02944282372174,
      says: 'chat: short prompts, no cache',
    },
    { args: { decode_tps: 0 }, gives: '#DIV/0!', says: 'a chip that writes nothing' },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_TOKEN_PRICE', 'TAAS_CHIP_HOUR_COST'],
});
