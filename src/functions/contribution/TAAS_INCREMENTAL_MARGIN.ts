import { define } from '../../catalogue/define';
import { YEAR_ON_YEAR } from './parameters';

export const TAAS_INCREMENTAL_MARGIN = define({
  name: 'TAAS_INCREMENTAL_MARGIN',
  family: 'contribution',
  answers: 'Share of each added dollar of revenue that became EBIT between two periods.',
  parameters: YEAR_ON_YEAR,
  rules: [{ together: ['ebit1', 'ebit0', 'revenue1', 'revenue0'] }],
  result: { shape: 'number', unit: 'margin', about: 'change of EBIT over change of revenue' },
  formula: (x, m) => {
    const added = m.step('added_revenue', x.revenue1.minus(x.revenue0));
    return m.step('incremental_margin', m.step('added_ebit', x.ebit1.minus(x.ebit0)).div(added));
  },
  examples: [
    { args: {}, gives: 0.314182692307692, says: 'AWS, 1Q26 on 1Q25' },
    {
      args: { ebit1: 14.161, ebit0: 12.465, revenue1: 37.587, revenue0: 35.579 },
      gives: 0.844621513944223,
      says: 'AWS, 1Q26 on 4Q25',
    },
  ],
  related: ['TAAS_OPERATING_LEVERAGE', 'TAAS_EBIT_BRIDGE'],
});
