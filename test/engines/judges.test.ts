/** The sql reading judged by more databases, on fewer scenarios, and every dialect by a parser. */
import type { Definition } from '../../src/catalogue/define';
import { SQL_DIALECTS, type SqlDialect } from '../../src/formula/print/sql/query';
import { describeWhere, testWhere } from '../only-where';
import { agrees, asked, type Ask, type Asked } from './asked';
import { mariadbPrograms, startMariadb, type Mariadb } from './mariadb';
import { hasJudges, startJudge, type Judge } from './python';
import { scalars, shapesOf } from './scenarios';

/** Of each function: plausible ones, round numbers that meet each other, and rates near zero. */
const SCENARIOS = { plausible: 15, round: 15, near_zero: 10 };
const MISSING = 'npm run judges has not installed the engines of PyPI';

/** The function whose query has the most sub-queries, one a line of its working. */
const LONGEST = 'TAAS_IMPLIED_SPEND';
/** Some engines have a limit of sub-queries, and say so. */
const TOO_LONG = [LONGEST, 'TAAS_BREAKEVEN_DEMAND'];
const REFUSALS: Readonly<Record<string, string>> = {
  clickhouse: 'Too deep subqueries',
  mariadb: 'Too many WITH elements',
};

/** A function agrees on an engine, or is refused by it in words of its own. */
async function judged(engine: string, ...[definition, dialect, ask]: Parameters<typeof held>): Promise<void> {
  const refusal = TOO_LONG.includes(definition.name) ? REFUSALS[engine] : undefined;
  if (refusal === undefined) await held(definition, dialect, ask);
  else await expect(held(definition, dialect, ask)).rejects.toThrow(refusal);
}

const held = (definition: Definition, dialect: SqlDialect, ask: Ask): Promise<void> =>
  agrees(definition, dialect, ask, SCENARIOS);

/** Engines, and the dialect whose text each takes. */
const ENGINES: readonly (readonly [name: string, engine: string, dialect: SqlDialect])[] = [
  ['DataFusion', 'datafusion', 'duckdb'],
  ['Polars', 'polars', 'duckdb'],
  ['ClickHouse', 'clickhouse', 'clickhouse'],
];

describe.each(ENGINES)('%s', (_name, engine, dialect) => {
  describeWhere(hasJudges, MISSING)('agrees with the cell', () => {
    let judge: Judge;
    const ask: Ask = async (all) => {
      const results: (number | null)[] = [];
      for (const each of all) results.push(...(await judge.column(each)));
      return results;
    };
    beforeAll(() => {
      judge = startJudge(engine);
    });
    afterAll(() => judge.stop());

    for (const [name, definition] of scalars) {
      const finishes = engine !== 'polars' || name !== LONGEST;
      testWhere(finishes, 'Polars does not finish the longest query')(name, () =>
        judged(engine, definition, dialect, ask),
      );
    }
  });
});

const programs = mariadbPrograms();
describeWhere(programs !== undefined, 'MariaDB is not on this machine')('MariaDB agrees with the cell', () => {
  let mariadb: Mariadb;
  const load = ({ table, columns, rows }: Asked): string =>
    [
      `CREATE OR REPLACE TEMPORARY TABLE ${table} (${columns.map((name) => `${name} DOUBLE`).join(', ')}) ENGINE = MEMORY;`,
      `INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')};`,
    ].join('\n');
  const ask: Ask = (all) =>
    mariadb.column(
      `CREATE DATABASE IF NOT EXISTS judged; USE judged;\n${all.map((each) => `${load(each)}\n${each.text};`).join('\n')}`,
    );
  beforeAll(async () => {
    mariadb = await startMariadb(programs!);
  });
  afterAll(() => mariadb.stop());

  test.each(scalars)('%s', (_name, definition) => judged('mariadb', definition, 'mysql', ask));
});

describeWhere(hasJudges, MISSING)('sqlglot parses every function', () => {
  let judge: Judge;
  beforeAll(() => {
    judge = startJudge('sqlglot');
  });
  afterAll(() => judge.stop());

  test.each(SQL_DIALECTS)('in the dialect %s', async (dialect) => {
    for (const [, definition] of scalars) {
      for (const shape of shapesOf(definition, 3)) {
        expect(await judge.column({ dialect, text: asked(definition, shape, dialect).text })).toEqual([]);
      }
    }
  });
});
