/** Scenarios of every function that answers one number, asked of an engine in its dialect, and held to the cell. */
import type { Definition } from '../../src/catalogue/define';
import { parsePath, printColumn, printResult } from '../../src/catalogue/path';
import { sqlOf } from '../../src/catalogue/readings';
import type { SqlDialect } from '../../src/formula/print/sql/query';
import { atEdges, hasRate, ratesNearZero, roundNumbers } from '../catalogue/random';
import { disagreements, shapesOf, type Shape } from './scenarios';

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

const made = new Map<string, Shape[]>();

/** So many of each kind, made once for all engines. */
function shapesFor(definition: Definition, scenarios: Counts): Shape[] {
  const key = `${definition.name} ${JSON.stringify(scenarios)}`;
  const known = made.get(key) ?? scenariosOf(definition, scenarios);
  made.set(key, known);
  return known;
}

export const columnOf = (path: string): string => printColumn(parsePath(path)!);

/** A table of scenarios, numbered, the query of a function on it, and that of its result alone. */
export interface Asked {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly query: string;
  readonly text: string;
}

/** Answers each with the column that it has, one after the other. */
export type Ask = (asked: readonly Asked[]) => Promise<readonly unknown[]> | readonly unknown[];

/** What is asked of a shape. */
export function asked(
  definition: Definition,
  { paths, rows, inputs }: Shape,
  dialect: SqlDialect,
  table = 'scenarios',
): Asked {
  const columns = [{ name: 'scenario' }, ...paths.map((path) => ({ name: columnOf(path), path }))];
  const query = sqlOf(definition, inputs, { table, columns }, dialect);
  return {
    table,
    columns: columns.map(({ name }) => name),
    rows: rows.map((row, i) => [i, ...row]),
    query,
    text: `SELECT ${printResult(definition.name)} FROM (${query}) AS results ORDER BY scenario`,
  };
}

export const numbers = (column: readonly unknown[]): (number | null)[] =>
  column.map((x) => (x === null ? null : Number(x)));

/** Every scenario of a function on one engine. */
export async function agrees(definition: Definition, dialect: SqlDialect, ask: Ask, scenarios: Counts): Promise<void> {
  const own = shapesFor(definition, scenarios);
  const got = numbers(await ask(own.map((shape, i) => asked(definition, shape, dialect, `scenarios_${i}`))));
  const { plausible, round = 0, near_zero = 0, edge = 0 } = scenarios;
  expect(got).toHaveLength(plausible + round + edge + (hasRate(definition) ? near_zero : 0));
  let from = 0;
  const wrong = own.flatMap((shape) => disagreements(definition, shape, got.slice(from, (from += shape.rows.length))));
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(from).toBe(got.length);
  expect(got.filter((value) => value !== null).length).toBeGreaterThan(0);
}
