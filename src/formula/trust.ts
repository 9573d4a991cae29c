import { negative, type Range } from './range';

/** What can be said of a number that doubles computed. */
export type Trust = typeof LOOSE | typeof SIGNED | typeof ACCURATE | typeof GIVEN;
/** a difference, which may be the rounding of its parts and nothing else */
export const LOOSE = 0;
/** its sign is right, and zero is zero */
export const SIGNED = 1;
/** all its digits are right, but the last few */
export const ACCURATE = 2;
/** it was not computed */
export const GIVEN = 3;

/** What an operand is known to be. */
export interface Known {
  readonly range: Range;
  readonly trust: Trust;
}

const least = (parts: readonly Known[], most: Trust): Trust =>
  Math.min(most, ...parts.map(({ trust }) => trust)) as Trust;

/** Of one of its operands. */
export const chosen = (...parts: Known[]): Trust => least(parts, GIVEN);

/** Of what keeps all digits but the last few. */
export const computed = (...parts: Known[]): Trust => least(parts, ACCURATE);

export function added(...parts: Known[]): Trust {
  if (!cancel(parts)) return computed(...parts);
  return parts.length === 2 && chosen(...parts) === GIVEN ? SIGNED : LOOSE;
}

/** What is taken from zero, or from itself, is not computed. */
export function subtracted(a: Known, b: Known): Trust {
  if (a.range.low === 0 && a.range.high === 0) return b.trust;
  return a === b ? GIVEN : added(a, opposite(b));
}

export const opposite = ({ range, trust }: Known): Known => ({ range: negative(range), trust });

/** Whether parts have different signs, so that they may leave next to nothing of their sum. */
export const cancel = (parts: readonly Known[]): boolean =>
  parts.length > 1 && !parts.every(({ range }) => range.low >= 0) && !parts.every(({ range }) => range.high <= 0);
