import { base } from '../../book/case';
import { money, number, share } from '../../catalogue/parameters';

/** What the functions of this family and of capacity share. */
export const kw_per_chip = number('kw', 'IT power of a chip with its share of server and network.', {
  min: 0,
  max: 1000,
  default: base.trainium_kw,
});
export const pue = number('ratio', 'Facility power over IT power.', { min: 1, max: 5, default: base.pue });
export const cost_per_hour = money('usd_hour', 'Cost of a chip-hour, as TAAS_CHIP_HOUR_COST gives it.', {
  default: base.trainium_chip_hour_cost,
});
export const tokens_per_sec = number(
  'tokens_second',
  'Tokens a second of a chip that is busy, counted as the price counts them.',
  {
    min: 0,
    max: 1e9,
    default: base.trainium_tokens_per_sec,
  },
);
export const utilization = share('Share of the time that tokens are served.', { default: base.utilization });
export const custom_cost = money('usd_m_tokens', 'Cost of a million tokens on custom chips.', {
  default: base.custom_cost,
});
export const gpu_cost = money('usd_m_tokens', 'Cost of a million tokens on GPUs.', { default: base.gpu_cost });
export const token_price = money('usd_m_tokens', 'Price of a million tokens, blended over input, cached and output.', {
  default: base.token_price,
});
