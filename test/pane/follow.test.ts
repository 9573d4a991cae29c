/** What follows the sheet: read after a change, shown if it is new. */
import { follow } from '../../src/pane/follow';

const soon = () => new Promise((later) => setTimeout(later, 20));

function counter() {
  let listener = (): void => undefined;
  const counts = { now: 0 as number | Error, reads: 0, shown: [] as unknown[], stopped: false };
  const stop = follow(
    (told) => {
      listener = told;
      return () => (counts.stopped = true);
    },
    () => {
      counts.reads += 1;
      return counts.now instanceof Error ? Promise.reject(counts.now) : Promise.resolve({ is: counts.now });
    },
    (now) => counts.shown.push(now),
  );
  return { counts, stop, change: () => listener() };
}

test('it is shown at once, and again when it is new', async () => {
  const { counts, change } = counter();
  await soon();
  change();
  await soon();
  counts.now = 1;
  change();
  await soon();
  expect(counts.shown).toEqual([{ is: 0 }, { is: 1 }]);
});

test('ten thousand changes at once are read once', async () => {
  const { counts, change } = counter();
  await soon();
  const before = counts.reads;
  for (let i = 0; i < 10_000; i++) change();
  await soon();
  expect(counts.reads - before).toBe(1);
});

test('a change while it is read is read too', async () => {
  let now = 0;
  let change = (): void => undefined;
  const shown: number[] = [];
  follow(
    (told) => {
      change = told;
      return () => undefined;
    },
    async () => {
      const read = now;
      await soon();
      return read;
    },
    (read) => shown.push(read),
  );
  await new Promise((later) => setTimeout(later, 10));
  now = 1;
  change();
  await soon();
  await soon();
  await soon();
  expect(shown).toEqual([0, 1]);
});

test('what cannot be read now is left as it was until the next change', async () => {
  const { counts, change } = counter();
  await soon();
  counts.now = new Error('a chart is selected');
  change();
  await soon();
  counts.now = 2;
  change();
  await soon();
  expect(counts.shown).toEqual([{ is: 0 }, { is: 2 }]);
});

test('it ends when it is told to', async () => {
  const { counts, stop, change } = counter();
  stop();
  change();
  await soon();
  expect([counts.shown, counts.stopped]).toEqual([[], true]);
});
