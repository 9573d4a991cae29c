/** A function over a file of scenarios: every row, whatever is wrong with some of them, and whatever comes between. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { number } from '../functions/cell';
import { typed, type Said } from './terminal';
import { workplace } from './workplace';

const { file, text, names, rowsIn, sweep, told, ...at } = workplace();

/** Scenarios in Parquet, in row groups of 10,000. */
async function parquet(name: string, rows: number, spend = '1 + i % 1000 / 500'): Promise<void> {
  const query = `SELECT i AS scenario, (${spend})::DOUBLE AS token_spend, (0.4 + i % 777 / 2590)::DOUBLE AS infra_cogs
    FROM range(${rows}) AS scenarios(i)`;
  await at.parquet(name, query, ', ROW_GROUP_SIZE 10000');
}

describe('a CSV', () => {
  test('gets a column more', async () => {
    writeFileSync(file('s.csv'), 'name,token_spend,infra_cogs\nbase,2,0.55\nhalf,1,55%\n"a, b",2,"0.6"\n');
    const said = await sweep('s.csv', 'r.csv');
    expect(said).toMatchObject({ code: 0, complaints: '' });
    const [header, ...lines] = text('r.csv').trim().split('\n');
    expect(header).toBe('name,token_spend,infra_cogs,taas_margin');
    expect(lines.map((line) => line.replace(/,[^,]*$/, ''))).toEqual([
      'base,2.0,0.55',
      'half,1.0,0.55',
      '"a, b",2.0,0.6',
    ]);
    const margins = lines.map((line) => Number(line.slice(line.lastIndexOf(',') + 1)));
    [
      [2, 0.55],
      [1, 0.55],
      [2, 0.6],
    ].forEach(([token_spend, infra_cogs], i) =>
      expect(margins[i]).toBeCloseTo(number('TAAS_MARGIN', { token_spend, infra_cogs }), 12),
    );
  });

  test('is summarised', async () => {
    writeFileSync(file('s.csv'), 'token_spend\n2\n1\n0\n');
    const { out } = await sweep('s.csv', 'r.csv', 'fixed_fee=0');
    const lines = out
      .split('\n')
      .slice(1)
      .map((line) => line.split(/ {2,}/));
    expect(lines.map(([label]) => label)).toEqual([
      'varied',
      'given',
      'base case',
      'rows',
      'bad rows',
      'rows without value',
      'mean',
      'sd',
      'P5',
      'P25',
      'P50',
      'P75',
      'P95',
    ]);
    const [a, b] = [2, 1].map((token_spend) => number('TAAS_MARGIN', { token_spend, fixed_fee: 0 })) as [
      number,
      number,
    ];
    const told = Object.fromEntries(lines) as Record<string, string>;
    expect(told).toMatchObject({ rows: '3', 'bad rows': '0', 'rows without value': '1' });
    expect(Number(told['mean'])).toBeCloseTo((a + b) / 2, 10);
    expect(Number(told['sd'])).toBeCloseTo(Math.abs(a - b) / Math.SQRT2, 10);
    expect(Number(told['P50'])).toBeCloseTo((a + b) / 2, 10);
  });

  test('tells every bad row with its line, and computes the others', async () => {
    writeFileSync(
      file('s.csv'),
      [
        'token_spend,infra_cogs',
        '2,0.55',
        'abc,0.5',
        '',
        ',0.5',
        '-1,0.5',
        '2,0.55,9',
        '"2,0.5',
        '1e999,1',
        '2,0.5',
      ].join('\r\n'),
    );
    const said = await sweep('s.csv', 'r.csv');
    expect(said.code).toBe(3);
    expect(text('r.rejects.csv').split('\n')).toEqual([
      'line,reason',
      '3,"token_spend is ""abc"": expected a number from 0 to 1,000,000"',
      '5,"token_spend is blank: expected a number from 0 to 1,000,000"',
      '6,"token_spend is -1: expected a number from 0 to 1,000,000"',
      '7,has 3 fields: expected 2',
      '8,opens a quote that has no end',
      '9,"token_spend is ""1e999"": expected a number from 0 to 1,000,000"',
      '',
    ]);
    expect(told(said)).toBe(`6 bad lines have no result; listed in r.rejects.csv:
  line 3: token_spend is "abc": expected a number from 0 to 1,000,000.
  line 5: token_spend is blank: expected a number from 0 to 1,000,000.
  line 6: token_spend is -1: expected a number from 0 to 1,000,000.
  line 7: has 3 fields: expected 2.
  line 8: opens a quote that has no end.
  …`);
    const results = text('r.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-1));
    expect(results.map((result) => result !== '')).toEqual([true, false, false, false, false, false, false, true]);
  });

  test('tells a program all of it in one JSON document, and nothing beside', async () => {
    writeFileSync(file('s.csv'), ['token_spend,infra_cogs', '2,0.55', 'abc,0.5', '2,0.55,9'].join('\n'));
    const { code, out, complaints } = await sweep('s.csv', 'r.csv', '--json');
    expect([code, complaints]).toEqual([3, '']);
    expect(JSON.parse(out)).toMatchObject({
      rows: 3,
      parts_finished_before: 0,
      bad_rows: 2,
      rejects: file('r.rejects.csv'),
      first_rejects: [
        { row: 3, reason: 'token_spend is "abc": expected a number from 0 to 1,000,000' },
        { row: 4, reason: 'has 3 fields: expected 2' },
      ],
    });
  });

  test('with a hundred thousand bad rows is worked through', async () => {
    const rows = 200_000;
    writeFileSync(
      file('s.csv'),
      `token_spend\n${Array.from({ length: rows }, (_, i) => (i % 2 ? 2 : `x${i}`)).join('\n')}\n`,
    );
    const said = await sweep('s.csv', 'r.parquet');
    expect(said.code).toBe(3);
    expect(said.out).toContain('bad rows            100,000');
    expect(text('r.rejects.csv').split('\n')).toHaveLength(100_002);
    expect(text('r.rejects.csv')).toContain('200000,"token_spend is ""x199998"": expected');
  });

  test('may be separated by semicolons, name inputs by path, and start with a mark', async () => {
    writeFileSync(file('s.csv'), '\uFEFFToken_Spend;tiers[2].rate;tiers_3_rate\r\n2;30%;0.35\r\n2;130%;0.35\r\n');
    const said = await sweep('s.csv', 'r.csv');
    expect(told(said)).toContain('line 3: tiers[2].rate is 1.3: expected a rate from 0 to 1.');
    const margin = number('TAAS_MARGIN', {
      tiers: [
        [0, 0.25],
        [0.5, 0.3],
        [1.5, 0.35],
      ],
    });
    expect(Number(text('r.csv').split('\n')[1]!.split(',').at(-1))).toBeCloseTo(margin, 12);
  });

  test('follows the rules of the function, row by row', async () => {
    writeFileSync(
      file('s.csv'),
      'probabilities[1],probabilities[2],demands[1],demands[2]\n0.3,0.7,1,0.8\n0.3,0.6,1,0.8\n',
    );
    const said = await typed(['sweep', 'TAAS_EXPECTED_MARGIN', '--inputs', file('s.csv'), '--out', file('r.csv')]);
    expect(told(said)).toContain('line 3: probabilities sum to 0.9: expected 1.');
    const expected = number('TAAS_EXPECTED_MARGIN', { demands: [1, 0.8], probabilities: [0.3, 0.7] });
    expect(Number(text('r.csv').split('\n')[1]!.split(',').at(-1))).toBeCloseTo(expected, 12);
  });

  test.each<[string, string, string[], string]>([
    ['is empty', '', [], 's.csv is empty: expected a header line and a line for every scenario.'],
    ['has no rows', 'token_spend\n', [], 's.csv has no scenarios: expected a line for each.'],
    [
      'starts with a blank line',
      '\ntoken_spend\n1\n',
      [],
      's.csv starts with a blank line: expected a header line and a line for every scenario.',
    ],
    [
      'has no input',
      'spend,cogs\n1,2\n',
      [],
      's.csv has no column that TAAS_MARGIN takes: its columns are spend, cogs; expected some of token_spend, fixed_fee',
    ],
    [
      'lacks a column asked for',
      'token_spend,infra_cog\n1,2\n',
      ['--columns', 'token_spend,infra_cogs'],
      's.csv has no column infra_cogs; the nearest is infra_cog.',
    ],
    [
      'is asked for what is no input',
      'token_spend\n1\n',
      ['--columns', 'tokenspend'],
      'TAAS_MARGIN has no number tokenspend; the nearest is token_spend.',
    ],
    [
      'has an option as a column',
      'token_spend,mode\n1,WHOLE\n',
      [],
      's.csv has a column mode, which shapes the calculation of TAAS_MARGIN',
    ],
    ['has a column twice', 'token_spend,Token_Spend\n1,1\n', [], 's.csv has two columns Token_Spend.'],
    ['has a column without a name', 'token_spend,,x\n1,1,1\n', [], 's.csv has no name for column 2.'],
    ['is in UTF-16', '\u{FEFF}token_spend', ['utf16'], 's.csv is in UTF-16: save it as CSV UTF-8.'],
  ])('that %s ends with a sentence', async (_what, contents, more, sentence) => {
    const utf16 = more[0] === 'utf16';
    writeFileSync(file('s.csv'), contents, utf16 ? 'utf16le' : 'utf8');
    const said = await sweep('s.csv', 'r.csv', ...(utf16 ? [] : more));
    expect(told(said).slice(0, sentence.length)).toBe(sentence);
    expect(said.code).toBe(1);
    expect(names()).toEqual(['s.csv']);
  });
});

describe('Parquet', () => {
  test('of many row groups comes out in the same order', async () => {
    await parquet('s.parquet', 95_000);
    const said = await sweep('s.parquet', 'r.parquet', '--rows-per-part', '20000');
    expect(said).toMatchObject({ code: 0, complaints: '' });
    const results = `read_parquet('${file('r.parquet')}')`;
    expect(await rowsIn(`SELECT count(*), count(taas_margin) FROM ${results}`)).toEqual([[95_000n, 95_000n]]);
    expect(
      await rowsIn(`SELECT count(*) FROM ${results} AS r POSITIONAL JOIN read_parquet('${file('s.parquet')}') AS s
      WHERE r.scenario <> s.scenario OR r.token_spend <> s.token_spend OR r.infra_cogs <> s.infra_cogs`),
    ).toEqual([[0n]]);
    const sample = (await rowsIn(
      `SELECT token_spend, infra_cogs, taas_margin FROM ${results} WHERE scenario % 997 = 0`,
    )) as number[][];
    for (const [token_spend, infra_cogs, margin] of sample) {
      expect(margin).toBeCloseTo(number('TAAS_MARGIN', { token_spend, infra_cogs }), 12);
    }
    expect(names()).toEqual(['r.parquet', 's.parquet']);
  });

  test('in a folder or by a pattern is one table', async () => {
    await parquet('a.parquet', 30_000);
    await parquet('b.parquet', 10_000, '-1');
    const said = await sweep('*.parquet', 'r.csv', '--rows-per-part', '25000');
    expect(said.code).toBe(3);
    expect(said.out).toContain('rows                40,000\nbad rows            10,000');
    expect(text('r.rejects.csv').split('\n').slice(0, 2)).toEqual([
      'file,row,reason,scenario',
      `${file('b.parquet')},1,"token_spend is -1: expected a number from 0 to 1,000,000",0`,
    ]);
  });

  test('has the quantiles of PERCENTILE.INC, ties and all', async () => {
    await parquet('s.parquet', 250_000, 'CASE WHEN i % 3 = 0 THEN 2 ELSE 1 + i / 500000 END');
    const { out } = await sweep('s.parquet', 'r.parquet', 'infra_rate=1%', '--rows-per-part', '100000');
    const [[mean, sd, quantiles]] = (await rowsIn(`SELECT avg(taas_margin), stddev_samp(taas_margin),
      quantile_cont(taas_margin, [0.05, 0.25, 0.5, 0.75, 0.95]) FROM read_parquet('${file('r.parquet')}')`)) as [
      [number, number, { items: number[] }],
    ];
    const said = out
      .split('\n')
      .slice(-7)
      .map((line) => Number(line.split(/ {2,}/)[1]));
    [mean, sd, ...quantiles.items].forEach((expected, i) => expect(said[i]).toBeCloseTo(expected, 10));
  });

  test.each<[string, () => Promise<void> | void, string]>([
    ['that is none', () => writeFileSync(file('s.parquet'), 'token_spend\n1\n'), 's.parquet'],
    ['that is not there', () => undefined, 'There is no file s.parquet.'],
    ['without rows', () => parquet('s.parquet', 0), 's.parquet has no scenarios: expected a row for each.'],
    [
      'with text for numbers',
      () => at.parquet('s.parquet', "SELECT 'x' AS token_spend"),
      's.parquet has token_spend as text: expected a column of numbers.',
    ],
  ])('%s ends with a sentence', async (_what, make, sentence) => {
    await make();
    const said = await sweep('s.parquet', 'r.parquet');
    expect(told(said)).toContain(sentence);
    expect(said.code).toBe(1);
    expect(names().filter((name) => name !== 's.parquet')).toEqual([]);
  });
});

describe('an interruption', () => {
  const PARTS = ['--rows-per-part', '10000'];

  /** Stops a sweep as soon as three parts are there. */
  async function interrupted(name: string, out: string, ...more: string[]): Promise<Said> {
    const stop = new AbortController();
    const watch = setInterval(() => {
      if (existsSync(file(`${out.replace(/\.\w+$/, '')}.parts/part-000004.parquet`))) stop.abort();
    }, 1);
    const said = await typed(
      ['sweep', 'TAAS_MARGIN', '--inputs', file(name), '--out', file(out), ...PARTS, ...more],
      stop.signal,
    );
    clearInterval(watch);
    return said;
  }

  test('loses nothing that is finished', async () => {
    await parquet('s.parquet', 400_000);
    const stopped = await interrupted('s.parquet', 'r.parquet');
    expect(stopped.code).toBe(130);
    expect(told(stopped)).toMatch(
      /^Stopped\. \d+ parts are finished and kept in r\.parts; the same command goes on from there\.$/,
    );
    expect(existsSync(file('r.parquet'))).toBe(false);
    expect(readdirSync(file('r.parts')).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    const on = await sweep('s.parquet', 'r.parquet', ...PARTS);
    expect(told(on)).toMatch(/^Going on after \d+ parts finished before\.$/);
    expect(on.code).toBe(0);
    const whole = await sweep('s.parquet', 'w.parquet', ...PARTS);
    expect(on.out.split('\n').slice(1)).toEqual(whole.out.split('\n').slice(1));
    expect(
      await rowsIn(`SELECT count(*) FROM read_parquet('${file('r.parquet')}') AS r POSITIONAL JOIN read_parquet('${file('w.parquet')}') AS w
      WHERE r.scenario IS DISTINCT FROM w.scenario OR r.taas_margin IS DISTINCT FROM w.taas_margin`),
    ).toEqual([[0n]]);
  });

  test('and the going on after it are told to a program in JSON too', async () => {
    await parquet('s.parquet', 400_000);
    const stopped = await interrupted('s.parquet', 'r.parquet', '--json');
    expect([stopped.code, stopped.complaints]).toEqual([130, '']);
    const { error } = JSON.parse(stopped.out) as { error: { sentence: string } };
    expect(error.sentence).toMatch(/^Stopped\. .*; the same command goes on from there\.$/);
    const on = await sweep('s.parquet', 'r.parquet', ...PARTS, '--json');
    expect([on.code, on.complaints]).toEqual([0, '']);
    const parts = Number(/(\d+) parts/.exec(error.sentence)?.[1]);
    expect(JSON.parse(on.out)).toMatchObject({ rows: 400_000, parts_finished_before: parts });
  });

  test('of a CSV goes on at the line where it stopped', async () => {
    const line = (i: number): string =>
      i % 1000 === 7 ? 'x,0.5' : `${1 + (i % 1000) / 500},0.5,"a long name to fill the file ${i}"`;
    writeFileSync(
      file('s.csv'),
      `token_spend,infra_cogs,name\n${Array.from({ length: 200_000 }, (_, i) => line(i)).join('\n')}\n`,
    );
    const stopped = await interrupted('s.csv', 'r.csv');
    expect(stopped.code).toBe(130);
    const on = await sweep('s.csv', 'r.csv', ...PARTS);
    expect(told(on)).toMatch(/^Going on after/);
    const whole = await sweep('s.csv', 'w.csv', ...PARTS);
    expect([on.code, whole.code]).toEqual([3, 3]);
    expect(text('r.csv')).toBe(text('w.csv'));
    expect(text('r.rejects.csv')).toBe(text('w.rejects.csv'));
    expect(text('w.rejects.csv').split('\n')[1]).toBe('9,has 2 fields: expected 3,');
  });

  test('is not taken for one of another sweep', async () => {
    await parquet('s.parquet', 400_000);
    await interrupted('s.parquet', 'r.parquet');
    const other = await sweep('s.parquet', 'r.parquet', 'fixed_fee=0.8', ...PARTS);
    expect([other.code, told(other)]).toEqual([
      1,
      expect.stringContaining('r.parts holds finished parts of another sweep'),
    ]);
    utimesSync(file('s.parquet'), 1, 1);
    expect((await sweep('s.parquet', 'r.parquet', ...PARTS)).code).toBe(1);
    const again = await sweep('s.parquet', 'r.parquet', 'fixed_fee=0.8', ...PARTS, '--restart');
    expect(again).toMatchObject({ code: 0, complaints: '' });
    expect(names()).toEqual(['r.parquet', 's.parquet']);
  });

  test('by Ctrl-C ends the process with 130', async () => {
    await parquet('s.parquet', 1_000_000);
    const words = ['sweep', 'TAAS_MARGIN', '--inputs', file('s.parquet'), '--out', file('r.parquet'), ...PARTS];
    const child = spawn(process.execPath, [resolve('bin/taas.mjs'), ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (piece) => (complaints += String(piece)));
    const watch = setInterval(() => {
      if (!child.killed && existsSync(file('r.parts/part-000003.parquet'))) child.kill('SIGINT');
    }, 5);
    const code = await new Promise((ended) => child.on('close', ended));
    clearInterval(watch);
    expect(complaints).toContain('the same command goes on from there.');
    expect(code).toBe(130);
  });
});

describe('a full disk', () => {
  if (process.platform === 'win32') test('cannot be made on Windows: nothing was tried', () => undefined);
  else
    test('is said in a sentence, and finished parts are kept', async () => {
      await parquet('s.parquet', 400_000);
      // Files may not grow beyond 2 MB: the parts fit, what they are put together in does not.
      const command = `trap '' XFSZ; ulimit -f 2048; exec "$@"`;
      const words = [
        'sweep',
        'TAAS_MARGIN',
        '--inputs',
        file('s.parquet'),
        '--out',
        file('r.parquet'),
        '--rows-per-part',
        '10000',
      ];
      const full = spawnSync('bash', ['-c', command, 'bash', process.execPath, resolve('bin/taas.mjs'), ...words], {
        encoding: 'utf8',
      });
      expect(full.stderr.replaceAll(file('r'), 'r')).toBe(
        'The disk is full. 40 parts are finished and kept in r.parts; make room and give the same command again.\n',
      );
      expect(full.status).toBe(1);
      expect((await sweep('s.parquet', 'r.parquet', '--rows-per-part', '10000')).code).toBe(0);
    });
});
