import type { Problem } from '../catalogue/problem';
import type { Complaint } from '../pane/host';
import { latest } from '../pane/latest';

/** The failed answers of late: desktop Excel shows an error but often not its sentence. */
const log = latest<Complaint>(100, (a, b) => a.function === b.function && a.sentence === b.sentence);
const listeners = new Set<() => void>();

export function complain(name: string, { code, sentence }: Problem): void {
  log.add({ function: name, code, sentence, at: new Date() });
  listeners.forEach((listener) => listener());
}

export const complaints = log.list;

export function onComplaint(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
