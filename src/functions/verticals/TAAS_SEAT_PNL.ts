import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, number } from '../../catalogue/parameters';
import { seatRevenue } from '../../economics/seats';
import { SEATS } from './parameters';

export const TAAS_SEAT_PNL = define({
  name: 'TAAS_SEAT_PNL',
  family: 'verticals',
  answers: 'A year of an assistant sold by the seat: paid seats, recurring revenue, cost to serve and gross margin.',
  parameters: {
    ...SEATS,
    cost_per_seat: number('usd_month', 'Cost to serve a paid seat.', { min: 0, max: 1e4, default: base.copilot_cost }),
    headers,
  },
  result: { shape: 'table', about: 'five lines of a year' },
  formula: (x, m) => {
    const { paid, arr } = seatRevenue(x, m);
    const cost = m.step('cost_to_serve', paid.times(x.cost_per_seat).times(12).div(1000));
    const gross = m.step('gross_profit', arr.minus(cost));
    return {
      header: ['Line', '1 year'],
      rows: [
        { label: 'Paid seats, millions', unit: 'millions', values: [paid] },
        { label: 'ARR', unit: 'usd_bn_year', values: [arr] },
        { label: 'Cost to serve', unit: 'usd_bn_year', values: [cost] },
        { label: 'Gross profit', unit: 'usd_bn_year', values: [gross] },
        { label: 'Gross margin', unit: 'margin', values: [m.step('gross_margin', gross.div(arr))] },
      ],
    };
  },
  examples: [
    { args: {}, gives: [[20], [7.2], [2.88], [4.32], [0.6]], says: 'Copilot at list, at a cost of $12 a seat' },
    {
      args: { attach: 0.1, discount: 0.4, headers: false },
      gives: [[45], [9.72], [6.48], [3.24], [0.333333333333333]],
      says: 'more than twice the seats at 40% off: less profit',
    },
  ],
  related: ['TAAS_SEAT_ARR', 'TAAS_SUBSCRIPTION_PNL'],
});
