/** The ready models on the command line: which there are, and each as a workbook. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { models } from '../../src/command/models';
import { MODELS } from '../../src/models';
import { typed } from './terminal';

const command = resolve(__dirname, '../../bin/taas.mjs');
const built = resolve(__dirname, '../../dist/models');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taas-models-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The built command, in the folder. */
const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'models', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout.trim(), complaints: stderr.trim() };
};

test('they are listed with the question that each answers', async () => {
  const { out, code } = await typed(['models']);
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines).toHaveLength(MODELS.length);
  MODELS.forEach(({ key, name, question }, i) => {
    for (const text of [key, name, question]) expect(lines[i]).toContain(text);
  });
  const { out: json } = await typed(['models', '--json']);
  expect(JSON.parse(json)).toEqual(MODELS.map(({ key, name, question }) => ({ key, name, question })));
});

test('a model is written here under its own name, live or native, and never over a file', () => {
  const name = 't1-margin-bridge-live.xlsx';
  expect(run('T1')).toEqual({ status: 0, out: `T1 Margin bridge: ${name}`, complaints: '' });
  expect(readFileSync(join(folder, name))).toEqual(readFileSync(join(built, name)));
  expect(run('T1')).toEqual({
    status: 1,
    out: '',
    complaints: `${name} is there already: choose another --out, or add --force to replace it.`,
  });
  writeFileSync(join(folder, 'mine.xlsx'), 'mine');
  expect(run('t1', '--native', '--out', 'mine.xlsx').status).toBe(1);
  expect(readFileSync(join(folder, 'mine.xlsx'), 'utf8')).toBe('mine');
  expect(run('t1', '--native', '--out', 'mine.xlsx', '--force', '--json')).toEqual({
    status: 0,
    out: '{"key":"T1","file":"mine.xlsx"}',
    complaints: '',
  });
  expect(readFileSync(join(folder, 'mine.xlsx'))).toEqual(readFileSync(join(built, 't1-margin-bridge-native.xlsx')));
});

test.each<[string[], string]>([
  [['T0'], 'models: no model T0; the nearest is T1 of'],
  [['T1', 'T2'], 'models: T1 T2 are 2 models: expected one.'],
  [['T1', '--out', 'bridge.xls'], '--out is bridge.xls: expected a file that ends in .xlsx.'],
  [['--native'], 'expected its key, such as T1.'],
  [['T1', '--colour'], 'models: no option --colour; the nearest is '],
])('taas models %j is not understood, and says what is expected', async (words, sentence) => {
  const { code, out, complaints } = await typed(['models', ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(complaints).toContain(sentence);
});

test('where the models have not been built, or there is no such folder to write to, it says so', () => {
  expect(() => models(['T1'], {}, join(folder, 'models'))).toThrow(
    expect.objectContaining({
      sentence: expect.stringMatching(/^The ready models are not there .*npm run build writes them/) as string,
    }),
  );
  expect(run('T1', '--out', 'none/mine.xlsx')).toMatchObject({
    status: 1,
    complaints: 'There is no folder none for mine.xlsx.',
  });
});
