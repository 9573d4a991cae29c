/**
 * Adding is adding files: two for a function, its own and its test, whether it has a formula or looks something up; one
 * and its test for a kind of parameter and for a SQL dialect. A copy of the repository gets one more of each, is built,
 * and shows them wherever an analyst, an assistant or an engine would look.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../../src/workbench/metadata';
import { runAddIn } from '../workbench/add-in';
import { openSheet } from '../workbench/headless';
import { copyWith, type Copy } from './copy';
import { DIALECT } from './dialect';
import { FUNCTIONS } from './functions';
import { KIND } from './kind';

const ADDED = { ...FUNCTIONS, ...KIND, ...DIALECT };

let copy: Copy;
let metadata: Metadata;
let implementations: ReturnType<typeof runAddIn>;

beforeAll(() => {
  copy = copyWith(ADDED);
  // The add-in and what is derived from the catalogue; the workbench’s grid does not know one function from another.
  copy.run('node_modules/webpack-cli/bin/cli.js', '--config-name', 'addin');
  metadata = JSON.parse(copy.built('functions.json')) as Metadata;
  implementations = runAddIn((file) => copy.built(file));
});

afterAll(() => copy.remove());

test('the compiler asks for nothing else', () => {
  expect(copy.run('node_modules/typescript/bin/tsc', '--noEmit')).toBe('');
});

test('nothing else was edited: the indexes are written from the folders', () => {
  const written = [
    'src/catalogue/kinds/index.ts',
    'src/formula/print/sql/dialects/index.ts',
    'src/functions/formulas.ts',
    'src/functions/index.ts',
  ];
  expect(copy.changed()).toEqual([...Object.keys(ADDED), ...written].sort());
});

describe('their own tests pass, and the tests of all functions, kinds and dialects take them up', () => {
  let printed: string;
  beforeAll(() => {
    printed = copy.test(
      '--testNamePattern',
      'TAAS_DOUBLE|TAAS_INPUTS|TAAS_REBATE|doubl|look-up|says why|five per cent|a rebate of|Drill|drill',
      ...Object.keys(ADDED).filter((file) => file.startsWith('test/')),
      'test/functions/examples.test.ts',
      'test/catalogue/(gate|conditions|contract|fuzz)',
      'test/engines',
      'test/derive/(help.test|words|catalogue-json)',
      'test/formula/print/sql',
    );
  });

  test.each([
    'growth of 41.4% doubles in two years',
    'what does not grow does not double',
    'a look-up counts itself',
    'TAAS_DOUBLE, example 2: the rule of 72 says nine years at 8%',
    'TAAS_DOUBLE says in a sentence what it answers',
    'TAAS_INPUTS, example 1: growth alone',
    'what has no other reading than its value says why',
    'five per cent may be said in three ways',
    'a rebate of 10% leaves nine tenths',
    'TAAS_REBATE, example 1: a twentieth less',
    'Drill calls the natural logarithm LOG, and quotes with a backquote',
    'drill: every input is asked for its range',
  ])('✓ %s', (name) => expect(printed).toContain(`✓ ${name}`));

  test('and none fails', () => expect(printed).not.toContain('✕'));
});

test('functions.json offers it to Excel, with its help', () => {
  const { functions } = metadata as Metadata & {
    functions: readonly { id: string; helpUrl: string; parameters: readonly { name: string }[] }[];
  };
  const found = functions.find(({ id }) => id === 'TAAS_DOUBLE')!;
  expect(found.parameters.map(({ name }) => name)).toEqual(['growth']);
  expect(found.helpUrl).toMatch(/\/help\/TAAS_DOUBLE\.html$/);
  expect(existsSync(join(copy.folder, 'dist/help/TAAS_DOUBLE.html'))).toBe(true);
});

test('its help page answers its examples, and the index leads to it', () => {
  const page = copy.built('help/TAAS_DOUBLE.html');
  expect(page).toContain('How many years a run-rate takes to double at a steady growth rate.');
  expect(page).toContain('The rule of 72 says nine years at 8%.');
  expect(page).toContain('9.01');
  expect(page).toContain('=LET(');
  expect(copy.built('help/index.html')).toContain('TAAS_DOUBLE.html');
});

test('catalogue.json and llms.txt tell an assistant of it', () => {
  const { functions } = JSON.parse(copy.built('catalogue.json')) as {
    functions: readonly { name: string; family: string }[];
  };
  expect(functions.find(({ name }) => name === 'TAAS_DOUBLE')).toMatchObject({ family: 'returns' });
  expect(copy.built('llms.txt')).toContain('TAAS_DOUBLE(growth)');
});

test('typed into the workbench, which runs the built add-in, it answers; so do the analyses of it', async () => {
  expect(implementations.has('TAAS_DOUBLE')).toBe(true);
  const sheet = openSheet(metadata, implementations);
  expect(await sheet.answer('=TAAS_DOUBLE(8%)', 'A1')).toBeCloseTo(9.00646834200059, 12);
  expect(await sheet.answer('=TAAS_SOLVE("TAAS_DOUBLE",3,"growth")', 'A2')).toBeCloseTo(2 ** (1 / 3) - 1, 12);
  expect(await sheet.answer('=TAAS_DOUBLE(-8%)', 'A3')).toBe('#VALUE!');
  expect(await sheet.answer('=TAAS_INPUTS("TAAS_DOUBLE")', 'A4')).toBe(1);
  sheet.close();
});

test('Excel, help and programs are told of the new kind of parameter', () => {
  const { functions } = metadata as Metadata & {
    functions: readonly { id: string; parameters: readonly { description: string }[] }[];
  };
  const found = functions.find(({ id }) => id === 'TAAS_REBATE')!;
  expect(found.parameters[1]!.description).toBe('Rebate on the spend. A percentage from 0 to 100.');
  expect(copy.built('help/TAAS_REBATE.html')).toContain('rebate is 150: expected a percentage from 0 to 100.');
  expect(copy.built('catalogue.json')).toContain('"kind": "percent"');
  expect(copy.built('catalogue.schema.json')).toContain('"percent"');
  expect(copy.built('llms.txt')).toContain('- rebate: percentage');
});

test('analyses vary it', async () => {
  const sheet = openSheet(metadata, implementations);
  expect(await sheet.answer('=TAAS_SOLVE("TAAS_REBATE(2)",1.5,"rebate")', 'A1')).toBeCloseTo(25, 9);
  expect(await sheet.answer('=TAAS_NATIVE("TAAS_REBATE(2,B4)")', 'A2')).toBe(
    '=LET(token_spend,2,rebate,B4,token_spend-token_spend*rebate/100)',
  );
  sheet.close();
});
