import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, number } from '../../catalogue/parameters';

export const BEDROCK_REVENUE_FOR_PP = define({
  name: 'BEDROCK_REVENUE_FOR_PP',
  family: 'contribution',
  answers: 'Segment revenue that would add so many percentage points to the company’s growth.',
  parameters: {
    growth_pp: number('pp', 'Points of growth to bring.', { min: -100, max: 1000, default: base.growth_pp }),
    total0: money('usd_bn_quarter', 'Company revenue, earlier period.', { default: base.aws_revenue_year_before_next }),
    segment0: money('usd_bn_quarter', 'Segment revenue, earlier period.', {
      default: base.bedrock_net_revenue_year_before_next,
    }),
  },
  rules: [{ together: ['total0', 'segment0'] }],
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'segment revenue of the later period' },
  formula: (x, m) =>
    m.step('segment_revenue', x.segment0.plus(m.step('added_revenue', x.total0.times(x.growth_pp).div(100)))),
  examples: [
    { args: {}, gives: 2.98331100763733, says: '+9 points in 2Q26E, year on year: a $11.9bn run-rate' },
    {
      args: { growth_pp: 9, total0: 37.587, segment0: 1.375 },
      gives: 4.75783,
      says: 'the same read on the quarter before',
    },
  ],
  related: ['BEDROCK_GROWTH_PP', 'TAAS_RUN_RATE'],
});
