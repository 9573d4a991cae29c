import { snapped } from '../catalogue/read';
import { brent } from './brent';
import { lookouts, ROUNDING, suspects, type Point } from './lookouts';

/** What a search found. */
export interface Search {
  /** where the function reaches the target, nearest the base: as a cell shows it */
  readonly root: number | undefined;
  /** whether it is the target all along from there */
  readonly isFlat: boolean;
  /** in how many places it reaches it, as far as it was looked */
  readonly places: number;
  /** where it passes the target without touching it, nearest the base */
  readonly jump: number | undefined;
  /** every place looked at, in order */
  readonly points: readonly Point[];
}

/** Of two results that differ by less than this share, neither is the better one. */
const SAME = 1e-14;

/** A second look where a first one may have missed something: so many times, at so many places each time. */
const ROUNDS = 8;
const PLACES = 64;
/** Halvings of the way to where a function ceases to have values, or to be the target. */
const HALVINGS = 60;
/** Of the places where the values end, and of those where the target is passed, so many nearest the base. */
const EDGES = 4;
const BRACKETS = 16;

/** Where a function of one number reaches a target, nearest to a base: Brent's method wherever the sign changes. */
export function nearestRoot(
  compute: (rows: readonly Float64Array[], out: Float64Array) => void,
  target: number,
  low: number,
  high: number,
  base: number,
): Search {
  const enough = ROUNDING * Math.abs(target);
  const known = new Map<number, number>();
  const look = (xs: readonly number[]): void => {
    const unseen = [...new Set(xs)].filter((x) => x >= low && x <= high && !known.has(x));
    const ys = new Float64Array(unseen.length);
    if (unseen.length > 0) compute([Float64Array.from(unseen)], ys);
    unseen.forEach((x, i) => known.set(x, Number.isFinite(ys[i]) ? ys[i]! : NaN));
  };
  /** The distance to the target, to the last digit. */
  const off = (x: number): number => {
    if (!known.has(x)) look([x]);
    return (known.get(x) ?? NaN) - target;
  };
  const gap = (x: number): number => (Math.abs(off(x)) <= enough ? 0 : off(x));
  const sorted = (): Point[] => [...known.keys()].sort((a, b) => a - b).map((x) => ({ x, y: gap(x) }));
  const nearness = (x: number): number => Math.abs(x - base);
  const nearer = (a: number, b: number): number => nearness(a) - nearness(b);
  const neighbours = (is: (p: Point, q: Point) => boolean): (readonly [Point, Point])[] =>
    sorted()
      .map((point, i, points) => [points[i - 1] ?? point, point] as const)
      .filter(([p, q]) => is(p, q))
      .sort(([p, q], [r, s]) => Math.min(nearness(p.x), nearness(q.x)) - Math.min(nearness(r.x), nearness(s.x)));

  look(lookouts(low, high, base));
  for (let round = 0, before = 0; round < ROUNDS && known.size > before; round++) {
    before = known.size;
    look(suspects(sorted()).sort(nearer).slice(0, PLACES));
  }
  const edges = neighbours((p, q) => Number.isNaN(p.y) !== Number.isNaN(q.y));
  for (const [p, q] of edges.slice(0, EDGES)) {
    const [inside, outside] = Number.isNaN(p.y) ? [q.x, p.x] : [p.x, q.x];
    halve(inside, outside, (x) => !Number.isNaN(off(x)));
  }

  const roots: { readonly x: number; readonly isFlat: boolean }[] = [];
  const jumps: number[] = [];
  const points = sorted();
  for (let i = 0; i < points.length; i++) {
    if (points[i]!.y !== 0) continue;
    const first = i;
    while (points[i + 1]?.y === 0) i++;
    roots.push({ x: stretch(points.slice(first, i + 1), points[first - 1], points[i + 1]), isFlat: i > first });
  }
  for (const [p, q] of neighbours((p, q) => p.y * q.y < 0).slice(0, BRACKETS)) {
    const found = brent(off, p.x, p.y, q.x, q.y, 2 * HALVINGS, enough);
    if ('root' in found) roots.push({ x: found.root, isFlat: false });
    else jumps.push(found.jump[0]);
  }
  const best = roots.sort((a, b) => nearer(a.x, b.x))[0];
  return {
    root: best && written(best.x),
    isFlat: best?.isFlat ?? false,
    places: roots.length,
    jump: jumps.sort(nearer)[0],
    points: [...known].map(([x, y]) => ({ x, y })).sort((p, q) => p.x - q.x),
  };

  /** The last place on the way from inside to outside where something holds. */
  function halve(inside: number, outside: number, holds: (x: number) => boolean): number {
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (inside + outside) / 2;
      if (middle === inside || middle === outside) break;
      if (holds(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  }

  /** Where the function is the target in one place or all along: the base if it is there, else the end nearest it. */
  function stretch(places: readonly Point[], before: Point | undefined, after: Point | undefined): number {
    const [first, last] = [places[0]!.x, places.at(-1)!.x];
    if (base >= first && base <= last) return base;
    if (first === last && before && after && before.y * after.y < 0) {
      const found = brent(off, before.x, before.y, after.x, after.y, 2 * HALVINGS);
      if ('root' in found) return found.root;
    }
    const [inside, outside] = first > base ? [first, before] : [last, after];
    return outside ? halve(inside, outside.x, (x) => gap(x) === 0) : inside;
  }

  /** In as few digits as are as good, 15 at most; at the open end of a stretch, the next number inside. */
  function written(x: number): number {
    const error = (each: number): number => (Number.isNaN(off(each)) ? Infinity : Math.abs(off(each)));
    const asGood = Math.max(error(x), SAME * Math.abs(target));
    const short = [6, 9, 12].map((digits) => Number(x.toPrecision(digits)) + 0).find((each) => error(each) <= asGood);
    if (short !== undefined) return short;
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(x))) - 14);
    const full = [0, unit, -unit].map((step) => snapped(snapped(x) + step));
    return full.find((each) => error(each) <= enough) ?? full[0]!;
  }
}
