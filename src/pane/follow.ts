import type { Host, Place } from './host';

/**
 * Shows what is read, now and after each change, if it is anything new. However many changes come together, they are
 * read once; what cannot be read at the moment (a chart is selected) waits for the next change.
 */
export function follow<T>(
  onChange: (listener: () => void) => () => void,
  read: () => Promise<T>,
  show: (read: T) => void,
): () => void {
  let before: string | undefined;
  let reading = false;
  let changed = false;
  let ended = false;

  async function look(): Promise<void> {
    changed = true;
    if (reading) return;
    reading = true;
    while (changed && !ended) {
      await new Promise((later) => setTimeout(later));
      changed = false;
      const now = await read().catch(() => undefined);
      const written = JSON.stringify(now);
      if (now === undefined || written === before || ended) continue;
      before = written;
      show(now);
    }
    reading = false;
  }

  const stop = onChange(() => void look());
  void look();
  return () => {
    ended = true;
    stop();
  };
}

/** Tells which range is selected, and each that is selected next, until the function that comes back is called. */
export const pickRange = (host: Host, tell: (range: Place) => void): (() => void) =>
  follow(
    (listener) => host.onChange(listener),
    () => host.selectedRange(),
    tell,
  );
