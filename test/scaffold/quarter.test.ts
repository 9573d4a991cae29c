/**
 * Adding a quarter is adding data: a file of it, and its name in the list. A copy of the repository gets one more, makes
 * it the current one, is built, and its defaults, its help and its names are of that quarter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../../src/workbench/metadata';
import { runAddIn } from '../workbench/add-in';
import { openSheet } from '../workbench/headless';
import { copyWith, type Copy } from './copy';

const textOf = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');
const LIST = 'src/book/cases/index.ts';

const ADDED = {
  'src/book/cases/2Q26E.ts': textOf('test/book/2Q26E.ts')
    .replace("'../../src/book/cases/1Q26'", "'./1Q26'")
    .replaceAll("'../../src/book/", "'../"),
  [LIST]: `import { Q2_26E } from './2Q26E';\n${textOf(LIST).replace('= [', '= [Q2_26E, ')}`,
};

let copy: Copy;

beforeAll(() => {
  copy = copyWith(ADDED);
  copy.run('node_modules/webpack-cli/bin/cli.js', '--config-name', 'addin');
});

afterAll(() => copy.remove());

test('the tests of the base case, of the contract and of every function accept it', () => {
  const printed = copy.test(
    'test/book',
    'test/catalogue/contract',
    'test/functions/(examples|vectors|reports)',
    'test/functions/(deal|mix|contribution|contracts|growth|trust)/',
    'test/derive/(quarter|sources)',
  );
  expect(printed).toMatch(/\b2Q26E\n +✓ has a value, words and a source for every role/);
  expect(printed).toContain('✓ breaks no workbook');
});

test('Excel is offered its defaults, and help says whose they are', () => {
  const { functions } = JSON.parse(copy.built('functions.json')) as {
    functions: readonly { id: string; parameters: readonly { description: string }[] }[];
  };
  expect(functions.find(({ id }) => id === 'TAAS_MARGIN')!.parameters[0]!.description).toMatch(/Default 4\.02\.$/);
  expect(copy.built('help/TAAS_MARGIN.html')).toContain('base case 2Q26E.');
  expect(copy.built('help/index.html')).toContain('the base case of 2Q26E');
  expect(JSON.parse(copy.built('catalogue.json'))).toMatchObject({ base_case: '2Q26E' });
});

test('typed into the workbench, which runs the built add-in, it is what functions assume; older names still answer', async () => {
  const implementations = runAddIn((file) => copy.built(file));
  const sheet = openSheet(JSON.parse(copy.built('functions.json')) as Metadata, implementations);
  expect(await sheet.answer('=TAAS_MARGIN()', 'A1')).toBeCloseTo(0.554425075427422, 12);
  expect(await sheet.answer('=TAAS_VERSION()', 'A2')).toMatch(/base case 2Q26E$/);
  expect(await sheet.answer('=TAAS_BASE("aws_revenue_4q25")', 'A3')).toBe(35.579);
  expect(await sheet.answer('=TAAS_MARGIN(2,0.7,,,0.55)', 'A4')).toBeCloseTo(0.55, 12);
  sheet.close();
});

test('nothing else was edited: a file of data, and its name in the list', () => {
  expect(copy.changed()).toEqual(Object.keys(ADDED).sort());
});
