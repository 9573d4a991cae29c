import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { number, share } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';

export const TAAS_SEAT_ARR = define({
  name: 'TAAS_SEAT_ARR',
  family: 'verticals',
  answers: 'Annual recurring revenue of an assistant sold by the seat, such as Microsoft 365 Copilot.',
  parameters: {
    seats: number('millions', 'Seats that could take it.', { min: 0, max: 1e4, default: base.copilot_seats }),
    price: number('usd_month', 'List price of a seat.', { min: 0, max: 1e4, default: base.copilot_price }),
    attach: share('Share of the seats that pay for it.', { default: base.copilot_attach }),
    discount: share('Discount off the list price.', { default: base.copilot_discount }),
  },
  result: { shape: 'number', unit: 'usd_bn_year', about: 'ARR' },
  formula: (x, m) => {
    const paid = m.step('paid_seats', x.seats.times(x.attach));
    const price = m.step('price_paid', x.price.times(complement(x.discount, m)));
    return m.step('seat_arr', paid.times(price).times(12).div(1000));
  },
  examples: [
    { args: {}, gives: 7.2, says: 'Copilot at list: 20m of 450m seats' },
    { args: { attach: 0.05, discount: 0.4 }, gives: 4.86, says: 'more seats at 40% off bring less' },
  ],
  related: ['TAAS_SUBSCRIPTION_PNL', 'TAAS_RUN_RATE'],
});
