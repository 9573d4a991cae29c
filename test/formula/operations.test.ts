/** What each operation does to doubles: one number at a time, and a column of them. */
import { OPERATIONS, type Operation } from '../../src/formula/operations';

const DOUBLES: readonly (readonly [op: Operation, operands: readonly number[], result: number])[] = [
  ['plus', [1, 2], 3],
  ['minus', [1, 2], -1],
  ['times', [3, 2], 6],
  ['div', [3, 2], 1.5],
  ['div', [3, 0], NaN],
  ['div', [0, 0], NaN],
  ['pow', [2, 10], 1024],
  ['pow', [0, -1], NaN],
  ['pow', [-8, 0.5], NaN],
  ['pow', [NaN, 0], NaN],
  ['pow', [10, 400], NaN],
  ['pow', [10, -400], 0],
  ['max', [1, 2], 2],
  ['max', [NaN, 2], NaN],
  ['min', [1, 2], 1],
  ['min', [1, NaN], NaN],
  ['exp', [0], 1],
  ['exp', [1000], NaN],
  ['exp', [-1000], 0],
  ['ln', [1], 0],
  ['ln', [0], NaN],
  ['ln', [-1], NaN],
  ['ln', [NaN], NaN],
  ['expm1', [1e-17], 1e-17],
  ['expm1', [1000], NaN],
  ['expm1', [-1000], -1],
  ['log1p', [1e-17], 1e-17],
  ['log1p', [-1], NaN],
  ['log1p', [-2], NaN],
  ['atLeast', [2, 2], 1],
  ['atLeast', [1, 2], 0],
  ['atLeast', [NaN, 2], NaN],
  ['above', [2, 2], 0],
  ['above', [3, 2], 1],
  ['above', [2, NaN], NaN],
  ['when', [1, 5, NaN], 5],
  ['when', [0, NaN, 6], 6],
  ['when', [NaN, 5, 6], NaN],
  ['sum', [], 0],
  ['sum', [1, 2, 3], 6],
  ['sum', [1, NaN], NaN],
];

test('every operation is here', () => {
  expect(new Set(DOUBLES.map(([op]) => op))).toEqual(new Set(Object.keys(OPERATIONS)));
});

test.each(DOUBLES)('%s of %j is %d', (op, operands, result) => {
  expect(OPERATIONS[op].double(...operands)).toBe(result);
});

/** Two rows of a kernel; a third is there to be left alone. */
const twoRows = (kernel: (out: Float64Array, n: number) => void): number[] => {
  const out = new Float64Array(3).fill(9);
  kernel(out, 2);
  return [...out];
};
const column = (x: number): Float64Array => new Float64Array(3).fill(x);

test.each(DOUBLES)('%s of columns of %j is a column of %d', (op, operands, result) => {
  const rows = twoRows((out, n) => OPERATIONS[op].column(out, n, ...operands.map(column)));
  expect(rows).toEqual([result, result, 9]);
});
