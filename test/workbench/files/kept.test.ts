/** Work is kept as it is, and never written over what another tab has kept. */
import 'fake-indexeddb/auto';
import { autosave, type SaveState } from '../../../src/workbench/files/autosave';
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
    const work = start();
    for (let i = 0; i < 10; i++) work.changed();
    expect([saves, work.isUnsaved()]).toEqual([0, true]);
    await new Promise((then) => setTimeout(then, 60));
    expect([saves, work.isUnsaved(), states.at(-1)]).toEqual([1, false, 'saved']);
  });

  test('what is typed while it saves is saved too, and a refusal leaves the work unsaved', async () => {
    const work = start();
    work.changed();
    const first = work.flush();
    work.changed();
    await first;
    expect(work.isUnsaved()).toBe(true);
    expect(await work.flush()).toBe(true);
    expect(saves).toBe(2);
    fault = new DOMException('', 'QuotaExceededError');
    work.changed();
    expect(await work.flush()).toBe(false);
    expect([work.isUnsaved(), states.at(-1)]).toEqual([true, 'refused']);
  });
});
