/** A root, or the two ends between which the function jumps over zero without touching it. */
export type Root = { readonly root: number } | { readonly jump: readonly [number, number] };

const RELATIVE = 1e-12;

/** Where a bracket has shrunk to nothing, what is left of the function's height in it if there is a root, not a jump. */
const LEFT_OVER = 1e-11;

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
  return Math.abs(f1) <= Math.max(enough, Math.max(Math.abs(fa), Math.abs(fb)) * LEFT_OVER)
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

/** Points looked at before a bracket is chosen, and at most so many more inside it: 60 evaluations in all. */
const LOOKOUTS = 24;
const REFINEMENTS = 36;
/** Of these, halvings of the way to where a function ceases to have values. */
const EDGE_STEPS = 9;

/** Columns are computed in doubles: a result is the target where they differ by no more than this share of it. */
const ROUNDING = 1e-12;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two places next to each other, the one nearer the base first. */
type Pair = readonly [near: Point, far: Point];

/** What a search found. */
export interface Search {
  /** where the function reaches the target, nearest the base */
  readonly root: number | undefined;
  /** in how many places it passes the target, as far as the lookouts show */
  readonly passes: number;
  /** where it passes the target without touching it, if it does so and nothing else */
  readonly jump: number | undefined;
  /** the lowest and the highest place looked at, with a value if there is any */
  readonly ends: readonly [Point, Point];
  readonly evaluations: number;
}

/** Where a function of one number reaches a target, nearest to a base: sign changes between lookouts, then Brent. */
export function nearestRoot(
  compute: (rows: readonly Float64Array[], out: Float64Array) => void,
  target: number,
  low: number,
  high: number,
  base: number,
): Search {
  let evaluations = 0;
  const at = (xs: readonly number[]): Point[] => {
    evaluations += xs.length;
    const ys = new Float64Array(xs.length);
    compute([Float64Array.from(xs)], ys);
    return xs.map((x, i) => ({ x, y: ys[i]! }));
  };
  const enough = ROUNDING * Math.abs(target);
  const gap = ({ y }: Point): number => (Math.abs(y - target) <= enough ? 0 : y - target);
  const between = (p: Point, q: Point): boolean => gap(p) * gap(q) < 0;
  const distance = ({ x }: Pick<Point, 'x'>): number => Math.abs(x - base);
  const nearer = (p: Pick<Point, 'x'>, q: Pick<Point, 'x'>): number => distance(p) - distance(q);

  const points = at(lookouts(low, high, base, LOOKOUTS));
  const hits = points.filter((point) => gap(point) === 0).sort(nearer);
  const inOrder = (p: Point, q: Point): Pair => (nearer(p, q) <= 0 ? [p, q] : [q, p]);
  /** Between a place with a value and one without: where the target is passed before the values end. */
  const beforeEdge = ([p, q]: Pair): Pair[] => {
    let [inside, outside] = Number.isFinite(p.y) ? [p, q] : [q, p];
    for (let i = 0; i < EDGE_STEPS; i++) {
      const middle = at([(inside.x + outside.x) / 2])[0]!;
      if (gap(middle) === 0) hits.push(middle);
      if (between(inside, middle)) return [inOrder(inside, middle)];
      if (Number.isFinite(middle.y)) inside = middle;
      else outside = middle;
    }
    return [];
  };

  const pairs = points.slice(1).map((point, i) => inOrder(points[i]!, point));
  const brackets = pairs.filter(([near, far]) => between(near, far)).sort(([p], [q]) => nearer(p, q));
  if (hits.length + brackets.length === 0) {
    const edges = pairs
      .filter(([p, q]) => Number.isFinite(p.y) !== Number.isFinite(q.y))
      .sort(([p], [q]) => nearer(p, q));
    for (const edge of edges.slice(0, 2)) brackets.push(...beforeEdge(edge));
  }
  let best: Pick<Point, 'x'> | undefined = hits[0];
  const jumps: number[] = [];
  for (const [i, [near, far]] of brackets.entries()) {
    let end = far;
    if (best && distance(near) >= distance(best)) break;
    if (best && distance(far) > distance(best)) {
      // A root further away than the one known is of no interest: only the nearer part is searched.
      end = at([base + Math.sign(far.x - base) * distance(best)])[0]!;
      if (!between(near, end)) continue;
    }
    const share = Math.floor((LOOKOUTS + REFINEMENTS - evaluations) / (brackets.length - i));
    const f = (x: number): number => at([x])[0]!.y - target;
    const found = brent(f, near.x, gap(near), end.x, gap(end), share, enough);
    if ('root' in found) best = { x: found.root };
    else jumps.push(found.jump[0]);
  }
  const withValue = points.filter(({ y }) => Number.isFinite(y));
  return {
    root: best?.x,
    passes: hits.length + brackets.length - jumps.length,
    jump: jumps[0],
    ends: [withValue[0] ?? points[0]!, withValue.at(-1) ?? points.at(-1)!],
    evaluations,
  };
}
