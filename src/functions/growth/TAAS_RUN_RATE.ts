import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, number } from '../../catalogue/parameters';

/**
 * One period's pace for a year. It is not ARR (contracted and recurring) nor TTM (four quarters that have happened).
 * A lab's own convention is 13 periods of 28 days of consumption and 12 months of subscriptions.
 */
export const TAAS_RUN_RATE = define({
  name: 'TAAS_RUN_RATE',
  family: 'growth',
  answers:
    'Revenue of one period at the pace of a year; by a lab’s convention 13 × 28 days and 12 months of subscriptions.',
  parameters: {
    revenue: money('usd_bn_quarter', 'Revenue of one period; a quarter unless periods says otherwise.', {
      default: base.bedrock_net_revenue,
    }),
    periods: number('count', 'Such periods in a year: 4 quarters, 12 months, 13 times 28 days.', {
      min: 1,
      max: 366,
      default: base.periods_per_year,
    }),
    monthly_subscriptions: money('usd_bn', 'Subscription revenue of one month, on top.', {
      default: base.monthly_subscriptions,
    }),
  },
  result: { shape: 'number', unit: 'usd_bn_year', about: 'annualised revenue' },
  formula: (x, m) => m.step('run_rate', x.revenue.times(x.periods).plus(m.num(12).times(x.monthly_subscriptions))),
  examples: [
    { args: {}, gives: 5.5, says: 'Bedrock: $1.375bn a quarter' },
    { args: { revenue: 1.390719 }, gives: 5.562876, says: '37.587 × 10% × 37%, annualised' },
    {
      args: { revenue: 2, periods: 13, monthly_subscriptions: 0.3 },
      gives: 29.6,
      says: 'a lab’s convention: 28 days of consumption and a month of subscriptions',
    },
  ],
  related: ['TAAS_ARR_FORECAST', 'BEDROCK_REVENUE'],
});
