/** A place, and what the function is there; NaN where it has no value. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Columns are computed in doubles: what differs by no more than this share is the same. */
export const ROUNDING = 1e-12;

/**
 * Where to look first: steps that grow from the base on both sides, because a declared range may be a million times
 * wider than what is likely; steps that shrink towards 0 and the ends, where a small rate hides; even steps between.
 */
export function lookouts(low: number, high: number, base: number): number[] {
  const middle = Math.min(Math.max(base, low), high);
  const xs = new Set([low, high, middle, 0]);
  for (const end of [low, high]) {
    const width = Math.abs(end - middle);
    const first = Math.max(Math.abs(middle), width * 1e-6) * 1e-6;
    for (let i = 0; i < GROWING; i++) {
      xs.add(middle + Math.sign(end - middle) * first * (width / first) ** (i / GROWING));
    }
    for (let i = 1; i <= SHRINKING; i++) xs.add(end + (middle - end) * 4 ** -i);
  }
  for (const end of [low, middle, high]) for (let i = 1; i <= SHRINKING; i++) xs.add(end * 4 ** -i);
  for (let i = 1; i < EVEN; i++) xs.add(low + ((high - low) * i) / EVEN);
  return [...xs].filter((x) => x >= low && x <= high).sort((a, b) => a - b);
}

const GROWING = 80;
const SHRINKING = 20;
const EVEN = 40;

/**
 * Where a look between neighbours may find what they do not show: beside every turning point, and where three of
 * them foretell a zero. In any one input most formulas are, piece by piece, a quotient of two straight lines, so that
 * this finds the zero behind a pole or a bend at once.
 * @param points in order, y being the distance to the target
 */
export function suspects(points: readonly Point[]): number[] {
  const again: number[] = [];
  for (let i = 1; i + 1 < points.length; i++) {
    const [a, b, c] = [points[i - 1]!, points[i]!, points[i + 1]!];
    const [rise, next] = [b.y - a.y, c.y - b.y];
    const rounding = ROUNDING * Math.max(Math.abs(a.y), Math.abs(b.y), Math.abs(c.y));
    if (!(Math.abs(rise) > rounding && Math.abs(next) > rounding)) continue;
    if (rise * next < 0) again.push((a.x + b.x) / 2, (b.x + c.x) / 2, vertex(a, b, c));
    const x = foretold(a, b, c);
    if (!(x > (points[i - 2] ?? a).x && x < (points[i + 2] ?? c).x)) continue;
    const around = points.slice(Math.max(0, i - 2), i + 3);
    const [p, q] = [around.findLast((point) => point.x < x)!, around.find((point) => point.x > x)!];
    if (p.y * q.y <= 0) continue;
    const beside = 1e-3 * Math.min(x - p.x, q.x - x);
    again.push(x - beside, x, x + beside);
  }
  return again;
}

/** Where the quotient of two straight lines through three points is 0: it keeps the cross-ratio of four points. */
function foretold(a: Point, b: Point, c: Point): number {
  const ratio = (b.y * (a.y - c.y) * (a.x - b.x)) / (c.y * (a.y - b.y) * (a.x - c.x));
  return (b.x - ratio * c.x) / (1 - ratio);
}

/** Where the parabola through three points turns. */
function vertex(a: Point, b: Point, c: Point): number {
  const [left, right] = [(b.y - a.y) / (b.x - a.x), (c.y - b.y) / (c.x - b.x)];
  return (a.x + b.x) / 2 - (left * (c.x - a.x)) / (2 * (right - left));
}
