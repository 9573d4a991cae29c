/** What engines do not agree on, one by one and in every dialect. */
import { call, identifier, literal, type Dialect } from '../../../../src/formula/print/sql/dialect';
import { DIALECTS } from '../../../../src/formula/print/sql/dialects';
import { namesOf, SQL_DIALECTS, type SqlDialect } from '../../../../src/formula/print/sql/query';

const { duckdb, postgres, spark, bigquery, snowflake } = DIALECTS;

describe('numbers are doubles', () => {
  test.each<[SqlDialect, string]>([
    ['duckdb', '2.5E-1'],
    ['spark', '2.5E-1'],
    ['trino', '2.5E-1'],
    ['bigquery', '2.5E-1'],
    ['snowflake', 'CAST(0.25 AS DOUBLE)'],
    ['postgres', 'CAST(0.25 AS DOUBLE PRECISION)'],
  ])('a quarter on %s', (name, text) => {
    expect(literal(0.25, DIALECTS[name])).toBe(text);
  });

  test('negative ones stand in brackets, large ones have no plus', () => {
    expect(literal(-2, duckdb)).toBe('(-2E0)');
    expect(literal(1e21, duckdb)).toBe('1E21');
    expect(literal(-2, snowflake)).toBe('CAST(-2 AS DOUBLE)');
  });

  test('what is no number is NULL', () => {
    expect(literal(NaN, bigquery)).toBe('CAST(NULL AS FLOAT64)');
    expect(literal(Infinity, postgres)).toBe('CAST(NULL AS DOUBLE PRECISION)');
  });
});

test('names are quoted where they have to be, as the engine quotes', () => {
  expect(identifier('token_spend', spark)).toBe('token_spend');
  expect(identifier('Token spend', spark)).toBe('`Token spend`');
  expect(identifier('order', spark)).toBe('`order`');
  expect(identifier('a "b" `c`', duckdb)).toBe('"a ""b"" `c`"');
  expect(identifier('a "b" `c`', spark)).toBe('`a "b" ``c```');
  expect(identifier('a "b" `c\\`', bigquery)).toBe('`a "b" \\`c\\\\\\``');
});

test('a reserved word in quotes is what it would be without: in capitals for Snowflake', () => {
  expect(identifier('date', snowflake)).toBe('"DATE"');
  expect(identifier('date', postgres)).toBe('"date"');
  expect(identifier('Date', snowflake)).toBe('"Date"');
});

test('an engine has functions under names of its own', () => {
  const other: Dialect = { ...duckdb, calls: { LN: 'LOG' } };
  expect([call('LN', duckdb, 'x'), call('LN', other, 'x')]).toEqual(['LN(x)', 'LOG(x)']);
  expect(call('POWER', other, 'x', '2')).toBe('POWER(x, 2)');
});

test('no name stands for two dialects', () => {
  const names = SQL_DIALECTS.flatMap(namesOf);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.map((name) => name.toLowerCase()));
  expect(namesOf('spark')).toEqual(['spark', 'databricks']);
});
