/** What a sweep reads stays as it was; what it writes stands where nothing was; all files are one table or none. */
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { number } from '../functions/cell';
import { typed, type Said } from './terminal';
import { workplace } from './workplace';

const { file, text, names, rowsIn, sweep, told, parquet } = workplace();

const SPEND = '2.0::DOUBLE AS token_spend';
const lines = (name: string, all: readonly string[]): void => writeFileSync(file(name), `${all.join('\n')}\n`);
const csv = (name: string, ...all: string[]): void => lines(name, all);
const folder = (name: string): void => void mkdirSync(file(name), { recursive: true });
/** Parquet files that other programs write and DuckDB does not. */
const written = (name: string, base64: string): void => writeFileSync(file(name), Buffer.from(base64, 'base64'));

describe('files of one schema are one table', () => {
  test.each<[string, string, string, string[]]>([
    ['whole numbers of any width', '1::INTEGER AS id', '9007199254740993::BIGINT AS id', ['1', '9007199254740993']],
    [
      'an input as whole numbers and as decimals',
      '1 AS id, 1::INTEGER AS fixed_fee',
      '2 AS id, 0.7::DOUBLE AS fixed_fee',
      ['1', '2'],
    ],
    ['columns in another order', "1 AS id, 'x' AS name", "'y' AS name, 2 AS id", ['1', '2']],
  ])('%s', async (_what, a, b, ids) => {
    folder('in');
    await parquet('in/a.parquet', `SELECT ${SPEND}, ${a}`);
    await parquet('in/b.parquet', `SELECT ${SPEND}, ${b}`);
    expect(await sweep('in', 'r.parquet')).toMatchObject({ code: 0, complaints: '' });
    const rows = await rowsIn(`SELECT id::VARCHAR, taas_margin IS NOT NULL FROM '${file('r.parquet')}'`);
    expect(rows).toEqual(ids.map((id) => [id, true]));
  });

  test.each<[string, string, string, string]>([
    [
      'decimals of two scales, where 1.50 would become 150',
      '1.5::DECIMAL(12,2) AS amount',
      '1.5::DECIMAL(12,4) AS amount',
      'amount is DECIMAL(12,2) in in/a.parquet and DECIMAL(12,4) in in/b.parquet: expected one type',
    ],
    [
      'a number and a text',
      '1 AS id',
      "'x' AS id",
      'id is INTEGER in in/a.parquet and VARCHAR in in/b.parquet: expected one type',
    ],
    [
      'unsigned and signed, of which no type holds both',
      '1::UBIGINT AS id',
      '1::BIGINT AS id',
      'id is UBIGINT in in/a.parquet and BIGINT in in/b.parquet: expected one type',
    ],
    ['a column more', '1 AS id', '2 AS id, 3 AS other', 'in/b.parquet has a column other that in/a.parquet lacks'],
    ['a column less', '1 AS id, 3 AS other', '2 AS id', 'in/a.parquet has a column other that in/b.parquet lacks'],
  ])('but not %s', async (_what, a, b, sentence) => {
    folder('in');
    await parquet('in/a.parquet', `SELECT ${SPEND}, ${a}`);
    await parquet('in/b.parquet', `SELECT ${SPEND}, ${b}`);
    const said = await sweep('in', 'r.parquet');
    expect([said.code, told(said).slice(0, sentence.length)]).toEqual([1, sentence]);
    expect(names()).toEqual(['in']);
  });

  test('CSV files have the same names in their headers, in any order', async () => {
    folder('in');
    csv('in/a.csv', 'id,token_spend', 'a1,2');
    csv('in/b.csv', 'Token_Spend;id', '1;b1', 'x;b2');
    const said = await sweep('in', 'r.csv');
    const [a, b] = [2, 1].map((token_spend) => number('TAAS_MARGIN', { token_spend }));
    expect(
      text('r.csv')
        .split('\n')
        .map((line) => line.split(',').slice(0, 2).join()),
    ).toEqual(['id,token_spend', 'a1,2.0', 'b1,1.0', 'b2,', '']);
    expect(
      text('r.csv')
        .split('\n')
        .slice(1, 3)
        .map((line) => Number(line.split(',')[2])),
    ).toEqual([expect.closeTo(a!, 12), expect.closeTo(b!, 12)]);
    expect(said.out.split('\n')[0]).toContain('(2 files)');
    expect(text('r.rejects.csv').split('\n')[1]).toBe(
      `${file('in/b.csv')},3,"token_spend is ""x"": expected a number from 0 to 1,000,000",b2`,
    );
    csv('in/c.csv', 'id,token_spend,case', 'a1,2,low');
    expect(told(await sweep('in', 's.csv'))).toBe(
      'in/c.csv has a column case that in/a.csv lacks: expected the same columns in every file.',
    );
  });

  test('folders called year=2026 are a column, as it is written there', async () => {
    for (const [place, id] of [
      ['region=007/opex_rate=0.05', 1],
      ['region=N%2FA/opex_rate=6%25', 2],
    ] as const) {
      folder(`in/${place}`);
      await parquet(`in/${place}/a.parquet`, `SELECT ${SPEND}, ${id} AS id`);
    }
    expect(await sweep('in', 'r.parquet')).toMatchObject({ code: 0, complaints: '' });
    const rows = await rowsIn(`SELECT id, region, opex_rate, taas_margin FROM '${file('r.parquet')}' ORDER BY id`);
    expect(rows).toEqual([
      [1, '007', 0.05, expect.closeTo(number('TAAS_MARGIN', { token_spend: 2, opex_rate: 0.05 }), 12)],
      [2, 'N/A', 0.06, expect.closeTo(number('TAAS_MARGIN', { token_spend: 2, opex_rate: 0.06 }), 12)],
    ]);
    folder('c/year=2026');
    csv('c/year=2026/a.csv', 'token_spend', '2');
    await sweep('c', 'c.csv');
    expect(text('c.csv')).toMatch(/^token_spend,year,taas_margin\n2\.0,2026,/);
    csv('c/b.csv', 'token_spend', '2');
    expect(told(await sweep('c', 'd.csv'))).toBe(
      'c/year=2026/a.csv has a column year that c/b.csv lacks: expected the same columns in every file.',
    );
  });

  test('folders around the result add no column to it', async () => {
    folder('year=2026');
    await parquet('s.parquet', `SELECT ${SPEND}`);
    await sweep('s.parquet', 'year=2026/r.parquet');
    expect(
      await rowsIn(`DESCRIBE SELECT * FROM read_parquet('${file('year=2026/r.parquet')}', hive_partitioning = false)`),
    ).toHaveLength(2);
  });

  test('a name with wildcards in it is a name', async () => {
    await parquet('s[1].parquet', `SELECT ${SPEND}, 1 AS id`);
    await parquet('s1.parquet', `SELECT ${SPEND}, 2 AS id`);
    await sweep('s[1].parquet', 'r[1]*.parquet');
    expect(await rowsIn(`SELECT id FROM read_parquet('${file('r[[]1][*].parquet')}')`)).toEqual([[1]]);
  });

  test.each<[string, () => Promise<void> | void, string]>([
    [
      'two names that differ in case',
      () =>
        written(
          's.parquet',
          'UEFSMRUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEAAAAAAADwPxUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEAAAAAAAAAQBUEGTw1ABgGc2NoZW1hFQQAFQolAhgLdG9rZW5fc3BlbmQAFQolAhgLVG9rZW5fU3BlbmQAFgIZHBksJgAcFQoZJQYAGRgLdG9rZW5fc3BlbmQVABYCFkIWQiYISRwVABUAFQIAPCkGGSYAAgAAACYAHBUKGSUGABkYC1Rva2VuX1NwZW5kFQAWAhZCFkImSkkcFQAVABUCADwpBhkmAAIAAAAWhAEWAiYIFoQBACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZLBwAABwAAADZAAAAUEFSMQ==',
        ),
      's.parquet has two columns Token_Spend.',
    ],
    [
      'more digits than DuckDB has',
      () =>
        written(
          's.parquet',
          'UEFSMRUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEAAAAAAADwPxUAFTIVMiwVAhUAFQYVBhwAAAACAAAAAgEAAWrOkK3/Ves0I3mVVuiQoDoUFQQZPDUAGAZzY2hlbWEVBAAVCiUCGAt0b2tlbl9zcGVuZAAVDhUmFQIYAWQlChUEFVgsXBUEFVgAAAAWAhkcGSwmABwVChklBgAZGAt0b2tlbl9zcGVuZBUAFgIWQhZCJghJHBUAFQAVAgA8KQYZJgACAAAAJgAcFQ4ZJQYAGRgBZBUAFgIWWBZYJkpJHBUAFQAVAgA8KQYZJgACAAAAFpoBFgImCBaaAQAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjYuMC4xGSwcAAAcAAAA1QAAAFBBUjE=',
        ),
      's.parquet has a column d of which DuckDB would cut off digits: leave it out.',
    ],
    [
      'a time of day in nanoseconds',
      () =>
        written(
          's.parquet',
          'UEFSMRUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEAAAAAAADwPxUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEVDZLuvSAAABUEGTw1ABgGc2NoZW1hFQQAFQolAhgLdG9rZW5fc3BlbmQAFQQlAhgBdGx8Ehw8AAAAAAAWAhkcGSwmABwVChklBgAZGAt0b2tlbl9zcGVuZBUAFgIWQhZCJghJHBUAFQAVAgA8KQYZJgACAAAAJgAcFQQZJQYAGRgBdBUAFgIWQhZCJkpJHBUAFQAVAgA8KQYZJgACAAAAFoQBFgImCBaEAQAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjYuMC4xGSwcAAAcAAAAzgAAAFBBUjE=',
        ),
      's.parquet has a column t of which DuckDB would cut off digits: leave it out.',
    ],
    [
      'a name that is needed',
      () => parquet('s.parquet', `SELECT ${SPEND}, 1 AS file_row_number`),
      's.parquet has a column file_row_number, a name that is needed: rename it.',
    ],
    [
      'a column called as the result',
      () => parquet('s.parquet', `SELECT ${SPEND}, 1 AS Taas_Margin`),
      's.parquet has a column Taas_Margin, as the result would be called: rename it.',
    ],
    [
      'an input in two columns',
      () => parquet('s.parquet', `SELECT 0.3 AS "tiers[2].rate", 0.4 AS tiers_2_rate`),
      's.parquet has tiers[2].rate in two columns, tiers[2].rate and tiers_2_rate: expected one, or --keep "tiers_2_rate" to carry it along.',
    ],
  ])('%s is refused', async (_what, make, sentence) => {
    await make();
    expect(told(await sweep('s.parquet', 'r.parquet'))).toBe(sentence);
    expect(names()).toEqual(['s.parquet']);
  });

  test('NULL, NaN and infinite values are bad rows, and every carried value comes out as it went in', async () => {
    const spends = ["'2'", 'NULL', "'nan'", "'inf'", "'-inf'", "'1'"];
    const carried = `row_number() OVER () AS id, 1.50::DECIMAL(12,2) AS amount, 'nan'::DOUBLE AS odd, NULL::DATE AS day,
      TIMESTAMPTZ '2026-03-31 00:00:00+00' AS at, [1, NULL] AS list, {'a': 'x'} AS struct, 'x'::BLOB AS bytes`;
    await parquet(
      's.parquet',
      `SELECT v::DOUBLE AS token_spend, ${carried} FROM (VALUES ${spends.map((v) => `(${v})`).join()}) AS s(v)`,
    );
    const said = await sweep('s.parquet', 'r.parquet');
    expect(said.code).toBe(3);
    expect(
      text('r.rejects.csv')
        .split('\n')
        .slice(0, 5)
        .map((line) => line.split(',').slice(0, 2).join()),
    ).toEqual([
      'row,reason',
      '2,"token_spend is blank: expected a number from 0 to 1',
      '3,"token_spend is not a number: expected a number from 0 to 1',
      '4,"token_spend is infinite: expected a number from 0 to 1',
      '5,"token_spend is -infinite: expected a number from 0 to 1',
    ]);
    const differ =
      await rowsIn(`SELECT count(*) FROM '${file('s.parquet')}' AS s POSITIONAL JOIN '${file('r.parquet')}' AS r
      WHERE s IS DISTINCT FROM struct_pack(token_spend := r.token_spend, id := r.id, amount := r.amount, odd := r.odd,
        day := r.day, at := r.at, list := r.list, struct := r.struct, bytes := r.bytes)`);
    expect(differ).toEqual([[0n]]);
    const types = (name: string) =>
      rowsIn(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '${file(name)}')`);
    expect((await types('r.parquet')).slice(0, -1)).toEqual(await types('s.parquet'));
  });
});

describe('what is read is not written', () => {
  const LINES = ['token_spend', '1', '2'];
  const bytes = (): string => readFileSync(file('s.csv'), 'utf8');
  beforeEach(() => csv('s.csv', ...LINES));
  afterEach(() => expect(bytes()).toBe(`${LINES.join('\n')}\n`));

  test.each<[string, () => void, string, string, string]>([
    ['as the result', () => undefined, 's.csv', 's.csv', 's.csv would be written and is an input'],
    ['by another spelling', () => folder('x'), 's.csv', 'x/../s.csv', 's.csv would be written and is an input'],
    [
      'by a link',
      () => symlinkSync(file('s.csv'), file('l.csv')),
      's.csv',
      'l.csv',
      'l.csv would be written and is an input',
    ],
    [
      'by a link to it',
      () => symlinkSync(file('s.csv'), file('l.csv')),
      'l.csv',
      's.csv',
      's.csv would be written and is an input',
    ],
    [
      'by a second name',
      () => linkSync(file('s.csv'), file('l.csv')),
      's.csv',
      'l.csv',
      'l.csv would be written and is an input',
    ],
    [
      'as the list of bad rows',
      () => linkSync(file('s.csv'), file('r.rejects.csv')),
      'r.rejects.csv',
      'r.csv',
      'r.rejects.csv would be written and is an input',
    ],
    [
      'as a result that the pattern would find the next time',
      () => undefined,
      '*.csv',
      'r.csv',
      'r.csv would be written and is an input',
    ],
    [
      'as a list of bad rows that the pattern would find the next time',
      () => undefined,
      '*.csv',
      'r.parquet',
      'r.rejects.csv would be written and is an input',
    ],
    [
      'inside a folder of inputs',
      () => (folder('in/deep'), csv('in/a.csv', ...LINES)),
      'in',
      'in/deep/r.csv',
      '--out is in/deep/r.csv, inside in, of which every file is an input: expected another folder.',
    ],
    [
      'inside a folder of inputs by a link',
      () => (folder('in'), csv('in/a.csv', ...LINES), symlinkSync(file('in'), file('l'))),
      'in',
      'l/r.csv',
      '--out is l/r.csv, inside in, of which every file is an input: expected another folder.',
    ],
    [
      'among the parts',
      () => (folder('r.parts'), csv('r.parts/a.csv', ...LINES)),
      'r.parts/a.csv',
      'r.csv',
      'r.parts is needed for unfinished work and has inputs in it: expected another --out.',
    ],
  ])('%s', async (_what, make, inputs, out, sentence) => {
    make();
    const before = names();
    for (const more of [[], ['--force'], ['--restart', '--force']]) {
      const said = await sweep(inputs, out, ...more);
      expect(told(said)).toContain(sentence);
      expect(said.code).toBe(2);
    }
    expect(names()).toEqual(before);
  });

  test('and a sweep given a folder twice never reads its own result', async () => {
    folder('in');
    csv('in/a.csv', ...LINES);
    await sweep('in', 'r.csv');
    const again = await sweep('in', 'r.csv', '--force', '--restart');
    expect(again.out).toContain('rows                2\n');
  });

  test('and is read once: a link beside the file that it leads to is refused', async () => {
    folder('in');
    csv('in/2026-03.csv', ...LINES);
    symlinkSync(file('in/2026-03.csv'), file('in/latest.csv'));
    const said = await sweep('in', 'r.csv');
    expect(told(said)).toBe('in/2026-03.csv and in/latest.csv are one file: expected every file once.');
    symlinkSync(file('in'), file('in/loop'));
    rmSync(file('in/latest.csv'));
    expect(told(await sweep('in', 'r.csv'))).toContain('in/loop is a link to a folder around it');
  });
});

describe('what is there stays there', () => {
  beforeEach(() => csv('s.csv', 'token_spend', '1'));

  test.each(['r.csv', 'r.rejects.csv'])('%s, unless --force is said', async (there) => {
    writeFileSync(file(there), 'mine');
    const said = await sweep('s.csv', 'r.csv');
    expect([said.code, told(said)]).toEqual([
      1,
      `${there} is there already: choose another --out, or add --force to replace it.`,
    ]);
    expect(text(there)).toBe('mine');
    expect((await sweep('s.csv', 'r.csv', '--force')).code).toBe(0);
    expect(text('r.csv')).toMatch(/^token_spend,taas_margin\n/);
    expect(names()).toEqual(['r.csv', 's.csv']);
  });

  test('also one that appears meanwhile; the finished parts wait', async () => {
    const words = ['sweep', 'TAAS_MARGIN', '--inputs', file('s.csv'), '--out', file('r.csv')];
    const said = await typed(words, undefined, (line) => {
      if (line.startsWith('Putting')) writeFileSync(file('r.csv'), 'mine');
    });
    expect([said.code, told(said)]).toEqual([
      1,
      'r.csv is there already: choose another --out, or add --force to replace it. 1 part is finished and kept in r.parts.',
    ]);
    expect([text('r.csv'), ...names()]).toEqual(['mine', 'r.csv', 'r.parts', 's.csv']);
    expect((await typed([...words, '--force'])).complaints).toBe('Going on after 1 part finished before.');
    expect(text('r.csv')).toMatch(/^token_spend,taas_margin\n/);
    expect(names()).toEqual(['r.csv', 's.csv']);
  });

  test('the old result until the new one is complete', async () => {
    writeFileSync(file('r.csv'), 'mine');
    csv('bad.csv', 'token_spend', '1');
    appendFileSync(file('bad.csv'), Buffer.from([0x63, 0xe9, 10]));
    expect((await sweep('bad.csv', 'r.csv', '--force')).code).toBe(1);
    expect(text('r.csv')).toBe('mine');
  });

  test('the file that a link leads to', async () => {
    writeFileSync(file('mine.csv'), 'mine');
    symlinkSync(file('mine.csv'), file('r.csv'));
    await sweep('s.csv', 'r.csv', '--force');
    expect(text('mine.csv')).toBe('mine');
  });

  test('other files in the folder of the parts', async () => {
    folder('r.parts');
    writeFileSync(file('r.parts/mine.txt'), 'mine');
    expect(told(await sweep('s.csv', 'r.csv', '--restart'))).toBe(
      'r.parts is needed for unfinished work and holds mine.txt: expected another --out.',
    );
    expect(text('r.parts/mine.txt')).toBe('mine');
  });
});

describe('a sentence says what is wrong with', () => {
  beforeEach(() => csv('s.csv', 'token_spend', '1'));

  test.each<[string, () => Promise<void> | void, string, string, string]>([
    [
      'a folder for the result that is not there',
      () => undefined,
      's.csv',
      'no/r.csv',
      'There is no folder no for r.csv.',
    ],
    ['a file for a folder', () => undefined, 's.csv', 's.csv/r.csv', 'There is no folder s.csv for r.csv.'],
    [
      'a folder for the result',
      () => folder('r.csv'),
      's.csv',
      'r.csv',
      'r.csv is a folder: expected a file, or none.',
    ],
    [
      'a file for the folder of the parts',
      () => csv('r.parts', 'mine'),
      's.csv',
      'r.csv',
      'r.parts is needed as a folder for unfinished work and is a file: expected another --out.',
    ],
    ['a file that is not there', () => undefined, 'no.csv', 'r.csv', 'There is no file no.csv.'],
    ['a pattern that fits nothing', () => undefined, 'no*.csv', 'r.csv', 'There is no file no*.csv.'],
    [
      'an input looked for inside a file',
      () => undefined,
      's.csv/a.csv',
      'r.csv',
      's.csv/a.csv is looked for inside a file: expected a folder there.',
    ],
    [
      'a link that leads back',
      () => symlinkSync(file('l.csv'), file('l.csv')),
      'l.csv',
      'r.csv',
      'l.csv is a link that leads back to itself.',
    ],
    [
      'a name that is too long',
      () => undefined,
      `${'x'.repeat(300)}.csv`,
      'r.csv',
      `${'x'.repeat(300)}.csv is too long for a name of a file.`,
    ],
    ['an empty folder', () => folder('in'), 'in', 'r.csv', 'in has no Parquet or CSV files.'],
    [
      'a folder of both kinds',
      async () => (folder('in'), csv('in/a.csv', 'token_spend', '1'), await parquet('in/b.parquet', `SELECT ${SPEND}`)),
      'in',
      'r.csv',
      'in/a.csv is a CSV and in/b.parquet is not: expected one kind, or a pattern such as *.parquet.',
    ],
    [
      'an empty Parquet file',
      () => writeFileSync(file('s.parquet'), ''),
      's.parquet',
      'r.csv',
      's.parquet cannot be read as Parquet: ',
    ],
    [
      'a CSV called Parquet',
      () => csv('s.parquet', 'token_spend', '1'),
      's.parquet',
      'r.csv',
      's.parquet cannot be read as Parquet: ',
    ],
    [
      'a broken Parquet file among whole ones',
      async () => {
        folder('in');
        await parquet('in/a.parquet', `SELECT ${SPEND}`);
        await parquet('in/b.parquet', `SELECT ${SPEND}`);
        truncateSync(file('in/b.parquet'), 100);
      },
      'in',
      'r.parquet',
      'in/b.parquet cannot be read as Parquet: ',
    ],
    [
      'Parquet that is broken in the middle',
      async () => {
        await parquet(
          's.parquet',
          "SELECT 1.0 + i % 100 AS token_spend, 'name ' || i AS name FROM range(100000) AS s(i)",
        );
        const bytes = readFileSync(file('s.parquet'));
        bytes.fill(0xff, 1000, 20_000);
        writeFileSync(file('s.parquet'), bytes);
      },
      's.parquet',
      'r.parquet',
      's.parquet',
    ],
    [
      'Parquet without rows among others',
      async () => (folder('in'), await parquet('in/a.parquet', `SELECT ${SPEND} WHERE false`)),
      'in',
      'r.csv',
      'in has no scenarios: expected a row for each.',
    ],
  ])('%s', async (_what, make, inputs, out, sentence) => {
    await make();
    const before = names();
    const said = await sweep(inputs, out);
    expect(told(said)).toContain(sentence);
    expect(said.complaints).not.toMatch(/\n\s+at /);
    expect(said.code).toBe(1);
    expect(names()).toEqual(before);
  });
});

describe('two sweeps to one result', () => {
  const words = ['sweep', 'TAAS_MARGIN', '--rows-per-part', '10000'];
  const started = (): ChildProcess =>
    spawn(
      process.execPath,
      [resolve('bin/taas.mjs'), ...words, '--inputs', file('s.parquet'), '--out', file('r.parquet')],
      { stdio: 'ignore' },
    );
  const until = async (there: () => boolean): Promise<void> => {
    while (!there()) await new Promise((later) => setTimeout(later, 5));
  };
  const here = (...more: string[]): Promise<Said> =>
    sweep('s.parquet', 'r.parquet', '--rows-per-part', '10000', ...more);
  beforeEach(() =>
    parquet(
      's.parquet',
      'SELECT i AS id, 1 + i % 100 / 100 AS token_spend FROM range(1000000) AS s(i)',
      ', ROW_GROUP_SIZE 10000',
    ),
  );

  test('at once: the second says so, and the first is not disturbed', async () => {
    const first = started();
    const ended = new Promise((done) => first.on('close', done));
    await until(() => existsSync(file('r.parts/part-000002.parquet')));
    for (const more of [[], ['--restart'], ['--force']]) {
      const said = await here(...more);
      expect(told(said)).toBe(
        `Another sweep (process ${first.pid}) is at work in r.parts: wait for it, or choose another --out.`,
      );
      expect(said.code).toBe(1);
    }
    // Its parts would be in the same folder.
    const beside = await sweep('s.parquet', 'r.csv', '--rows-per-part', '10000');
    expect([beside.code, told(beside)]).toEqual([1, expect.stringContaining(`(process ${first.pid}) is at work`)]);
    expect(await ended).toBe(0);
    expect(await rowsIn(`SELECT count(*), count(DISTINCT id) FROM '${file('r.parquet')}'`)).toEqual([
      [1000000n, 1000000n],
    ]);
  });

  test('one after the other was killed: the second goes on, and no row is lost or doubled', async () => {
    const first = started();
    const ended = new Promise((done) => first.on('close', done));
    await until(() => existsSync(file('r.parts/part-000004.parquet')));
    first.kill('SIGKILL');
    await ended;
    const said = await here();
    expect(told(said)).toMatch(/^Going on after \d+ parts finished before\.$/);
    expect(await rowsIn(`SELECT count(*), count(DISTINCT id) FROM '${file('r.parquet')}'`)).toEqual([
      [1000000n, 1000000n],
    ]);
    expect(names()).toEqual(['r.parquet', 's.parquet']);
  });
});

describe('scenarios that change', () => {
  const PARTS = ['--rows-per-part', '1000'];
  const LINES = Array.from({ length: 200_000 }, (_, i) => `${1 + (i % 100) / 100},a note to fill the file ${i}`);

  /** Does something as soon as a part is there. */
  async function meanwhile(act: (stop: AbortController) => void): Promise<Said> {
    const stop = new AbortController();
    let done = false;
    const watch = setInterval(() => {
      if (done || !existsSync(file('r.parts/part-000002.parquet'))) return;
      done = true;
      act(stop);
    }, 1);
    const words = ['sweep', 'TAAS_MARGIN', '--inputs', file('s.csv'), '--out', file('r.csv'), ...PARTS];
    const said = await typed(words, stop.signal);
    clearInterval(watch);
    return said;
  }

  test('while they are read have no result', async () => {
    lines('s.csv', ['token_spend,note', ...LINES]);
    const said = await meanwhile(() => appendFileSync(file('s.csv'), '2,one more\n'));
    expect([said.code, told(said)]).toEqual([
      1,
      's.csv changed while it was read: give the same command again when nobody writes to it.',
    ]);
    expect(names()).toEqual(['s.csv']);
    expect((await sweep('s.csv', 'r.csv')).out).toContain('rows                200,001');
  });

  test('between an interruption and the next command are not gone on with', async () => {
    lines('s.csv', ['token_spend,note', ...LINES]);
    expect((await meanwhile((stop) => stop.abort())).code).toBe(130);
    lines('s.csv', ['token_spend,note', ...LINES.map((line) => line.replace('note', 'Note'))]);
    const said = await sweep('s.csv', 'r.csv', ...PARTS);
    expect([said.code, told(said)]).toEqual([
      1,
      'The scenarios were changed after the parts in r.parts were finished: add --restart to compute all of them again.',
    ]);
    expect(existsSync(file('r.parts/part-000001.parquet'))).toBe(true);
    await sweep('s.csv', 'r.csv', ...PARTS, '--restart');
    expect(text('r.csv')).toContain('a Note to fill the file 0');
    expect(text('r.csv')).not.toContain('a note');
    expect(names()).toEqual(['r.csv', 's.csv']);
  });
});
