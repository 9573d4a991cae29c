/**
 * Adding a function is adding two files, its own and its test, whether it has a formula or looks something up. A copy
 * of the repository gets one more of each, is built, and shows them wherever an analyst or an assistant would look.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../../src/workbench/metadata';
import { runAddIn } from '../workbench/add-in';
import { openSheet } from '../workbench/headless';
import { copyWith, type Copy } from './copy';

const FUNCTION = `import { define } from '../../catalogue/define';
import { rate } from '../../catalogue/parameters';

/** Steady growth: the rule of 72, exactly. */
export const TAAS_DOUBLE = define({
  name: 'TAAS_DOUBLE',
  family: 'returns',
  answers: 'How many years a run-rate takes to double at a steady growth rate.',
  parameters: { growth: rate('Growth a year.', { above: 0, max: 100, required: true }) },
  result: { shape: 'number', unit: 'years', about: 'doubling time' },
  formula: (x, m) => m.step('years_to_double', m.ln(2).div(m.log1p(x.growth))),
  examples: [
    { args: { growth: 1 }, gives: 1, says: 'doubling every year takes a year' },
    { args: { growth: 0.08 }, gives: 9.00646834200059, says: 'the rule of 72 says nine years at 8%' },
  ],
  related: ['TAAS_PAYBACK', 'TAAS_ARR_FORECAST'],
});
`;

const ITS_TEST = `import { error, number } from '../cell';

test('growth of 41.4% doubles in two years', () => {
  expect(number('TAAS_DOUBLE', { growth: Math.SQRT2 - 1 })).toBeCloseTo(2, 12);
});

test('what does not grow does not double', () => {
  expect(error('TAAS_DOUBLE', { growth: 0 })[0]).toBe('#VALUE!');
});
`;

const LOOK_UP = `import { defineAnswer } from '../../catalogue/define';
import { text } from '../../catalogue/parameters';

export const TAAS_INPUTS = defineAnswer({
  name: 'TAAS_INPUTS',
  family: 'trust',
  answers: 'How many inputs a function has.',
  parameters: { function: text('Name of the function.', { required: true }) },
  result: { shape: 'number', unit: 'plain', about: 'inputs' },
  onlyValue: 'a look-up in the catalogue',
  answer: ({ function: name }, catalogue) => Object.keys(catalogue.find(name).parameters).length,
  examples: [
    { args: { function: 'TAAS_DOUBLE' }, gives: 1, says: 'growth alone' },
    { args: { function: 'TAAS_VERSION' }, gives: 0, says: 'none' },
  ],
});
`;

const ITS_TEST_TOO = `import { error, number } from '../cell';

test('a look-up counts itself', () => {
  expect(number('TAAS_INPUTS', { function: 'TAAS_INPUTS' })).toBe(1);
  expect(error('TAAS_INPUTS', { function: 'TAAS_MARGN' })[1]).toContain('TAAS_MARGIN');
});
`;

const ADDED = {
  'src/functions/returns/TAAS_DOUBLE.ts': FUNCTION,
  'test/functions/returns/TAAS_DOUBLE.test.ts': ITS_TEST,
  'src/functions/trust/TAAS_INPUTS.ts': LOOK_UP,
  'test/functions/trust/TAAS_INPUTS.test.ts': ITS_TEST_TOO,
};

let copy: Copy;

beforeAll(() => {
  copy = copyWith(ADDED);
  // The add-in and what is derived from the catalogue; the workbench’s grid does not know one function from another.
  copy.run('node_modules/webpack-cli/bin/cli.js', '--config-name', 'addin');
});

afterAll(() => copy.remove());

test('their own tests pass, and the tests of every function take them up', () => {
  const printed = copy.test(
    '--testNamePattern',
    'TAAS_DOUBLE|TAAS_INPUTS|doubl|look-up|says why',
    'test/functions/returns/TAAS_DOUBLE.test.ts',
    'test/functions/trust/TAAS_INPUTS.test.ts',
    'test/functions/examples.test.ts',
    'test/catalogue/(contract|fuzz)',
    'test/engines/agreement.test.ts',
    'test/derive/help.test.ts',
  );
  expect(printed).toContain('✓ growth of 41.4% doubles in two years');
  expect(printed).toContain('✓ what does not grow does not double');
  expect(printed).toContain('✓ a look-up counts itself');
  expect(printed).toContain('✓ TAAS_DOUBLE, example 2: the rule of 72 says nine years at 8%');
  expect(printed).toContain('✓ TAAS_DOUBLE says in a sentence what it answers');
  expect(printed).toContain('✓ TAAS_INPUTS, example 1: growth alone');
  expect(printed).toContain('✓ what has no other reading than its value says why');
});

test('functions.json offers it to Excel, with its help', () => {
  const { functions } = JSON.parse(copy.built('functions.json')) as Metadata & {
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
  const implementations = runAddIn((file) => copy.built(file));
  expect(implementations.has('TAAS_DOUBLE')).toBe(true);
  const sheet = openSheet(JSON.parse(copy.built('functions.json')) as Metadata, implementations);
  expect(await sheet.answer('=TAAS_DOUBLE(8%)', 'A1')).toBeCloseTo(9.00646834200059, 12);
  expect(await sheet.answer('=TAAS_SOLVE("TAAS_DOUBLE",3,"growth")', 'A2')).toBeCloseTo(2 ** (1 / 3) - 1, 12);
  expect(await sheet.answer('=TAAS_DOUBLE(-8%)', 'A3')).toBe('#VALUE!');
  expect(await sheet.answer('=TAAS_INPUTS("TAAS_DOUBLE")', 'A4')).toBe(1);
  sheet.close();
});

test('nothing else was edited: two files for each, and what is written from the functions', () => {
  const written = ['src/functions/formulas.ts', 'src/functions/index.ts'];
  expect(copy.changed()).toEqual([...Object.keys(ADDED), ...written].sort());
});
