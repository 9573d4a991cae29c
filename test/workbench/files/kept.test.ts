/** Work is kept as it is, and never written over what another tab has kept. */
import 'fake-indexeddb/auto';
import { autosave, type SaveState } from '../../../src/workbench/files/autosave';
import { keepWork, type KeptWork } from '../../../src/workbench/files/work';
import { openKept, Overtaken, whyNotKept, type GridData } from '../../../src/workbench/files/kept';

let base = 0;
const opened = () => openKept(`test ${base++}`);
const data = (v: number): GridData => ({
  workbook: { id: 'workbench', sheets: { s: { cellData: { 0: { 0: { v } } } } } },
  unwritten: ['Model by quarter'],
  notes: [['Sheet1!A1', 'ours']],
  settings: [['plain', true]],
  answerFormats: [],
});

test('what is kept comes back as it was, and the newest stands first', async () => {
  const kept = await opened();
  expect(await kept.write({ id: 'a', name: 'First', revision: 0, data: data(1) })).toBe(1);
  await new Promise((then) => setTimeout(then, 5));
  await kept.write({ id: 'b', name: 'Second', revision: 0, data: data(2) });
  expect((await kept.list()).map(({ name }) => name)).toEqual(['Second', 'First']);
  expect(await kept.read('a')).toMatchObject({ name: 'First', revision: 1, data: data(1) });
  await kept.remove('a');
  expect([(await kept.list()).length, await kept.read('a')]).toEqual([1, undefined]);
});

test('two tabs: the second to write is told, and nothing is overwritten', async () => {
  const kept = await opened();
  const revision = await kept.write({ id: 'a', name: 'Deal', revision: 0, data: data(1) });
  await kept.write({ id: 'a', name: 'Deal', revision, data: data(2) });
  const late = kept.write({ id: 'a', name: 'Deal', revision, data: data(3) });
  await expect(late).rejects.toThrow(Overtaken);
  expect((await kept.read('a'))!.data).toEqual(data(2));
  expect(whyNotKept(await late.catch((fault: unknown) => fault))).toMatch(
    /^Deal was changed in another tab: nothing is/,
  );
  await kept.remove('a');
  await expect(kept.write({ id: 'a', name: 'Deal', revision: 2, data: data(3) })).rejects.toThrow(
    /deleted in another tab/,
  );
});

test('a full or blocked storage says so', () => {
  expect(whyNotKept(new DOMException('', 'QuotaExceededError'))).toMatch(/is full: this work is not kept/);
  expect(whyNotKept(new DOMException('', 'SecurityError'))).toMatch(/storage is blocked, or the window is private/);
});

describe('autosave', () => {
  const states: SaveState['is'][] = [];
  let saves = 0;
  let fault: Error | undefined;
  const start = () => {
    states.length = saves = 0;
    fault = undefined;
    const save = async (): Promise<void> => {
      await Promise.resolve();
      if (fault) throw fault;
      saves++;
    };
    return autosave({
      save,
      why: whyNotKept,
      shows: ({ is }) => states.push(is),
      whenIdle: (then) => then(),
      pause: 20,
    });
  };

  test('keys typed one after another are one save, after a pause', async () => {
    jest.useFakeTimers();
    const work = start();
    for (let i = 0; i < 10; i++) {
      work.changed();
      await jest.advanceTimersByTimeAsync(19);
    }
    expect([saves, work.isUnsaved()]).toEqual([0, true]);
    await jest.advanceTimersByTimeAsync(1);
    expect([saves, work.isUnsaved(), states.at(-1)]).toEqual([1, false, 'saved']);
    jest.useRealTimers();
  });

  test('what is typed while it saves is saved too, and a refusal leaves the work unsaved', async () => {
    const work = start();
    work.changed();
    const first = work.flush();
    work.changed();
    expect(await first).toBe(true);
    expect([work.isUnsaved(), saves]).toEqual([false, 2]);
    fault = new DOMException('', 'QuotaExceededError');
    work.changed();
    expect(await work.flush()).toBe(false);
    expect([work.isUnsaved(), states.at(-1)]).toEqual([true, 'refused']);
  });
});

describe('while a save is under way', () => {
  const session = new Map<string, string>();
  beforeAll(() => {
    const sessionStorage = { getItem: (key: string) => session.get(key) ?? null, setItem: session.set.bind(session) };
    const page = { addEventListener: () => undefined, sessionStorage, document: { addEventListener: () => undefined } };
    Object.assign(globalThis, page);
  });

  test.each<[string, (work: KeptWork) => Promise<string | undefined>, number]>([
    ['New', (work) => work.add('Empty', data(0)), 0],
    ['Duplicate', (work) => work.duplicate(), 3],
  ])('%s waits for it, and what was typed meanwhile is kept', async (_button, does, inIt) => {
    const kept = await opened();
    let go = (): void => undefined;
    const held = new Promise<void>((then) => (go = then));
    const slow = { ...kept, write: (each: Parameters<typeof kept.write>[0]) => held.then(() => kept.write(each)) };
    let [typed, edit]: [number, () => void] = [1, () => undefined];
    const files = { data: () => data(typed), onEdit: (listener: () => void) => (edit = listener) } as never;
    let reloads = 0;
    const its = { id: 'a', name: 'Deal', revision: 0, kept: slow };
    const work = keepWork(
      its,
      files,
      () => undefined,
      () => reloads++,
    );
    edit();
    const saving = work.saving.flush();
    typed = 2;
    edit();
    const done = does(work);
    typed = 3;
    edit();
    go();
    expect([await done, await saving, reloads]).toEqual([undefined, true, 1]);
    expect((await kept.read('a'))!.data).toEqual(data(3));
    expect((await kept.read(session.get('taas-workbook')!))!.data).toEqual(data(inIt));
    expect(await kept.list()).toHaveLength(2);
  });
});
