import type { Op } from '../expression';

/** Something written, and how strongly it holds together. */
export interface Written {
  readonly text: string;
  readonly rank: number;
}

/** What needs no bracket. */
export const WHOLE = 9;
const SUM = 1;
const PRODUCT = 2;

/** How strongly an operation holds together where it is written with a sign or as a choice, and not as a call. */
export const RANK: Readonly<Record<Op, number>> = {
  when: 0,
  atLeast: 0,
  above: 0,
  plus: SUM,
  minus: SUM,
  sum: SUM,
  times: PRODUCT,
  div: PRODUCT,
  pow: WHOLE,
  max: WHOLE,
  min: WHOLE,
  exp: WHOLE,
  expm1: WHOLE,
  ln: WHOLE,
  log1p: WHOLE,
  input: WHOLE,
  constant: WHOLE,
  none: WHOLE,
};

export const whole = (text: string): Written => ({ text, rank: WHOLE });

export const bracketed = ({ text, rank }: Written, least: number): string => (rank >= least ? text : `(${text})`);

/**
 * Two operands and the sign between them, in brackets only where they are needed.
 * @param associative whether a + (b + c) may be written a + b + c: in doubles these are two numbers
 */
export function joined(op: Op, sign: string, left: Written, right: Written, associative: boolean): Written {
  const rank = RANK[op];
  const next = associative && (op === 'plus' || op === 'times') ? rank : rank + 1;
  return { text: `${bracketed(left, rank)}${sign}${bracketed(right, next)}`, rank };
}
