import { Decimal } from '../formula/exact';

/**
 * Shapley's attribution: what each of n drivers adds on average over all orders in which they could change,
 * φᵢ = Σ over S without i of |S|! (n − |S| − 1)! / n! · (f(S ∪ i) − f(S)).
 * The effects sum to the change exactly: what doubles lose on the way, 1 part in 1e15, is given to the largest of them.
 * @param f a value for each set of changed drivers: bit i of the index is set where driver i has changed
 * @param change f of all less f of none, in decimals
 */
export function shapley(f: Float64Array, change: Decimal): Decimal[] {
  const n = Math.log2(f.length);
  const weights = weightsOf(n);
  const sizes = sizesOf(n);
  const effects = Array.from({ length: n }, (_, i) => {
    const own = 1 << i;
    let sum = 0;
    let lost = 0;
    for (let set = 0; set < f.length; set++) {
      if (set & own) continue;
      const term = (f[set | own]! - f[set]!) * weights[sizes[set]!]! - lost;
      const next = sum + term;
      lost = next - sum - term;
      sum = next;
    }
    return sum;
  });
  return settled(effects, f, change);
}

/** |S|! (n − |S| − 1)! / n!, by |S|. */
function weightsOf(n: number): number[] {
  const weights = [1 / n];
  for (let size = 1; size < n; size++) weights.push((weights[size - 1]! * size) / (n - size));
  return weights;
}

/** How many drivers have changed in each set. */
function sizesOf(n: number): Uint8Array {
  const sizes = new Uint8Array(2 ** n);
  for (let set = 1; set < sizes.length; set++) sizes[set] = sizes[set >> 1]! + (set & 1);
  return sizes;
}

/** Digits that doubles do not have are dropped, so that equals stay equal and nothing stays 0. */
function settled(effects: readonly number[], f: Float64Array, change: Decimal): Decimal[] {
  const largest = f.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const places = largest === 0 ? 0 : 13 - Math.floor(Math.log10(largest));
  const rounded = effects.map((effect) => new Decimal(effect).toDecimalPlaces(Math.max(0, places)));
  const most = rounded.reduce((max, effect) => Decimal.max(max, effect.abs()), new Decimal(0));
  const bearers = rounded.filter((effect) => effect.abs().eq(most)).length;
  const rest = rounded.reduce((left, effect) => left.minus(effect), change).div(bearers || 1);
  return rounded.map((effect) => (effect.abs().eq(most) ? effect.plus(rest) : effect));
}
