/** Attribution: what each driver adds on average over all orders in which the drivers could have changed. */
import fc from 'fast-check';
import { shapley } from '../../src/analysis/shapley';
import { Decimal } from '../../src/formula/exact';
import '../catalogue/seed';

/** Every order of n drivers. */
const orders = (n: number): number[][] =>
  n === 0
    ? [[]]
    : orders(n - 1).flatMap((order) =>
        Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
      );

/** The definition itself: the mean of what a driver adds, order by order. */
function byOrders(f: Float64Array, n: number): number[] {
  const all = orders(n);
  const effects = new Array<number>(n).fill(0);
  for (const order of all) {
    let set = 0;
    for (const driver of order) {
      effects[driver]! += f[set | (1 << driver)]! - f[set]!;
      set |= 1 << driver;
    }
  }
  return effects.map((sum) => sum / all.length);
}

const changeOf = (f: Float64Array): Decimal => new Decimal(f.at(-1)!).minus(f[0]!);
const sumOf = (effects: readonly Decimal[]): Decimal => effects.reduce((sum, x) => sum.plus(x), new Decimal(0));

const games = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2 ** n, maxLength: 2 ** n }));

test('is the mean over all orders, and adds up to the change to thirty digits', () => {
  fc.assert(
    fc.property(games, (values) => {
      const f = Float64Array.from(values);
      const effects = shapley(f, changeOf(f));
      byOrders(f, effects.length).forEach((effect, i) => expect(effects[i]!.toNumber()).toBeCloseTo(effect, 11));
      expect(sumOf(effects).minus(changeOf(f)).abs().toNumber()).toBeLessThan(1e-30);
    }),
  );
});

test('a driver that does nothing gets 0, and drivers that do the same get the same', () => {
  fc.assert(
    fc.property(games, fc.nat(), fc.nat(), (values, a, b) => {
      const n = Math.log2(values.length);
      const [nothing, same] = [a % n, b % n];
      const without = values.map((_, set) => values[set & ~(1 << nothing)]!);
      const f = Float64Array.from(without);
      if (n > 1) expect(shapley(f, changeOf(f))[nothing]!.toNumber()).toBe(0);
      // A game in which only how many of two drivers have changed counts.
      const pair = Float64Array.from(values, (_, set) => {
        const both = (1 << same) | 1;
        const one = (set & both) !== 0 && (set & both) !== both ? (set & ~both) | 1 : set;
        return values[one]!;
      });
      const effects = shapley(pair, changeOf(pair));
      expect(effects[same]!.minus(effects[0]!).toNumber()).toBe(0);
    }),
  );
});

test('names and order of the drivers change nothing', () => {
  fc.assert(
    fc.property(games, (values) => {
      const n = Math.log2(values.length);
      const f = Float64Array.from(values);
      const turned = f.map((_, set) => {
        let from = 0;
        for (let i = 0; i < n; i++) if (set & (1 << i)) from |= 1 << (n - 1 - i);
        return f[from]!;
      });
      const [forwards, backwards] = [shapley(f, changeOf(f)), shapley(turned, changeOf(f))];
      forwards.forEach((effect, i) => expect(effect.toString()).toBe(backwards[n - 1 - i]!.toString()));
    }),
  );
});

test('what a product gains is shared evenly by its two factors', () => {
  expect(shapley(Float64Array.of(2, 6, 4, 12), new Decimal(10)).map(Number)).toEqual([6, 4]);
});
