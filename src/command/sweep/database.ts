import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import { Failure } from '../problem';

export type DuckDB = typeof import('@duckdb/node-api');

/** DuckDB in memory, for as long as one sweep lasts. */
export interface Database {
  readonly duckdb: DuckDB;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<unknown[][]>;
  /** Runs even where the work was asked to stop. */
  tidy(sql: string): Promise<void>;
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

/** Nothing is fetched from anywhere. */
const SETTINGS = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

/** Opens DuckDB; throws a Failure where it is not installed, since it is an optional dependency. */
export async function openDatabase(memory: string, spill: string, interruption: AbortSignal): Promise<Database> {
  const duckdb = await import('@duckdb/node-api').catch(() => {
    throw new Failure(
      'taas sweep computes on DuckDB, which is not installed: run npm install @duckdb/node-api@1.5.5-r.5.',
    );
  });
  const instance = await duckdb.DuckDBInstance.create(':memory:', { ...SETTINGS, memory_limit: memory });
  const connection = await instance.connect();
  const stop = (): void => connection.interrupt();
  interruption.addEventListener('abort', stop);
  // DuckDB forgets an interruption that comes between two statements.
  const stoppable = async <T>(work: () => Promise<T>): Promise<T> => {
    if (interruption.aborted) throw new Interrupted();
    return work().catch((error: unknown) => {
      throw interruption.aborted ? new Interrupted() : error;
    });
  };
  const tidy = async (sql: string): Promise<void> => void (await connection.run(sql));
  const database: Database = {
    duckdb,
    run: (sql) => stoppable(() => tidy(sql)),
    rows: async (sql) => (await stoppable(() => connection.runAndReadAll(sql))).getRows(),
    tidy,
    append: (table, types) => appended(duckdb, connection, table, types),
    close: () => {
      interruption.removeEventListener('abort', stop);
      connection.closeSync();
      instance.closeSync();
    },
  };
  await tidy(`SET temp_directory = ${quoted(spill)}`);
  await tidy("SET TimeZone = 'UTC'");
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
export function databaseSentence(error: unknown): string | undefined {
  const [said = ''] = (error as Error).message.split('\n');
  if (/^Out of Memory Error/i.test(said)) return `The memory is not enough: ${said}; try --memory 4GB.`;
  return /^(IO|Invalid Input|Invalid|Binder|Conversion|Catalog|Parser|Serialization|TransactionContext) Error/.test(
    said,
  )
    ? said
    : undefined;
}

/** A text in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A column in SQL. */
export const column = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A file to read, in SQL: signs that are wildcards to DuckDB stand for themselves. */
export const quotedFile = (path: string): string => quoted(path.replace(/[*?[]/g, '[$&]'));

/** Parquet files as a table, whatever the folders are called that they are in. */
export const parquetTable = (files: readonly string[], options = ''): string =>
  `read_parquet([${files.map(quotedFile).join(', ')}], hive_partitioning = false${options})`;
