import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, money, share } from '../../catalogue/parameters';
import { chipsPowered } from '../../economics/capacity';
import { complement } from '../../economics/complement';
import { cost_per_hour, kw_per_chip, pue, token_price, tokens_per_sec, utilization } from '../silicon/parameters';
import { basis, mw } from './parameters';

const HOURS_A_YEAR = 8760;

/** Utilization moves revenue only: a chip costs the same busy or idle. */
export const TAAS_MW_ECONOMICS = define({
  name: 'TAAS_MW_ECONOMICS',
  family: 'capacity',
  answers:
    'A year of selling tokens from a site: chips, tokens, revenue, compute, licence, profit, capital and return.',
  parameters: {
    mw,
    basis,
    pue,
    kw_per_chip,
    tokens_per_sec,
    utilization,
    token_price,
    cost_per_hour,
    license_rate: share('Share of revenue paid for the model; 0 for one’s own.', { default: base.license_rate }),
    capex: money('usd', 'Price of a chip with its share of server and network.', { default: base.trainium_capex }),
    dc_capex_per_kw: money('usd_kw', 'Data-centre capex per kW of facility power.', { default: base.dc_capex_per_kw }),
    tax: share('Tax rate.', { default: base.tax }),
    headers,
  },
  result: { shape: 'table', about: 'ten lines of a year; the margin is of revenue, the return of capital after tax' },
  formula: (x, m) => {
    const chips = chipsPowered(x, m);
    const hours = m.step('chip_hours', chips.times(HOURS_A_YEAR));
    const tokens = m.step('tokens_tn', hours.times(3600).times(x.tokens_per_sec).times(x.utilization).div(1e12));
    const revenue = m.step('revenue', tokens.times(x.token_price).div(1000));
    const compute = m.step('compute', hours.times(x.cost_per_hour).div(1e9));
    const licence = m.step('licence', revenue.times(x.license_rate));
    const profit = m.step('profit', revenue.minus(compute).minus(licence));
    const each = m.step('capital_per_chip', x.capex.plus(x.kw_per_chip.times(x.pue).times(x.dc_capex_per_kw)));
    const capital = m.step('capital', chips.times(each).div(1e9));
    const returned = m.step('roic', profit.times(complement(x.tax, m)).div(capital));
    return {
      header: ['Line', '1 year'],
      rows: [
        { label: 'Chips', unit: 'chips', values: [chips] },
        { label: 'Trillion tokens', unit: 'tn_tokens_year', values: [tokens] },
        { label: 'Revenue', unit: 'usd_bn_year', values: [revenue] },
        { label: 'Compute', unit: 'usd_bn_year', values: [compute] },
        { label: 'Licence', unit: 'usd_bn_year', values: [licence] },
        { label: 'Profit', unit: 'usd_bn_year', values: [profit] },
        { label: 'Margin', unit: 'margin', values: [m.step('margin', profit.div(revenue))] },
        { label: 'Capital', unit: 'usd_bn', values: [capital] },
        { label: 'ROIC', unit: 'rate', values: [returned] },
        {
          label: 'Revenue per MW, $m',
          unit: 'usd_m_mw_year',
          values: [m.step('revenue_per_mw', revenue.times(1000).div(x.mw))],
        },
      ],
    };
  },
  examples: [
    {
      args: { mw: 1000, basis: 'FACILITY', token_price: 1.0299, cost_per_hour: 0.5501 },
      gives: [
        [1159420.28985507],
        [15905.1130434783],
        [16.3806759234783],
        [5.58710260869565],
        [4.91420277704348],
        [5.87937053773913],
        [0.358921119324038],
        [29.3913043478261],
        [0.158029826435976],
        [16.3806759234783],
      ],
      says: 'a gigawatt site of Trainium2-class chips at list prices, with a licence of 30%',
    },
    {
      args: { license_rate: 0, headers: false },
      gives: [
        [373333.333333333],
        [5121.4464],
        [7.6821696],
        [1.7990504],
        [0],
        [5.88311919999999],
        [0.765814803151443],
        [9.464],
        [0.491088775147928],
        [27.43632],
      ],
      says: 'the base site with a model of one’s own',
    },
  ],
  related: ['TAAS_IAAS_PNL', 'TAAS_MW_TO_TOKENS', 'TAAS_ROIC'],
});
