/** The working line by line: in words, and as a worksheet would say it. */
import { Graph } from '../../../src/formula/expression';
import type { Maths, Num } from '../../../src/formula/num';
import { lineTexts } from '../../../src/formula/print/words';

type Formula = (x: Readonly<Record<'a' | 'b' | 'c', Num>>, m: Maths) => Num;

const texts = (formula: Formula): [string, string, string][] => {
  const graph = new Graph(false);
  formula({ a: graph.input('a'), b: graph.input('b'), c: graph.input('c') }, graph.maths);
  return lineTexts(graph.steps).map(({ name, symbols, words }) => [name, symbols, words]);
};

test('each line in the names of the lines before it', () => {
  expect(
    texts((x, m) => {
      const net = m.step('net_revenue', x.a.plus(x.b.times(0.25)));
      return m.step('ebit_margin', net.minus(x.c).div(net));
    }),
  ).toEqual([
    ['net_revenue', 'a+b*0.25', 'a + b × 0.25'],
    ['ebit_margin', '(net_revenue-c)/net_revenue', '(net revenue − c) ÷ net revenue'],
  ]);
});

test.each<[string, Formula]>([
  ['(a) to the power 2', (x) => x.a.pow(2)],
  ['the larger of (0) and (a − b)', (x, m) => m.max(0, x.a.minus(x.b))],
  ['the smaller of (a) and (b)', (x, m) => m.min(x.a, x.b)],
  ['e to the power (a)', (x, m) => m.exp(x.a)],
  ['the natural logarithm of (a)', (x, m) => m.ln(x.a)],
  ['(e to the power (a), less 1)', (x, m) => m.expm1(x.a)],
  ['the natural logarithm of (1 + a)', (x, m) => m.log1p(x.a)],
  ['(if a is at least b: a, else −1)', (x, m) => m.when(x.a.atLeast(x.b), x.a, -1)],
  ['(if a is above 0: a, else no answer)', (x, m) => m.when(x.a.above(0), x.a, m.none('why'))],
  ['the sum of (a), (b)', (x, m) => m.sum([x.a, x.b])],
])('%s', (words, formula) => {
  expect(texts((x, m) => m.step('line', formula(x, m)))[0]![2]).toBe(words);
});

test('a line that only renames says so', () => {
  expect(
    texts((x, m) => {
      const net = m.step('net', x.a.plus(x.b));
      return m.step('revenue', net);
    }),
  ).toEqual([
    ['net', 'a+b', 'a + b'],
    ['revenue', 'net', 'net'],
  ]);
});
