/** The sql reading judged by databases: what DuckDB and PostgreSQL compute is what a cell shows. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Definition } from '../../src/catalogue/define';
import type { SqlDialect } from '../../src/formula/print/sql/query';
import { hasRate } from '../catalogue/random';
import { describeWhere } from '../only-where';
import { postgresFolder, startPostgres, type Postgres } from './postgres';
import { noInputs, noValues, query, scenariosOf } from './queries';
import { disagreements, linesOf, scalars, tables } from './scenarios';

/** Scenarios of a function: plausible ones, round numbers that meet each other, and rates near zero. */
const SCENARIOS = { plausible: 1000, round: 500, near_zero: 200 };

const shapes = new Map(scalars.map(([name, definition]) => [name, scenariosOf(definition, SCENARIOS)]));

const numbers = (column: readonly unknown[]): (number | null)[] => column.map((x) => (x === null ? null : Number(x)));

/** Every scenario of a function on one engine; `column` answers queries with the column they have, one after the other. */
async function agrees(
  definition: Definition,
  dialect: SqlDialect,
  column: (queries: readonly string[]) => Promise<readonly unknown[]> | readonly unknown[],
): Promise<void> {
  const own = shapes.get(definition.name)!;
  const asked = own.map((shape) => query(definition, shape, dialect));
  const got = numbers(await column(asked.filter((text) => text !== undefined)));
  const wrong = own.flatMap((shape, i) =>
    disagreements(definition, shape, asked[i] === undefined ? [] : got.splice(0, shape.rows.length)),
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(got).toEqual([]);
  const { plausible, round, near_zero } = SCENARIOS;
  expect(own.flatMap(({ rows }) => rows)).toHaveLength(plausible + round + (hasRate(definition) ? near_zero : 0));
  expect(own.flatMap(({ values }) => values).filter((value) => value !== null).length).toBeGreaterThan(0);
}

const toTwelveDigits = (x: number | null): number | null => (x === null ? null : Number(x.toPrecision(12)));

describe('DuckDB agrees with the cell on 1,000 scenarios and more', () => {
  let connection: DuckDBConnection;
  const column = async (queries: readonly string[]): Promise<unknown[]> => {
    const results: unknown[] = [];
    for (const text of queries) results.push(...(await connection.runAndReadAll(text)).getColumns()[0]!);
    return results;
  };
  beforeAll(async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
      throw new Error('@duckdb/node-api, which judges the sql reading, is not installed: run npm install.');
    });
    connection = await (await DuckDBInstance.create()).connect();
  });
  afterAll(() => connection.closeSync());

  test.each(scalars)('%s', (_name, definition) => agrees(definition, 'duckdb', column));

  test.each(tables)('every line of %s', async (_name, table) => {
    for (const { line, shape } of linesOf(table, 1000)) {
      const got = numbers(await column([query(line, shape, 'duckdb')!]));
      expect(disagreements(line, shape, got).slice(0, 3)).toEqual([]);
    }
  });

  test('what is no input has no value', async () => {
    expect(numbers(await column([noInputs('duckdb')])).map(toTwelveDigits)).toEqual(noValues.map(toTwelveDigits));
  });
});

const folder = postgresFolder();
describeWhere(folder !== undefined, 'PostgreSQL is not on this machine')(
  'PostgreSQL agrees with the cell on 1,000 scenarios and more',
  () => {
    let postgres: Postgres;
    const column = (queries: readonly string[]): unknown[] => postgres.rows(queries.join(';\n')).map(([x]) => x!);
    beforeAll(async () => {
      postgres = await startPostgres(folder!);
    });
    afterAll(() => postgres.stop());

    test.each(scalars)('%s', (_name, definition) => agrees(definition, 'postgres', column));

    test('what is no input has no value', () => {
      expect(numbers(column([noInputs('postgres')])).map(toTwelveDigits)).toEqual(noValues.map(toTwelveDigits));
    });
  },
);
