import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { Failure, Misuse } from '../problem';
import type { SweepQuestion } from './question';
import { quoted, type Database } from './database';
import { inodeOf, kindOf, type InputFiles } from './input-files';
import { wasPut } from './put';
import type { Identity } from './unfinished';

/** What a sweep writes. */
export interface Outputs {
  readonly out: string;
  /** the bad rows */
  readonly rejects: string;
  /** the finished parts, until all are; it is also what a second sweep finds locked */
  readonly folder: string;
}

/** A file stands where the result would; what was computed for it is none the worse. */
export class AlreadyThere extends Failure {}

export function outputsOf(out: string): Outputs {
  const stem = out.replace(/\.\w+$/, '');
  return { out, rejects: `${stem}.rejects.csv`, folder: `${stem}.parts` };
}

/** Nothing that is read is written, now or by the same command again. */
export async function refuseOutputs(
  { out, rejects, folder }: Outputs,
  question: SweepQuestion,
  inputs: InputFiles,
  database: Database,
): Promise<void> {
  // DuckDB takes what follows for something else and puts its record elsewhere.
  if (resolve(folder).includes('?'))
    throw new Misuse(`--out is ${resolve(out)}, where unfinished work cannot be kept: expected a name without ?.`);
  if (kindOf(dirname(out)) !== 'folder') throw new Failure(`There is no folder ${dirname(out)} for ${basename(out)}.`);
  const parent = realpathSync(dirname(out));
  if (inputs.folder !== undefined && isWithin(parent, realpathSync(inputs.folder)))
    throw new Misuse(
      `--out is ${out}, inside ${inputs.folder}, of which every file is an input: expected another folder.`,
    );
  const readFrom = inputs.files.map(({ path }) => realpathSync(path));
  if (kindOf(folder) === 'folder' && readFrom.some((path) => isWithin(path, realpathSync(folder))))
    throw new Misuse(`${folder} is needed for unfinished work and has inputs in it: expected another --out.`);
  if (existsSync(folder) && kindOf(folder) !== 'folder')
    throw new Failure(`${folder} is needed as a folder for unfinished work and is a file: expected another --out.`);
  for (const file of [out, rejects]) {
    if (kindOf(file) === 'folder') throw new Failure(`${file} is a folder: expected a file, or none.`);
    const isInput = kindOf(file) === 'file' && inputs.files.some(({ inode }) => inode === inodeOf(file));
    if (isInput || (await isLikeInputs(file, parent, question.inputs, readFrom, database)))
      throw new Misuse(`${file} would be written and is an input: expected another --out.`);
  }
}

/** Nothing that is there is written over unasked, but what the same sweep put there before it was killed. */
export function refuseThere({ out, rejects, folder }: Outputs, force: boolean, sweep: Identity): void {
  if (force) return;
  for (const file of [out, rejects])
    if (lstatSync(file, { throwIfNoEntry: false }) && !wasPut(folder, file, sweep))
      throw new AlreadyThere(`${file} is there already: choose another --out, or add --force to replace it.`);
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Whether a file that is beside an input has a name that the pattern of the inputs fits. */
async function isLikeInputs(
  file: string,
  parent: string,
  pattern: string,
  readFrom: readonly string[],
  database: Database,
): Promise<boolean> {
  if (!readFrom.some((path) => dirname(path) === parent)) return false;
  const [[fits] = []] = await database.rows(`SELECT ${quoted(basename(file))} GLOB ${quoted(basename(pattern))}`);
  return fits === true;
}
