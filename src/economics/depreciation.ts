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
 * Declining balance, the charge of each period from the first: `factor`/life of the book value, never below salvage,
 * and the straight line over what is left of the life once that is more.
 */
export function decliningBalance(asset: Asset, { factor, noSwitch }: Declining, m: Maths): Num[] {
  const { cost, salvage, life } = asset;
  const charges: Num[] = [];
  let book = cost;
  for (let period = 0; period < life; period++) {
    const left = book.minus(salvage);
    const declining = m.min(book.times(factor).div(life), left);
    const straight = left.div(m.num(life).minus(period));
    const charge = m.step(`charge_${period + 1}`, noSwitch ? declining : m.max(declining, straight));
    charges.push(charge);
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

/**
 * Excel's VDB: declining balance between two ages, part periods included. One difference is deliberate: from a start
 * inside a period Excel's parts do not add up to the whole (the ExcelFinancialFunctions project found 0.1479 of 7.69
 * missing from VDB(100,10,13,0,1,1) when it is cut in half); ours do.
 */
export const vdb = (asset: Asset, start: number, end: number, method: Declining, m: Maths): Num =>
  chargedBetween(decliningBalance(asset, method, m), start, end, m);
