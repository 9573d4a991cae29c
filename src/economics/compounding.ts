import type { Maths, Num } from '../formula/num';

/** (1 + r)ⁿ − 1: what a rate adds in n years, with all its digits where the rate is near zero. */
export const compounded = (rate: Num, years: Num, m: Maths): Num => m.expm1(m.log1p(rate).times(years));

/** 1 − (1 + r)⁻ⁿ: the annuity of n years times its rate. */
export const discounted = (rate: Num, years: Num, m: Maths): Num =>
  m.num(0).minus(compounded(rate, m.num(0).minus(years), m));
