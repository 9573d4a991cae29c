/** Between which numbers a formula lies, from what is declared for its inputs. */
import fc from 'fast-check';
import { Decimal, exact, Exact } from '../../src/formula/exact';
import { Graph, type Expression } from '../../src/formula/expression';
import type { Maths, Num } from '../../src/formula/num';
import '../catalogue/seed';
import { formulasInTenths, INPUTS, read, valuesInTenths } from './random-formula';

/** A share, an amount and anything. */
const between = (formula: (share: Num, amount: Num, any: Num, m: Maths) => unknown): [number, number] => {
  const graph = new Graph();
  const share = graph.input('share', { low: 0, high: 1 });
  const amount = graph.input('amount', { low: 0, high: Infinity });
  const { low, high } = (formula(share, amount, graph.input('any'), graph.maths) as Expression).range;
  return [low, high];
};

test.each<[string, Parameters<typeof between>[0], [number, number]]>([
  ['what is left of a whole', (share, _amount, _any, m) => m.num(1).minus(share), [0, 1]],
  ['a share of an amount', (share, amount) => share.times(amount), [0, Infinity]],
  ['an amount over a share', (share, amount) => amount.div(share), [0, Infinity]],
  ['a share over a share and a half', (share) => share.div(share.plus(0.5)), [0, 2]],
  ['one over minus a share', (share, _amount, _any, m) => m.num(1).div(m.num(0).minus(share)), [-Infinity, -1]],
  ['one over anything', (_share, _amount, any, m) => m.num(1).div(any), [-Infinity, Infinity]],
  ['the excess over a threshold', (_share, amount, _any, m) => m.max(0, amount.minus(2)), [0, Infinity]],
  ['a capped amount', (_share, amount, _any, m) => m.min(amount, 3), [0, 3]],
  ['a sum', (share, _amount, _any, m) => m.sum([share, share.times(2), -1]), [-1, 2]],
  ['no numbers at all', (_share, _amount, _any, m) => m.sum([]), [0, 0]],
  ['one or the other', (share, _amount, any, m) => m.when(any.above(0), share, share.plus(2)), [0, 3]],
  ['one or no answer', (share, _amount, any, m) => m.when(any.above(0), share, m.none('')), [0, 1]],
  ['a comparison', (share, _amount, any) => any.atLeast(share), [0, 1]],
  ['a power of an amount', (_share, amount, any) => amount.pow(any), [0, Infinity]],
  ['a power of anything', (_share, _amount, any) => any.pow(2), [-Infinity, Infinity]],
  ['growth', (share, _amount, _any, m) => m.exp(share.minus(1)), [Math.exp(-1), 1]],
  ['growth less 1', (share, _amount, _any, m) => m.expm1(m.num(0).minus(share)), [Math.expm1(-1), 0]],
  ['the logarithm of a share', (share, _amount, _any, m) => m.ln(share), [-Infinity, 0]],
  ['the logarithm of 1 and an amount', (_share, amount, _any, m) => m.log1p(amount), [0, Infinity]],
  ['nothing', (_share, _amount, _any, m) => m.none(''), [-Infinity, Infinity]],
])('%s', (_what, formula, [low, high]) => {
  const [from, to] = between(formula);
  expect([from + 0, to + 0]).toEqual([low, high]);
});

test('random formulas lie where they are said to', () => {
  fc.assert(
    fc.property(formulasInTenths, valuesInTenths, (tree, row) => {
      const graph = new Graph();
      const inputs = Object.fromEntries(INPUTS.map((name) => [name, graph.input(name, { low: 0, high: 1 })]));
      const { low, high } = (read(tree, inputs, graph.maths) as Expression).range;
      const exactly = Object.fromEntries(INPUTS.map((name) => [name, new Exact(new Decimal(row[name]!))]));
      const { value, fault } = read(tree, exactly, exact()) as Exact;
      if (fault) return;
      const slack = 1e-12 * Math.max(1, value.abs().toNumber());
      expect(value.toNumber()).toBeGreaterThanOrEqual(low - slack);
      expect(value.toNumber()).toBeLessThanOrEqual(high + slack);
    }),
    { numRuns: 2000 },
  );
});
