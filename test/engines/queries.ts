/** Scenarios of every function as queries of a dialect, with the scenarios in their text, for any engine to run. */
import type { Definition } from '../../src/catalogue/define';
import { inputsWith } from '../../src/catalogue/inputs';
import { parsePath, printColumn, printResult } from '../../src/catalogue/path';
import { Problem } from '../../src/catalogue/problem';
import { sqlOf } from '../../src/catalogue/readings';
import { DIALECTS } from '../../src/formula/print/sql/dialects';
import type { SqlDialect } from '../../src/formula/print/sql/query';
import { atEdges, hasRate, ratesNearZero, roundNumbers } from '../catalogue/random';
import { catalogue } from '../functions/cell';
import { shapesOf, type Shape } from './scenarios';

/** How many scenarios of each kind a function has: plausible ones, round numbers that meet each other, and so on. */
export interface Counts {
  readonly plausible: number;
  readonly round?: number;
  /** only of functions that have a rate */
  readonly near_zero?: number;
  /** every number at one end of its range */
  readonly edge?: number;
}

export const scenariosOf = (
  definition: Definition,
  { plausible, round = 0, near_zero = 0, edge = 0 }: Counts,
): Shape[] => [
  ...shapesOf(definition, plausible),
  ...shapesOf(definition, round, roundNumbers),
  ...(hasRate(definition) ? shapesOf(definition, near_zero, ratesNearZero) : []),
  ...shapesOf(definition, edge, atEdges),
];

const columnOf = (path: string): string => printColumn(parsePath(path)!);

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

/** The results by scenario. Undefined: no scenario of this shape has a value. */
export function query(
  definition: Definition,
  shape: Shape,
  dialect: SqlDialect,
  table = valuesOf(shape, dialect),
): string | undefined {
  const columns = [{ name: 'scenario' }, ...shape.paths.map((path) => ({ name: columnOf(path), path }))];
  try {
    const text = sqlOf(definition, shape.inputs, { table, columns }, dialect);
    return `SELECT ${printResult(definition.name)} FROM (${text}) AS results ORDER BY scenario`;
  } catch (problem) {
    if (problem instanceof Problem) return undefined;
    throw problem;
  }
}

/** What is no input: each of these rows has no value, and stops no query. */
const NO_INPUTS: readonly (readonly [what: string, token_spend: string, infra_cogs: string])[] = [
  ['blank', 'NULL', '0.55'],
  ['below the range', '-1', '0.55'],
  ['above the range', '1000001', '0.55'],
  ['not a number', "'NaN'", '0.55'],
  ['infinite', "'Infinity'", '0.55'],
  ['beyond every product', '1E300', '1E300'],
  ['no revenue to divide by', '0', '0'],
];

/** The margin of each of them, and of one scenario more that has a value. */
export function noInputs(dialect: SqlDialect): string {
  const definition = catalogue.find('TAAS_MARGIN');
  const cell = (text: string): string => `CAST(${text} AS ${DIALECTS[dialect].double})`;
  const rows = [...NO_INPUTS.map(([, ...row]) => row), ['2', '0.55']].map(
    (row, i) => `(${[i, ...row.map(cell)].join(', ')})`,
  );
  const table = `(VALUES ${rows.join(', ')}) AS scenarios(scenario, token_spend, infra_cogs)`;
  const columns = [{ name: 'scenario' }, ...['token_spend', 'infra_cogs'].map((name) => ({ name, path: name }))];
  const text = sqlOf(definition, inputsWith(definition, [['fixed_fee', 0]]), { table, columns }, dialect);
  return `SELECT taas_margin FROM (${text}) AS results ORDER BY scenario`;
}

export const noValues: readonly (number | null)[] = [...NO_INPUTS.map(() => null), (0.675 * 0.95 - 0.55) / 0.675];
