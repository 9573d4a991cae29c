/** Words that engines keep for themselves, as their documentation lists them or as they refuse them, never stand bare. */
import type { Definition } from '../../../../src/catalogue/define';
import { sqlOf } from '../../../../src/catalogue/readings';
import { identifier } from '../../../../src/formula/print/sql/dialect';
import { DIALECTS } from '../../../../src/formula/print/sql/dialects';
import { SQL_DIALECTS, type SqlDialect } from '../../../../src/formula/print/sql/query';
import { columnOf } from '../../../engines/asked';
import { linesOf, scalars, shapesOf, tables, type Shape } from '../../../engines/scenarios';
import lists from '../../../vectors/reserved-words.json';

const KEPT = Object.entries(lists).map(([engine, { words }]) => [engine, words.split(' ')] as const);
const kept = new Set(KEPT.flatMap(([, words]) => words));

test.each(KEPT)('a column called like a word of %s is quoted in every dialect', (_engine, words) => {
  const bare = SQL_DIALECTS.flatMap((dialect) => words.filter((word) => identifier(word, DIALECTS[dialect]) === word));
  expect(bare).toEqual([]);
});

/** Everything in the query that is no keyword, no number, no comment and stands without quotes. */
function bareNames(text: string): string[] {
  const code = text.replace(/^--.*$/gm, '').replace(/"[^"]*"|`[^`]*`/g, '');
  return [...new Set(code.match(/(?<![\w.])[a-z_]\w*/g))];
}

function expectNoneKept(definition: Definition, { paths, inputs }: Shape, dialect: SqlDialect): void {
  const columns = [{ name: 'scenario' }, ...paths.map((path) => ({ name: columnOf(path), path }))];
  const names = bareNames(sqlOf(definition, inputs, { table: 'scenarios', columns }, dialect));
  expect(names).toContain('scenario');
  expect(names.filter((name) => kept.has(name))).toEqual([]);
}

describe('no name of a line, an input or a sub-query is such a word', () => {
  test.each(SQL_DIALECTS)('in a query of any function for %s', (dialect) => {
    for (const [, definition] of scalars)
      for (const shape of shapesOf(definition, 5)) expectNoneKept(definition, shape, dialect);
  });

  test('in a query of a line of any table', () => {
    for (const [, table] of tables)
      for (const { line, shape } of linesOf(table, 1)) expectNoneKept(line, shape, 'duckdb');
  });
});

test('names that are no such words stay bare, so that the text reads well', () => {
  const names = ['token_spend', 'ebit_margin', 'scenario', 'inputs', 'with_ebit'];
  expect(names.map((name) => identifier(name, DIALECTS.duckdb))).toEqual(names);
});
