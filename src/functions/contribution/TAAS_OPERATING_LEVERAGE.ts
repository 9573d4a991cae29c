import { define } from '../../catalogue/define';
import { YEAR_ON_YEAR } from './parameters';

export const TAAS_OPERATING_LEVERAGE = define({
  name: 'TAAS_OPERATING_LEVERAGE',
  family: 'contribution',
  answers: 'How many percent EBIT grew for each percent of revenue; above 1 is operating leverage.',
  parameters: YEAR_ON_YEAR,
  rules: [{ together: ['ebit1', 'ebit0', 'revenue1', 'revenue0'] }],
  result: { shape: 'number', unit: 'ratio', about: 'growth of EBIT over growth of revenue' },
  formula: (x, m) => {
    const growth = m.step('revenue_growth', x.revenue1.minus(x.revenue0).div(x.revenue0));
    const ebitGrowth = m.step('ebit_growth', x.ebit1.minus(x.ebit0).div(x.ebit0));
    const none = m.none('growth of EBIT has no meaning on an earlier EBIT of {ebit0}');
    return m.step('operating_leverage', m.when(x.ebit0.above(0), ebitGrowth.div(growth), none));
  },
  examples: [
    { args: {}, gives: 0.796326739045973, says: 'AWS year on year: EBIT grew more slowly than revenue' },
    {
      args: { ebit1: 14.161, ebit0: 12.465, revenue1: 37.587, revenue0: 35.579 },
      gives: 2.41081338504786,
      says: 'AWS quarter on quarter',
    },
    { args: { ebit1: 1, ebit0: -1, revenue1: 12, revenue0: 10 }, gives: '#N/A', says: 'no growth rate on a loss' },
  ],
  related: ['TAAS_INCREMENTAL_MARGIN'],
});
