/** A root, or the two ends between which the function jumps over zero without touching it. */
export type Root = { readonly root: number } | { readonly jump: readonly [number, number] };

const RELATIVE = 1e-12;

/**
 * Brent's method (Brent 1973, zeroin): inverse quadratic interpolation inside a bracket that always shrinks.
 * @param f with f(a) and f(b) of opposite signs
 */
export function brent(f: (x: number) => number, a: number, fa: number, b: number, fb: number, most: number): Root {
  let [x0, f0, x1, f1] = [a, fa, b, fb]; // x1 is the best so far
  let [x2, f2] = [x0, f0]; // the other side of the root
  let step = x1 - x0;
  let before = step;
  for (let i = 0; i < most; i++) {
    if (f1 > 0 === f2 > 0) {
      [x2, f2] = [x0, f0];
      step = before = x1 - x0;
    }
    if (Math.abs(f2) < Math.abs(f1)) {
      [x0, x1, x2] = [x1, x2, x1];
      [f0, f1, f2] = [f1, f2, f1];
    }
    const tolerance = (RELATIVE / 2) * Math.abs(x1) + Number.MIN_VALUE;
    const half = (x2 - x1) / 2;
    if (Math.abs(half) <= tolerance || f1 === 0) break;
    if (Math.abs(before) >= tolerance && Math.abs(f0) > Math.abs(f1)) {
      const s = f1 / f0;
      let [p, q] = [2 * half * s, 1 - s];
      if (x0 !== x2) {
        const [u, v] = [f0 / f2, f1 / f2];
        p = s * (2 * half * u * (u - v) - (x1 - x0) * (v - 1));
        q = (u - 1) * (v - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      p = Math.abs(p);
      const good = 2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(before * q));
      [before, step] = good ? [step, p / q] : [half, half];
    } else before = step = half;
    [x0, f0] = [x1, f1];
    x1 += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    f1 = f(x1);
    if (Number.isNaN(f1)) return { jump: [x0, x2] };
  }
  return Math.abs(f1) < Math.min(Math.abs(fa), Math.abs(fb)) * 1e-3 || f1 === 0
    ? { root: x1 }
    : { jump: x1 < x2 ? [x1, x2] : [x2, x1] };
}

/**
 * Where to look for sign changes: the ends, the base, and points that double their distance from it on both sides,
 * because a declared range may be a million times wider than what is likely.
 */
export function lookouts(low: number, high: number, base: number, points: number): number[] {
  const middle = Math.min(Math.max(base, low), high);
  const xs = new Set([low, high, middle]);
  const left = middle - low;
  const right = high - middle;
  const share = left === 0 ? 0 : right === 0 ? 1 : 0.5;
  const spread = (n: number, width: number, sign: number): void => {
    const near = Math.max(Math.abs(middle), width * 1e-6) * 0.25;
    for (let i = 1; i <= n; i++) {
      const even = (width * i) / (n + 1);
      const growing = near >= width / 2 ? even : near * Math.pow(width / near, (i - 1) / n);
      xs.add(middle + sign * growing);
    }
  };
  spread(Math.round((points - 3) * share), left, -1);
  spread(points - 3 - Math.round((points - 3) * share), right, 1);
  return [...xs].sort((a, b) => a - b);
}
