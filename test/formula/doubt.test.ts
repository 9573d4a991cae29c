/** Doubles decide as decimals do: what is near zero, or near a threshold, is known to be, and everything else is certain. */
import fc from 'fast-check';
import { columns } from '../../src/formula/columns';
import { decided } from '../../src/formula/doubt';
import { Decimal, exact, Exact } from '../../src/formula/exact';
import { Graph, inOrder, type Expression } from '../../src/formula/expression';
import { native } from '../../src/formula/print/excel';
import { ANY, type Range } from '../../src/formula/range';
import type { Maths, Num } from '../../src/formula/num';
import '../catalogue/seed';
import { formulasInTenths, INPUTS, read, valuesInTenths } from './random-formula';

type Inputs = Readonly<Record<'a' | 'b' | 'c', Num>>;
type Formula = (x: Inputs, m: Maths) => Num;

const NOT_NEGATIVE: Range = { low: 0, high: Infinity };

/** A formula whose inputs lie in a range, decided in doubles. */
function decidedOf(formula: Formula, range: Range) {
  const graph = new Graph();
  const x = { a: graph.input('a', range), b: graph.input('b', range), c: graph.input('c', range) };
  const root = formula(x, graph.maths) as Expression;
  const { now, clear } = decided([root]);
  return { root, now: now(root), clear };
}

/** When there is no doubt, as an analyst would write it. */
const clearWhen = (formula: Formula, range = ANY): string[] =>
  decidedOf(formula, range).clear.map((test) => native([[test]], [], {}));

function computed(roots: readonly Expression[], row: Readonly<Record<string, number>>): number[] {
  const outs = roots.map(() => new Float64Array(1));
  columns(roots).run(Object.fromEntries(Object.entries(row).map(([name, x]) => [name, Float64Array.of(x)])), 1, outs);
  return outs.map(([x]) => x!);
}

/** What the decided formula comes to, and whether that is in doubt. */
function on(formula: Formula, a: number, b: number, c: number, range = ANY): { value: number; doubtful: boolean } {
  const { now, clear } = decidedOf(formula, range);
  const [value, ...found] = computed([now, ...clear], { a, b, c });
  return { value: value!, doubtful: found.includes(0) };
}

describe('certain without a second look', () => {
  test.each<[string, Formula]>([
    ['a denominator that is an input', (x) => x.a.div(x.b)],
    ['a sum of what is never negative', (x) => x.a.div(x.b.plus(x.c.times(0.3)))],
    ['a long one', (x, m) => x.a.div(m.sum([x.a, x.b, x.c.times(x.a)]))],
    ['what is above a threshold, at its rate', (x, m) => x.a.div(m.max(0, x.b.minus(0.5)).times(0.35).plus(x.c))],
    ['inputs against each other', (x, m) => m.when(x.a.above(x.b), 1, 2)],
    ['the larger of two inputs against a constant', (x, m) => m.when(m.max(x.a, x.b).atLeast(0.3), 1, 2)],
    ['a difference of inputs against zero', (x, m) => m.when(x.a.minus(x.b).above(0), 1, 2)],
    ['zero against it', (x, m) => m.when(m.num(0).above(x.a.minus(x.b)), 1, 2)],
    ['what cannot be reached', (x, m) => m.when(x.a.plus(x.b).above(-1), 1, 2)],
    ['a number against itself', (x, m) => m.when(x.a.plus(x.b).above(x.a.plus(x.b)), 1, 2)],
    ['powers and logarithms of what is never negative', (x, m) => m.ln(x.a.plus(x.b)).plus(x.a.times(x.b).pow(-2))],
    ['the logarithm of 1 and something', (x, m) => m.log1p(x.a.times(x.b))],
    ['the distance from zero', (x, m) => m.when(m.max(x.a, m.num(0).minus(x.a)).above(0), 1, 2)],
    ['what is left of 1 after growth', (x, m) => x.a.div(m.num(0).minus(m.expm1(m.log1p(x.b).times(x.c))))],
    ['e to a power', (x, m) => x.a.div(m.exp(x.b.minus(x.c)))],
  ])('%s', (_what, formula) => {
    expect(clearWhen(formula, NOT_NEGATIVE)).toEqual([]);
    const { now, root } = decidedOf(formula, NOT_NEGATIVE);
    expect(now).toBe(root);
  });

  test('a constant that doubles cannot hold is folded in decimals', () => {
    const third: Formula = (x, m) => x.a.div(m.num(1).minus(m.num(0.7)).minus(0.3));
    expect(on(third, 1, 0, 0)).toEqual({ value: NaN, doubtful: false });
    expect(on((x, m) => m.when(m.num(0.1).plus(0.2).above(0.3), x.a, x.b), 1, 2, 0).value).toBe(2);
  });
});

describe('looked at again', () => {
  test.each<[string, Formula, string[]]>([
    ['a difference that divides', (x) => x.a.div(x.b.minus(x.c)), ['=MAX(b-c,0-(b-c))>(b+c)*1E-12']],
    [
      'each factor by itself',
      (x, m) => x.a.div(x.b.minus(x.c).times(m.num(1).minus(x.a).minus(x.b))),
      ['=MAX(b-c,0-(b-c))>(b+c)*1E-12', '=MAX(1-a-b,0-(1-a-b))>(1+a+b)*1E-12'],
    ],
    [
      'a computed number at a threshold',
      (x, m) => m.when(x.a.times(x.b).atLeast(x.c), 1, 2),
      ['=MAX(a*b-c,0-(a*b-c))>(a*b+c)*1E-12'],
    ],
    [
      'the logarithm of a difference',
      (x, m) => m.ln(m.num(1).minus(x.a.times(x.b))),
      ['=MAX(1-a*b,0-(1-a*b))>(1+a*b)*1E-12'],
    ],
    ['a power of it', (x, m) => m.num(1).minus(x.a.times(x.b)).pow(-1), ['=MAX(1-a*b,0-(1-a*b))>(1+a*b)*1E-12']],
    [
      'the logarithm of 1 and what may be −1',
      (x, m) => m.log1p(m.num(0).minus(x.a.times(x.b))),
      ['=MAX(0-a*b+1,0-(0-a*b+1))>(MAX(0-a*b,0-(0-a*b))+1)*1E-12'],
    ],
  ])('%s', (_what, formula, texts) => {
    expect(clearWhen(formula, NOT_NEGATIVE)).toEqual(texts);
  });

  test('what may be negative may cancel', () => {
    expect(clearWhen((x) => x.a.div(x.b.plus(x.c)), NOT_NEGATIVE)).toEqual([]);
    expect(clearWhen((x) => x.a.div(x.b.plus(x.c)))).toHaveLength(1);
    expect(clearWhen((x) => x.a.div(x.b.plus(x.c)), { low: -5, high: 0 })).toEqual([]);
  });
});

describe('what doubles cannot tell apart counts as equal, and is doubted', () => {
  const left: Formula = (x, m) => m.num(1).div(m.num(1).minus(x.a).minus(x.b));
  test.each<[string, Formula, [number, number, number], number, boolean]>([
    ['1 − 0.7 − 0.3 divides nothing', left, [0.7, 0.3, 0], NaN, true],
    ['1 − 0.6 − 0.3 is 0.1', left, [0.6, 0.3, 0], 1 / (1 - 0.6 - 0.3), false],
    ['0.1 + 0.2 is not above 0.3', (x, m) => m.when(x.a.plus(x.b).above(x.c), 1, 0), [0.1, 0.2, 0.3], 0, true],
    ['0.3 is at least 0.1 + 0.2', (x, m) => m.when(x.c.atLeast(x.a.plus(x.b)), 1, 0), [0.1, 0.2, 0.3], 1, true],
    ['3 × 0.1 is at least 0.3', (x, m) => m.when(x.a.times(x.b).atLeast(x.c), 1, 0), [3, 0.1, 0.3], 1, true],
    ['and 0.4 is above it', (x, m) => m.when(x.c.above(x.a.times(x.b)), 1, 0), [3, 0.1, 0.4], 1, false],
    ['ln(0.1 + 0.2 − 0.3) has no value', (x, m) => m.ln(x.a.plus(x.b).minus(x.c)), [0.1, 0.2, 0.3], NaN, true],
    ['(0.1 + 0.2 − 0.3)² is 0', (x) => x.a.plus(x.b).minus(x.c).pow(2), [0.1, 0.2, 0.3], 0, true],
    ['ln(1 + (0.7 − 1.7)) has none', (x, m) => m.log1p(x.a.minus(x.b.plus(x.c))), [0.1, 0.3, 0.8], NaN, true],
    [
      '10⁹ + 0.1 − 10⁹ − 0.1 divides nothing',
      (x) => x.c.div(x.a.plus(x.b).minus(x.a).minus(x.b)),
      [1e9, 0.1, 1],
      NaN,
      true,
    ],
    ['a difference of quotients', (x) => x.a.div(x.a.div(x.c).minus(x.b.div(x.c))), [0.3, 0.3, 0.7], NaN, true],
  ])('%s', (_what, formula, [a, b, c], value, doubtful) => {
    expect(on(formula, a, b, c)).toEqual({ value, doubtful });
  });

  test('what has no value is not in doubt', () => {
    expect(on((x, m) => m.when(x.a.div(x.b).above(x.c), 1, 0), 1, 0, 2)).toEqual({ value: NaN, doubtful: false });
  });
});

test('where nothing is in doubt, doubles decide random formulas of tenths as decimals do', () => {
  const seen = { faults: 0, doubts: 0 };
  fc.assert(
    fc.property(formulasInTenths, valuesInTenths, (tree, row) => {
      const graph = new Graph();
      const inputs = Object.fromEntries(INPUTS.map((name) => [name, graph.input(name, { low: 0, high: 1 })]));
      const root = read(tree, inputs, graph.maths) as Expression;
      const { now, clear } = decided([root]);
      const [value, ...isClear] = computed([now(root), ...clear], row);
      if (isClear.includes(0)) return void seen.doubts++;
      const exactly = Object.fromEntries(INPUTS.map((name) => [name, new Exact(new Decimal(row[name]!))]));
      const { value: expected, fault } = read(tree, exactly, exact()) as Exact;
      if (fault) seen.faults++;
      if (fault) return expect(value).toBeNaN();
      return expect(Math.abs(value! - expected.toNumber())).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value!)));
    }),
    { numRuns: 3000 },
  );
  expect(seen.faults).toBeGreaterThan(50);
  expect(seen.doubts).toBeGreaterThan(20);
});

test('care costs nothing where it is not needed, and little where it is', () => {
  const { now, clear } = decidedOf((x, m) => x.a.div(m.num(1).minus(x.b).minus(x.c)), NOT_NEGATIVE);
  expect(inOrder([now, ...clear]).length).toBeLessThan(20);
});
