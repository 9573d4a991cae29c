/** Scenarios of every function as queries of a dialect, with the scenarios in their text, for any engine to run. */
import type { Definition } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { DIALECTS } from '../../src/formula/print/sql/dialects';
import type { SqlDialect } from '../../src/formula/print/sql/query';
import { asked, columnOf } from './asked';
import type { Shape } from './scenarios';

/** A scenario of the shape again and again, each time with another input blank: none of them has a value. */
export function blanksOf(shape: Shape): Shape {
  const row = shape.rows[shape.values.findIndex((value) => value !== null)] ?? shape.rows[0]!;
  const rows = row.map((_, blank) => row.map((x, i) => (i === blank ? NaN : x)));
  return { ...shape, rows, values: rows.map(() => null) };
}

/** The scenarios as a table in the text of a query; not a number is written as a blank. */
export function valuesOf(shape: Shape, dialect: SqlDialect): string {
  const { double } = DIALECTS[dialect];
  const cell = (x: number): string => `CAST(${Number.isNaN(x) ? 'NULL' : x} AS ${double})`;
  const names = ['scenario', ...shape.paths.map(columnOf)];
  const rows = shape.rows.map((row, i) => `(${[i, ...row.map(cell)].join(', ')})`);
  return `(VALUES ${rows.join(', ')}) AS scenarios(${names.join(', ')})`;
}

/** The results by scenario, which stand in the text unless a table holds them. Undefined: none of them has a value. */
export function query(
  definition: Definition,
  shape: Shape,
  dialect: SqlDialect,
  table = valuesOf(shape, dialect),
): string | undefined {
  try {
    return asked(definition, shape, dialect, table).text;
  } catch (problem) {
    if (problem instanceof Problem && shape.values.every((value) => value === null)) return undefined;
    throw problem;
  }
}
