/** Whatever comes at whatever moment: nothing under the name of the result, and the same command goes on to the same result. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import { typed, type Said } from './terminal';
import { workplace } from './workplace';

const { file, text, names, sweep, told, parquet } = workplace();

const PARTS = ['--rows-per-part', '2048'];
const words = (): string[] => [
  ...['sweep', 'TAAS_MARGIN', '--inputs', file('s.parquet'), '--out', file('r.csv'), ...PARTS],
];

/** The statements of a sweep, and something done as one of them, counted from 0, is given to the database. */
async function moment(nth: number, act: () => void, signal?: AbortSignal): Promise<{ said: Said; given: string[] }> {
  const given: string[] = [];
  const run = Reflect.get(DuckDBConnection.prototype, 'run');
  const spy = jest.spyOn(DuckDBConnection.prototype, 'run').mockImplementation(async function (
    this: DuckDBConnection,
    ...statement
  ) {
    given.push(String(statement[0]).trim());
    if (given.length === nth + 1) act();
    return run.apply(this, statement);
  });
  try {
    return { said: await typed(words(), signal), given };
  } finally {
    spy.mockRestore();
  }
}

const result = (): string[] => [text('r.csv'), text('r.rejects.csv')];
const clear = (): void => ['r.csv', 'r.rejects.csv'].forEach((name) => rmSync(file(name), { force: true }));

let whole: { given: string[]; said: Said; result: string[] };
beforeEach(async () => {
  const rows = 'SELECT i AS id, CASE WHEN i % 999 = 5 THEN -1 ELSE 1 + i % 100 / 100 END AS token_spend';
  await parquet('s.parquet', `${rows} FROM range(4096) AS s(i)`, ', ROW_GROUP_SIZE 2048');
  whole = { ...(await moment(-1, () => undefined)), result: result() };
  expect(whole.said.code).toBe(3);
  clear();
});

/** The same command once more; what it says, and that its result is the whole one. */
async function again(...more: string[]): Promise<void> {
  const on = await sweep('s.parquet', 'r.csv', ...PARTS, ...more);
  expect([on.code, on.out]).toEqual([3, whole.said.out]);
  expect(result()).toEqual(whole.result);
  expect(names()).toEqual(['r.csv', 'r.rejects.csv', 's.parquet']);
  clear();
}

const isTidying = (statement: string): boolean => /^(ROLLBACK|DETACH)/.test(statement);

test('Ctrl-C at any statement', async () => {
  const ends = new Set<string>();
  for (let nth = 0; !isTidying(whole.given[nth]!); nth++) {
    const stop = new AbortController();
    const { said } = await moment(nth, () => stop.abort(), stop.signal);
    const where = `at ${nth}: ${whole.given[nth]!}`;
    // The last statements are over before the next is asked for: then the result is whole, and says so.
    if (said.code === 3) expect([where, result()]).toEqual([where, whole.result]);
    else {
      expect([where, said.code, said.out]).toEqual([where, 130, '']);
      ends.add(told(said).replace(/^Going on.*\n/, ''));
      const there = told(said).includes('kept in r.parts') ? ['r.parts', 's.parquet'] : ['s.parquet'];
      expect([where, names()]).toEqual([where, there]);
    }
    clear();
    await again();
  }
  expect([...ends]).toEqual(
    [
      'Nothing was changed',
      'No part was finished',
      '1 part is finished and kept in r.parts',
      '2 parts are finished and kept in r.parts',
    ].map((state) => `Stopped. ${state}; the same command goes on from there.`),
  );
});

test('a disk that is full at any statement that writes', async () => {
  for (const [nth, statement] of whole.given.entries()) {
    if (!/^(COPY|CREATE|INSERT|COMMIT|ATTACH)/.test(statement)) continue;
    const full = (): void => {
      throw new Error('IO Error: Could not write file "x": No space left on device');
    };
    const { said } = await moment(nth, full);
    const where = `at ${nth}: ${statement}`;
    expect([where, said.code, told(said)]).toEqual([
      where,
      1,
      expect.stringMatching(/^The disk is full\. .*; make room and give the same command again\.$/),
    ]);
    expect([where, existsSync(file('r.csv')), existsSync(file('r.rejects.csv'))]).toEqual([where, false, false]);
    await again();
  }
});

test('killed at any statement after which something else is on the disk', async () => {
  for (const [nth, statement] of whole.given.entries()) {
    if (/^(SELECT|DESCRIBE|FROM|BEGIN)/.test(statement)) continue;
    // What stands on the disk at that moment is what a killed process leaves.
    let left = false;
    const keep = (): void => {
      left = existsSync(file('r.parts'));
      if (left) cpSync(file('r.parts'), file('left'), { recursive: true });
    };
    const { said } = await moment(nth, keep);
    expect(said.code).toBe(3);
    clear();
    if (left) {
      cpSync(file('left'), file('r.parts'), { recursive: true });
      rmSync(file('left'), { recursive: true });
    }
    await again();
  }
});

/** Loaded before the command: the process is killed as it is about to change the folder for the nth time, counted from 0. */
const KILLED = `const fs = require('node:fs');
let left = Number(process.env.CHANGES);
for (const name of ['appendFileSync', 'renameSync', 'rmSync', 'rmdirSync']) {
  const change = fs[name];
  fs[name] = (...args) => (left-- > 0 ? change(...args) : process.kill(process.pid, 'SIGKILL'));
}`;

describe.each([[[]], [['--force']]])('killed at any moment while the result is put in its place %j', (more) => {
  test('the same command ends with the same result', async () => {
    writeFileSync(file('killed.cjs'), KILLED);
    const old = ['an old result', 'an old list'];
    const states = new Set<string>();
    for (let changes = 0; ; changes++) {
      if (more.length > 0) ['r.csv', 'r.rejects.csv'].forEach((name, i) => writeFileSync(file(name), old[i]!));
      const command = ['--require', file('killed.cjs'), resolve('bin/taas.mjs'), ...words(), ...more];
      const env = { ...process.env, CHANGES: String(changes) };
      const { status, signal } = spawnSync(process.execPath, command, { env });
      rmSync(file('killed.cjs'));
      if (signal === null) {
        expect([status, result(), names()]).toEqual([3, whole.result, ['r.csv', 'r.rejects.csv', 's.parquet']]);
        break;
      }
      const there = ['r.csv', 'r.rejects.csv'].map((name, i) => {
        const written = existsSync(file(name)) ? text(name) : 'nothing';
        return written === whole.result[i] ? 'whole' : written;
      });
      states.add(there.join(', '));
      // To the last there is a note of what was put; without it the sweep is over, but for an empty folder.
      if (existsSync(file('r.parts/put')) || there[0] !== 'whole') await again(...more);
      else {
        expect([there, readdirSync(file('r.parts'))]).toEqual([['whole', 'whole'], []]);
        rmSync(file('r.parts'), { recursive: true });
      }
      clear();
      writeFileSync(file('killed.cjs'), KILLED);
    }
    const before = more.length > 0 ? old : ['nothing', 'nothing'];
    expect([...states]).toEqual([before.join(', '), `${before[0]}, whole`, 'whole, whole']);
  });
});

test('and what somebody else wrote there since is not taken for its own', async () => {
  writeFileSync(file('killed.cjs'), KILLED);
  const command = ['--require', file('killed.cjs'), resolve('bin/taas.mjs'), ...words()];
  expect(spawnSync(process.execPath, command, { env: { ...process.env, CHANGES: '2' } }).signal).toBe('SIGKILL');
  expect(names()).toEqual(['killed.cjs', 'r.parts', 'r.rejects.csv', 's.parquet']);
  writeFileSync(file('r.rejects.csv'), 'mine');
  const said = await sweep('s.parquet', 'r.csv', ...PARTS);
  expect([said.code, told(said)]).toEqual([
    1,
    'r.rejects.csv is there already: choose another --out, or add --force to replace it.',
  ]);
  expect(text('r.rejects.csv')).toBe('mine');
});

test('Ctrl-C again and again: one sentence, one end, and the same command goes on', async () => {
  const rows = 'SELECT i AS id, CASE WHEN i % 999 = 5 THEN -1 ELSE 1 + i % 100 / 100 END AS token_spend';
  await parquet('s.parquet', `${rows} FROM range(100000) AS s(i)`, ', ROW_GROUP_SIZE 2048');
  const child = spawn(process.execPath, [resolve('bin/taas.mjs'), ...words()], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', complaints: '' };
  child.stdout.on('data', (piece) => (said.out += String(piece)));
  child.stderr.on('data', (piece) => (said.complaints += String(piece)));
  const press = setInterval(() => {
    if (existsSync(file('r.parts/part-000003.parquet'))) child.kill('SIGINT');
  }, 1);
  const ended = await new Promise((close) => child.on('close', (code, signal) => close([code, signal])));
  clearInterval(press);
  // The last may come when Node has nothing left to do but go.
  expect(['130,', ',SIGINT']).toContain(String(ended));
  expect(said.out).toBe('');
  expect(told({ code: 130, ...said })).toMatch(
    /^Stopped\. \d+ parts are finished and kept in r\.parts; the same command goes on from there\.\n$/,
  );
  const on = await sweep('s.parquet', 'r.csv', ...PARTS);
  const stopped = result();
  clear();
  expect(on.out).toBe((await sweep('s.parquet', 'r.csv', ...PARTS)).out);
  expect(result()).toEqual(stopped);
});
