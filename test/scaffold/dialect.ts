/** A SQL dialect and its test. */
const DRILL = `import type { Dialect } from '../dialect';

export const drill: Dialect = {
  aliases: ['apachedrill'],
  double: 'DOUBLE',
  quote: '\`',
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: true,
  calls: { LN: 'LOG' },
};
`;

const ITS_TEST = `import { typed } from '../../../../command/terminal';

const printed = async (name: string, dialect: string): Promise<string> =>
  (await typed(['sql', name, '--dialect', dialect, '--keep', 'day'])).out;

test('Drill calls the natural logarithm LOG, and quotes with a backquote', async () => {
  const text = await printed('TAAS_CHIP_HOUR_COST', 'apachedrill');
  expect(text).toBe(await printed('TAAS_CHIP_HOUR_COST', 'drill'));
  expect(text).toContain('LOG(NULLIF(GREATEST(');
  expect(text).not.toContain('LN(');
  expect(text).toContain('SELECT \`day\`, CASE WHEN ABS(CAST(');
  expect((await typed(['sql', 'TAAS_MARGIN', '--dialect', 'apachedril'])).complaints).toContain('the nearest is apachedrill of ');
  expect((await typed(['help'])).out).toContain('drill');
});
`;

export const DIALECT = {
  'src/formula/print/sql/dialects/drill.ts': DRILL,
  'test/formula/print/sql/dialects/drill.test.ts': ITS_TEST,
};
