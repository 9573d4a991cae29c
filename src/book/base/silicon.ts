import { given, named } from '../role';

/** A Trainium2-class and a GPU-class chip, the building around them, and the price of what they serve. */
export const silicon = named({
  trainium_capex: given('usd', 'price of a Trainium2-class chip with its share of the server'),
  trainium_kw: given('kw', 'IT power of a Trainium2-class chip, all in'),
  trainium_tokens_per_sec: given('tokens_second', 'tokens a second of a Trainium2-class chip'),
  gpu_capex: given('usd', 'price of a GPU-class chip with its share of the server'),
  gpu_kw: given('kw', 'IT power of a GPU-class chip, all in'),
  gpu_tokens_per_sec: given('tokens_second', 'tokens a second of a GPU-class chip'),
  server_life: given('years', 'depreciation life of AWS servers; the filing says a subset of them'),
  pue: given('ratio', 'facility power over IT power'),
  power_price: given('usd_mwh', 'price of electricity'),
  dc_capex_per_kw: given('usd_kw', 'data-centre capex per kW of facility power'),
  dc_life: given('years', 'depreciation life of the data centre'),
  chip_opex_rate: given('share', 'yearly running cost as a share of chip capex'),
  wacc: given('rate', 'cost of capital; 0 gives the accounting cost that ties to EBIT'),
  hours_per_year: given('hours_year', 'hours a chip is owned in a year'),
  utilization: given('share', 'share of the time that tokens are served'),
  custom_share: given('share', 'share of Bedrock tokens served on Trainium'),
  custom_share0: given('share', 'share of tokens on custom chips before'),
  token_price: given('usd_m_tokens', 'blended price of a million tokens'),
  price_in: given('usd_m_tokens', 'list price of input tokens'),
  price_out: given('usd_m_tokens', 'list price of output tokens'),
  in_out_ratio: given('ratio', 'input tokens for each output token'),
  cache_hit: given('share', 'share of input tokens read from the cache'),
  cache_factor: given('share', 'price of a cached token over a fresh one'),
});
