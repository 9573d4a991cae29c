/** How formulas are printed: in the form of a textbook. */
import { inOrderOf, inputsOf } from '../../src/catalogue/call';
import { define, type Definition } from '../../src/catalogue/define';
import { list, number } from '../../src/catalogue/parameters';
import { formulasOf, mathMarkup } from '../../src/derive/help/mathematics';
import { catalogue } from './files';

const NO_CELLS = { rows: [], columns: [] };
const printed = (definition: Definition, args: Readonly<Record<string, unknown>> = {}): string[] =>
  formulasOf(definition, inputsOf(definition, inOrderOf(definition, args)), NO_CELLS).map(({ tex }) => tex);

const x = number('plain', 'A number.', { required: true });
type Formula = Parameters<
  typeof define<{ a: typeof x; b: typeof x; c: typeof x }, { shape: 'number'; unit: 'plain'; about: string }>
>[0]['formula'];

const formula = (of: Formula): string => {
  const definition = define({
    name: 'TAAS_TEST',
    family: 'deal',
    answers: 'A test.',
    parameters: { a: x, b: x, c: x },
    result: { shape: 'number', unit: 'plain', about: 'a test' },
    formula: of,
    examples: [
      { args: { a: 1, b: 2, c: 3 }, gives: 1, says: 'one' },
      { args: { a: 1, b: 2, c: 3 }, gives: 1, says: 'one' },
    ],
  });
  const [line = ''] = printed(definition, { a: 1, b: 2, c: 3 });
  expect(mathMarkup(line)).toMatch(/^<math/);
  return line.replace('\\text{test} = ', '').replace(/\\text\{([abc])\}/g, '$1');
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

test('terms alike but for their index are a sum', () => {
  const definition = catalogue.find('TAAS_BLENDED_MARGIN');
  expect(printed(definition, { revenues: [100, 50, 10], margins: [0.3, 0.6, 0.1] })).toEqual([
    '\\text{profit} = \\sum_{i=1}^{3} \\text{revenues}_{i} \\times \\text{margins}_{i}',
    '\\text{revenue} = \\sum_{i=1}^{3} \\text{revenues}_{i}',
    '\\text{blended margin} = \\frac{\\text{profit}}{\\text{revenue}}',
  ]);
});

test('the tiers of a revenue share are a sum and the last tier', () => {
  const [line] = printed(catalogue.find('TAAS_REV_SHARE'));
  expect(line).toContain(
    '\\sum_{i=1}^{2} \\max\\left(0,\\ \\min\\left(\\text{token spend},\\ \\text{tier threshold}_{i+1}\\right)',
  );
  expect(line).toContain('\\text{token spend} - \\text{tier threshold}_{3}');
});

test('lines alike but for their index are told once', () => {
  const balances = define({
    name: 'TAAS_TEST',
    family: 'deal',
    answers: 'A test.',
    parameters: { flows: list('plain', 'Flows.', { required: true, most: 10 }) },
    result: { shape: 'list', unit: 'plain', about: 'balances' },
    formula: ({ flows }, m) => {
      let balance = m.num(7);
      return flows.map((flow, i) => (balance = m.step(`balance_${i + 1}`, balance.plus(flow))));
    },
    examples: [
      { args: { flows: [1] }, gives: [[8]], says: 'one' },
      { args: { flows: [1] }, gives: [[8]], says: 'one' },
    ],
  });
  const formulas = formulasOf(balances, inputsOf(balances, [[1, 2, 3, 4]]), NO_CELLS);
  expect(formulas).toEqual([
    { tex: '\\text{balance}_{1} = 7 + \\text{flows}_{1}' },
    { tex: '\\text{balance}_{k} = \\text{balance}_{k-1} + \\text{flows}_{k}', runs: [2, 4] },
  ]);
});

test('what TeX does not know stops the build', () => {
  expect(() => mathMarkup('\\nosuchcommand{x}')).toThrow();
});
