import type { Maths, Num } from '../formula/num';
import { complement } from './complement';
import { discounted } from './compounding';

export interface Chip {
  readonly capex: Num;
  readonly kw_per_chip: Num;
  readonly life: Num;
  readonly pue: Num;
  readonly power_price: Num;
  readonly dc_capex_per_kw: Num;
  readonly dc_life: Num;
  readonly opex_rate: Num;
  readonly wacc: Num;
  readonly hours_per_year: Num;
}

/** The level yearly charge for one dollar of capital: 1/life at no cost of capital, else the annuity w/(1−(1+w)^−n). */
export const capitalRecovery = (wacc: Num, life: Num, m: Maths): Num =>
  m.when(wacc.above(0), wacc.div(discounted(wacc, life, m)), m.num(1).div(life));

/** $ per chip-hour: the chip and its share of the building, each over its life, running costs and power. */
export function chipHourCost(x: Chip, m: Maths): Num {
  const facility_kw = m.step('facility_kw', x.kw_per_chip.times(x.pue));
  const chip = m.step('chip_a_year', x.capex.times(capitalRecovery(x.wacc, x.life, m)));
  const building = m.step(
    'building_a_year',
    facility_kw.times(x.dc_capex_per_kw).times(capitalRecovery(x.wacc, x.dc_life, m)),
  );
  const running = m.step('running_a_year', x.capex.times(x.opex_rate));
  const owned = m.step('ownership_an_hour', chip.plus(building).plus(running).div(x.hours_per_year));
  const power = m.step('power_an_hour', facility_kw.times(x.power_price).div(1000));
  return m.step('chip_hour_cost', owned.plus(power));
}

export interface Serving {
  readonly cost_per_hour: Num;
  readonly tokens_per_sec: Num;
  readonly utilization: Num;
}

/** $ per million tokens: an hour's cost over the tokens an hour serves. */
export function tokenCost(x: Serving, m: Maths): Num {
  const tokens = m.step('tokens_an_hour', x.tokens_per_sec.times(x.utilization).times(3600));
  return m.step('token_cost', x.cost_per_hour.times(1e6).div(tokens));
}

/** Cost per token of a fleet that serves `custom_share` of its tokens on custom chips. */
export const blendedTokenCost = (custom_share: Num, custom_cost: Num, gpu_cost: Num, m: Maths): Num =>
  custom_share.times(custom_cost).plus(complement(custom_share, m).times(gpu_cost));
