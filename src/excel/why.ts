import type { Problem } from '../catalogue/problem';

/** One failed answer, for the pane: desktop Excel shows the error but often not its sentence. */
export interface Complaint {
  readonly function: string;
  readonly code: string;
  readonly sentence: string;
  readonly at: Date;
}

const MOST = 100;
const log: Complaint[] = [];
const listeners = new Set<() => void>();

/** Remembers why a function failed; newest first, bounded, in memory only. */
export function complain(name: string, problem: Problem): void {
  const same = log.findIndex((entry) => entry.function === name && entry.sentence === problem.sentence);
  if (same >= 0) log.splice(same, 1);
  log.unshift({ function: name, code: problem.code, sentence: problem.sentence, at: new Date() });
  log.length = Math.min(log.length, MOST);
  listeners.forEach((listener) => listener());
}

export const complaints = (): readonly Complaint[] => log;

export const onComplaint = (listener: () => void): void => {
  listeners.add(listener);
};
