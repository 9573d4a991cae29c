/** The value reading: 34 digits, and faults that travel until somebody needs them. */
import { Decimal as Shared } from 'decimal.js';
import fc from 'fast-check';
import { Decimal, exact, Exact } from '../../src/formula/exact';
import type { Num } from '../../src/formula/num';
import '../catalogue/seed';

const m = exact();
const n = (x: number | string): Num => m.num(x);
const shown = (x: Num): string => (x as Exact).value.toString();
const faultOf = (x: Num): Exact['fault'] => (x as Exact).fault;
const named = (name: string, x: number | string): Num => new Exact(new Decimal(x), name);

const IMPOSSIBLE = n(1).div(0);

describe('34 digits', () => {
  test.each<[string, Num, string]>([
    ['a third', n(1).div(3), '0.3333333333333333333333333333333333'],
    ['two thirds', n(2).div(3), '0.6666666666666666666666666666666667'],
    ['a seventh', n(1).div(7), '0.1428571428571428571428571428571429'],
    ['the natural logarithm of 2', m.ln(2), '0.6931471805599453094172321214581766'],
    ['e^x − 1 near zero', m.expm1(1e-15), '0.000000000000001000000000000000500000000000000167'],
    ['e^x − 1 nearer than any digit shows', m.expm1(-1e-300), '-1e-300'],
    ['e − 1', m.expm1(1), '1.718281828459045235360287471352662'],
    ['ln(1 + x) near zero', m.log1p(-1e-15), '-0.000000000000001000000000000000500000000000000333'],
    ['ln(1 + x) nearer than any digit shows', m.log1p(1e-300), '1e-300'],
    ['ln(1 + 1)', m.log1p(1), '0.6931471805599453094172321214581766'],
    ['e^0 − 1', m.expm1(0), '0'],
    ['ln(1 + 0)', m.log1p(0), '0'],
    ['e', m.exp(1), '2.718281828459045235360287471352662'],
    ['the root of 2', n(2).pow(0.5), '1.414213562373095048801688724209698'],
    ['1.6 to the power −6', n(1.6).pow(-6), '0.059604644775390625'],
    ['a tenth ten times', m.sum(Array.from({ length: 10 }, () => n(0.1))), '1'],
    ['0.1 + 0.2', n(0.1).plus(0.2), '0.3'],
    ['a text', n('0.30000000000000000000000000000000004'), '0.30000000000000000000000000000000004'],
    ['no numbers at all', m.sum([]), '0'],
  ])('%s', (_what, x, expected) => {
    expect(shown(x)).toBe(expected);
  });

  test('halves go to the even digit', () => {
    const tie = (last: number): Num => n(`1.00000000000000000000000000000000${last}5`);
    expect(shown(tie(2).plus(0))).toBe('1.000000000000000000000000000000002');
    expect(shown(tie(3).plus(0))).toBe('1.000000000000000000000000000000004');
  });

  test('the shared constructor of decimal.js keeps its own precision', () => {
    expect(Shared.precision).toBe(20);
    expect(Shared.rounding).toBe(Shared.ROUND_HALF_UP);
  });

  /** Long division of whole numbers, rounded to so many digits with halves to even. */
  function longDivision(top: bigint, bottom: bigint, digits: number): string {
    const sign = top < 0n !== bottom < 0n ? '-' : '';
    const [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
    let places = digits - (a / b).toString().length + 40;
    let scaled = (a * 10n ** BigInt(places)) / b;
    const exactly = (a * 10n ** BigInt(places)) % b === 0n;
    const cut = scaled.toString().length - digits;
    const unit = 10n ** BigInt(cut);
    const [kept, rest] = [scaled / unit, scaled % unit];
    const half = unit / 2n;
    const up = rest > half || (rest === half && (!exactly || kept % 2n === 1n));
    scaled = kept + (up ? 1n : 0n);
    places -= cut;
    return sign + new Decimal(scaled.toString()).div(new Decimal(10).pow(places)).toFixed();
  }

  const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

  test('division is long division', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        fc.pre(b !== 0n && a !== 0n);
        const quotient = n(a.toString()).div(n(b.toString())) as Exact;
        expect(quotient.value.toFixed()).toBe(longDivision(a, b, 34));
      }),
    );
  });

  test('sums, differences and products of 15 digits are exact', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [x, y] = [n(a.toString()), n(b.toString())];
        expect((x.plus(y) as Exact).value.toFixed()).toBe((a + b).toString());
        expect((x.minus(y) as Exact).value.toFixed()).toBe((a - b).toString());
        expect((x.times(y) as Exact).value.toFixed()).toBe((a * b).toString());
      }),
    );
  });

  test('e^x − 1 and ln(1 + x) keep 34 digits, however near to zero', () => {
    const Wide = Shared.clone({ precision: 420 });
    const sizes = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -300, max: 2 }));
    fc.assert(
      fc.property(sizes, ([digits, power]) => {
        const x = new Wide(`${digits}e${power - 6}`);
        const same = (got: Num, expected: Shared): boolean =>
          new Wide((got as Exact).value).minus(expected).abs().lte(expected.abs().times('1e-33'));
        expect(same(m.expm1(n(x.toString())), x.exp().minus(1))).toBe(true);
        if (x.gt(-1)) expect(same(m.log1p(n(x.toString())), x.plus(1).ln())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('the logarithm undoes the exponential', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700, max: 700 }), (k) => {
        const back = (m.ln(m.exp(k / 10)) as Exact).value.minus(new Decimal(k).div(10)).abs();
        expect(back.lte('1e-31')).toBe(true);
      }),
    );
  });
});

describe('the larger, the smaller, the one or the other', () => {
  test.each<[string, Num, string]>([
    ['the larger', m.max(2, 3), '3'],
    ['the larger of two numbers', m.max(n(-2), n(-3)), '-2'],
    ['the smaller', m.min(2, n(3)), '2'],
    ['at least', m.when(n(2).atLeast(2), 1, 0), '1'],
    ['not above', m.when(n(2).above(2), 1, 0), '0'],
    ['above', m.when(n(2.0000001).above(2), n(5), 0), '5'],
    ['not at least', m.when(n(1.9999999).atLeast(2), 1, n(7)), '7'],
  ])('%s', (_what, x, expected) => {
    expect(shown(x)).toBe(expected);
  });
});

describe('a fault', () => {
  test('of a division names the line it happens in and what it divides by', () => {
    const net = m.step('net_revenue', named('fixed_fee', 0).plus(0));
    const margin = m.step('ebit_margin', n(1).div(net));
    expect(faultOf(margin)).toEqual({
      code: '#DIV/0!',
      sentence: 'divides by net_revenue, which is 0',
      line: 'ebit_margin',
    });
  });

  test.each<[string, Num, string]>([
    ['an input by its name', n(1).div(named('token_spend', 0)), 'divides by token_spend, which is 0'],
    ['an unnamed difference', n(1).div(n(2).minus(2)), 'divides by a difference, which is 0'],
    ['nought over nought', n(0).div(named('revenue', 0)), 'divides by revenue, which is 0'],
  ])('tells %s', (_what, x, sentence) => {
    expect(faultOf(x)).toEqual({ code: '#DIV/0!', sentence });
  });

  test('keeps the first line it was named in', () => {
    const ratio = m.step('ratio', IMPOSSIBLE);
    expect(faultOf(m.step('total', ratio.plus(1)))!.line).toBe('ratio');
  });

  test('travels through every operation, from either side', () => {
    const from = (x: Num): Exact['fault'] => faultOf(x);
    const why = faultOf(IMPOSSIBLE)!;
    const results = [
      ...(['plus', 'minus', 'times', 'div', 'pow'] as const).flatMap((op) => [IMPOSSIBLE[op](2), n(2)[op](IMPOSSIBLE)]),
      IMPOSSIBLE.pow(0),
      IMPOSSIBLE.times(0),
      IMPOSSIBLE.div(0),
      m.max(IMPOSSIBLE, 1),
      m.max(1, IMPOSSIBLE),
      m.min(IMPOSSIBLE, 1),
      m.min(1, IMPOSSIBLE),
      m.exp(IMPOSSIBLE),
      m.expm1(IMPOSSIBLE),
      m.log1p(IMPOSSIBLE),
      m.sum([1, IMPOSSIBLE, 2]),
      m.when(IMPOSSIBLE.above(0), 1, 2),
      m.when(n(0).atLeast(IMPOSSIBLE), 1, 2),
      m.when(n(1).above(0), IMPOSSIBLE, 2),
    ];
    for (const result of results) {
      expect(from(result)).toEqual(why);
      expect((result as Exact).value.isNaN()).toBe(true);
    }
  });

  test('of the first operand is the one that is told', () => {
    const none = m.none('no answer');
    expect(faultOf(IMPOSSIBLE.plus(none))!.code).toBe('#DIV/0!');
    expect(faultOf(none.plus(IMPOSSIBLE))!.code).toBe('#N/A');
  });

  test('in the branch that is not taken does not matter', () => {
    expect(shown(m.when(n(1).above(0), 5, IMPOSSIBLE))).toBe('5');
    expect(shown(m.when(n(0).above(0), IMPOSSIBLE, 6))).toBe('6');
    expect(shown(m.when(n(0).above(0), m.none('never asked'), 6))).toBe('6');
  });

  test('that is an answer ("none") is told as written, without a line', () => {
    const none = m.step('required_share', m.none('no share reaches {target_margin}'));
    expect(faultOf(none)).toEqual({ code: '#N/A', sentence: 'no share reaches {target_margin}', line: '' });
  });
});

describe('powers, exponentials and logarithms without a value', () => {
  test.each<[string, Num, string, string]>([
    ['too large a power', n(10).pow(400), '#NUM!', 'a power has no finite value for these inputs'],
    [
      'too small a base for so negative a power',
      n(0.1).pow(-400),
      '#NUM!',
      'a power has no finite value for these inputs',
    ],
    [
      'a root of a negative number',
      n(-8).pow(0.5),
      '#NUM!',
      'a line of this calculation has no finite value for these inputs',
    ],
    ['a negative power of nothing', named('growth', 0).pow(-1), '#DIV/0!', 'divides by growth, which is 0'],
    ['too large an exponential', m.exp(1000), '#NUM!', 'an exponential has no finite value for these inputs'],
    ['too large an exponential less 1', m.expm1(1000), '#NUM!', 'an exponential has no finite value for these inputs'],
    ['the logarithm of 1 less 1', m.log1p(-1), '#NUM!', 'a logarithm has no finite value for these inputs'],
    ['the logarithm of nothing', m.ln(0), '#NUM!', 'a logarithm has no finite value for these inputs'],
    ['the logarithm of a loss', m.ln(-1), '#NUM!', 'a logarithm has no finite value for these inputs'],
  ])('%s', (_what, x, code, sentence) => {
    expect(faultOf(x)).toEqual({ code, sentence });
  });

  test.each<[string, Num, string]>([
    ['a power that vanishes', n(10).pow(-400), '0'],
    ['an exponential that vanishes', m.exp(-1000), '0'],
    ['an exponential that vanishes, less 1', m.expm1(-1000), '-1'],
    ['nothing to a power', n(0).pow(2), '0'],
    ['anything to the power 0', n(7).pow(0), '1'],
    ['anything to a power of minus nothing', n(0).pow(n(0).times(-1)), '1'],
    ['a negative number to a whole power', n(-2).pow(3), '-8'],
    ['1 to a large power', n(1).pow(1e9), '1'],
  ])('%s', (_what, x, expected) => {
    expect(shown(x)).toBe(expected);
    expect(faultOf(x)).toBeUndefined();
  });
});

test('the working is told line by line, in order, with the names of the lines', () => {
  const lines: [string, string][] = [];
  const working = exact((name, x) => lines.push([name, x.value.toString()]));
  const net = working.step('net_revenue', working.num(0.7).plus(0.675));
  working.step('ebit_margin', working.num(0.75625).div(net));
  expect(lines).toEqual([
    ['net_revenue', '1.375'],
    ['ebit_margin', '0.55'],
  ]);
});
