import { current, type Case } from '../../book/case';
import { define } from '../../catalogue/define';
import { breakevenDemand } from '../../economics/demand';
import { WHOLE_DEAL } from '../deal/parameters';
import { CONTRACT, termsOf } from './parameters';

export const TAAS_BREAKEVEN_DEMAND = define({
  name: 'TAAS_BREAKEVEN_DEMAND',
  family: 'contracts',
  answers: 'Share of planned consumption from which on the deal loses no money: just below it the distributor does.',
  parameters: { ...CONTRACT, ...WHOLE_DEAL },
  result: { shape: 'number', unit: 'share', about: 'demand at zero EBIT, from 0 to 1' },
  formula: (x, m, on: Case = current) => m.step('breakeven_demand', breakevenDemand(termsOf(x, m, on), m)),
  examples: [
    { args: {}, gives: 0.425490196078431, says: 'consumption may fall by 57% before EBIT is gone' },
    {
      args: { contract: 'IAAS', floor: 0 },
      gives: 0.811475409836066,
      says: 'rented by the hour without a guarantee: the margin for error is thin',
    },
    {
      args: { contract: 'IAAS', floor: 0.76 },
      gives: 0.811475409836066,
      says: 'a guarantee that pays for idle capacity, but not for capacity that is used up to it',
    },
    { args: { floor: 1 }, gives: '#N/A', says: 'the guaranteed fee alone is profitable' },
  ],
  related: ['TAAS_SHOCK_MARGIN', 'TAAS_DEMAND_BETA', 'TAAS_BREAKEVEN_UTILIZATION'],
});
