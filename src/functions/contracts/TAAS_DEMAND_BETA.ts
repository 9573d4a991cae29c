import { base, current, type Case } from '../../book/case';
import { define } from '../../catalogue/define';
import { number } from '../../catalogue/parameters';
import { atDemand } from '../../economics/demand';
import { WHOLE_DEAL } from '../deal/parameters';
import { CONTRACT, demand_range, termsOf } from './parameters';

export const TAAS_DEMAND_BETA = define({
  name: 'TAAS_DEMAND_BETA',
  family: 'contracts',
  answers: 'How many percent EBIT moves for each percent that consumption departs from plan.',
  parameters: {
    demand: number('share', 'Consumption as a share of plan, other than 1.', { ...demand_range, default: base.demand }),
    ...CONTRACT,
    ...WHOLE_DEAL,
  },
  result: { shape: 'number', unit: 'ratio', about: 'percent change of EBIT over percent change of demand' },
  formula: (x, m, on: Case = current) => {
    const terms = termsOf(x, m, on);
    const plan = atDemand(m.num(1), terms, m, '_at_plan');
    const shocked = atDemand(x.demand, terms, m);
    const change = m.step('ebit_change', shocked.ebit.minus(plan.ebit).div(plan.ebit));
    return m.step('demand_beta', change.div(m.step('demand_change', x.demand.minus(1))));
  },
  examples: [
    { args: {}, gives: 1.81157024793388, says: 'a fifth less consumption takes 36% of EBIT' },
    { args: { contract: 'IAAS' }, gives: -0.478260869565217, says: 'take-or-pay: less use, less cost, the same fee' },
    { args: { demand: 1 }, gives: '#DIV/0!', says: 'at plan nothing has moved' },
  ],
  related: ['TAAS_SHOCK_MARGIN', 'TAAS_OPERATING_LEVERAGE'],
});
