import { define } from '../../catalogue/define';
import { lifeImpact } from '../../economics/life';
import { LIFE_CHANGE, depreciation, revenue } from './parameters';

export const TAAS_LIFE_IMPACT = define({
  name: 'TAAS_LIFE_IMPACT',
  family: 'comparability',
  answers: 'Basis points of margin that come from a longer or shorter useful life of servers.',
  parameters: { depreciation, revenue, ...LIFE_CHANGE },
  rules: [{ together: ['depreciation', 'revenue'] }, { together: ['life_from', 'life_to'] }],
  result: { shape: 'number', unit: 'bp', about: 'change of the margin; longer lives raise it' },
  formula: (x, m) => m.step('life_impact', lifeImpact(x, m).times(10000)),
  examples: [
    {
      args: {},
      gives: 225.964650898804,
      says: 'AWS at its peers’ six years, were all its servers on five: as much as the whole 213 bp',
    },
    {
      args: { method: 'VINTAGE', growth: 0.6 },
      gives: 181.299413697435,
      says: 'for a fleet whose capex grows 60% a year',
    },
    { args: { method: 'VINTAGE' }, gives: 0, says: 'in steady state life does not matter' },
    {
      args: { method: 'PROSPECTIVE', age: 2 },
      gives: 338.946976348206,
      says: 'a cohort two years old has four years left instead of three',
    },
    {
      args: { method: 'PROSPECTIVE', age: 5 },
      gives: '#N/A',
      says: 'a cohort at the end of its life has nothing left',
    },
  ],
  related: ['TAAS_RESTATED_MARGIN', 'TAAS_FLEET_DEPRECIATION'],
});
