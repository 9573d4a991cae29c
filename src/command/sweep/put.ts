import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from './unfinished';

/**
 * The files that a sweep is about to put where they were asked for. Killed in between, it leaves some of them there,
 * which the same command knows for its own by this, and replaces.
 */
export const PUT = 'put';

/** Moving a file changes none of it. */
function lineOf(file: string, sweep: Identity): string {
  const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true });
  return JSON.stringify([sweep, [dev, ino, size, mtimeNs].map(String)]);
}

export const notePut = (folder: string, files: readonly string[], sweep: Identity): void =>
  appendFileSync(join(folder, PUT), files.map((file) => `${lineOf(file, sweep)}\n`).join(''));

/** Whether a file that is there was put there by the same sweep, and by nobody touched since. */
export function wasPut(folder: string, file: string, sweep: Identity): boolean {
  const notes = join(folder, PUT);
  return existsSync(notes) && existsSync(file) && readFileSync(notes, 'utf8').split('\n').includes(lineOf(file, sweep));
}
