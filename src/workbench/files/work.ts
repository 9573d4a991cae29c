/** The workbook that this tab works on: found when the page opens, kept from then on. */
import type { FileSheet } from '../../models/xlsx/workbook-file';
import { autosave, type Autosave, type SaveState } from './autosave';
import { fromFile } from './from-file';
import type { GridFiles } from './grid-files';
import { openKept, whyNotKept, type GridData, type Kept, type Listed } from './kept';

export interface Work {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  /** undefined where the template is to be opened */
  readonly data?: GridData;
  /** undefined where the browser keeps nothing, and why */
  readonly kept?: Kept;
  readonly fault?: unknown;
}

const CURRENT = 'taas-workbook';
const FIRST_NAME = 'Workbook 1';

/** A tab goes on with its own workbook, a new tab with the one that was changed last. */
export async function openWork(): Promise<Work> {
  const fresh = { id: crypto.randomUUID(), name: FIRST_NAME, revision: 0 };
  try {
    const kept = await openKept();
    const id = sessionStorage.getItem(CURRENT) ?? (await kept.list())[0]?.id;
    const found = id === undefined ? undefined : await kept.read(id);
    return found ? { ...found, kept } : { ...fresh, kept };
  } catch (fault) {
    return { ...fresh, fault };
  }
}

export interface KeptWork {
  readonly name: () => string;
  /** why nothing can be kept here at all, if so */
  readonly why?: string;
  readonly saving: Autosave;
  readonly list: () => Promise<readonly Listed[]>;
  readonly rename: (name: string) => Promise<void>;
  /** keeps data as a workbook of its own, and goes on with it; refused while the work in view is not kept */
  readonly add: (name: string, data: GridData) => Promise<string | undefined>;
  /** the work in view as a workbook of its own, also where another tab has overtaken it */
  readonly duplicate: () => Promise<string | undefined>;
  readonly open: (id: string) => Promise<string | undefined>;
  readonly remove: (id: string) => Promise<void>;
  readonly isCurrent: (id: string) => boolean;
}

const NOT_KEPT = 'The workbook in view is not kept: download or duplicate it first.';

const EMPTY: FileSheet = { name: 'Sheet1', cells: [], widths: {} };
export const emptyWorkbook = (): GridData => fromFile({ sheets: [EMPTY], names: [] });

/** `Deal`, then `Deal 2`: no two workbooks of the list have one name. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((each) => each.toLowerCase() === name.toLowerCase());
  const stem = wanted.replace(/ \d+$/, '');
  let [name, next] = [wanted, 2];
  while (isTaken(name)) name = `${stem} ${next++}`;
  return name;
}

export function keepWork(
  work: Work,
  files: GridFiles,
  shows: (state: SaveState) => void,
  reload: () => void,
): KeptWork {
  const { id, kept } = work;
  let { name, revision } = work;

  async function save(): Promise<void> {
    if (!kept) throw work.fault;
    revision = await kept.write({ id, name, revision, data: files.data() });
    sessionStorage.setItem(CURRENT, id);
  }
  const saving = autosave({ save, why: whyNotKept, shows });
  files.onEdit(saving.changed);
  addEventListener('beforeunload', (event) => {
    if (saving.isUnsaved()) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void saving.flush();
  });

  function goTo(next: string): undefined {
    sessionStorage.setItem(CURRENT, next);
    reload();
  }

  /** Answers why not, where nothing was kept. */
  async function keepNew(wanted: string, data: GridData): Promise<string | undefined> {
    if (!kept) return `${whyNotKept(work.fault)} No other workbook can be opened in this page.`;
    const next = crypto.randomUUID();
    try {
      const taken = (await kept.list()).map((each) => each.name);
      await kept.write({ id: next, name: freeName(wanted, [...taken, name]), revision: 0, data });
    } catch (fault) {
      return whyNotKept(fault);
    }
    return goTo(next);
  }

  return {
    name: () => name,
    ...(!kept && { why: whyNotKept(work.fault) }),
    saving,
    list: async () => (kept ? kept.list() : []),
    async rename(wanted) {
      name = wanted.trim() || name;
      saving.changed();
      await saving.flush();
    },
    add: async (wanted, data) => ((await saving.flush()) || !kept ? keepNew(wanted, data) : NOT_KEPT),
    async duplicate() {
      await saving.flush();
      const data = files.data();
      const why = await keepNew(`${name} copy`, data);
      // All of it stands in the copy: nothing is lost by leaving what could not be kept.
      if (why === undefined) saving.stop();
      return why;
    },
    open: async (next) => ((await saving.flush()) ? goTo(next) : NOT_KEPT),
    async remove(each) {
      if (each === id) saving.stop();
      await kept?.remove(each);
      if (each !== id) return;
      sessionStorage.removeItem(CURRENT);
      reload();
    },
    isCurrent: (each) => each === id,
  };
}
