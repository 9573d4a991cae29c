import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Failure } from '../problem';
import { quoted, type Database } from './database';

/** A file of scenarios. */
export interface InputFile {
  readonly path: string;
  /** whatever it is called */
  readonly inode: string;
  readonly size: number;
  /** another one when the file is another or was written to */
  readonly identity: string;
  /** the columns that the folders of the file are called after, as in `year=2026/`; null where there is no value */
  readonly partitions: ReadonlyMap<string, string | null>;
}

export interface InputFiles {
  readonly files: readonly InputFile[];
  readonly format: 'csv' | 'parquet';
  /** the folder that was given, if it was one: every file in it is an input */
  readonly folder: string | undefined;
}

const CSV = /\.(csv|tsv|txt)$/i;
const IN_FOLDERS = /\.(parquet|csv|tsv)$/i;
const WILD = /[*?[]/;

/** The files that `--inputs` means: a file, those of a pattern, or those in a folder and the folders in it. */
export async function inputFiles(path: string, database: Database): Promise<InputFiles> {
  const kind = kindOf(path);
  const paths =
    kind === undefined && WILD.test(path)
      ? await matching(path, database)
      : kind === 'folder'
        ? inFolder(path)
        : [path];
  if (kind === 'folder' && paths.length === 0) throw new Failure(`${path} has no Parquet or CSV files.`);
  if (kind === undefined && (paths.length === 0 || paths[0] === path))
    throw new Failure(
      // Node 20 throws the same of itself.
      kindOf(dirname(path)) === 'file'
        ? `${path} is looked for inside a file: expected a folder there.`
        : `There is no file ${path}.`,
    );
  const csv = paths.find((file) => CSV.test(file));
  const other = paths.find((file) => !CSV.test(file));
  if (csv !== undefined && other !== undefined)
    throw new Failure(`${csv} is a CSV and ${other} is not: expected one kind, or a pattern such as *.parquet.`);
  const root = kind === 'folder' ? path : kind === 'file' ? dirname(path) : fixedPartOf(path);
  const files = paths.map((file) => ({ ...stated(file), partitions: partitionsOf(relative(root, dirname(file))) }));
  refuseTwice(files);
  return { files, format: csv === undefined ? 'parquet' : 'csv', folder: kind === 'folder' ? path : undefined };
}

/** Refuses files that are not as they were. */
export function refuseChanged(files: readonly InputFile[]): void {
  for (const { path, identity } of files)
    if (kindOf(path) !== 'file' || stated(path).identity !== identity)
      throw new Failure(`${path} changed while it was read: give the same command again when nobody writes to it.`);
}

/** What is at a path, if anything is. */
export function kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && (found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other');
}

function stated(path: string): Omit<InputFile, 'partitions'> {
  if (kindOf(path) === 'other') throw new Failure(`${path} is neither a file nor a folder.`);
  const { size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  const identity = [realpathSync(path), size, mtimeNs, ctimeNs].join(' ');
  return { path, inode: inodeOf(path), size: Number(size), identity };
}

/** One for a file by all its names, links and spellings. */
export function inodeOf(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev} ${ino}`;
}

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

/** What begins with a dot is no scenario: systems leave such files behind. */
function inFolder(folder: string, around: readonly string[] = []): string[] {
  const real = realpathSync(folder);
  if (around.includes(real)) throw new Failure(`${folder} is a link to a folder around it: it would be read for ever.`);
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.sort(byName).flatMap((name) => {
    const path = join(folder, name);
    if (kindOf(path) === 'folder') return inFolder(path, [...around, real]);
    return IN_FOLDERS.test(name) ? [path] : [];
  });
}

async function matching(pattern: string, database: Database): Promise<string[]> {
  const found = await database.rows(`SELECT file FROM glob(${quoted(pattern)})`);
  return found.map(([file]) => file as string).sort(byName);
}

/** The folder above the first wildcard of a pattern. */
function fixedPartOf(pattern: string): string {
  let folder = pattern;
  while (WILD.test(folder)) folder = dirname(folder);
  return folder;
}

/** As Hive, Spark and DuckDB write them. */
function partitionsOf(folders: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const folder of folders.split(/[\\/]/)) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(folder) ?? [];
    if (name !== undefined)
      found.set(unescaped(name), value === '__HIVE_DEFAULT_PARTITION__' ? null : unescaped(value!));
  }
  return found;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A link beside the file that it leads to would count its scenarios twice. */
function refuseTwice(files: readonly InputFile[]): void {
  const seen = new Map<string, string>();
  for (const { path, inode } of files) {
    if (seen.has(inode)) throw new Failure(`${seen.get(inode)!} and ${path} are one file: expected every file once.`);
    seen.set(inode, path);
  }
}
