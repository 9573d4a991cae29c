/** Operations done in one pass: which ones are, which are not, and the digits they give. */
import { Graph, type Expression } from '../../src/formula/expression';
import { fusionOf } from '../../src/formula/fusion';
import type { Num } from '../../src/formula/num';

const graph = new Graph();
const { maths: m } = graph;
const a: Num = graph.input('a');
const b: Num = graph.input('b');
const c: Num = graph.input('c');

/** What a formula fuses to, in its own words; undefined where it does not. */
function fused(formula: Num, isPrivate: (node: Expression) => boolean = () => true) {
  const fusion = fusionOf(formula as Expression, isPrivate);
  return fusion && { operands: fusion.operands.map(({ name }) => name), absorbed: fusion.absorbed.length, fusion };
}

/** The fused kernel on three rows; a fourth is there to be left alone. */
function computed(formula: Num, ...columns: number[][]): number[] {
  const out = new Float64Array(4).fill(-1);
  const [x, y, z] = [0, 1, 2].map((i) => Float64Array.from([...(columns[i] ?? [0, 0, 0]), 9]));
  fusionOf(formula as Expression, () => true)!.kernel(out, 3, x!, y!, z!);
  return [...out];
}

const tier = (x: Num, from: number, to: number | undefined, rate: number): Num => {
  const top = to === undefined ? x : m.min(x, to);
  return m.max(0, top.minus(from)).times(rate);
};

describe('a product that is added or taken away', () => {
  test.each<[string, Num, string[]]>([
    ['a + b·c', a.plus(b.times(c)), ['a', 'b', 'c']],
    ['b·c + a', b.times(c).plus(a), ['a', 'b', 'c']],
    ['a − b·c', a.minus(b.times(c)), ['a', 'b', 'c']],
  ])('%s is one pass', (_text, formula, operands) => {
    expect(fused(formula)).toMatchObject({ operands, absorbed: 1 });
  });

  test.each<[string, Num]>([
    ['a + b', a.plus(b)],
    ['b·c − a', b.times(c).minus(a)],
    ['a · (b·c)', a.times(b.times(c))],
    ['a + b / c', a.plus(b.div(c))],
  ])('%s is not', (_text, formula) => {
    expect(fused(formula)).toBeUndefined();
  });

  test('not where the product is needed elsewhere too', () => {
    expect(fused(a.plus(b.times(c)), () => false)).toBeUndefined();
    expect(fused(b.times(c).plus(a), () => false)).toBeUndefined();
  });

  test('gives the digits of the two operations, and leaves what follows alone', () => {
    expect(computed(a.plus(b.times(c)), [1, 2, 3], [4, 5, 6], [0.5, 0.25, 2])).toEqual([3, 3.25, 15, -1]);
    expect(computed(a.minus(b.times(c)), [1, 2, 3], [4, 5, 6], [0.5, 0.25, 2])).toEqual([-1, 0.75, -9, -1]);
  });
});

describe('a difference over something', () => {
  test('(a − b) / c is one pass', () => {
    expect(fused(a.minus(b).div(c))).toMatchObject({ operands: ['a', 'b', 'c'], absorbed: 1 });
    expect(computed(a.minus(b).div(c), [5, 5, 5], [1, 5, 9], [2, 0, -4])).toEqual([2, NaN, 1, -1]);
  });

  test.each<[string, Num, boolean]>([
    ['a / c', a.div(c), true],
    ['(a + b) / c', a.plus(b).div(c), true],
    ['(a − b) · c', a.minus(b).times(c), true],
    ['(a − b) / c, the difference being needed elsewhere', a.minus(b).div(c), false],
  ])('%s is not', (_text, formula, isPrivate) => {
    expect(fused(formula, () => isPrivate)).toBeUndefined();
  });
});

describe('tiers of one amount', () => {
  const three = m.sum([tier(a, 0, 0.5, 0.25), tier(a, 0.5, 1.5, 0.35), tier(a, 1.5, undefined, 0.4)]);
  const two = m.sum([tier(a, 0, 1, 0.5), tier(a, 1, undefined, 0.25)]);

  test('three are one pass, and so are two', () => {
    // times, max, minus, min of each, less what a threshold of 0 and a last tier do without
    expect(fused(three)).toMatchObject({ operands: ['a'], absorbed: 10 });
    expect(fused(two)).toMatchObject({ operands: ['a'], absorbed: 6 });
    expect(fused(m.sum([tier(a, 0, undefined, 0.5)]))).toMatchObject({ operands: ['a'], absorbed: 2 });
  });

  test('charge what the tiers charge, below, between and above the thresholds', () => {
    expect(computed(three, [0.4, 1, 2])).toEqual([0.4 * 0.25, 0.125 + 0.5 * 0.35, 0.125 + 0.35 + 0.5 * 0.4, -1]);
    expect(computed(two, [-1, 0.5, 3])).toEqual([0, 0.25, 0.5 + 0.5, -1]);
  });

  test.each<[string, Num]>([
    ['tiers of two amounts', m.sum([tier(a, 0, 1, 0.5), tier(b, 1, undefined, 0.25)])],
    ['a tier and something else', m.sum([tier(a, 0, 1, 0.5), b])],
    ['a rate that varies', m.sum([m.max(0, a.minus(1)).times(b)])],
    ['a floor that is not 0', m.sum([m.max(1, a.minus(1)).times(2)])],
    ['a floor that varies', m.sum([m.max(b, a.minus(1)).times(2)])],
    ['a ceiling that is not a floor', m.sum([m.min(0, a.minus(1)).times(2)])],
    ['no tiers', graph.node('sum', [])],
    ['the tiers without their sum', tier(a, 0.5, 1.5, 0.35)],
  ])('%s are not', (_text, formula) => {
    expect(fused(formula)?.fusion.operands.length === 1 ? 'fused' : 'not').toBe('not');
  });

  test('not where one of them is needed elsewhere too', () => {
    const first = (two as Expression).args[0]!;
    expect(fused(two, (node) => node !== first)).toBeUndefined();
  });

  test('a threshold that varies is part of the amount', () => {
    const beyond = m.sum([m.max(0, a.minus(b)).times(0.5)]);
    expect(fused(beyond)!.fusion.operands.map(({ op }) => op)).toEqual(['minus']);
    const below = m.sum([m.max(0, m.min(a, b).minus(1)).times(0.5)]);
    expect(fused(below)!.fusion.operands.map(({ op }) => op)).toEqual(['min']);
  });
});
