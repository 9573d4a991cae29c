/** The sql reading as text: what is written for each engine, and how nothing becomes NULL. */
import { inputsWith, type Pairs } from '../../../../src/catalogue/inputs';
import { sqlOf } from '../../../../src/catalogue/readings';
import { Graph, type Expression } from '../../../../src/formula/expression';
import { sql, SQL_DIALECTS, type SqlDialect } from '../../../../src/formula/print/sql/query';
import { asked, scenariosOf } from '../../../engines/asked';
import { scalars } from '../../../engines/scenarios';
import { catalogue } from '../../../functions/cell';

/** The query of a function over some of its inputs. */
function queryOf(name: string, paths: readonly string[], dialect: SqlDialect, pairs: Pairs = []): string {
  const definition = catalogue.find(name);
  const columns = paths.map((path) => ({ name: path.replace(/\W+/g, '_').replace(/_$/, ''), path }));
  return sqlOf(definition, inputsWith(definition, pairs), { table: 'scenarios', columns }, dialect);
}

/** One expression of the inputs a and b, as it is written in its line. */
function written(dialect: SqlDialect, build: (a: Expression, b: Expression, graph: Graph) => unknown): string {
  const graph = new Graph();
  const root = build(graph.input('a'), graph.input('b'), graph) as Expression;
  const columns = ['a', 'b'].map((name) => ({ name, path: name }));
  const text = sql({ root, steps: [], conditions: [], columns, table: 't', result: 'r', remarks: [] }, dialect);
  const lines = [...text.matchAll(/SELECT \w+\.\*, (.*) AS (\w+)/g)].map(([, line, name]) => `${name!} = ${line!}`);
  return lines.join('\n');
}

test('BEDROCK_REVENUE, whole', () => {
  expect(queryOf('BEDROCK_REVENUE', ['ai_share'], 'duckdb')).toBe(
    `-- BEDROCK_REVENUE: ${catalogue.find('BEDROCK_REVENUE').answers}
-- aws_revenue 37.587, bedrock_share 0.37
WITH inputs AS (
  SELECT CAST(ai_share AS DOUBLE) AS ai_share
  FROM scenarios
),
with_ai_revenue AS (
  SELECT inputs.*, 3.7587E1 * ai_share AS ai_revenue
  FROM inputs
),
with_bedrock_revenue AS (
  SELECT with_ai_revenue.*, ai_revenue * 3.7E-1 AS bedrock_revenue
  FROM with_ai_revenue
)
SELECT ai_share,
  CASE WHEN ai_share >= 0E0
    AND ai_share <= 1E0
    AND ABS(bedrock_revenue) <= 1.7976931348623157E308
    THEN bedrock_revenue END AS bedrock_revenue
FROM with_bedrock_revenue`,
  );
});

test('numbers in a formula are doubles', () => {
  expect(written('snowflake', (a) => a.times(0.25))).toBe('part = a * CAST(0.25 AS DOUBLE)');
  expect(written('duckdb', (a) => a.minus(-2))).toBe('part = a - (-2E0)');
  expect(written('duckdb', (a) => a.times(1e-7).plus(12345678))).toBe('part = a * 1E-7 + 1.2345678E7');
});

describe('brackets', () => {
  test.each<[string, (a: Expression, b: Expression, graph: Graph) => unknown]>([
    ['(a + b) * a', (a, b) => a.plus(b).times(a)],
    ['a - (b - a)', (a, b) => a.minus(b.minus(a))],
    ['a - b - a', (a, b) => (a.minus(b) as Expression).minus(a)],
    ['a * b + a', (a, b) => a.times(b).plus(a)],
    ['a + (b - a) + b * a', (a, b, { maths }) => maths.sum([a, b.minus(a), b.times(a)])],
    ['(a + b) / 2E0', (a, b) => a.plus(b).div(2)],
  ])('%s', (text, build) => {
    expect(written('duckdb', build)).toBe(`part = ${text}`);
  });
});

describe('nothing is NULL', () => {
  test('a zero denominator', () => {
    expect(written('trino', (a, b) => a.div(b))).toBe('part = a / NULLIF(b, 0E0)');
    expect(written('trino', (a) => a.div(0))).toBe('part = a / NULLIF(0E0, 0E0)');
  });

  test('GREATEST and LEAST of a NULL, where the engine leaves NULLs out', () => {
    const build = (a: Expression, b: Expression, { maths }: Graph): unknown => maths.max(a.div(b), 0);
    const guarded = 'CASE WHEN part >= 0E0 THEN part WHEN part < 0E0 THEN 0E0 END';
    expect(written('duckdb', build)).toBe(`part = a / NULLIF(b, 0E0)\npart_2 = ${guarded}`);
    expect(written('spark', build)).toContain(guarded);
    expect(written('bigquery', build)).toBe('part = GREATEST(a / NULLIF(b, 0E0), 0E0)');
    expect(written('duckdb', (a, b, { maths }) => maths.min(a, b))).toBe('part = LEAST(a, b)');
  });

  test('a logarithm of what is not above zero', () => {
    expect(written('postgres', (a, _, { maths }) => maths.ln(a))).toBe(
      'part = LN(NULLIF(GREATEST(a, CAST(0 AS DOUBLE PRECISION)), CAST(0 AS DOUBLE PRECISION)))',
    );
  });

  test('an exponential beyond a double', () => {
    expect(written('spark', (a, _, { maths }) => maths.exp(a))).toBe(
      'part = CASE WHEN a > 7.0978E2 THEN NULL WHEN a < (-7.08E2) THEN 0E0 ELSE EXP(a) END',
    );
  });

  test('what is near zero keeps its digits: the first terms of a series', () => {
    expect(written('duckdb', (a, _, { maths }) => maths.expm1(a))).toBe(
      'part = CASE WHEN a > 7.0978E2 THEN NULL WHEN a < (-7.08E2) THEN (-1E0) ELSE CASE WHEN ABS(a) < 1E-2 ' +
        'THEN a*(1E0+a/2E0*(1E0+a/3E0*(1E0+a/4E0*(1E0+a/5E0*(1E0+a/6E0*1E0))))) ELSE EXP(a) - 1E0 END END',
    );
    expect(written('duckdb', (a, _, { maths }) => maths.log1p(a))).toContain(
      'a*(1E0/1E0-a*(1E0/2E0-a*(1E0/3E0-a*(1E0/4E0-a*(1E0/5E0-a*(1E0/6E0-a*(1E0/7E0-a*(1E0/8E0)))))))) ' +
        'ELSE LN(NULLIF(GREATEST(1E0 + a, 0E0), 0E0)) END',
    );
  });

  test('a power that has no value', () => {
    expect(written('duckdb', (a, b) => a.pow(b))).toContain(
      'WHEN a = 0E0 AND b < 0E0 THEN NULL WHEN a < 0E0 AND b <> FLOOR(b) THEN NULL',
    );
    expect(written('duckdb', (a) => a.pow(2))).not.toContain('FLOOR');
  });

  test('a question without an answer', () => {
    expect(written('duckdb', (a, b, { maths }) => maths.when(a.above(b), a, maths.none('')))).toBe(
      'part = CASE WHEN a > b THEN a END',
    );
    expect(written('duckdb', (a, b, { maths }) => maths.when(a.div(b).above(1), a, b))).toBe(
      'part = a / NULLIF(b, 0E0)\npart_2 = CASE WHEN part > 1E0 THEN a WHEN part <= 1E0 THEN b END',
    );
  });

  test('an input beyond what the engine can multiply', () => {
    expect(queryOf('BEDROCK_REVENUE', ['ai_share'], 'bigquery')).toContain(
      'CASE WHEN ABS(CAST(ai_share AS FLOAT64)) <= 1E60 THEN CAST(ai_share AS FLOAT64) END AS ai_share',
    );
  });
});

describe('choices', () => {
  test('one after the other are one CASE', () => {
    expect(queryOf('TAAS_REV_SHARE', ['token_spend'], 'duckdb', [['mode', 'WHOLE']])).toContain(
      'CASE WHEN token_spend >= 1.5E0 THEN 4E-1 WHEN token_spend >= 5E-1 THEN 3.5E-1 WHEN token_spend >= 0E0 THEN 2.5E-1 ELSE 0E0 END AS tier_rate',
    );
  });
});

describe('names', () => {
  const named = (name: string, dialect: SqlDialect, table = 'scenarios'): string => {
    const graph = new Graph();
    const root = graph.input('a').times(2) as Expression;
    const columns = [{ name }, { name: 'A', path: 'a' }];
    return sql({ root, steps: [], conditions: [], columns, table, result: 'r', remarks: [] }, dialect);
  };

  test('are quoted where they have to be', () => {
    expect(named('Scenario "x"', 'duckdb')).toContain('SELECT "Scenario ""x""", CAST("A" AS DOUBLE) AS a');
    expect(named('order', 'spark')).toContain('SELECT `order`, CAST(`A` AS DOUBLE) AS a');
    expect(named('scenario', 'spark')).toContain('SELECT scenario, a AS `A`,');
  });

  test('of lines and results give way to those of the table', () => {
    expect(named('part', 'duckdb')).toContain('a * 2E0 AS part_2');
    expect(named('r', 'duckdb')).toContain('THEN part END AS r_2');
    expect(named('a', 'duckdb')).toContain('CAST("A" AS DOUBLE) AS a_');
  });

  test('of sub-queries give way to the table', () => {
    expect(named('x', 'duckdb', 'inputs')).toContain('WITH inputs_2 AS (');
  });
});

describe('size', () => {
  test('what is used twice is written once', () => {
    const doubled = written('duckdb', (a) => {
      let x = a;
      for (let i = 0; i < 60; i++) x = x.plus(x.times(0.5)) as Expression;
      return x;
    });
    expect(doubled.length).toBeLessThan(60 * 80);
  });

  test('lines that need nothing of each other share a sub-query', () => {
    expect(queryOf('TAAS_MARGIN', ['token_spend', 'fixed_fee'], 'duckdb')).toMatch(
      /with_infrastructure_fee AS \(\n {2}SELECT inputs\.\*, .* AS infrastructure_fee,\n {4}.* AS revenue_share\n {2}FROM inputs\n\)/,
    );
  });

  // MariaDB takes 64 sub-queries, ClickHouse and Spark's analyzer 100.
  test.each(scalars)('%s has far fewer sub-queries than engines take', (_name, definition) => {
    for (const shape of scenariosOf(definition, { plausible: 40, edge: 20 })) {
      const { text } = asked(definition, shape, 'duckdb');
      expect(text.match(/ AS \($/gm)!.length).toBeLessThan(40);
    }
  });

  describe('many lines are computed sub-query by sub-query where a planner would write each into every other', () => {
    const varied = ['token_spend', 'fixed_fee', 'infra_cogs'];
    const long = (dialect: SqlDialect): string => queryOf('TAAS_BREAKEVEN_DEMAND', varied, dialect);
    const lengthOf = (text: string): number => text.match(/^with_\w+ AS /gm)!.length;

    test('PostgreSQL is told to', () => {
      const text = long('postgres');
      expect(text.match(/^with_\w+ AS MATERIALIZED \($/gm)).toHaveLength(lengthOf(text));
      expect(queryOf('TAAS_MARGIN', varied, 'postgres')).not.toContain('MATERIALIZED');
    });

    test('MySQL does with a limit', () => {
      const text = long('mysql');
      expect(text.match(/^ {2}LIMIT 18446744073709551615$/gm)).toHaveLength(lengthOf(text));
      expect(queryOf('TAAS_MARGIN', varied, 'mysql')).not.toContain('LIMIT');
    });

    test('others need nothing', () => expect(long('duckdb')).not.toMatch(/MATERIALIZED|LIMIT/));
  });

  test('deep expressions and long sums are cut', () => {
    const chain = written('duckdb', (a, b) => {
      let x = a;
      for (let i = 0; i < 500; i++) x = x.times(b).plus(1) as Expression;
      return x;
    });
    const deepest = Math.max(...chain.split('\n').map((line) => line.split('(').length));
    expect(deepest).toBeLessThan(50);
    const terms = Array.from({ length: 1000 }, (_, i) => i);
    expect(written('duckdb', (a, _, { maths }) => maths.sum(terms.map((i) => a.times(i + 2))))).toMatch(
      /^part = \(+a \* 2E0 \+/,
    );
  });
});

test.each(SQL_DIALECTS)('%s: every input is asked for its range', (dialect) => {
  const text = queryOf('TAAS_MARGIN', ['token_spend', 'tiers[2].from', 'tiers[2].rate'], dialect);
  for (const condition of [
    'token_spend >= ',
    'token_spend <= ',
    'tiers_2_from > ',
    'tiers_2_from < ',
    'tiers_2_rate <= ',
  ])
    expect(text).toContain(condition);
});
