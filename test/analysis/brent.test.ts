/** Brent’s method, on brackets whose roots are known. */
import { brent } from '../../src/analysis/brent';

test('keeps the best of its points when its evaluations run out', () => {
  expect(brent((x) => x - 2, 0, -2, 5, 3, 0)).toHaveProperty('jump');
  expect(brent((x) => x - 2, 0, -2, 5, 3, 5)).toEqual({ root: 2 });
});

test('takes the two ends in either order', () => {
  expect(brent((x) => x * x - 2, 2, 2, 0, -2, 60)).toEqual({ root: expect.closeTo(Math.SQRT2, 14) as number });
});

test('gives up where the function has no value', () => {
  expect(brent(() => NaN, 0, -1, 5, 1, 40)).toHaveProperty('jump');
});

describe('what is left of the height at the end is a root or a jump', () => {
  test.each<[says: string, f: (x: number) => number, a: number, b: number, isRoot: boolean]>([
    ['a line', (x) => 1e9 * (x - 2 / 3), 0, 5, true],
    ['a line with noise in its last digits', (x) => x - 2 / 3 + 1e-13 * Math.sin(1e17 * x), 0, 5, true],
    ['a root beside a pole', (x) => 1 / (1 - x) - 1e9, 0, 1 - 1e-12, true],
    ['a flat root', (x) => (x - 2) ** 3, 0, 5, true],
    ['a pole', (x) => 1 / (x - 2 / 3), 0, 5, false],
    ['a pole far above the ends', (x) => 1e-9 / (x - 2 / 3), 0, 5, false],
    ['a step', (x) => (x < 2 / 3 ? -1 : 3), 0, 5, false],
    ['a step of a millionth', (x) => (x < 2 / 3 ? -1e-6 : 1e-6), 0, 5, false],
    ['a step between steep slopes', (x) => (x < 2 / 3 ? -0.1 : 0.1) + 10 * (x - 2 / 3), 0, 5, false],
    ['a step that touches on one side only', (x) => (x < 2 / 3 ? -1e-6 : 1e6), 0, 5, false],
  ])('%s', (_says, f, a, b, isRoot) => {
    const found = brent(f, a, f(a), b, f(b), 120);
    expect(found).toHaveProperty(isRoot ? 'root' : 'jump');
  });
});
