import { snapped } from '../catalogue/read';

/** Neumaier's compensated sum: the rounding errors are summed beside the values. */
export function neumaierSum(xs: Float64Array, of: (x: number) => number = (x) => x): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < xs.length; i++) {
    const x = of(xs[i]!);
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}

export interface Summary {
  readonly mean: number;
  /** sample standard deviation (n − 1), in two passes */
  readonly sd: number;
}

export function summaryOf(xs: Float64Array): Summary {
  const mean = neumaierSum(xs) / xs.length;
  const squares = neumaierSum(xs, (x) => (x - mean) * (x - mean));
  return { mean, sd: Math.sqrt(squares / (xs.length - 1)) };
}

/** Excel's PERCENTILE.INC of values in ascending order. */
export function percentileInc(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - low);
}

/** Results are computed in doubles: two that differ by no more than this share are the same. */
const ROUNDING = 1e-12;

/** The share of values, in ascending order, that are below a threshold. */
export function shareBelow(sorted: Float64Array, threshold: number): number {
  const size = Math.max(Math.abs(threshold), Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!));
  const reached = sorted.findIndex((x) => x >= threshold - ROUNDING * size);
  return (reached < 0 ? sorted.length : reached) / sorted.length;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  /** of the values */
  readonly share: number;
}

/**
 * Bins of equal width between the least and the most value: from, to and the share of the values in it. An edge is
 * what a cell shows, 15 digits, and it is by these that values are counted: from ≤ value < to, the last bin closed.
 */
export function binsOf(xs: Float64Array, most: number): Bin[] {
  const [low, high] = [least(xs), greatest(xs)];
  const width = (high - low) / most;
  const inner = Array.from({ length: most - 1 }, (_, i) => snapped(low + (i + 1) * width));
  const edges = [...new Set([outward(low, -1), ...inner, outward(high, 1)])];
  if (snapped(low) === snapped(high)) return [{ from: snapped(low), to: snapped(low), share: 1 }];
  const counts = new Float64Array(edges.length - 1);
  for (const x of xs) {
    let bin = Math.min(counts.length - 1, Math.max(0, Math.floor((x - low) / width)));
    while (x < edges[bin]!) bin--;
    while (bin < counts.length - 1 && x >= edges[bin + 1]!) bin++;
    counts[bin]! += 1;
  }
  return [...counts].map((n, i) => ({ from: edges[i]!, to: edges[i + 1]!, share: n / xs.length }));
}

const least = (xs: Float64Array): number => xs.reduce((low, x) => Math.min(low, x), Infinity);
const greatest = (xs: Float64Array): number => xs.reduce((high, x) => Math.max(high, x), -Infinity);

/** In 15 digits, rounded so that x is inside. */
function outward(x: number, side: 1 | -1): number {
  const near = snapped(x);
  if (side * (near - x) >= 0) return near;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(x))) - 14);
  return snapped(near + side * unit);
}
