import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, number, rate, share, years } from '../../catalogue/parameters';
import { chipHourCost } from '../../economics/silicon';
import { kw_per_chip, pue } from './parameters';

export const TAAS_CHIP_HOUR_COST = define({
  name: 'TAAS_CHIP_HOUR_COST',
  family: 'silicon',
  answers:
    'Cost of owning and powering a chip for an hour: chip, its share of the building, running costs and electricity.',
  parameters: {
    capex: money('usd', 'Price of the chip with its share of server and network.', { default: base.trainium_capex }),
    kw_per_chip,
    life: years('Depreciation life of the chip.', { default: base.server_life }),
    pue,
    power_price: money('usd_mwh', 'Price of electricity.', { default: base.power_price }),
    dc_capex_per_kw: money(
      'usd_kw',
      'Data-centre capex per kW of facility power; public quotes are per kW of IT load, so divide them by PUE.',
      { default: base.dc_capex_per_kw },
    ),
    dc_life: years('Depreciation life of the data centre.', { default: base.dc_life }),
    opex_rate: share('Yearly running cost as a share of chip capex.', { default: base.chip_opex_rate }),
    wacc: rate('Cost of capital: 0 gives the accounting cost that ties to EBIT, more the economic cost.', {
      min: 0,
      max: 1,
      default: base.wacc,
    }),
    hours_per_year: number('hours_year', 'Hours a chip is owned in a year.', {
      min: 0,
      max: 8784,
      default: base.hours_per_year,
    }),
  },
  result: { shape: 'number', unit: 'usd_hour', about: 'cost of a chip-hour' },
  formula: (x, m) => chipHourCost(x, m),
  examples: [
    { args: {}, gives: 0.55010102739726, says: 'a Trainium2-class chip' },
    {
      args: { capex: 65000, kw_per_chip: 2 },
      gives: 2.15186757990868,
      says: 'a GPU-class chip, at cost; the public price of renting one is 2.65',
    },
    {
      args: { capex: 65000, kw_per_chip: 2, wacc: 0.1 },
      gives: 2.82943749928652,
      says: 'the same with 10% cost of capital',
    },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_BREAKEVEN_UTILIZATION'],
});
