/** A SQL dialect is one file, and its test. A copy of the repository gets one more, and prints every function in it. */
import { copyWith, type Copy } from './copy';

const DIALECT = `import type { Dialect } from '../dialect';

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

const ADDED = {
  'src/formula/print/sql/dialects/sybase.ts': DIALECT,
  'test/formula/print/sql/dialects/sybase.test.ts': ITS_TEST,
};

let copy: Copy;

beforeAll(() => {
  copy = copyWith(ADDED);
});

afterAll(() => copy.remove());

test('its own test passes, and the tests of every dialect take it up', () => {
  const printed = copy.test('test/formula/print/sql');
  expect(printed).toContain('✓ SQL Anywhere calls the natural logarithm LOG, and keeps a word for itself');
  expect(printed).toContain('✓ sybase: every input is asked for its range');
});

test('it compiles', () => {
  expect(copy.run('node_modules/typescript/bin/tsc', '--noEmit', '--project', 'tsconfig.core.json')).toBe('');
});

test('nothing else was edited: its file, its test, and the index that is written from the folder', () => {
  const index = 'src/formula/print/sql/dialects/index.ts';
  expect(copy.changed()).toEqual([...Object.keys(ADDED), index].sort());
});
