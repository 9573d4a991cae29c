import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { diskSentence } from './disk';
import { Failure } from './problem';

/** Writes a file that was asked for by an option; why that was not possible is a sentence that names it. */
export function newFile(path: string, option: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Failure(`${path} is there already: choose another ${option}, or add --force to replace it.`);
    if (!existsSync(dirname(path))) throw new Failure(`There is no folder ${dirname(path)} for ${basename(path)}.`);
    throw new Failure(diskSentence({ code, path }) ?? `${path} cannot be written: ${message}.`);
  }
}
