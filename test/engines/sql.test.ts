/** The sql reading judged by databases: what DuckDB and PostgreSQL compute is what a cell shows. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Definition } from '../../src/catalogue/define';
import { inputsWith } from '../../src/catalogue/inputs';
import { parsePath, printColumn, printResult } from '../../src/catalogue/path';
import { sqlOf } from '../../src/catalogue/readings';
import type { SqlDialect } from '../../src/formula/print/sql/query';
import { hasRate, ratesNearZero, roundNumbers } from '../catalogue/random';
import { catalogue } from '../functions/cell';
import { describeWhere } from '../only-where';
import { postgresFolder, startPostgres, type Postgres } from './postgres';
import { disagreements, linesOf, scalars, shapesOf, tables, type Shape } from './scenarios';

/** Scenarios of a function: plausible ones, round numbers that meet each other, and rates near zero. */
const SCENARIOS = { plausible: 1000, round: 500, near_zero: 200 };

/** By function, made when the first engine asks for them. */
const shapes = new Map(
  scalars.map(([name, definition]) => {
    let made: Shape[] | undefined;
    const shapesOfIt = (): Shape[] =>
      (made ??= [
        ...shapesOf(definition, SCENARIOS.plausible),
        ...shapesOf(definition, SCENARIOS.round, roundNumbers),
        ...(hasRate(definition) ? shapesOf(definition, SCENARIOS.near_zero, ratesNearZero) : []),
      ]);
    return [name, shapesOfIt] as const;
  }),
);

const columnOf = (path: string): string => printColumn(parsePath(path)!);

/** A table of scenarios, numbered, and a query of one column on it. */
interface Asked {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly text: string;
}

/** Answers each with the column that it has, one after the other. */
type Ask = (asked: readonly Asked[]) => Promise<readonly unknown[]> | readonly unknown[];

/** What is asked of a shape. */
function asked(
  definition: Definition,
  { paths, rows, inputs }: Shape,
  dialect: SqlDialect,
  table = 'scenarios',
): Asked {
  const columns = [{ name: 'scenario' }, ...paths.map((path) => ({ name: columnOf(path), path }))];
  const text = sqlOf(definition, inputs, { table, columns }, dialect);
  return {
    table,
    columns: columns.map(({ name }) => name),
    rows,
    text: `SELECT ${printResult(definition.name)} FROM (${text}) AS results ORDER BY scenario`,
  };
}

const numbers = (column: readonly unknown[]): (number | null)[] => column.map((x) => (x === null ? null : Number(x)));

/** Every scenario of a function on one engine. */
async function agrees(definition: Definition, dialect: SqlDialect, ask: Ask): Promise<void> {
  const own = shapes.get(definition.name)!();
  const got = numbers(await ask(own.map((shape, i) => asked(definition, shape, dialect, `scenarios_${i}`))));
  const { plausible, round, near_zero } = SCENARIOS;
  expect(got).toHaveLength(plausible + round + (hasRate(definition) ? near_zero : 0));
  let from = 0;
  const wrong = own.flatMap((shape) => disagreements(definition, shape, got.slice(from, (from += shape.rows.length))));
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(from).toBe(got.length);
  expect(got.filter((value) => value !== null).length).toBeGreaterThan(0);
}

/** What is no input: each of these rows has no value, and stops no query. */
const NO_INPUTS: readonly (readonly [what: string, token_spend: string, infra_cogs: string])[] = [
  ['blank', 'NULL', '0.55'],
  ['below the range', '-1', '0.55'],
  ['above the range', '1000001', '0.55'],
  ['not a number', "CAST('NaN' AS DOUBLE PRECISION)", '0.55'],
  ['infinite', "CAST('Infinity' AS DOUBLE PRECISION)", '0.55'],
  ['beyond every product', '1E300', '1E300'],
  ['no revenue to divide by', '0', '0'],
];
const noInputs = (dialect: SqlDialect): string => {
  const definition = catalogue.find('TAAS_MARGIN');
  const rows = [...NO_INPUTS.map(([, ...row], i) => `(${[i, ...row].join(', ')})`), `(${NO_INPUTS.length}, 2, 0.55)`];
  const table = `(VALUES ${rows.join(', ')}) AS scenarios(scenario, token_spend, infra_cogs)`;
  const columns = [{ name: 'scenario' }, ...['token_spend', 'infra_cogs'].map((name) => ({ name, path: name }))];
  const text = sqlOf(definition, inputsWith(definition, [['fixed_fee', 0]]), { table, columns }, dialect);
  return `SELECT taas_margin FROM (${text}) AS results ORDER BY scenario`;
};
const noValues = [...NO_INPUTS.map(() => null), (0.675 * 0.95 - 0.55) / 0.675];
const toTwelveDigits = (x: number | null): number | null => (x === null ? null : Number(x.toPrecision(12)));

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
    rows.forEach((row, i) => {
      for (const x of [i, ...row]) appender.appendDouble(x);
      appender.endRow();
    });
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

  test.each(scalars)('%s', (_name, definition) => agrees(definition, 'duckdb', ask));

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
        ...rows.map((row, i) => [i, ...row].join('\t')),
        '\\.',
      ].join('\n');
    const column = (script: string): (string | null)[] => postgres.rows(script).map(([x]) => x!);
    const ask: Ask = (all) => column(all.map((each) => `${load(each)}\n${each.text};`).join('\n'));
    beforeAll(async () => {
      postgres = await startPostgres(folder!);
    });
    afterAll(() => postgres.stop());

    test.each(scalars)('%s', (_name, definition) => agrees(definition, 'postgres', ask));

    test('what is no input has no value', () => {
      expect(numbers(column(noInputs('postgres'))).map(toTwelveDigits)).toEqual(noValues.map(toTwelveDigits));
    });
  },
);
