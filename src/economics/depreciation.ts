import { Decimal } from '../formula/exact';
import type { Maths, Num } from '../formula/num';
import { timeline } from './timeline';

/** What is written off, and over how many periods; a life may end inside a period. */
export interface Asset {
  readonly cost: Num;
  readonly salvage: Num;
  readonly life: number;
}

/** Straight line: the same charge in every period. Excel's SLN. */
export const straightLine = (asset: Asset): Num => asset.cost.minus(asset.salvage).div(asset.life);

export interface Declining {
  /** 2 is double declining balance. */
  readonly factor: number;
  /** TRUE in Excel keeps to the declining balance; otherwise the straight line takes over once it charges more. */
  readonly noSwitch: boolean;
}

/**
 * How much of each period a life covers that begins with a part of one: 0.5, 1, 1, 0.5. In decimals, in which
 * 20 − 0.333333333333333 keeps all its digits.
 */
export function partsOfLife(life: number, first: number): number[] {
  const begun = Math.min(first, life);
  const rest = new Decimal(life).minus(begun);
  const whole = rest.floor();
  const last = rest.minus(whole).toNumber();
  return [begun, ...new Array<number>(whole.toNumber()).fill(1), ...(last > 0 ? [last] : [])];
}

/**
 * Declining balance, the charge of each of those parts: `factor`/life of the book value, never below salvage, and the
 * straight line over what is left of the life once that is more. This is how Excel's VDB counts from a start inside a
 * period, and what the IRS prints for five years from the middle of one: 20%, 32%, 19.2%, 11.52%, 11.52%, 5.76%.
 */
export function decliningBalance(asset: Asset, first: number, { factor, noSwitch }: Declining, m: Maths): Num[] {
  const parts = partsOfLife(asset.life, first);
  const start = { book: asset.cost, ahead: new Decimal(asset.life) };
  const charges = timeline(parts.length, start, ({ book, ahead }, t) => {
    const part = parts[t - 1]!;
    const left = book.minus(asset.salvage);
    const declining = m.min(book.times(factor).div(asset.life), left);
    const whole = noSwitch ? declining : m.max(declining, left.div(m.num(ahead.toString())));
    const charge = m.step(`charge_${t}`, part === 1 ? whole : whole.times(part));
    return { charge, book: m.step(`book_value_${t}`, book.minus(charge)), ahead: ahead.minus(part) };
  });
  return charges.map(({ charge }) => charge);
}
