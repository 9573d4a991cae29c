import { exact, type Exact } from './exact';
import { expm1NearZero, log1pNearZero, NEAR_ZERO } from './near-zero';
import type { Num } from './num';
import { added, chosen, computed, LOOSE, GIVEN, SIGNED, subtracted, type Known, type Trust } from './trust';
import { ANY, either, negative, product, reciprocal, rising, sum, type Range } from './range';

type Column = Float64Array;
type Kernel = (out: Column, n: number, ...operands: Column[]) => void;

/** How a language writes an operation: a sign between two operands, or a text of them. */
export type Form = string | ((...operands: string[]) => string);

/**
 * All that an operation is, for everything that Excel loads. What is printed elsewhere (TeX, SQL, kernels) has a table
 * over the same names in formula/print.
 */
export interface OperationRow {
  /** in decimals; a test is 1 or 0 */
  readonly exact: (...x: Exact[]) => Num;
  /** in doubles; NaN stands for "no value", as a fault does in decimals */
  readonly double: (...x: number[]) => number;
  /** in n rows of doubles */
  readonly column: Kernel;
  /** the operand on that side which changes nothing */
  readonly neutral?: { readonly right: number; readonly left?: number };
  /** between which numbers it lies */
  readonly range: (...x: Range[]) => Range;
  /** how far doubles of it are to be trusted */
  readonly trust: (...x: Known[]) => Trust;
  /** as Excel 2021 and Microsoft 365 know it */
  readonly excel: Form;
  /** as one would read it out */
  readonly words: Form;
}

const TEST: Range = { low: 0, high: 1 };

const VALUE = exact();

/** A double that overflows has no value: 1/∞ would pass for 0. */
export const finite = (x: number): number => (Number.isFinite(x) ? x : NaN);

/** In JavaScript NaN to the power 0 is 1. */
const pow = (base: number, exponent: number): number => (Number.isNaN(base) ? NaN : finite(Math.pow(base, exponent)));
const div = (a: number, b: number): number => finite(a / b);
const exp = (a: number): number => finite(Math.exp(a));
const expm1 = (a: number): number => finite(Math.expm1(a));
const ln = (a: number): number => finite(Math.log(a));
const log1p = (a: number): number => finite(Math.log1p(a));
const atLeast = (a: number, b: number): number => (a >= b ? 1 : a < b ? 0 : NaN);
const above = (a: number, b: number): number => (a > b ? 1 : a <= b ? 0 : NaN);
const when = (test: number, a: number, b: number): number => (test === 1 ? a : test === 0 ? b : NaN);

/** Named once, however often a form repeats it. */
const once = (argument: string, form: (x: string) => string): string => `LET(x_,${argument},${form('x_')})`;

const rows = {
  plus: {
    exact: (a, b) => a.plus(b),
    double: (a, b) => a + b,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = a[i]! + b[i]!;
    },
    neutral: { right: 0, left: 0 },
    range: sum,
    trust: added,
    excel: '+',
    words: ' + ',
  },
  minus: {
    exact: (a, b) => a.minus(b),
    double: (a, b) => a - b,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = a[i]! - b[i]!;
    },
    neutral: { right: 0 },
    range: (a, b) => sum(a, negative(b)),
    trust: subtracted,
    excel: '-',
    words: ' − ',
  },
  times: {
    exact: (a, b) => a.times(b),
    double: (a, b) => a * b,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = a[i]! * b[i]!;
    },
    neutral: { right: 1, left: 1 },
    range: product,
    trust: computed,
    excel: '*',
    words: ' × ',
  },
  div: {
    exact: (a, b) => a.div(b),
    double: div,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = div(a[i]!, b[i]!);
    },
    neutral: { right: 1 },
    range: (a, b) => product(a, reciprocal(b)),
    trust: computed,
    excel: '/',
    words: ' ÷ ',
  },
  pow: {
    exact: (a, b) => a.pow(b),
    double: pow,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = pow(a[i]!, b[i]!);
    },
    neutral: { right: 1 },
    range: (a) => (a.low >= 0 ? { low: 0, high: Infinity } : ANY),
    trust: computed,
    excel: (a, b) => `POWER(${a},${b})`,
    words: (a, b) => `(${a}) to the power ${b}`,
  },
  max: {
    exact: (a, b) => VALUE.max(a, b),
    double: (a, b) => Math.max(a, b),
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = Math.max(a[i]!, b[i]!);
    },
    range: rising(Math.max),
    trust: chosen,
    excel: (a, b) => `MAX(${a},${b})`,
    words: (a, b) => `the larger of (${a}) and (${b})`,
  },
  min: {
    exact: (a, b) => VALUE.min(a, b),
    double: (a, b) => Math.min(a, b),
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = Math.min(a[i]!, b[i]!);
    },
    range: rising(Math.min),
    trust: chosen,
    excel: (a, b) => `MIN(${a},${b})`,
    words: (a, b) => `the smaller of (${a}) and (${b})`,
  },
  exp: {
    exact: (a) => VALUE.exp(a),
    double: exp,
    column: (o, n, a) => {
      for (let i = 0; i < n; i++) o[i] = exp(a[i]!);
    },
    range: rising(exp),
    trust: computed,
    excel: (a) => `EXP(${a})`,
    words: (a) => `e to the power (${a})`,
  },
  expm1: {
    exact: (a) => VALUE.expm1(a),
    double: expm1,
    column: (o, n, a) => {
      for (let i = 0; i < n; i++) o[i] = expm1(a[i]!);
    },
    range: rising(expm1),
    trust: computed,
    excel: (a) => once(a, (x) => `IF(ABS(${x})<${NEAR_ZERO},${expm1NearZero(x)},EXP(${x})-1)`),
    words: (a) => `(e to the power (${a}), less 1)`,
  },
  ln: {
    exact: (a) => VALUE.ln(a),
    double: ln,
    column: (o, n, a) => {
      for (let i = 0; i < n; i++) o[i] = ln(a[i]!);
    },
    range: rising(ln),
    trust: (a) => (a.trust === GIVEN ? SIGNED : LOOSE),
    excel: (a) => `LN(${a})`,
    words: (a) => `the natural logarithm of (${a})`,
  },
  log1p: {
    exact: (a) => VALUE.log1p(a),
    double: log1p,
    column: (o, n, a) => {
      for (let i = 0; i < n; i++) o[i] = log1p(a[i]!);
    },
    range: rising(log1p),
    trust: computed,
    excel: (a) => once(a, (x) => `IF(ABS(${x})<${NEAR_ZERO},${log1pNearZero(x)},LN(1+${x}))`),
    words: (a) => `the natural logarithm of (1 + ${a})`,
  },
  atLeast: {
    exact: (a, b) => VALUE.when(a.atLeast(b), 1, 0),
    double: atLeast,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = atLeast(a[i]!, b[i]!);
    },
    range: () => TEST,
    trust: computed,
    excel: (a, b) => `${a}>=${b}`,
    words: (a, b) => `${a} is at least ${b}`,
  },
  above: {
    exact: (a, b) => VALUE.when(a.above(b), 1, 0),
    double: above,
    column: (o, n, a, b) => {
      for (let i = 0; i < n; i++) o[i] = above(a[i]!, b[i]!);
    },
    range: () => TEST,
    trust: computed,
    excel: (a, b) => `${a}>${b}`,
    words: (a, b) => `${a} is above ${b}`,
  },
  when: {
    exact: (test, a, b) => VALUE.when(test.above(0), a, b),
    double: when,
    column: (o, n, test, a, b) => {
      for (let i = 0; i < n; i++) o[i] = when(test[i]!, a[i]!, b[i]!);
    },
    range: (_test, a, b) => either(a, b),
    trust: (_test, a, b) => chosen(a, b),
    excel: (test, a, b) => `IF(${test},${a},${b})`,
    words: (test, a, b) => `(if ${test}: ${a}, else ${b})`,
  },
  sum: {
    exact: (...xs) => VALUE.sum(xs),
    double: (...xs) => xs.reduce((total, x) => total + x, 0),
    column: (o, n, first, ...more) => {
      if (first) o.set(first.subarray(0, n));
      else o.fill(0, 0, n);
      for (const x of more) for (let i = 0; i < n; i++) o[i]! += x[i]!;
    },
    range: sum,
    trust: added,
    excel: (...terms) => (terms.length === 0 ? '0' : `SUM(${terms.join(',')})`),
    words: (...terms) => `the sum of ${terms.map((term) => `(${term})`).join(', ')}`,
  },
} satisfies Readonly<Record<string, OperationRow>>;

/** What is done to numbers. */
export type Operation = keyof typeof rows;
export const OPERATIONS: Readonly<Record<Operation, OperationRow>> = rows;
