/** The graph behind the native and columns readings: equal parts are one node, constants are folded. */
import { Graph, inOrder, type Expression } from '../../src/formula/expression';

const graph = new Graph();
const [a, b] = [graph.input('a'), graph.input('b')];
const m = graph.maths;
const node = (x: unknown): Expression => x as Expression;

describe('sharing', () => {
  test('equal parts are one node', () => {
    expect(a.plus(b)).toBe(a.plus(b));
    expect(graph.input('a')).toBe(a);
    expect(graph.constant(2)).toBe(graph.constant(2));
    expect(m.max(a, 0)).toBe(m.max(a, graph.constant(0)));
    expect(m.none('one reason')).toBe(m.none('another'));
  });

  test('parts that differ are two', () => {
    expect(a.minus(b)).not.toBe(b.minus(a));
    expect(a.plus(b)).not.toBe(b.plus(a));
    expect(graph.constant(0)).not.toBe(graph.constant(-0));
    expect(graph.input('1')).not.toBe(graph.constant(1));
    expect(m.sum([a, b])).not.toBe(a.plus(b));
  });

  test('each node comes once, after all that it needs', () => {
    const shared = node(a.plus(b));
    const root = node(shared.times(shared).div(shared));
    const order = inOrder([root, shared]);
    expect(order.map((x) => x.op)).toEqual(['input', 'input', 'plus', 'times', 'div']);
    order.forEach((x, at) => x.args.forEach((arg) => expect(order.indexOf(arg)).toBeLessThan(at)));
  });

  test('a formula of a hundred thousand lines does not overflow the stack', () => {
    const long = new Graph();
    let sum = long.input('x');
    for (let i = 0; i < 100_000; i++) sum = node(sum.plus(i % 7 === 0 ? long.input(`x${i}`) : 1));
    expect(inOrder([sum]).length).toBeGreaterThan(100_000);
  });
});

describe('folding', () => {
  test.each<[string, unknown, number]>([
    ['sums', graph.constant(2).plus(3), 5],
    ['quotients', graph.constant(1).div(4), 0.25],
    ['a division by nothing has no value', graph.constant(1).div(0), NaN],
    ['nor has the logarithm of nothing', m.ln(0), NaN],
    ['nor has what overflows', m.exp(1000), NaN],
    ['nor a power that does', graph.constant(0).pow(-1), NaN],
    ['comparisons', graph.constant(2).atLeast(2), 1],
    ['a choice that is decided', m.when(graph.constant(1).above(1), 5, 6), 6],
    ['an empty sum', m.sum([]), 0],
    ['texts are numbers', m.num('0.25'), 0.25],
  ])('%s', (_what, folded, expected) => {
    expect(node(folded).op).toBe('constant');
    expect(node(folded).value).toBe(expected);
  });

  test('what changes nothing is left out', () => {
    for (const same of [
      a.plus(0),
      graph.constant(0).plus(a),
      a.minus(0),
      a.times(1),
      graph.constant(1).times(a),
      a.div(1),
      a.pow(1),
    ]) {
      expect(same).toBe(a);
    }
    expect(m.when(graph.constant(1), a, b)).toBe(a);
    expect(m.when(graph.constant(0), a, b)).toBe(b);
  });

  test('a product with 0 stays, because the other factor may have no value', () => {
    expect(node(a.div(b).times(0)).op).toBe('times');
    expect(node(graph.constant(0).minus(a)).op).toBe('minus');
    expect(node(graph.constant(1).div(a)).op).toBe('div');
  });

  test('for a formula that people read, constants stay as written', () => {
    const plain = new Graph(false);
    const x = plain.input('x');
    expect(node(plain.constant(2).plus(3)).op).toBe('plus');
    expect(node(x.plus(0)).op).toBe('plus');
    expect(node(x.times(1)).op).toBe('times');
  });
});
