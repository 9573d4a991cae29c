/**
 * An operation that some reading does not know, and a dialect that leaves a question open: `npm run typecheck` fails if
 * any of these compiles. Nothing here runs.
 */
import type { Op } from '../../src/formula/expression';
import { OPERATIONS, type Operation, type OperationRow } from '../../src/formula/operations';
import { RANK } from '../../src/formula/print/brackets';
import type { Dialect } from '../../src/formula/print/sql/dialect';
import { duckdb } from '../../src/formula/print/sql/dialects/duckdb';
import { FORMS } from '../../src/formula/print/sql/forms';

const { plus } = OPERATIONS;
const without = <T extends object, K extends keyof T>(whole: T, left: K): Omit<T, K> => ({
  ...whole,
  [left]: undefined,
});

// As they should be.
plus satisfies OperationRow;
duckdb satisfies Dialect;

// @ts-expect-error an operation without a kernel
without(plus, 'column') satisfies OperationRow;

// @ts-expect-error an operation without decimals
without(plus, 'exact') satisfies OperationRow;

// @ts-expect-error an operation that Excel cannot write
without(plus, 'excel') satisfies OperationRow;

// @ts-expect-error an operation whose brackets are not known
without(RANK, 'plus') satisfies Readonly<Record<Op, number>>;

// @ts-expect-error an operation without SQL
without(FORMS, 'plus') satisfies Readonly<Record<Operation, unknown>>;

// @ts-expect-error a dialect that does not say what its GREATEST makes of NULL
without(duckdb, 'ignoresNull') satisfies Dialect;

// @ts-expect-error a dialect that does not say what it does beyond the largest double
without(duckdb, 'raisesOverflow') satisfies Dialect;
