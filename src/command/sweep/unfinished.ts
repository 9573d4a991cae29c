import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { diskSentence } from '../disk';
import { Failure } from '../problem';
import { Interrupted, quoted, type Database } from './database';
import { PUT } from './put';
import type { SliceEnd } from './scenarios';

/** What is known of a finished part. */
export interface Part {
  readonly rows: number;
  /** rows that cannot be computed */
  readonly bad: number;
  /** rows that can, and have no value */
  readonly none: number;
  readonly end: SliceEnd;
}

/** What makes a sweep this one. */
export interface Identity {
  /** the files, their sizes and when they were written */
  readonly inputs: string;
  /** the query and how the files are read */
  readonly formula: string;
}

/**
 * The folder beside the result in which finished parts wait for the others: their rows in Parquet, and what is known of
 * them in a database, which is also the lock: DuckDB opens it for one process, and for no longer than that lives.
 */
export interface Unfinished {
  readonly folder: string;
  readonly parts: readonly Part[];
  /** where the rows of a part are, counted from 1 */
  file(part: number): string;
  /** Records a part, whose rows are on the disk, and its bad rows; only then does it count. */
  finish(part: Pick<Part, 'rows' | 'end'>, empty: number, badRows: string): Promise<void>;
  sum(count: 'rows' | 'bad' | 'none'): number;
  /** Lets go of the folder, and takes it away unless its parts are to be kept. */
  close(keep: boolean): Promise<void>;
}

/** The bad rows of all parts. */
export const REJECTS = 'unfinished.reject';

const OURS = /^(?:sweep\.duckdb.*|part-\d{6}\.parquet|result|rejects|spill|put)$/;

/** Whoever is killed while they go leaves no record of parts that are gone, and to the last knows what was put. */
const GOING = [/^sweep\.duckdb.+/, /^sweep\.duckdb$/, /^(?!put$)/, /^/];
const turnOf = (name: string): number => GOING.findIndex((names) => names.test(name));

/** Opens the folder for one sweep, with the parts that were finished before. */
export async function openUnfinished(
  database: Database,
  folder: string,
  identity: Identity,
  restart: boolean,
): Promise<Unfinished> {
  const isNew = made(folder);
  try {
    const foreign = readdirSync(folder).find((name) => !OURS.test(name));
    if (foreign !== undefined)
      throw new Failure(`${folder} is needed for unfinished work and holds ${foreign}: expected another --out.`);
    await attach(database, resolve(folder, 'sweep.duckdb'), restart);
    const parts = await partsOf(database, folder, identity, restart);
    return unfinishedOf(database, folder, parts);
  } catch (error) {
    if (isNew) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The parts that were finished before, if they are of this sweep. */
async function partsOf(
  database: Database,
  folder: string,
  { inputs, formula }: Identity,
  restart: boolean,
): Promise<Part[]> {
  await database.run(`CREATE TABLE IF NOT EXISTS unfinished.sweep (inputs VARCHAR, formula VARCHAR);
    CREATE TABLE IF NOT EXISTS unfinished.part (number INTEGER, counts VARCHAR)`);
  const found = restart ? [] : await database.rows('SELECT counts FROM unfinished.part ORDER BY number');
  const [[knownInputs, knownFormula] = []] = await database.rows('FROM unfinished.sweep');
  if (found.length > 0 && knownFormula !== formula)
    throw new Failure(
      `${folder} holds finished parts of another sweep (other inputs, columns or options): finish that one, choose another --out, or add --restart to forget them.`,
    );
  if (found.length > 0 && knownInputs !== inputs)
    throw new Failure(
      `The scenarios were changed after the parts in ${folder} were finished: add --restart to compute all of them again.`,
    );
  if (found.length === 0)
    await database.run(`DROP TABLE IF EXISTS ${REJECTS}; TRUNCATE unfinished.part; TRUNCATE unfinished.sweep;
      INSERT INTO unfinished.sweep VALUES (${quoted(inputs)}, ${quoted(formula)})`);
  return found.map(([counts]) => JSON.parse(counts as string) as Part);
}

function unfinishedOf(database: Database, folder: string, parts: Part[]): Unfinished {
  const file = (part: number): string => join(folder, `part-${String(part).padStart(6, '0')}.parquet`);
  return {
    folder,
    parts,
    file,
    async finish({ rows, end }, empty, badRows) {
      const number = parts.length + 1;
      await sync(file(number));
      await database.run('BEGIN');
      let bad = 0;
      if (empty > 0) {
        await database.run(`CREATE TABLE IF NOT EXISTS ${REJECTS} AS ${badRows} WITH NO DATA`);
        const [[inserted] = []] = await database.rows(`INSERT INTO ${REJECTS} ${badRows}`);
        bad = Number(inserted);
      }
      const part = { rows, bad, none: empty - bad, end };
      await database.run(`INSERT INTO unfinished.part VALUES (${number}, ${quoted(JSON.stringify(part))})`);
      await database.run('COMMIT');
      parts.push(part);
    },
    sum: (count) => parts.reduce((total, part) => total + part[count], 0),
    async close(keep) {
      await database.tidy('ROLLBACK').catch(() => undefined);
      await database.tidy('DETACH unfinished').catch(() => undefined);
      const kept = new Set(keep ? [PUT, ...parts.map((_, i) => basename(file(i + 1)))] : []);
      const going = readdirSync(folder).filter((name) => OURS.test(name) && !kept.has(name));
      for (const name of going.sort((a, b) => turnOf(a) - turnOf(b)))
        if (!keep || !name.startsWith('sweep')) rmSync(join(folder, name), { recursive: true, force: true });
      if (readdirSync(folder).length === 0) rmdirSync(folder);
    },
  };
}

/** Whether the folder was not there before. */
function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function attach(database: Database, file: string, restart: boolean): Promise<void> {
  const statement = `ATTACH ${quoted(file)} AS unfinished`;
  try {
    await database.run(statement);
  } catch (error) {
    const { message } = error as Error;
    if (/set lock|used by another process/i.test(message)) {
      const process = /PID (\d+)/.exec(message)?.[1];
      throw new Failure(
        `Another sweep${process ? ` (process ${process})` : ''} is at work in ${dirname(file)}: wait for it, or choose another --out.`,
      );
    }
    if (error instanceof Interrupted || diskSentence(error) !== undefined) throw error;
    if (!restart) throw new Failure(`${file} cannot be read: add --restart to begin again.`);
    rmSync(file, { force: true });
    rmSync(`${file}.wal`, { force: true });
    await database.run(statement);
  }
}

/** A power cut keeps what was synced. */
export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}
