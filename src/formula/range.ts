/** Between which numbers something lies, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export const ANY: Range = { low: -Infinity, high: Infinity };

export const only = (x: number): Range => (Number.isNaN(x) ? ANY : { low: x, high: x });

/** ∞ − ∞ and what has no value may be anything. */
const between = (low: number, high: number): Range => ({
  low: Number.isNaN(low) ? -Infinity : low,
  high: Number.isNaN(high) ? Infinity : high,
});

export const sum = (...xs: Range[]): Range =>
  xs.reduce((x, y) => between(x.low + y.low, x.high + y.high), { low: 0, high: 0 });

export const negative = ({ low, high }: Range): Range => ({ low: -high, high: -low });

export function product(x: Range, y: Range): Range {
  const ends = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high].map((end) => end || 0);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Nothing is divided by zero. */
export function reciprocal({ low, high }: Range): Range {
  if (low >= 0) return { low: 1 / high, high: 1 / Math.abs(low) };
  return high <= 0 ? { low: -1 / Math.abs(high), high: 1 / low } : ANY;
}

export const either = (x = ANY, y = x): Range => ({ low: Math.min(x.low, y.low), high: Math.max(x.high, y.high) });

/** What never falls as its operands rise. */
export const rising =
  (of: (...xs: number[]) => number) =>
  (...xs: Range[]): Range =>
    between(of(...xs.map(({ low }) => low)), of(...xs.map(({ high }) => high)));
