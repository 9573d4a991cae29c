/** The random numbers of a simulation: the same digits on every machine, and the normal curve to the last of them. */
import { Decimal } from 'decimal.js';
import { mulberry32, normalQuantile } from '../../src/analysis/random';
import book from '../vectors/vectors.json';

const drawn = (seed: number, count: number): number[] => {
  const u = new Float64Array(count);
  mulberry32(seed)(u);
  return [...u];
};

describe('mulberry32', () => {
  test('starts as an independent implementation does', () => {
    expect(book.rng.seed).toBe(20260331);
    expect(drawn(20260331, 5).map((u) => u.toFixed(12))).toEqual(book.rng.first5);
    expect(drawn(20260331, 5)[0]).toBe(0.940692636766471);
  });

  /** The same generator in whole numbers of any size, cut to 32 bits where the definition says so. */
  function* inWholeNumbers(seed: bigint): Generator<number> {
    const cut = (x: bigint): bigint => x & 0xffffffffn;
    for (let state = seed; ;) {
      state = cut(state + 0x6d2b79f5n);
      let t = cut((state ^ (state >> 15n)) * (1n | state));
      t ^= cut(t + cut((t ^ (t >> 7n)) * (61n | t)));
      yield (Number(cut(t ^ (t >> 14n))) + 0.5) / 2 ** 32;
    }
  }

  test.each([0, 1, 20260331, 2147483648, 4294967295])('of seed %i goes on as in whole numbers', (seed) => {
    const expected = inWholeNumbers(BigInt(seed));
    expect(drawn(seed, 500)).toEqual(Array.from({ length: 500 }, () => expected.next().value as number));
  });

  test('continues where it stopped, however many are asked for at a time', () => {
    const fill = mulberry32(7);
    const parts = [1, 3, 96].flatMap((count) => {
      const u = new Float64Array(count);
      fill(u);
      return [...u];
    });
    expect(parts).toEqual(drawn(7, 100));
  });

  test('never draws 0 or 1, of which no quantile is finite', () => {
    const u = drawn(20260331, 100_000);
    expect(Math.min(...u)).toBeGreaterThanOrEqual(0.5 / 2 ** 32);
    expect(Math.max(...u)).toBeLessThanOrEqual(1 - 0.5 / 2 ** 32);
    expect(u.every((x) => Number.isInteger(x * 2 ** 32 - 0.5))).toBe(true);
  });
});

describe('the normal quantile', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.26234008979841],
    [0.95, 1.6448536269514722],
    [0.05, -1.6448536269514722],
    [0.8413447460685429, 1],
    [0.9999, 3.719016485455709],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('of %d is %d', (p, published) => {
    expect(Math.abs(normalQuantile(p) - published)).toBeLessThanOrEqual(1e-15 * Math.abs(published) * 4);
  });

  test('is symmetric', () => {
    for (const p of [0.5, 0.25, 0.125, 0.0625, 2 ** -8, 2 ** -20, 2 ** -40])
      expect(normalQuantile(1 - p)).toBe(-normalQuantile(p) + 0);
  });

  const D = Decimal.clone({ precision: 60 });
  const TWO_PI = D.acos(-1).times(2);

  /** The normal distribution by its series, in 60 digits: ½ + φ(x)·(x + x³/3 + x⁵/15 + …). */
  function share(x: number): Decimal {
    const square = new D(x).times(x);
    let term = new D(x);
    let sum = term;
    for (let odd = 3; term.abs().gt(1e-58); odd += 2) sum = sum.plus((term = term.times(square).div(odd)));
    return square.div(-2).exp().div(TWO_PI.sqrt()).times(sum).plus(0.5);
  }

  test('undoes the distribution, in the middle, the shoulders and the tails', () => {
    expect(share(1.959963984540054).toFixed(15)).toBe('0.975000000000000');
    const ps = [
      1e-18, 1e-12, 1e-9, 1e-6, 0.001, 0.0249, 0.074, 0.0751, 0.1, 0.3, 0.4999, 0.6, 0.925, 0.9249, 0.97, 0.9999,
    ];
    for (const p of [...ps, ...drawn(1, 100)]) {
      const x = normalQuantile(p);
      // What the last digit of x can move the share by.
      const digit = 1e-15 * Math.max(1, x * x) * 2;
      expect(share(x).div(p).minus(1).abs().toNumber() * Math.min(1, p / (1 - p))).toBeLessThan(digit);
    }
  });

  test('rises without a step where one of its three pieces takes over from another', () => {
    const step = 1e-9;
    for (const seam of [0.075, 0.925, Math.exp(-25), 0.5]) {
      const [before, after] = [normalQuantile(seam * (1 - step)), normalQuantile(seam * (1 + step))];
      expect(after - before).toBeGreaterThan(0);
      expect(after - before).toBeLessThan(1e-7);
    }
  });
});
