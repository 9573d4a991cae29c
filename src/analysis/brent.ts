/** A root, or the two ends between which the function jumps over zero without touching it. */
export type Root = { readonly root: number } | { readonly jump: readonly [number, number] };

const RELATIVE = 1e-14;

/** Beside a root, as a share of it: far enough for a slope to show in doubles; and what of it may be left over. */
const BESIDE = 1e-6;
const LEFT_OVER = 1e-4;

/**
 * Brent's method (Brent 1973, zeroin): inverse quadratic interpolation inside a bracket that always shrinks.
 * @param f with f(a) and f(b) of opposite signs
 * @param enough how near to 0 is 0, the function's own rounding
 */
export function brent(
  f: (x: number) => number,
  a: number,
  fa: number,
  b: number,
  fb: number,
  most: number,
  enough = 0,
): Root {
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
  return isTouched() ? { root: x1 } : { jump: x1 < x2 ? [x1, x2] : [x2, x1] };

  /** What is left of the height is next to nothing beside the slope on either side, inside the bracket: else a jump. */
  function isTouched(): boolean {
    if (Math.abs(f1) <= enough) return true;
    const rise = (end: number): number => {
      const beside = Math.sign(end - x1) * Math.min(BESIDE * Math.abs(x1), Math.abs(end - x1) / 4);
      return Math.abs(f(x1 + 2 * beside) - f(x1 + beside)) || 0;
    };
    return Math.abs(f1) <= LEFT_OVER * Math.max(rise(a), rise(b));
  }
}
