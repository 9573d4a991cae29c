/**
 * Why a number has no value. A fault travels through the arithmetic as NaN does, so the branch of a
 * `when` that is not taken may have one; only a fault that reaches the result is told.
 */
export interface Fault {
  readonly code: '#DIV/0!' | '#NUM!' | '#N/A';
  /** A sentence in which {names} stand for inputs. */
  readonly sentence: string;
  /** The line of the working it happened in, once that line has been named. */
  readonly line?: string;
}
