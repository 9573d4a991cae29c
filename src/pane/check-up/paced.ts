import type { Progress } from '../host';

/** Thrown where the analyst has stopped the work. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'Stopped';
  }
}

/** As long as a key may wait for the page. */
const AT_ONCE_MS = 12;

/** Does something with each of many items, lets the page breathe between them, and throws Stopped where it is told to. */
export async function paced<T>(
  items: readonly T[],
  progress: Progress | undefined,
  each: (item: T, index: number) => void | Promise<void>,
): Promise<void> {
  let since = performance.now();
  for (const [i, item] of items.entries()) {
    const waiting = each(item, i);
    if (waiting) await waiting;
    if (performance.now() - since < AT_ONCE_MS) continue;
    progress?.done(i / items.length);
    await new Promise((later) => setTimeout(later));
    if (progress?.isCancelled()) throw new Stopped();
    since = performance.now();
  }
  progress?.done(1);
}
