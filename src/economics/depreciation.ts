import type { Maths, Num } from '../formula/num';

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
 * Declining balance, the charge of each period from the first: `factor`/life of the book value, never below salvage.
 * One convention is Excel's own: on a life that ends inside a period, a VDB that has switched to the straight line
 * charges nothing in that last part.
 */
export function decliningBalance(asset: Asset, { factor, noSwitch }: Declining, m: Maths): Num[] {
  const { cost, salvage, life } = asset;
  const charges: Num[] = [];
  let book = cost;
  for (let period = 0; period < life; period++) {
    const left = book.minus(salvage);
    const declining = m.min(book.times(factor).div(life), left);
    const straight = left.div(m.num(life).minus(period));
    const endsInside = period > 0 && period + 1 > life;
    const charge = noSwitch ? declining : endsInside ? m.num(0) : m.max(declining, straight);
    charges.push(m.step(`charge_${period + 1}`, charge));
    book = m.step(`book_value_${period + 1}`, book.minus(charge));
  }
  return charges;
}

/** The part of some periods' charges that falls between two ages; within a period it accrues evenly. */
export function chargedBetween(charges: readonly Num[], start: number, end: number, m: Maths): Num {
  const first = Math.floor(start);
  return m.sum(
    charges.slice(first, Math.ceil(end)).map((charge, i) => {
      const from = Math.max(start, first + i);
      const to = Math.min(end, first + i + 1);
      return to - from === 1 ? charge : charge.times(m.num(to).minus(from));
    }),
  );
}

/** Excel's VDB: declining balance between two ages, part periods included. */
export const vdb = (asset: Asset, start: number, end: number, method: Declining, m: Maths): Num =>
  chargedBetween(decliningBalance(asset, method, m), start, end, m);
