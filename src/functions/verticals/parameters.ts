import { base } from '../../book/case';
import { number, share } from '../../catalogue/parameters';

/** An assistant sold by the seat. */
export const SEATS = {
  seats: number('millions', 'Seats that could take it.', { min: 0, max: 1e4, default: base.copilot_seats }),
  price: number('usd_month', 'List price of a seat.', { min: 0, max: 1e4, default: base.copilot_price }),
  attach: share('Share of the seats that pay for it.', { default: base.copilot_attach }),
  discount: share('Discount off the list price.', { default: base.copilot_discount }),
} as const;
