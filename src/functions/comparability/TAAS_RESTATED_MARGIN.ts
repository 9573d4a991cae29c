import { base } from '../../book/case';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { money, number } from '../../catalogue/parameters';
import { lifeImpact } from '../../economics/life';
import { LIFE_CHANGE, depreciation, revenue } from './parameters';

/** Google and Microsoft do not disclose segment depreciation, so what this shows of them is a sensitivity. */
export const TAAS_RESTATED_MARGIN = define({
  name: 'TAAS_RESTATED_MARGIN',
  family: 'comparability',
  answers: 'A margin on a common server life, with costs that the segment leaves out put back.',
  parameters: {
    margin: number('margin', 'Margin as reported.', {
      min: -100,
      max: 1,
      default: base.aws_margin,
      otherwise: base.aws_margin_reported,
    }),
    revenue,
    depreciation,
    ...LIFE_CHANGE,
    excluded_cost: money('usd_bn_quarter', 'Cost booked outside the segment, such as model training.', {
      default: base.excluded_cost,
    }),
    basis: basis('SEED'),
  },
  rules: [{ together: ['margin', 'revenue', 'depreciation'] }, { together: ['life_from', 'life_to'] }],
  result: { shape: 'number', unit: 'margin', about: 'restated margin' },
  formula: (x, m) => {
    const excluded = m.step('excluded_cost_margin', x.excluded_cost.div(x.revenue));
    return m.step('restated_margin', x.margin.plus(lifeImpact(x, m)).minus(excluded));
  },
  examples: [
    { args: {}, gives: 0.40059646508988, says: 'AWS on the six years of its peers, were all its servers on five' },
    { args: { basis: 'REPORTED' }, gives: 0.399349065723078, says: 'the same on AWS’ margin as filed' },
    {
      args: { margin: 0.329, revenue: 20.03, depreciation: 2, life_from: 6, life_to: 5, excluded_cost: 1 },
      gives: 0.265095856215676,
      says: 'Google Cloud on AWS’ five years, with an assumed 2.0 of depreciation and 1.0 of training cost',
    },
  ],
  related: ['TAAS_LIFE_IMPACT', 'TAAS_PEERS'],
});
