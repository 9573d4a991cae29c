import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money } from '../../catalogue/parameters';
import { mw } from './parameters';

export const TAAS_REVENUE_PER_MW = define({
  name: 'TAAS_REVENUE_PER_MW',
  family: 'capacity',
  answers:
    'Yearly revenue of a megawatt, of IT or facility power as the megawatts given are; IT in the base case, and net revenue.',
  parameters: {
    annual_revenue: money('usd_bn_year', 'Revenue of a year, or a run-rate.', { default: base.run_rate }),
    mw,
  },
  result: { shape: 'number', unit: 'usd_m_mw_year', about: 'revenue of a year over the megawatts given' },
  formula: (x, m) => m.step('revenue_per_mw', x.annual_revenue.times(1000).div(x.mw)),
  examples: [
    { args: {}, gives: 19.6428571428571, says: 'Bedrock’s net revenue on 280 IT MW' },
    { args: { annual_revenue: 2.8 }, gives: 10, says: 'the same power rented out as infrastructure' },
  ],
  related: ['TAAS_MW_REQUIRED', 'TAAS_BUILD_SCHEDULE'],
});
