import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money } from '../../catalogue/parameters';

export const BEDROCK_GROWTH_PP = define({
  name: 'BEDROCK_GROWTH_PP',
  family: 'contribution',
  answers: 'Percentage points of the company’s revenue growth that one segment brought.',
  parameters: {
    segment1: money('usd_bn_quarter', 'Segment revenue, later period.', { default: base.bedrock_net_revenue }),
    segment0: money('usd_bn_quarter', 'Segment revenue, earlier period.', {
      default: base.bedrock_net_revenue_year_before,
    }),
    total0: money('usd_bn_quarter', 'Company revenue, earlier period.', { default: base.aws_revenue_year_before }),
  },
  rules: [{ together: ['segment1', 'segment0', 'total0'] }],
  result: { shape: 'number', unit: 'pp', about: 'percentage points of growth' },
  formula: (x, m) =>
    m.step('growth_pp', m.step('added_revenue', x.segment1.minus(x.segment0)).times(100).div(x.total0)),
  examples: [
    { args: {}, gives: 4.24812416715072, says: 'of AWS’ 28.4% in 1Q26' },
    {
      args: { segment1: 1.375, segment0: 0.509259259259, total0: 35.579 },
      gives: 2.43329138183,
      says: 'on the quarter before',
    },
  ],
  related: ['BEDROCK_REVENUE_FOR_PP', 'BEDROCK_CONTRIB'],
});
