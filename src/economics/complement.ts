import type { Maths, Num } from '../formula/num';

/** 1 − x: the share that is left. */
export const complement = (x: Num, m: Maths): Num => m.num(1).minus(x);
