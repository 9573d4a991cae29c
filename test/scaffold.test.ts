/**
 * Adding a function is adding two files, its own and its test. A copy of the repository gets one more function,
 * is built, and shows it wherever an analyst or an assistant would look for it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Metadata } from '../src/workbench/metadata';
import { standInForExcel } from '../src/workbench/office-stand-in';
import { openSheet } from './workbench/headless';

const repository = resolve(__dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'taas-scaffold-'));

const FUNCTION = `import { define } from '../../catalogue/define';
import { rate } from '../../catalogue/parameters';

/** Steady growth: the rule of 72, exactly. */
export const TAAS_DOUBLE = define({
  name: 'TAAS_DOUBLE',
  family: 'returns',
  answers: 'How many years a run-rate takes to double at a steady growth rate.',
  parameters: { growth: rate('Growth a year.', { above: 0, max: 100, required: true }) },
  result: { shape: 'number', unit: 'years', about: 'doubling time' },
  formula: (x, m) => m.step('years_to_double', m.ln(2).div(m.ln(x.growth.plus(1)))),
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

const ADDED = {
  'src/functions/returns/TAAS_DOUBLE.ts': FUNCTION,
  'test/functions/returns/TAAS_DOUBLE.test.ts': ITS_TEST,
};

/** What is built, installed or kept by tools; a fresh clone has none of it. */
const NOT_SOURCE = [
  'node_modules',
  'dist',
  '.git',
  'artifacts',
  'coverage',
  'reports',
  '.stryker-tmp',
  '.certificates',
];

/** Packages are linked one by one, so that what tools cache beside them stays in the copy. */
function linkPackages(): void {
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(join(repository, 'node_modules', name), join(copy, 'node_modules', name));
  }
}

/** Every source file of the copy and what is in it. */
function sources(): Map<string, string> {
  const files = readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(copy, join(entry.parentPath, entry.name)))
    .filter((path) => !NOT_SOURCE.includes(path.split(sep)[0]!));
  return new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(copy, path)))
        .digest('hex'),
    ]),
  );
}

/** What this test was started with, and the copy is not. */
const OURS = ['JEST_WORKER_ID', 'NODE_ENV', 'NODE_OPTIONS', 'ADDIN_URL'];

/** Runs a script of the copy in Node, offline; what it printed, or a failure that shows it. */
function run(script: string, ...args: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name)));
  const done = spawnSync(process.execPath, [join(copy, script), ...args], { cwd: copy, env, encoding: 'utf8' });
  const printed = `${done.stdout}${done.stderr}`;
  if (done.status !== 0) throw new Error(`${script} ended with ${done.status}:\n${printed}`);
  return printed;
}

const built = (file: string): string => readFileSync(join(copy, 'dist', file), 'utf8');
let before: Map<string, string>;

beforeAll(() => {
  cpSync(repository, copy, {
    recursive: true,
    filter: (path) => resolve(path, '..') !== repository || !NOT_SOURCE.includes(basename(path)),
  });
  before = sources();
  linkPackages();
  for (const [path, text] of Object.entries(ADDED)) writeFileSync(join(copy, path), text);
  run('scripts/index-functions.mjs');
  // The add-in and what is derived from the catalogue; the workbench’s grid does not know one function from another.
  run('node_modules/webpack-cli/bin/cli.js', '--config-name', 'addin');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('its own test passes, and the tests of every function take it up', () => {
  const printed = run(
    'node_modules/jest/bin/jest.js',
    '--verbose',
    '--testNamePattern',
    'TAAS_DOUBLE|doubl',
    'test/functions/returns/TAAS_DOUBLE.test.ts',
    'test/functions/examples.test.ts',
  );
  expect(printed).toContain('✓ growth of 41.4% doubles in two years');
  expect(printed).toContain('✓ what does not grow does not double');
  expect(printed).toContain('✓ TAAS_DOUBLE, example 2: the rule of 72 says nine years at 8%');
  expect(printed).toContain('✓ TAAS_DOUBLE says in a sentence what it answers');
});

test('functions.json offers it to Excel, with its help', () => {
  const { functions } = JSON.parse(built('functions.json')) as Metadata & {
    functions: readonly { id: string; helpUrl: string; parameters: readonly { name: string }[] }[];
  };
  const found = functions.find(({ id }) => id === 'TAAS_DOUBLE')!;
  expect(found.parameters.map(({ name }) => name)).toEqual(['growth']);
  expect(found.helpUrl).toMatch(/\/help\/TAAS_DOUBLE\.html$/);
  expect(existsSync(join(copy, 'dist/help/TAAS_DOUBLE.html'))).toBe(true);
});

test('its help page answers its examples, and the index leads to it', () => {
  const page = built('help/TAAS_DOUBLE.html');
  expect(page).toContain('How many years a run-rate takes to double at a steady growth rate.');
  expect(page).toContain('The rule of 72 says nine years at 8%.');
  expect(page).toContain('9.01');
  expect(page).toContain('=LET(');
  expect(built('help/index.html')).toContain('TAAS_DOUBLE.html');
});

test('catalogue.json and llms.txt tell an assistant of it', () => {
  const { functions } = JSON.parse(built('catalogue.json')) as {
    functions: readonly { name: string; family: string }[];
  };
  expect(functions.find(({ name }) => name === 'TAAS_DOUBLE')).toMatchObject({ family: 'returns' });
  expect(built('llms.txt')).toContain('TAAS_DOUBLE(growth)');
});

test('typed into the workbench, which runs the built add-in, it answers; so do the analyses of it', async () => {
  const implementations = standInForExcel(globalThis);
  new Function(built('functions.js'))();
  expect(implementations.has('TAAS_DOUBLE')).toBe(true);
  const sheet = openSheet(JSON.parse(built('functions.json')) as Metadata, implementations);
  expect(await sheet.answer('=TAAS_DOUBLE(8%)', 'A1')).toBeCloseTo(9.00646834200059, 12);
  expect(await sheet.answer('=TAAS_SOLVE("TAAS_DOUBLE",3,"growth")', 'A2')).toBeCloseTo(2 ** (1 / 3) - 1, 12);
  expect(await sheet.answer('=TAAS_DOUBLE(-8%)', 'A3')).toBe('#VALUE!');
  sheet.close();
});

test('nothing else was edited: two files more, and the index that is written from the folder', () => {
  const after = sources();
  const changed = [...after].filter(([path, digest]) => before.get(path) !== digest).map(([path]) => path);
  expect(changed.sort()).toEqual([...Object.keys(ADDED), 'src/functions/index.ts'].sort());
  expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
});
