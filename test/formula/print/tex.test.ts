/** How formulas are printed: in the form of a textbook. */
import { mathMarkup } from '../../../src/derive/help/mathematics';
import { Graph, type Expression } from '../../../src/formula/expression';
import type { Maths, Num } from '../../../src/formula/num';
import { notationOf, type Symbols } from '../../../src/formula/print/tex';

const LETTERS: Symbols = { symbol: (name) => ({ tex: name, width: 1, rank: 9 }), indexOf: () => undefined };

type Formula = (x: Readonly<Record<'a' | 'b' | 'c', Num>>, m: Maths) => Num;

const formula = (of: Formula): string => {
  const graph = new Graph(false);
  const root = of({ a: graph.input('a'), b: graph.input('b'), c: graph.input('c') }, graph.maths);
  const { tex } = notationOf(root as Expression, LETTERS, new Map(), undefined);
  expect(mathMarkup(tex)).toMatch(/^<math/);
  return tex;
};

test('brackets stand only where the reader needs them', () => {
  expect(formula(({ a, b, c }) => a.plus(b).plus(c))).toBe('a + b + c');
  expect(formula(({ a, b, c }) => a.minus(b.minus(c)))).toBe('a - \\left(b - c\\right)');
  expect(formula(({ a, b, c }) => a.plus(b).times(c))).toBe('\\left(a + b\\right) \\times c');
  expect(formula(({ a, b, c }) => a.times(b).plus(c))).toBe('a \\times b + c');
});

test('a division is a fraction, a power stands high', () => {
  expect(formula(({ a, b, c }) => a.plus(b).div(c))).toBe('\\frac{a + b}{c}');
  expect(formula(({ a, b, c }, m) => a.plus(1).pow(m.num(0).minus(b)).times(c))).toBe(
    '\\left(a + 1\\right)^{- b} \\times c',
  );
  expect(formula(({ a, b, c }, m) => m.exp(a.times(b)).plus(m.ln(c)))).toBe('e^{a \\times b} + \\ln\\left(c\\right)');
});

test('growth over years is a power, whatever keeps its digits near zero', () => {
  expect(formula(({ a, b }, m) => m.expm1(m.log1p(a).times(b)))).toBe('\\left(1 + a\\right)^{b} - 1');
  expect(formula(({ a, b, c }, m) => c.div(m.num(0).minus(m.expm1(m.log1p(a).times(m.num(0).minus(b))))))).toBe(
    '\\frac{c}{1 - \\left(1 + a\\right)^{- b}}',
  );
  expect(formula(({ a, b }, m) => m.expm1(a).plus(m.log1p(b.minus(1))))).toBe(
    'e^{a} - 1 + \\ln\\left(1 + b - 1\\right)',
  );
});

test('what changes nothing is left out, and a distance is an absolute value', () => {
  expect(formula(({ a }) => a.times(1).plus(0).div(1))).toBe('a');
  expect(formula(({ a }, m) => m.max(a, m.num(0).minus(a)))).toBe('\\left|a\\right|');
  expect(formula(({ a, b }, m) => m.max(a, m.min(b, 12345)))).toBe(
    '\\max\\left(a,\\ \\min\\left(b,\\ 12{,}345\\right)\\right)',
  );
});

test('conditions are cases, one list of them', () => {
  expect(formula(({ a, b, c }, m) => m.when(a.above(0), b, m.when(a.atLeast(c), c, m.none('no answer'))))).toBe(
    '\\begin{cases}\\displaystyle b & \\text{if } a > 0 \\\\ \\displaystyle c & \\text{if } a \\ge c \\\\ \\displaystyle \\text{no answer} & \\text{otherwise}\\end{cases}',
  );
  expect(formula(({ a, b }, m) => m.when(m.num(2).above(1), a, b))).toBe('a');
});
