/** The columns reading: blocks of doubles, without a seam between them. */
import fc from 'fast-check';
import { BLOCK, columns } from '../../src/formula/columns';
import { Graph, type Expression } from '../../src/formula/expression';
import type { Maths, Num } from '../../src/formula/num';
import '../catalogue/seed';

type Inputs = Readonly<Record<'a' | 'b' | 'c', Num>>;

/** Runs a formula over columns; what it returns for each row. */
function run(
  formula: (x: Inputs, m: Maths) => Num,
  given: Readonly<Partial<Record<'a' | 'b' | 'c', readonly number[] | Float64Array>>>,
): number[] {
  const graph = new Graph();
  const x = { a: graph.input('a'), b: graph.input('b'), c: graph.input('c') };
  const program = columns([formula(x, graph.maths) as Expression]);
  const n = Math.max(...Object.values(given).map((column) => column.length));
  const out = new Float64Array(n);
  program.run(Object.fromEntries(Object.entries(given).map(([name, column]) => [name, Float64Array.from(column)])), n, [
    out,
  ]);
  return [...out];
}

const upTo = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i);

describe('every row, whatever the number of rows', () => {
  test.each([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 100_000])('%i', (n) => {
    const got = run((x, m) => m.max(x.a.minus(3), x.b.times(2)).div(x.a.plus(1)), { a: upTo(n), b: upTo(n) });
    expect(got).toHaveLength(n);
    expect(got.every((value, i) => value === Math.max(i - 3, i * 2) / (i + 1))).toBe(true);
  });

  test('blocks of 512', () => {
    expect(BLOCK).toBe(512);
  });

  test('a program can be run again, with fewer or more rows', () => {
    const graph = new Graph();
    const [a, b] = [graph.input('a'), graph.input('b')];
    const program = columns([a.times(b).plus(graph.maths.max(a, 2)) as Expression]);
    for (const n of [1000, 3, 700]) {
      const out = new Float64Array(n);
      program.run({ a: upTo(n), b: upTo(n) }, n, [out]);
      expect([...out]).toEqual(Array.from({ length: n }, (_, i) => i * i + Math.max(i, 2)));
    }
  });

  test('columns longer than what is asked for are read in part, and nothing is written beyond', () => {
    const graph = new Graph();
    const program = columns([graph.input('a').plus(1) as Expression]);
    const out = new Float64Array(600).fill(-1);
    program.run({ a: upTo(600) }, 513, [out]);
    expect(out[512]).toBe(513);
    expect(out[513]).toBe(-1);
  });
});

describe('several answers at once', () => {
  test('an input, a constant, a shared part and what is made of it', () => {
    const graph = new Graph();
    const [a, b] = [graph.input('a'), graph.input('b')];
    const sum = a.plus(b) as Expression;
    const program = columns([
      a,
      graph.constant(7),
      sum,
      sum.times(sum) as Expression,
      sum,
      graph.maths.none('never') as Expression,
    ]);
    const n = 700;
    const outs = Array.from({ length: 6 }, () => new Float64Array(n));
    program.run({ a: upTo(n), b: upTo(n) }, n, outs);
    expect(outs.map((out) => out[600])).toEqual([600, 7, 1200, 1_440_000, 1200, NaN]);
  });

  test('inputs that the answer does not need are not asked for', () => {
    const graph = new Graph();
    graph.input('unused');
    const out = new Float64Array(1);
    columns([graph.input('a').plus(1) as Expression]).run({ a: Float64Array.of(2) }, 1, [out]);
    expect([...out]).toEqual([3]);
  });

  test('a formula of constants alone needs no inputs', () => {
    const graph = new Graph();
    const out = new Float64Array(3);
    columns([graph.constant(2).times(3) as Expression]).run({}, 3, [out]);
    expect([...out]).toEqual([6, 6, 6]);
  });
});

describe('a row without a value', () => {
  const rows = { a: [1, 0, -1, 2], b: [0, 0, 0, 4] };
  test.each<[string, (x: Inputs, m: Maths) => Num, number[]]>([
    ['divides by zero', (x) => x.a.div(x.b), [NaN, NaN, NaN, 0.5]],
    ['divides a constant by zero', (x, m) => m.num(1).div(x.b), [NaN, NaN, NaN, 0.25]],
    ['divides by a constant zero', (x, m) => x.a.div(m.num(0)), [NaN, NaN, NaN, NaN]],
    ['stays so when multiplied by 0', (x) => x.a.div(x.b).times(0), [NaN, NaN, NaN, 0]],
    ['is no larger and no smaller', (x, m) => m.max(x.a.div(x.b), 9), [NaN, NaN, NaN, 9]],
    ['leaves a test undecided', (x, m) => m.when(x.a.div(x.b).above(0), 1, 2), [NaN, NaN, NaN, 1]],
    ['does not matter in the branch not taken', (x, m) => m.when(x.b.above(0), x.a.div(x.b), 5), [5, 5, 5, 0.5]],
    ['has no logarithm', (x, m) => m.ln(x.a), [0, NaN, NaN, Math.LN2]],
    ['has no logarithm of 1 less 1', (x, m) => m.log1p(x.a), [Math.LN2, 0, NaN, Math.log1p(2)]],
    ['is not infinite when 1 is taken off', (x, m) => m.expm1(x.a.times(400)), [Math.expm1(400), 0, -1, NaN]],
    ['has no root', (x) => x.a.pow(0.5), [1, 0, NaN, Math.SQRT2]],
    ['has no negative power', (x) => x.b.pow(-1), [NaN, NaN, NaN, 0.25]],
    ['is not infinite', (x, m) => m.num(1).div(m.exp(x.a.times(400))), [Math.exp(-400), 1, 1 / Math.exp(-400), NaN]],
    ['is a question without an answer', (x, m) => m.when(x.a.above(0), x.a, m.none('why')), [1, NaN, NaN, 2]],
    ['has no sum', (x, m) => m.sum([x.a, x.a.div(x.b), 1]), [NaN, NaN, NaN, 3.5]],
  ])('%s', (_what, formula, expected) => {
    expect(run(formula, rows)).toEqual(expected);
  });
});

describe('with one operand that is the same in every row', () => {
  test.each<[string, (x: Inputs, m: Maths) => Num, (a: number) => number]>([
    ['a + 3', (x) => x.a.plus(3), (a) => a + 3],
    ['3 + a', (x, m) => m.num(3).plus(x.a), (a) => 3 + a],
    ['a − 3', (x) => x.a.minus(3), (a) => a - 3],
    ['3 − a', (x, m) => m.num(3).minus(x.a), (a) => 3 - a],
    ['a · 3', (x) => x.a.times(3), (a) => a * 3],
    ['3 · a', (x, m) => m.num(3).times(x.a), (a) => 3 * a],
    ['a / 3', (x) => x.a.div(3), (a) => a / 3],
    ['3 / a', (x, m) => m.num(3).div(x.a), (a) => 3 / a],
    ['the larger of a and 3', (x, m) => m.max(x.a, 3), (a) => Math.max(a, 3)],
    ['the smaller of 3 and a', (x, m) => m.min(3, x.a), (a) => Math.min(3, a)],
    ['a to the power 3', (x) => x.a.pow(3), (a) => Math.pow(a, 3)],
    ['3 to the power a', (x, m) => m.num(3).pow(x.a), (a) => Math.pow(3, a)],
    ['a at least 3', (x, m) => m.when(x.a.atLeast(3), 1, 0), (a) => (a >= 3 ? 1 : 0)],
    ['3 above a', (x, m) => m.when(m.num(3).above(x.a), 1, 0), (a) => (3 > a ? 1 : 0)],
  ])('%s', (_what, formula, expected) => {
    const a = [1, 2, 3, 4.5, -7];
    expect(run(formula, { a })).toEqual(a.map(expected));
  });
});

describe('every digit is kept', () => {
  const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 600 });
  const finite = (x: number): number => (Number.isFinite(x) ? x : NaN);
  const bands = (x: number): number =>
    Math.max(0, Math.min(x, 0.5) - 0) * 0.25 + Math.max(0, Math.min(x, 1.5) - 0.5) * 0.35 + Math.max(0, x - 1.5) * 0.4;

  test.each<[string, (x: Inputs, m: Maths) => Num, (a: number, b: number, c: number) => number]>([
    ['a + b·c', (x) => x.a.plus(x.b.times(x.c)), (a, b, c) => a + b * c],
    ['b·c + a', (x) => x.b.times(x.c).plus(x.a), (a, b, c) => a + b * c],
    ['a − b·c', (x) => x.a.minus(x.b.times(x.c)), (a, b, c) => a - b * c],
    ['b·c − a', (x) => x.b.times(x.c).minus(x.a), (a, b, c) => b * c - a],
    ['|a|', (x, m) => m.max(x.a, m.num(0).minus(x.a)), (a) => Math.abs(a)],
    ['(a − b) / c', (x) => x.a.minus(x.b).div(x.c), (a, b, c) => finite((a - b) / c)],
    [
      'a tiered share of a',
      (x, m) =>
        m.sum([
          m.max(0, m.min(x.a, 0.5).minus(0)).times(0.25),
          m.max(0, m.min(x.a, 1.5).minus(0.5)).times(0.35),
          m.max(0, x.a.minus(1.5)).times(0.4),
        ]),
      (a) => bands(a),
    ],
    [
      'a product used twice',
      (x) => x.a.plus(x.b.times(x.c)).div(x.b.times(x.c)),
      (a, b, c) => finite((a + b * c) / (b * c)),
    ],
  ])('%s', (_what, formula, expected) => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const n = Math.min(a.length, b.length, c.length);
        const got = run(formula, { a: a.slice(0, n), b: b.slice(0, n), c: c.slice(0, n) });
        got.forEach((value, i) => expect(value + 0).toBe(expected(a[i]!, b[i]!, c[i]!) + 0));
      }),
    );
  });
});
