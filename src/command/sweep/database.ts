import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import { Failure } from '../problem';

export type DuckDB = typeof import('@duckdb/node-api');

/** DuckDB in memory, for as long as one sweep lasts. */
export interface Database {
  readonly duckdb: DuckDB;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<unknown[][]>;
  /** Adds rows to a table, column by column. */
  append(table: string, types: readonly DuckDBType[]): Promise<Appended>;
  close(): void;
}

export interface Appended {
  /** At most 2,048 rows at a time. */
  readonly add: (columns: readonly (readonly unknown[])[]) => void;
  readonly finish: () => void;
}

/** Thrown where work stops because it was asked to. */
export class Interrupted extends Error {}

/** Opens DuckDB; throws a Failure where it is not installed, since it is an optional dependency. */
export async function openDatabase(memory: string, spill: string, interruption: AbortSignal): Promise<Database> {
  const duckdb = await import('@duckdb/node-api').catch(() => {
    throw new Failure('taas sweep computes on DuckDB, which is not installed: run npm install @duckdb/node-api.');
  });
  const connection = await (await duckdb.DuckDBInstance.create()).connect();
  const stop = (): void => connection.interrupt();
  interruption.addEventListener('abort', stop);
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: Error) => {
      throw interruption.aborted ? new Interrupted() : sentence(error);
    });
  const database: Database = {
    duckdb,
    run: async (sql) => void (await told(connection.run(sql))),
    rows: async (sql) => (await told(connection.runAndReadAll(sql))).getRows(),
    append: (table, types) => appended(duckdb, connection, table, types),
    close: () => {
      interruption.removeEventListener('abort', stop);
      connection.closeSync();
    },
  };
  await database.run(`SET memory_limit = ${quoted(memory)}`);
  await database.run(`SET temp_directory = ${quoted(spill)}`);
  return database;
}

async function appended(
  { DuckDBDataChunk }: DuckDB,
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
): Promise<Appended> {
  const appender = await connection.createAppender(table);
  return {
    add: (columns) => {
      const chunk = DuckDBDataChunk.create(types, columns[0]!.length);
      columns.forEach((values, i) => chunk.setColumnValues(i, values as never));
      appender.appendDataChunk(chunk);
    },
    finish: () => appender.closeSync(),
  };
}

/** What DuckDB says, where an analyst can do something about it. */
function sentence(error: Error): Error {
  const [said = ''] = error.message.split('\n');
  if (isDiskFull(error)) return new DiskFull();
  if (/out of memory/i.test(said)) return new Failure(`The memory is not enough: ${said} Try --memory 4GB.`);
  if (/^(IO|Invalid Input|Binder|Conversion|Catalog|Parser|HTTP|Serialization) Error/.test(said))
    return new Failure(said);
  return error;
}

export class DiskFull extends Failure {
  constructor() {
    super('The disk is full.');
  }
}

/** Also where a quota or a limit on the size of files says so. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EFBIG', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '') ||
  /no space left|file too large|disk quota|not enough space|failed to (write|offload).*(temp|space)/i.test(
    (error as Error).message,
  );

/** A text in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A column in SQL. */
export const column = (name: string): string => `"${name.replaceAll('"', '""')}"`;
