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
