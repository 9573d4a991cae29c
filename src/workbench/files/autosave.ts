/** Keeps the work after each change: after a pause, when the page has nothing else to do, never two at a time. */
import { whenIdle as usual } from '../when-idle';

export type SaveState =
  { readonly is: 'saved' | 'changed' | 'saving' } | { readonly is: 'refused'; readonly why: string };

export interface AutosaveParts {
  /** keeps everything as it stands now */
  readonly save: () => Promise<void>;
  readonly why: (fault: unknown) => string;
  readonly shows: (state: SaveState) => void;
  /** when the page is idle */
  readonly whenIdle?: (then: () => void) => void;
  readonly pause?: number;
}

export interface Autosave {
  readonly changed: () => void;
  /** now, for what must not wait; answers whether everything is kept */
  readonly flush: () => Promise<boolean>;
  readonly isUnsaved: () => boolean;
  /** what is here need not be kept any more */
  readonly stop: () => void;
}

export function autosave({ save, why, shows, whenIdle = usual, pause = 800 }: AutosaveParts): Autosave {
  let [edits, kept] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    const now = edits;
    shows({ is: 'saving' });
    try {
      await save();
      kept = now;
      shows({ is: edits === kept ? 'saved' : 'changed' });
    } catch (fault) {
      shows({ is: 'refused', why: why(fault) });
    }
  }

  async function saved(): Promise<void> {
    // Several may have waited for one: each looks again who is first now.
    while (running) await running;
    if (edits === kept) return;
    running = run().finally(() => (running = undefined));
    await running;
  }

  return {
    changed() {
      edits++;
      if (!running) shows({ is: 'changed' });
      clearTimeout(timer);
      timer = setTimeout(() => whenIdle(() => void saved()), pause);
    },
    async flush() {
      // What is typed while it saves is an edit too.
      for (let before = -1; before !== kept && edits !== kept;) {
        clearTimeout(timer);
        before = kept;
        await saved();
      }
      return edits === kept;
    },
    isUnsaved: () => edits !== kept,
    stop() {
      clearTimeout(timer);
      kept = edits;
    },
  };
}
