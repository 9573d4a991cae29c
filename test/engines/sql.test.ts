/** The sql reading judged by databases: what DuckDB and PostgreSQL compute is what a cell shows. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier } from '../../src/formula/print/sql/dialect';
import { DIALECTS } from '../../src/formula/print/sql/dialects';
import { describeWhere } from '../only-where';
import { agrees, asked, numbers, type Ask, type Asked } from './asked';
import { noInputs, noValues, toTwelveDigits } from './no-inputs';
import { postgresFolder, startPostgres, type Postgres } from './postgres';
import { disagreements, linesOf, scalars, tables, type Shape } from './scenarios';

/** Of each function: plausible ones, round numbers that meet each other, and rates near zero. */
const SCENARIOS = { plausible: 1000, round: 500, near_zero: 200 };

describe('DuckDB agrees with the cell on 1,000 scenarios and more', () => {
  let connection: DuckDBConnection;
  const column = async (text: string): Promise<unknown[]> => [
    ...(await connection.runAndReadAll(text)).getColumns()[0]!,
  ];
  const load = async ({ table, columns, rows }: Asked): Promise<void> => {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${table} (${columns.map((name) => `${name} DOUBLE`).join(', ')})`,
    );
    const appender = await connection.createAppender(table);
    for (const row of rows) {
      for (const x of row) appender.appendDouble(x);
      appender.endRow();
    }
    appender.closeSync();
  };
  const ask: Ask = async (all) => {
    const results: unknown[] = [];
    for (const each of all) {
      await load(each);
      results.push(...(await column(each.text)));
    }
    return results;
  };
  beforeAll(async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
      throw new Error('@duckdb/node-api, which judges the sql reading, is not installed: run npm install.');
    });
    connection = await (await DuckDBInstance.create()).connect();
  });
  afterAll(() => connection.closeSync());

  test.each(scalars)('%s', (_name, definition) => agrees(definition, 'duckdb', ask, SCENARIOS));

  test.each(tables)('every line of %s', async (_name, table) => {
    let loaded: Shape['rows'] | undefined;
    for (const { line, shape } of linesOf(table, 1000)) {
      const one = asked(line, shape, 'duckdb');
      // The lines of a table are asked of the same scenarios.
      if (shape.rows !== loaded) await load(one);
      loaded = shape.rows;
      expect(disagreements(line, shape, numbers(await column(one.text))).slice(0, 3)).toEqual([]);
    }
  });

  test('words that it keeps for itself are quoted', async () => {
    const kept = await column("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'");
    expect(kept).toContain('order');
    expect((kept as string[]).filter((word) => identifier(word, DIALECTS.duckdb) === word)).toEqual([]);
  });

  test('what is no input has no value', async () => {
    expect(numbers(await column(noInputs('duckdb'))).map(toTwelveDigits)).toEqual(noValues.map(toTwelveDigits));
  });
});

const folder = postgresFolder();
describeWhere(folder !== undefined, 'PostgreSQL is not on this machine')(
  'PostgreSQL agrees with the cell on 1,000 scenarios and more',
  () => {
    let postgres: Postgres;
    const load = ({ table, columns, rows }: Asked): string =>
      [
        `CREATE TEMP TABLE ${table} (${columns.map((name) => `${name} DOUBLE PRECISION`).join(', ')});`,
        `COPY ${table} FROM STDIN;`,
        ...rows.map((row) => row.join('\t')),
        '\\.',
      ].join('\n');
    const column = (script: string): (string | null)[] => postgres.rows(script).map(([x]) => x!);
    const ask: Ask = (all) => column(all.map((each) => `${load(each)}\n${each.text};`).join('\n'));
    beforeAll(async () => {
      postgres = await startPostgres(folder!);
    });
    afterAll(() => postgres.stop());

    test.each(scalars)('%s', (_name, definition) => agrees(definition, 'postgres', ask, SCENARIOS));

    test('words that it keeps for itself are quoted', () => {
      const kept = column("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T');");
      expect(kept).toContain('order');
      expect(kept.filter((word) => identifier(word!, DIALECTS.postgres) === word)).toEqual([]);
    });

    test('what is no input has no value', () => {
      expect(numbers(column(noInputs('postgres'))).map(toTwelveDigits)).toEqual(noValues.map(toTwelveDigits));
    });
  },
);
