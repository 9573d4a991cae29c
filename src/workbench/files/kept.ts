/** Workbooks kept in the browser. Each has a revision: who writes says which one the work began with. */
import type { IWorkbookData } from '@univerjs/core';
import type { AnswerFormats } from '../default-formats';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export interface KeptWorkbook {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly changed: Date;
  readonly data: GridData;
}

/** Everything of the grid that lasts. */
export interface GridData {
  readonly workbook: Partial<IWorkbookData>;
  /** template sheets that nobody has looked at yet: their cells are written when they are shown */
  readonly unwritten: readonly string[];
  readonly notes: readonly (readonly [cell: string, text: string])[];
  readonly settings: readonly (readonly [name: string, value: unknown])[];
  readonly answerFormats: AnswerFormats;
}

export type Listed = Pick<KeptWorkbook, 'id' | 'name' | 'changed'>;

/** Another tab has written the workbook since it was read here. */
export class Overtaken extends Error {}

interface Schema extends DBSchema {
  workbooks: { key: string; value: KeptWorkbook };
  list: { key: string; value: Listed & { readonly revision: number } };
}

export interface Kept {
  /** newest first */
  readonly list: () => Promise<Listed[]>;
  readonly read: (id: string) => Promise<KeptWorkbook | undefined>;
  /** `revision` is that of the work it follows, 0 for a new one; answers the new one */
  readonly write: (workbook: Omit<KeptWorkbook, 'changed'>) => Promise<number>;
  readonly remove: (id: string) => Promise<void>;
}

export async function openKept(name = 'taas-workbench'): Promise<Kept> {
  const base: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(created) {
      created.createObjectStore('workbooks', { keyPath: 'id' });
      created.createObjectStore('list', { keyPath: 'id' });
    },
    // A later version of this page in another tab must not wait for this one.
    blocking: () => base.close(),
  });
  return {
    async list() {
      const all = await base.getAll('list');
      return all.sort((a, b) => b.changed.getTime() - a.changed.getTime());
    },
    read: (id) => base.get('workbooks', id),
    async write(workbook) {
      const { id, name, revision, data } = workbook;
      const work = base.transaction(['workbooks', 'list'], 'readwrite');
      const [workbooks, list] = [work.objectStore('workbooks'), work.objectStore('list')];
      const kept = await list.get(id);
      if ((kept?.revision ?? 0) !== revision) {
        work.abort();
        await work.done.catch(() => undefined);
        throw new Overtaken(kept ? `${name} was changed in another tab` : `${name} was deleted in another tab`);
      }
      const next = { id, name, revision: revision + 1, changed: new Date() };
      await Promise.all([workbooks.put({ ...next, data }), list.put(next), work.done]);
      return next.revision;
    },
    async remove(id) {
      const work = base.transaction(['workbooks', 'list'], 'readwrite');
      await Promise.all([work.objectStore('workbooks').delete(id), work.objectStore('list').delete(id), work.done]);
    },
  };
}

/** Why nothing could be kept, for the analyst. */
export function whyNotKept(fault: unknown): string {
  if (fault instanceof Overtaken)
    return `${fault.message}: nothing is overwritten. Choose Duplicate to keep this one too, or reload to see the other.`;
  const { name } = Object(fault) as { readonly name?: string };
  if (name === 'InvalidStateError' || name === 'VersionError')
    return 'A newer version of this page is open in another tab, and keeps the workbooks: download this one, then reload.';
  if (name === 'QuotaExceededError')
    return 'The browser’s room for this site is full: this work is not kept. Delete workbooks or download this one.';
  return 'This browser keeps nothing for this page (storage is blocked, or the window is private): download your work before you leave.';
}
