/** Folders as they are found: broken files, links, pipes, names in any writing, and files that change while they are read. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { taas } from '../../src/command/taas';
import type { Terminal } from '../../src/command/terminal';
import { workplace } from './workplace';

const { file, names, rowsIn, sweep, told, parquet } = workplace();

const scenarios = (name: string, rows = 6144): Promise<void> =>
  parquet(
    name,
    `SELECT i AS id, 1 + i % 100 / 100 AS token_spend, 'name ' || i AS name FROM range(${rows}) AS s(i)`,
    ', ROW_GROUP_SIZE 2048',
  );
beforeEach(() => mkdirSync(file('in')));

describe('a broken Parquet file among whole ones', () => {
  beforeEach(async () => {
    await scenarios('in/a.parquet');
    await scenarios('in/b.parquet');
  });
  /** One sentence that names the broken file, and nothing written. */
  async function refused(): Promise<void> {
    const said = await sweep('in', 'r.parquet');
    expect([said.code, told(said), said.out]).toEqual([1, expect.stringMatching(/^.*\bin\/b\.parquet\b.*$/), '']);
    expect(names()).toEqual(['in']);
  }

  test('wherever it is cut off', async () => {
    const whole = readFileSync(file('in/b.parquet'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        writeFileSync(file('in/b.parquet'), whole.subarray(0, length));
        await refused();
      }),
      { numRuns: 12, examples: [[0], [4], [whole.length - 1], [whole.length - 4], [whole.length - 8]] },
    );
  });

  test('with the right magic around a footer that is none', async () => {
    for (const length of [0, 1, 64, 0x7fffffff, 0xffffffff]) {
      const end = Buffer.alloc(8, 'PAR1');
      end.writeUInt32LE(length);
      writeFileSync(file('in/b.parquet'), Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(200, 0x5a), end]));
      await refused();
    }
  });

  test('whose rows are overwritten', async () => {
    const whole = readFileSync(file('in/b.parquet'));
    for (const from of [4, 5000, 20_000]) {
      writeFileSync(file('in/b.parquet'), Buffer.from(whole).fill(0xff, from, from + 4000));
      await refused();
    }
  });
});

const onUnix = process.platform === 'win32' ? test.failing : test;

describe('what a folder holds besides files', () => {
  beforeEach(() => writeFileSync(file('in/a.csv'), 'token_spend\n1\n'));

  onUnix.each<[string, () => void, string]>([
    [
      'a link to a link to it',
      () => (symlinkSync(file('in/y.csv'), file('in/x.csv')), symlinkSync(file('in/x.csv'), file('in/y.csv'))),
      'in/x.csv is a link that leads back to itself.',
    ],
    [
      'a link to the folder around it, some folders down',
      () => (mkdirSync(file('in/deep/er'), { recursive: true }), symlinkSync('../..', file('in/deep/er/up'))),
      'in/deep/er/up is a link to a folder around it: it would be read for ever.',
    ],
    [
      'a link to a folder that is there too',
      () => (
        mkdirSync(file('in/b')),
        writeFileSync(file('in/b/b.csv'), 'token_spend\n1\n'),
        symlinkSync('b', file('in/c'))
      ),
      'in/b/b.csv and in/c/b.csv are one file: expected every file once.',
    ],
    ['a link to nothing', () => symlinkSync('gone.csv', file('in/x.csv')), 'There is no file in/x.csv.'],
    ['a pipe', () => void execFileSync('mkfifo', [file('in/x.csv')]), 'in/x.csv is neither a file nor a folder.'],
    ['a device', () => symlinkSync('/dev/zero', file('in/x.csv')), 'in/x.csv is neither a file nor a folder.'],
  ])('%s', async (_what, make, sentence) => {
    make();
    const said = await sweep('in', 'r.csv');
    expect([said.code, told(said)]).toEqual([1, sentence]);
    expect(names()).toEqual(['in']);
  });
});

// A file system may keep two spellings of one letter apart, or not.
const PLAIN = [
  '日本語',
  'данные',
  'مدخلات',
  'caf\u00e9',
  '🧮',
  "it's",
  '100%',
  '[x]',
  '{a,b}',
  'a;b',
  '-rf',
  '~',
  '$HOME',
];
const ON_LINUX = ['cafe\u0301', 'two\nlines', 'a*b', 'a"b', 'a\\b', 'a:b', '<a>', 'a?b'];
const NAMES = process.platform === 'linux' ? [...PLAIN, ...ON_LINUX] : PLAIN;

test('files and folders have names in any writing, and every row keeps its place', async () => {
  for (const [i, name] of NAMES.entries()) {
    mkdirSync(file(`in/${name}`));
    await parquet('one.parquet', `SELECT 1.0 AS token_spend, ${i} AS id`);
    renameSync(file('one.parquet'), file(`in/${name}/${name}.parquet`));
  }
  expect(await sweep('in', 'r.parquet')).toMatchObject({ code: 0, complaints: '' });
  const ids = await rowsIn(`SELECT id FROM '${file('r.parquet')}' WHERE taas_margin IS NOT NULL ORDER BY id`);
  expect(ids).toEqual(NAMES.map((_, i) => [i]));
});

test.each(NAMES.filter((name) => name !== 'a?b'))('an input and a result called %j', async (name) => {
  await scenarios('one.parquet', 10);
  renameSync(file('one.parquet'), file(`in/${name}.parquet`));
  expect(await sweep(`in/${name}.parquet`, `${name}.csv`)).toMatchObject({ code: 0, complaints: '' });
  expect(names()).toEqual(['in', `${name}.csv`].sort());
  expect(readFileSync(file(`${name}.csv`), 'utf8').split('\n')).toHaveLength(12);
});

onUnix('a result with a ? in its name is refused, since its parts could not be kept', async () => {
  await scenarios('in/a.parquet', 10);
  const said = await sweep('in/a.parquet', 'a?b.csv');
  expect([said.code, told(said)]).toEqual([
    2,
    '--out is a?b.csv, where unfinished work cannot be kept: expected a name without ?.\nSee taas help.',
  ]);
  expect(names()).toEqual(['in']);
});

describe('while it is read', () => {
  const CHANGED = 'changed while it was read: give the same command again when nobody writes to it.';

  /** Does something once the first part is finished: the terminal is told so. */
  async function meanwhile(inputs: string, act: () => void): Promise<{ code: number; complaints: string[] }> {
    const complaints: string[] = [];
    let shown = 0;
    const terminal: Terminal = {
      say: () => undefined,
      complain: (line) => complaints.push(line.replaceAll(`${dirname(file('in'))}/`, '')),
      progress: () => void (shown++ === 1 && act()),
      interruption: new AbortController().signal,
    };
    const words = ['--inputs', file(inputs), '--out', file('r.parquet'), '--rows-per-part', '2048'];
    return { code: await taas(['sweep', 'TAAS_MARGIN', ...words], terminal), complaints };
  }

  test.each<[string, string, () => void]>([
    ['a Parquet file grows', 'in/a.parquet', () => appendFileSync(file('in/a.parquet'), 'x')],
    ['a Parquet file is replaced', 'in/a.parquet', () => renameSync(file('other.parquet'), file('in/a.parquet'))],
    [
      'a Parquet file in a folder, read already, is replaced by one of the same size',
      'in',
      () => (copyFileSync(file('in/a.parquet'), file('new')), renameSync(file('new'), file('in/a.parquet'))),
    ],
    ['a Parquet file vanishes', 'in/a.parquet', () => rmSync(file('in/a.parquet'))],
    ['a Parquet file becomes a CSV', 'in/a.parquet', () => writeFileSync(file('in/a.parquet'), 'token_spend\n1\n')],
  ])('%s: there is no result, and the next command makes one', async (_what, inputs, act) => {
    await scenarios('in/a.parquet');
    await scenarios('in/b.parquet');
    await scenarios('other.parquet', 2048);
    const said = await meanwhile(inputs, act);
    expect(said).toEqual({ code: 1, complaints: [`in/a.parquet ${CHANGED}`] });
    expect(names().filter((name) => name.startsWith('r.'))).toEqual([]);
    await scenarios('in/a.parquet', 10);
    expect((await sweep('in/a.parquet', 'r.parquet')).code).toBe(0);
  });
});
