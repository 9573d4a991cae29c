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

/** Bins of equal width between the least and the most value: from, to and the share of the values in it. */
export function binsOf(xs: Float64Array, most: number): { from: number; to: number; share: number }[] {
  const low = xs.reduce((least, x) => Math.min(least, x), Infinity);
  const high = xs.reduce((greatest, x) => Math.max(greatest, x), -Infinity);
  const bins = high > low ? most : 1;
  const width = (high - low) / bins;
  const counts = new Float64Array(bins);
  for (const x of xs) counts[Math.min(bins - 1, width > 0 ? Math.floor((x - low) / width) : 0)]! += 1;
  return [...counts].map((n, i) => ({
    from: low + i * width,
    to: i === bins - 1 ? high : low + (i + 1) * width,
    share: n / xs.length,
  }));
}
