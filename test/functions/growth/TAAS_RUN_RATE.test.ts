import { error, number } from '../cell';

const runRate = (args: Record<string, unknown> = {}): number => number('TAAS_RUN_RATE', args);

test('Bedrock’s quarter is the run-rate of the article', () => {
  expect(runRate()).toBe(5.5);
});

test('a month twelve times is a quarter four times', () => {
  expect(runRate({ revenue: 0.5, periods: 12 })).toBe(runRate({ revenue: 1.5 }));
});

test('a lab counts 13 times 28 days of consumption and 12 months of subscriptions', () => {
  expect(runRate({ revenue: 2, periods: 13, monthly_subscriptions: 0.3 })).toBe(13 * 2 + 12 * 0.3);
  expect(runRate({ revenue: 0, monthly_subscriptions: 0.3 })).toBeCloseTo(3.6, 12);
});

test('run-rate is not what was earned: the four quarters to 1Q26 came to 2.4', () => {
  const quarters = [
    number('TAAS_BASE', { name: 'bedrock_net_revenue_2q25' }),
    number('TAAS_BASE', { name: 'bedrock_net_revenue_4q25' }) / 1.6,
    number('TAAS_BASE', { name: 'bedrock_net_revenue_4q25' }),
    number('TAAS_BASE', { name: 'bedrock_net_revenue' }),
  ];
  const earned = quarters.reduce((total, x) => total + x, 0);
  expect(earned).toBeCloseTo(2.407, 3);
  expect(runRate()).toBeGreaterThan(2 * earned);
});

test('a year has at least one period', () => {
  expect(error('TAAS_RUN_RATE', { periods: 0 })).toEqual(['#VALUE!', 'periods is 0: expected a number from 1 to 366.']);
});
