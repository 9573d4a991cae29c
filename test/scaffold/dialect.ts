/** A SQL dialect and its test. */
const SYBASE = `import type { Dialect } from '../dialect';

export const sybase: Dialect = {
  aliases: ['sqlanywhere'],
  double: 'FLOAT',
  quote: '"',
  reserved: ['scenario'],
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: true,
  calls: { LN: 'LOG' },
};
`;

const ITS_TEST = `import { typed } from '../../../../command/terminal';

const printed = async (name: string, dialect: string): Promise<string> =>
  (await typed(['sql', name, '--dialect', dialect, '--keep', 'scenario'])).out;

test('SQL Anywhere calls the natural logarithm LOG, and keeps a word for itself', async () => {
  const text = await printed('TAAS_CHIP_HOUR_COST', 'sqlanywhere');
  expect(text).toBe(await printed('TAAS_CHIP_HOUR_COST', 'sybase'));
  expect(text).toContain('LOG(NULLIF(GREATEST(');
  expect(text).not.toContain('LN(');
  expect(text).toContain('SELECT "scenario", CASE WHEN ABS(CAST(');
  expect((await typed(['sql', 'TAAS_MARGIN', '--dialect', 'sqlanywher'])).complaints).toContain('the nearest is sqlanywhere of ');
  expect((await typed(['help'])).out).toContain('sybase');
});
`;

export const DIALECT = {
  'src/formula/print/sql/dialects/sybase.ts': SYBASE,
  'test/formula/print/sql/dialects/sybase.test.ts': ITS_TEST,
};
