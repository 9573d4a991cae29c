/** Where the solver looks first, and where it looks again. */
import { lookouts, suspects, type Point } from '../../src/analysis/lookouts';

const points = (f: (x: number) => number, ...xs: number[]): Point[] => xs.map((x) => ({ x, y: f(x) }));

describe('first', () => {
  test.each([
    [0, 1e6, 2],
    [0, 1, 0.05],
    [-1e6, 1e6, 14.161],
    [1, 4, 2],
    [0, 10, 0],
    [0, 10, 10],
    [0, 10, 50],
    [3, 3, 2],
    [-2, -1, 5],
  ])('between %d and %d about %d: in order, inside, at most 350, ends and base among them', (low, high, base) => {
    const xs = lookouts(low, high, base);
    expect(xs.length).toBeLessThanOrEqual(350);
    expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b));
    expect([xs[0], xs.at(-1)]).toEqual([low, high]);
    expect(xs).toContain(Math.min(Math.max(base, low), high));
  });

  test('no gap about the base is wider than a third of what is likely, however wide the range', () => {
    const near = lookouts(0, 1e6, 2).filter((x) => x > 1 && x < 4);
    near.slice(1).forEach((x, i) => expect(x - near[i]!).toBeLessThan(1));
    expect(near.length).toBeGreaterThanOrEqual(30);
  });

  test('small rates are looked at one by one, down to a millionth of a millionth', () => {
    const small = lookouts(0, 1, 0.09).filter((x) => x > 0 && x < 0.01);
    expect(Math.min(...small)).toBeLessThan(1e-12);
    small.slice(1).forEach((x, i) => expect(x / small[i]!).toBeLessThanOrEqual(4));
  });
});

describe('again', () => {
  test('where a quotient of two straight lines is 0, though a pole lies between and all neighbours are above', () => {
    const hyperbola = (x: number): number => 1 + 1 / (2 - x);
    const found = suspects(points(hyperbola, 0, 1, 1.5, 5, 6, 7));
    expect(Math.min(...found.map((x) => Math.abs(x - 3)))).toBeLessThan(1e-12);
  });

  test('where a line would be 0 before its bend', () => {
    const bent = (x: number): number => Math.max(2 - x, x - 2.5) + 0.1;
    expect(suspects(points(bent, 0, 1, 1.5, 2.6, 3, 4)).some((x) => bent(x) < 0)).toBe(true);
  });

  test('beside a turning point', () => {
    expect(suspects(points((x) => (x - 1) ** 2 + 1, 0, 0.5, 2, 3))).toEqual(expect.arrayContaining([0.25, 1.25]));
  });

  test('nowhere along a straight line, on a flat stretch, or where there is no value', () => {
    expect(suspects(points((x) => 3 + x, 0, 1, 2, 3))).toEqual([]);
    expect(suspects(points(() => 3, 0, 1, 2, 3))).toEqual([]);
    expect(suspects(points(() => NaN, 0, 1, 2, 3))).toEqual([]);
  });
});
