import { current, type Case } from '../../book/case';
import { define } from '../../catalogue/define';
import { list } from '../../catalogue/parameters';
import { atDemand } from '../../economics/demand';
import { WHOLE_DEAL } from '../deal/parameters';
import { CONTRACT, demand_range, termsOf } from './parameters';

/** The margin of the averages, E[EBIT]/E[revenue], not the average of the margins: a poor case weighs by its revenue. */
export const TAAS_EXPECTED_MARGIN = define({
  name: 'TAAS_EXPECTED_MARGIN',
  family: 'contracts',
  answers: 'EBIT margin to expect of the deal over several demands, each with its probability.',
  parameters: {
    demands: list('share', 'Consumption as a share of plan, case by case.', {
      ...demand_range,
      most: 1000,
      required: true,
    }),
    probabilities: list('share', 'Probability of each case, in the same order; they sum to 1.', {
      min: 0,
      max: 1,
      most: 1000,
      required: true,
    }),
    ...CONTRACT,
    ...WHOLE_DEAL,
  },
  rules: [{ sameLength: ['demands', 'probabilities'] }, { sumsToOne: 'probabilities' }],
  result: { shape: 'number', unit: 'margin', about: 'expected EBIT over expected net revenue' },
  formula: (x, m, on: Case = current) => {
    const terms = termsOf(x, m, on);
    const cases = x.demands.map((demand, i) => atDemand(demand, terms, m, `_${i + 1}`));
    const expected = (of: 'ebit' | 'revenue') =>
      m.step(`expected_${of}`, m.sum(cases.map((one, i) => x.probabilities[i]!.times(one[of]))));
    return m.step('expected_margin', expected('ebit').div(expected('revenue')));
  },
  examples: [
    {
      args: { demands: [0.6, 0.8, 1, 1.2], probabilities: [0.1, 0.2, 0.5, 0.2] },
      gives: 0.518856817319099,
      says: 'three points below plan: the shortfalls cost more than the upside brings',
    },
    {
      args: { demands: [0.6, 0.8, 1, 1.2], probabilities: [0.1, 0.2, 0.5, 0.2], contract: 'IAAS' },
      gives: 0.170571428571429,
      says: 'take-or-pay: lower, but hardly at risk',
    },
    { args: { demands: [0.6, 1], probabilities: [0.5, 0.6] }, gives: '#VALUE!', says: 'probabilities sum to 1' },
  ],
  related: ['TAAS_SHOCK_MARGIN', 'TAAS_SIMULATE'],
});
