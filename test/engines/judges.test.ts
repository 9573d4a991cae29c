/** The sql reading judged by more databases, on fewer scenarios, and every dialect by a parser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../src/catalogue/define';
import { withoutAssumption } from '../../src/catalogue/lift';
import { SQL_DIALECTS, type SqlDialect } from '../../src/formula/print/sql/query';
import { catalogue } from '../functions/cell';
import { describeWhere } from '../only-where';
import { agrees, asked, numbers, type Ask, type Asked } from './asked';
import { mariadbPrograms, startMariadb, type Mariadb } from './mariadb';
import { hasJudges, startJudge, type Judge } from './python';
import { disagreements, scalars, shapesOf, type Shape } from './scenarios';

/** Of each function: plausible ones, round numbers that meet each other, and rates near zero. */
const SCENARIOS = { plausible: 15, round: 15, near_zero: 10 };
const MISSING = 'npm run judges has not installed the engines of PyPI';

const held = (definition: Definition, dialect: SqlDialect, ask: Ask): Promise<void> =>
  agrees(definition, dialect, ask, SCENARIOS);

const margin = catalogue.find('TAAS_MARGIN');

/** The margin written into a table, by the line of docs/scale.md that stands above its query. */
function written(engine: string, dialect: SqlDialect): { shape: Shape; one: Asked; create: string; select: string } {
  const manual = readFileSync(join(__dirname, '../../docs/scale.md'), 'utf8');
  const [shape] = shapesOf(margin, 60).sort((a, b) => b.rows.length - a.rows.length);
  const one = asked(margin, shape!, dialect, 'finance.scenarios');
  const [, line] = new RegExp(`^\\*\\*${engine}.*\\n\\n\`\`\`sql\\n(CREATE TABLE .*)\\n`, 'm').exec(manual)!;
  const select = 'SELECT taas_margin FROM finance.margins ORDER BY scenario';
  return { shape: shape!, one, create: `${line!}\n${one.query}`, select };
}
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

    test.each(scalars)('%s', (_name, definition) => held(definition, dialect, ask));

    if (engine === 'clickhouse')
      test('and does in a table that it writes', async () => {
        const { shape, one, create, select } = written('ClickHouse', 'clickhouse');
        const results = await judge.column({ ...one, before: create, text: select });
        expect(disagreements(margin, shape, results)).toEqual([]);
      });
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

  test.each(scalars)('%s', (_name, definition) => held(definition, 'mysql', ask));

  test('and does in a table that it writes', () => {
    const { shape, one, create, select } = written('MySQL, MariaDB', 'mysql');
    const results = mariadb.column(`CREATE DATABASE finance;\n${load(one)}\n${create};\n${select};`);
    expect(disagreements(margin, shape, numbers(results))).toEqual([]);
  });
});

/** Shapes of a function, each with an option that those before it have not, until every option was there. */
function everyOption(definition: Definition): Shape[] {
  const missing = new Set(
    Object.entries(definition.parameters).flatMap(([name, parameter]) =>
      parameter.kind === 'choice' ? Object.keys(parameter.options).map((option) => `${name} ${option}`) : [],
    ),
  );
  const shapes = shapesOf(definition, 20).filter(({ inputs }, i) => {
    const given = Object.entries(inputs).map(([name, plain]) => `${name} ${String(withoutAssumption(plain))}`);
    return given.filter((option) => missing.delete(option)).length > 0 || i === 0;
  });
  expect([...missing]).toEqual([]);
  return shapes;
}

describeWhere(hasJudges, MISSING)('sqlglot parses every function with every option', () => {
  let judge: Judge;
  beforeAll(() => {
    judge = startJudge('sqlglot');
  });
  afterAll(() => judge.stop());

  test.each(SQL_DIALECTS)('in the dialect %s', async (dialect) => {
    for (const [, definition] of scalars) {
      for (const shape of everyOption(definition)) {
        expect(await judge.column({ dialect, text: asked(definition, shape, dialect).text })).toEqual([]);
      }
    }
  });
});
