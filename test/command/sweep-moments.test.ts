/** Whatever comes at whatever moment: nothing under the name of the result, and the same command goes on to the same result. */
import { cpSync, existsSync, rmSync } from 'node:fs';
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
async function again(): Promise<void> {
  const on = await sweep('s.parquet', 'r.csv', ...PARTS);
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
