/** The search behind TAAS_SOLVE, on functions whose roots are known. */
import { brent, lookouts, nearestRoot, type Search } from '../../../src/functions/analysis/root';

const search = (f: (x: number) => number, target: number, low: number, high: number, base: number): Search =>
  nearestRoot(([xs], out) => xs!.forEach((x, i) => (out[i] = f(x))), target, low, high, base);

describe('one root is found to twelve digits in at most sixty evaluations', () => {
  test.each<
    [says: string, f: (x: number) => number, target: number, low: number, high: number, base: number, root: number]
  >([
    ['a line', (x) => 3 * x - 1, 5, 0, 10, 1, 2],
    ['a line far away', (x) => x, 123456, 0, 1e6, 1, 123456],
    ['a hyperbola', (x) => 1 - 1 / x, 0.5, 0, 1e6, 1.1, 2],
    ['a parabola', (x) => x * x, 2, 0, 10, 3, Math.SQRT2],
    ['an exponential', (x) => Math.exp(x), 1e6, 0, 20, 1, Math.log(1e6)],
    ['a kink', (x) => Math.max(x, 2 * x - 3), 5, 0, 10, 1, 4],
    ['a negative root', (x) => x ** 3 + 8, 0, -1e6, 1e6, 1, -2],
    ['a root at 0', (x) => x, 0, -3, 5, 1, 0],
    ['a root at the low end', (x) => x - 1, 0, 1, 5, 2, 1],
    ['a root at the high end', (x) => x, 5, 1, 5, 2, 5],
    ['the base itself', (x) => x / 3, 2 / 3, 0, 1e6, 2, 2],
    ['the base, missed by the last digit', (x) => 0.1 * x + 0.2 * x, 0.3, 0, 10, 1, 1],
    ['a tiny unit', (x) => x * 1e-9, 3e-9, 0, 10, 1, 3],
  ])('%s', (_says, f, target, low, high, base, root) => {
    const found = search(f, target, low, high, base);
    expect(Math.abs(found.root! - root)).toBeLessThanOrEqual(1e-11 * Math.max(0.1, Math.abs(root)));
    expect(Math.abs(f(found.root!) - target)).toBeLessThanOrEqual(1e-11 * Math.max(0.1, Math.abs(target)));
    expect(found.evaluations).toBeLessThanOrEqual(60);
  });

  test('where a curve is flat the result, at least, is the target', () => {
    const found = search((x) => (x - 2) ** 3, 0, 0, 10, 5);
    expect(Math.abs(found.root! - 2) ** 3).toBeLessThan(1e-9);
    expect(found.evaluations).toBeLessThanOrEqual(60);
  });
});

describe('of several roots the one nearest the base', () => {
  const valley = (x: number): number => (x - 1) * (x - 4);
  test.each([
    [2.4, 1],
    [2.6, 4],
    [0.2, 1],
    [9, 4],
  ])('from %d it is %d', (base, root) => {
    const found = search(valley, 0, 0, 10, base);
    expect(found.root).toBeCloseTo(root, 11);
    expect(found.passes).toBe(2);
  });

  test('a constant is reached everywhere, first of all at the base', () => {
    expect(search(() => 7, 7, 0, 10, 3)).toMatchObject({ root: 3, jump: undefined });
  });

  test('a pole nearer the base is not taken for a root, and leaves evaluations for the root beyond it', () => {
    const found = search((x) => 1 / (x - 3), 0.5, 0, 20, 2.5);
    expect(found.root).toBeCloseTo(5, 11);
    expect(found.evaluations).toBeLessThanOrEqual(60);
  });
});

describe('where a function ceases to have values', () => {
  test.each([
    [0.5, 3.75],
    [2.9, 3 - 0.01],
    [-1, -1],
  ])('the root before it is found: base %d, root %d', (base, root) => {
    const only = (x: number): number => (x > 3.8 ? NaN : x);
    const found = search(only, root, -2, 1e6, base);
    expect(found.root).toBeCloseTo(root, 11);
    expect(found.evaluations).toBeLessThanOrEqual(60);
  });
});

describe('no root', () => {
  test('a step is a jump, said with its place', () => {
    const found = search((x) => (x < 1.5 ? 0.35 : 0.4), 0.37, 0, 1e6, 2);
    expect(found.root).toBeUndefined();
    expect(found.jump).toBeCloseTo(1.5, 8);
  });

  test('a step that almost reaches the target is a jump all the same', () => {
    const found = search((x) => (x < 1.5 ? 0.37 - 1e-6 : 0.4), 0.37, 0, 10, 2);
    expect(found.root).toBeUndefined();
    expect(found.jump).toBeCloseTo(1.5, 8);
  });

  test('a pole is a jump', () => {
    expect(search((x) => 1 / (x - 3), 0, 0, 20, 2)).toMatchObject({ root: undefined, jump: expect.closeTo(3, 8) });
  });

  test('out of reach: the ends that have a value', () => {
    const found = search((x) => Math.sqrt(x - 1), 10, 0, 5, 2);
    expect(found.root).toBeUndefined();
    expect(found.jump).toBeUndefined();
    expect(found.ends[0].x).toBeGreaterThanOrEqual(1);
    expect(found.ends[1]).toEqual({ x: 5, y: 2 });
    expect(search(() => NaN, 10, 0, 5, 2).ends.map(({ x }) => x)).toEqual([0, 5]);
  });
});

describe('Brent’s method', () => {
  test('keeps the best of its points when its evaluations run out', () => {
    expect(brent((x) => x - 2, 0, -2, 5, 3, 0)).toHaveProperty('jump');
    expect(brent((x) => x - 2, 0, -2, 5, 3, 5)).toEqual({ root: 2 });
  });

  test('takes the two ends in either order', () => {
    expect(brent((x) => x * x - 2, 2, 2, 0, -2, 40)).toEqual({ root: expect.closeTo(Math.SQRT2, 12) as number });
  });

  test('gives up where the function has no value', () => {
    expect(brent(() => NaN, 0, -1, 5, 1, 40)).toHaveProperty('jump');
  });
});

describe('lookouts', () => {
  test.each([
    [0, 1e6, 2],
    [0, 1, 0.05],
    [-1e6, 1e6, 14.161],
    [1, 4, 2],
    [0, 10, 0],
    [0, 10, 10],
    [0, 10, 50],
    [3, 3, 2],
  ])('between %d and %d about %d are in order, at most 24, ends and base among them', (low, high, base) => {
    const xs = lookouts(low, high, base, 24);
    expect(xs.length).toBeLessThanOrEqual(24);
    expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b));
    expect([xs[0], xs.at(-1)]).toEqual([low, high]);
    expect(xs).toContain(Math.min(Math.max(base, low), high));
  });

  test('are as dense about the base as about the width of what is likely', () => {
    expect(lookouts(0, 1e6, 2, 24).filter((x) => x > 1 && x < 4).length).toBeGreaterThanOrEqual(6);
  });
});
