import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, share } from '../../catalogue/parameters';

export const BEDROCK_REVENUE = define({
  name: 'BEDROCK_REVENUE',
  family: 'mix',
  answers: 'Bedrock revenue of a quarter from AWS revenue, its AI share and Bedrock’s share of AI.',
  parameters: {
    aws_revenue: money(
      'usd_bn_quarter',
      'AWS revenue of the quarter; a yearly figure would give yearly Bedrock revenue.',
      { default: base.aws_revenue },
    ),
    ai_share: share('AI share of AWS revenue.', { default: base.ai_share }),
    bedrock_share: share('Bedrock’s share of AWS AI revenue.', { default: base.bedrock_share }),
  },
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'Bedrock revenue' },
  formula: (x, m) =>
    m.step('bedrock_revenue', m.step('ai_revenue', x.aws_revenue.times(x.ai_share)).times(x.bedrock_share)),
  examples: [
    { args: {}, gives: 1.390719, says: '37.587 × 10% × 37%, a $5.56bn run-rate' },
    { args: { bedrock_share: 0.53 }, gives: 1.992111, says: 'at the 53% expected for 2Q26' },
  ],
  related: ['TAAS_RUN_RATE', 'BEDROCK_GROWTH_PP'],
});
