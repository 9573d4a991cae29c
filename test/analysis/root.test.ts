/** The search behind TAAS_SOLVE, on functions whose roots are known. */
import { nearestRoot, type Search } from '../../src/analysis/root';

const search = (f: (x: number) => number, target: number, low: number, high: number, base: number): Search =>
  nearestRoot(([xs], out) => xs!.forEach((x, i) => (out[i] = f(x))), target, low, high, base);

describe('one root is found to the last digits', () => {
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
    ['a root near 0', (x) => x, 1e-9, 0, 1, 0.09, 1e-9],
    ['a root at the low end', (x) => x - 1, 0, 1, 5, 2, 1],
    ['a root at the high end', (x) => x, 5, 1, 5, 2, 5],
    ['a range of one number', (x) => x, 3, 3, 3, 2, 3],
    ['a base outside the range', (x) => x, 4, 3, 5, 20, 4],
    ['the base itself', (x) => x / 3, 2 / 3, 0, 1e6, 2, 2],
    ['the base, missed by the last digit', (x) => 0.1 * x + 0.2 * x, 0.3, 0, 10, 1, 1],
    ['a tiny unit', (x) => x * 1e-9, 3e-9, 0, 10, 1, 3],
    ['a number of few digits', (x) => 0.95 - x / 1.375, 0.6, 0, 1e6, 0.55, 0.48125],
  ])('%s', (_says, f, target, low, high, base, root) => {
    const found = search(f, target, low, high, base);
    expect(Math.abs(found.root! - root)).toBeLessThanOrEqual(1e-14 * Math.abs(root));
    expect(found.points.length).toBeLessThanOrEqual(600);
  });

  test('where a curve is flat the result, at least, is the target', () => {
    expect(Math.abs(search((x) => (x - 2) ** 3, 0, 0, 10, 5).root! - 2) ** 3).toBeLessThan(1e-9);
  });
});

describe('poles and bends', () => {
  test.each<[says: string, f: (x: number) => number, target: number, base: number, root: number]>([
    ['a pole beside the base hides the root behind it', (x) => 3 + 1 / (x - 1.99), 2, 2, 0.99],
    ['a pole between the base and the root', (x) => 1 / (x - 3), 0.5, 2.5, 5],
    ['pole and root closer together than any two places looked at', (x) => 1 + 1e-6 / (x - 700), 0, 2, 700 - 1e-6],
    ['of a pole’s two branches the one that is nearer', (x) => Math.abs(1 / (x - 3)), 0.5, 2.5, 1],
    ['a narrow valley', (x) => Math.abs(x - 777.7), 0.001, 2, 777.699],
    ['a narrow round valley', (x) => (x - 777.7) ** 2, 1e-6, 2, 777.699],
  ])('%s', (_says, f, target, base, root) => {
    const found = search(f, target, 0, 1e6, base);
    expect(found.root).toBeCloseTo(root, 9);
    expect(found.points.length).toBeLessThanOrEqual(1000);
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
    expect(found.places).toBe(2);
  });

  test('a jump and a pole are not counted', () => {
    expect(search((x) => (x < 1 ? x - 3 : x - 2), 0, 0, 10, 2.2)).toMatchObject({ root: 2, places: 1 });
    expect(search((x) => 1 / (x - 3) - 1, 0, 0, 10, 2.2)).toMatchObject({ root: 4, places: 1 });
  });
});

describe('a stretch that is the target all along', () => {
  const roof = (x: number): number => Math.min(x, 3);

  test.each([
    ['from below, where it begins', roof, 3, 1, 3],
    ['from above, where it ends', (x: number) => Math.max(5, x), 5, 8, 5],
    ['a base inside it is the answer', roof, 3, 7.25, 7.25],
    ['a target of 15 digits, a function of 16', (x: number) => Math.min(x, 1) * (0.23 / 1.4), 0.164285714285714, 0, 1],
    ['its end in 15 digits where it is open', (x: number) => (x <= 2 ? 1 : 3), 3, 0, 2.00000000000001],
  ])('%s', (_says, f, target, base, root) => {
    expect(search(f, target, 0, 1e6, base)).toMatchObject({ root, isFlat: true });
  });

  test('a constant is reached everywhere, first of all at the base', () => {
    expect(search(() => 7, 7, 0, 10, 3)).toMatchObject({ root: 3, jump: undefined, isFlat: true, places: 1 });
  });
});

describe('where a function ceases to have values', () => {
  test.each([
    [0.5, 3.75],
    [2.9, 3 - 0.01],
    [-1, -1],
  ])('the root before it is found: base %d, root %d', (base, root) => {
    const only = (x: number): number => (x > 3.8 ? NaN : x);
    expect(search(only, root, -2, 1e6, base).root).toBeCloseTo(root, 11);
  });

  test('the base may have none', () => {
    expect(search((x) => (x < 5 ? NaN : x), 5.0001, 0, 1e6, 2).root).toBeCloseTo(5.0001, 11);
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
    expect(search((x) => 1 / (x - 3.1), 0, 0, 20, 2)).toMatchObject({ root: undefined, jump: expect.closeTo(3.1, 8) });
  });

  test('out of reach', () => {
    expect(search((x) => Math.sqrt(x - 1), 10, 0, 5, 2)).toMatchObject({ root: undefined, jump: undefined, places: 0 });
    expect(search(() => NaN, 10, 0, 5, 2)).toMatchObject({ root: undefined, jump: undefined, places: 0 });
  });
});
