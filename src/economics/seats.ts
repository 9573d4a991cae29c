import type { Maths, Num } from '../formula/num';
import { complement } from './complement';

interface Seats {
  readonly seats: Num;
  readonly price: Num;
  readonly attach: Num;
  readonly discount: Num;
}

/** Paid seats in millions, and what they pay in a year, $bn. */
export function seatRevenue(x: Seats, m: Maths) {
  const paid = m.step('paid_seats', x.seats.times(x.attach));
  const price = m.step('price_paid', x.price.times(complement(x.discount, m)));
  return { paid, arr: m.step('seat_arr', paid.times(price).times(12).div(1000)) };
}
