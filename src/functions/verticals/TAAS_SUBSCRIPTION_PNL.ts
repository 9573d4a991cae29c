import { define } from '../../catalogue/define';
import { headers, labels, list } from '../../catalogue/parameters';

const MOST_PLANS = 1000;
const monthly = (about: string) => list('usd_month', about, { min: 0, max: 1e6, most: MOST_PLANS, required: true });

/** Free users cost money and have no margin of their own ("n/a"); their cost is in the total. */
export const TAAS_SUBSCRIPTION_PNL = define({
  name: 'TAAS_SUBSCRIPTION_PNL',
  family: 'verticals',
  answers:
    'Yearly revenue, cost to serve and gross margin of subscription plans, free users included, and of all of them.',
  parameters: {
    users: list('millions', 'Users of each plan.', { min: 0, max: 1e4, most: MOST_PLANS, required: true }),
    prices: monthly('Price of each plan, in the same order; 0 for a free one.'),
    costs: monthly('Cost to serve a user of each plan, in the same order.'),
    labels: labels('Names of the plans, in the same order.', MOST_PLANS),
    headers,
  },
  rules: [{ sameLength: ['users', 'prices', 'costs', 'labels'] }],
  result: { shape: 'table', about: 'a line for each plan and the total: revenue, cost to serve, gross margin' },
  formula: (x, m) => {
    const plans = x.users.map((users, i) => {
      const yearly = users.times(12).div(1000);
      const revenue = m.step(`revenue_${i + 1}`, yearly.times(x.prices[i]!));
      const cost = m.step(`cost_to_serve_${i + 1}`, yearly.times(x.costs[i]!));
      const margin = m.when(revenue.above(0), revenue.minus(cost).div(revenue), m.none('a free plan has no margin'));
      return [revenue, cost, m.step(`gross_margin_${i + 1}`, margin)];
    });
    const revenue = m.step('revenue', m.sum(plans.map((plan) => plan[0]!)));
    const cost = m.step('cost_to_serve', m.sum(plans.map((plan) => plan[1]!)));
    const total = [revenue, cost, m.step('gross_margin', revenue.minus(cost).div(revenue))];
    return {
      header: ['Plan', 'Revenue', 'Cost to serve', 'Gross margin'],
      rows: [...plans, total].map((values, i) => ({
        label: i === plans.length ? 'Total' : (x.labels?.[i] ?? `Plan ${i + 1}`),
        unit: ['usd_bn_year', 'usd_bn_year', 'margin'],
        values,
      })),
    };
  },
  examples: [
    {
      args: { users: [30, 3, 10], prices: [20, 200, 30], costs: [6, 110, 8], labels: ['Plus', 'Pro', 'Team'] },
      gives: [
        [7.2, 2.16, 0.7],
        [7.2, 3.96, 0.45],
        [3.6, 0.96, 0.733333333333333],
        [18, 7.08, 0.606666666666667],
      ],
      says: 'ChatGPT-like plans; users and costs are illustrations',
    },
    {
      args: { users: [900, 30], prices: [0, 20], costs: [0.3, 6], headers: false },
      gives: [
        [0, 3.24, 'n/a'],
        [7.2, 2.16, 0.7],
        [7.2, 5.4, 0.25],
      ],
      says: 'free users take 45 points of the margin',
    },
    {
      args: { users: [900], prices: [0], costs: [0.3] },
      gives: [
        [0, 3.24, 'n/a'],
        [0, 3.24, 'n/a'],
      ],
      says: 'nobody pays: a cost and no margin',
    },
  ],
  related: ['TAAS_SEAT_ARR', 'TAAS_LAB_PNL'],
});
