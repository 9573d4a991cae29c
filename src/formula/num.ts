/**
 * The arithmetic every formula is written in. A formula never knows which reading it is given:
 * decimals for a cell, symbols for a native Excel formula or SQL, columns of doubles for a simulation.
 */
export interface Num {
  plus(x: Operand): Num;
  minus(x: Operand): Num;
  times(x: Operand): Num;
  /** Division by zero has no value; the line it happened in says so. */
  div(x: Operand): Num;
  pow(x: Operand): Num;
  /** this >= x */
  atLeast(x: Operand): Test;
  /** this > x */
  above(x: Operand): Test;
}

export type Operand = Num | number;

/** A comparison, to be used with `when`. */
export interface Test {
  readonly test: true;
}

/** What can be said of numbers besides the five operations. */
export interface Maths {
  num(x: number | string): Num;
  max(a: Operand, b: Operand): Num;
  min(a: Operand, b: Operand): Num;
  exp(a: Operand): Num;
  ln(a: Operand): Num;
  /** e^a − 1, with all its digits where a is near zero. */
  expm1(a: Operand): Num;
  /** ln(1 + a), with all its digits where a is near zero. */
  log1p(a: Operand): Num;
  /** `then` where the test holds, else `otherwise`. The branch not taken may have no value. */
  when(test: Test, then: Operand, otherwise: Operand): Num;
  sum(xs: readonly Operand[]): Num;
  /** Names a line of the working: what TAAS_EXPLAIN shows and what LET calls it. */
  step(name: string, x: Num): Num;
  /**
   * A question without an answer (#N/A). The sentence may name inputs in braces, which are filled in
   * with what was given: `no revenue share reaches a {target_margin} margin`.
   */
  none(sentence: string): Num;
}
