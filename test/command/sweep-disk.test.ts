/** Disks that are full, forbidden or in use: a sentence, nothing lost, and the same command goes on. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diskSentence, isDiskFull } from '../../src/command/disk';
import { describeWhere } from '../only-where';
import { workplace } from './workplace';

const { file, names, rowsIn, sweep, told, parquet } = workplace();

describe('what a file system says no with is a sentence', () => {
  test.each<[string, string, string]>([
    ['EACCES', 'Permission denied', 'r.csv: permission denied.'],
    ['EPERM', 'Operation not permitted', 'r.csv: permission denied.'],
    ['ENOENT', 'No such file or directory', 'There is no file r.csv.'],
    ['EISDIR', 'Is a directory', 'r.csv is a folder: expected a file.'],
    ['ENOTDIR', 'Not a directory', 'r.csv is looked for inside a file: expected a folder there.'],
    ['ELOOP', 'Too many levels of symbolic links', 'r.csv is a link that leads back to itself.'],
    ['ENAMETOOLONG', 'File name too long', 'r.csv is too long for a name of a file.'],
    ['EROFS', 'Read-only file system', 'r.csv is on a disk that may only be read.'],
    ['EBUSY', 'Device or resource busy', 'r.csv is in use by another program.'],
    ['EMFILE', 'Too many open files', 'Too many files are open: raise the limit (ulimit -n).'],
    ['EIO', 'Input/output error', 'r.csv could not be read or written: the disk reports an error.'],
    ['ENOSPC', 'No space left on device', 'The disk is full.'],
    ['EDQUOT', 'Disk quota exceeded', 'The disk is full.'],
    ['EFBIG', 'File too large', 'The disk is full.'],
  ])('%s', (code, words, sentence) => {
    expect(diskSentence(Object.assign(new Error(words), { code, path: 'r.csv' }))).toBe(sentence);
    const duckdb = new Error(`IO Error: Cannot open file "r.csv": ${words}\n\nLINE 1`);
    expect(diskSentence(duckdb)).toBe(sentence);
    expect(isDiskFull(duckdb)).toBe(sentence === 'The disk is full.');
  });

  test('and nothing else is one', () => {
    expect(diskSentence(new Error('no such file'))).toBeUndefined();
    expect(diskSentence(new TypeError('x is not a function'))).toBeUndefined();
    expect(isDiskFull(new TypeError('x is not a function'))).toBe(false);
  });
});

test('a folder where nobody may write ends with a sentence', async () => {
  await parquet('s.parquet', 'SELECT 1 AS token_spend');
  // Root may write everywhere but where the kernel does not let it.
  const forbidden = process.platform === 'linux' ? '/proc/r.parquet' : file('closed/r.parquet');
  if (process.platform !== 'linux') mkdirSync(file('closed'), { mode: 0o500 });
  const said = spawnSync(
    process.execPath,
    [resolve('bin/taas.mjs'), 'sweep', 'TAAS_MARGIN', '--inputs', file('s.parquet'), '--out', forbidden],
    { encoding: 'utf8' },
  );
  expect([said.status, said.stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(/r\.parts/)]]);
});

const onUnix = process.platform === 'win32' ? test.failing : test;

describe('a command with a limit', () => {
  const PARTS = ['--rows-per-part', '10000'];
  /** Types the command in a shell in which files may grow, or be open, up to a limit only. */
  const limited = (limit: string, out: string): { status: number | null; stderr: string } => {
    const words = ['sweep', 'TAAS_MARGIN', '--inputs', file('s.parquet'), '--out', file(out), ...PARTS];
    const command = `trap '' XFSZ; ulimit ${limit}; exec "$@"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', command, 'bash', process.execPath, resolve('bin/taas.mjs'), ...words],
      { encoding: 'utf8' },
    );
    return { status, stderr: stderr.replaceAll(file('r'), 'r').replaceAll(file('s'), 's') };
  };
  beforeEach(async () => {
    const rows =
      "SELECT i AS id, CASE WHEN i % 50 = 0 THEN -1 ELSE 1 + i % 100 / 100 END AS token_spend, 'row ' || i AS name";
    await parquet('s.parquet', `${rows} FROM range(60000) AS s(i)`, ', ROW_GROUP_SIZE 10000');
  });

  // Files may grow to so many kilobytes: too few for the first part, for the record of parts, for the parts together.
  onUnix.each([4, 64, 256, 400, 700])(
    'of %d KB for a file keeps what is finished and the same command goes on',
    async (kilobytes) => {
      const before = readFileSync(file('s.parquet'));
      const first = limited(`-f ${kilobytes}`, 'r.csv');
      if (first.status === 3) expect(names()).toEqual(['r.csv', 'r.rejects.csv', 's.parquet']);
      else {
        expect([first.status, first.stderr]).toEqual([1, expect.stringMatching(/^The disk is full\. .*again\.\n$/)]);
        expect(names()).toEqual(first.stderr.includes('kept in r.parts') ? ['r.parts', 's.parquet'] : ['s.parquet']);
        const on = await sweep('s.parquet', 'r.csv', ...PARTS);
        expect([on.code, told(on)]).toEqual([3, expect.stringContaining('1,200 bad rows have no result')]);
      }
      expect(readFileSync(file('s.parquet')).equals(before)).toBe(true);
      const counts = `SELECT count(*), count(DISTINCT id), count(taas_margin) FROM read_csv('${file('r.csv')}')`;
      expect(await rowsIn(counts)).toEqual([[60000n, 60000n, 58800n]]);
      expect(await rowsIn(`SELECT count(*), count(DISTINCT id) FROM read_csv('${file('r.rejects.csv')}')`)).toEqual([
        [1200n, 1200n],
      ]);
    },
  );

  // How many files are open before the sweep opens one differs from machine to machine.
  onUnix('of open files says so', () => {
    const limits = Array.from({ length: 12 }, (_, i) => 18 + 2 * i);
    const said = limits.map((limit, i) => limited(`-n ${limit}`, `r${i}.csv`)).filter(({ status }) => status === 1);
    expect(said.map(({ stderr }) => stderr)).toContain('Too many files are open: raise the limit (ulimit -n).\n');
  });
});

describe('a picture or a model that cannot be written ends with a sentence', () => {
  beforeEach(() => {
    writeFileSync(file('x'), '');
    mkdirSync(file('folder.svg'));
    mkdirSync(file('folder.xlsx'));
  });
  test.each<[string[], string]>([
    [
      ['eval', 'TAAS_TORNADO("TAAS_MARGIN")', '--chart', 'x/out.svg'],
      'x/out.svg is looked for inside a file: expected a folder there.',
    ],
    [['eval', 'TAAS_TORNADO("TAAS_MARGIN")', '--chart', 'none/out.svg'], 'There is no folder none for out.svg.'],
    [
      ['eval', 'TAAS_TORNADO("TAAS_MARGIN")', '--chart', 'folder.svg', '--force'],
      'folder.svg is a folder: expected a file.',
    ],
    [['models', 'T1', '--out', 'x/out.xlsx'], 'x/out.xlsx is looked for inside a file: expected a folder there.'],
    [['models', 'T1', '--out', 'none/out.xlsx'], 'There is no folder none for out.xlsx.'],
  ])('taas %j', (words, sentence) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/taas.mjs'), ...words], {
      encoding: 'utf8',
      cwd: resolve(file('x'), '..'),
    });
    expect([status, stdout, stderr]).toEqual([1, '', `${sentence}\n`]);
  });
});

/** Root may write everywhere; as somebody else it may start the command, and not write. */
const NOBODY = 65534;
const version = spawnSync(process.execPath, [resolve('bin/taas.mjs'), '--version'], { uid: NOBODY });
const because = 'only root may start a command as somebody else, where that may read this folder';
describeWhere(version.status === 0, because)('in a folder where only others may write', () => {
  test.each<[string[], string]>([
    [['sweep', 'TAAS_MARGIN', '--inputs', 's.parquet', '--out', 'r.csv'], 'r.parts: permission denied.'],
    [['eval', 'TAAS_TORNADO("TAAS_MARGIN")', '--chart', 'out.svg'], 'out.svg: permission denied.'],
    [['models', 'T1', '--out', 'out.xlsx'], 'out.xlsx: permission denied.'],
  ])('taas %j', async (words, sentence) => {
    await parquet('s.parquet', 'SELECT 1 AS token_spend');
    const cwd = resolve(file('s.parquet'), '..');
    chmodSync(cwd, 0o755);
    const said = spawnSync(process.execPath, [resolve('bin/taas.mjs'), ...words], {
      encoding: 'utf8',
      cwd,
      uid: NOBODY,
    });
    expect([said.status, said.stdout, said.stderr]).toEqual([1, '', `${sentence}\n`]);
    expect(names()).toEqual(['s.parquet']);
  });
});
