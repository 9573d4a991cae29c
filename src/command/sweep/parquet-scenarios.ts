import { Problem } from '../../catalogue/problem';
import { diskSentence } from '../disk';
import { Failure } from '../problem';
import { column, parquetTable, quoted, quotedFile, Interrupted, type Database } from './database';
import type { InputFile } from './input-files';
import { FILE, REASON, ROW, type Scenarios, type SliceEnd, type VariedColumn } from './scenarios';
import { oneSchema, sameName, WHOLE, type Column, type FileSchema } from './schema';

/** Parquet files as one table: a slice is a run of whole row groups. */
export async function openParquet(
  files: readonly InputFile[],
  rowsPerPart: number,
  database: Database,
): Promise<Scenarios> {
  const schemas: FileSchema[] = [];
  const pieces: Piece[] = [];
  for (const file of files) {
    const { schema, groups } = await footerOf(file, database);
    schemas.push(schema);
    let from = 0;
    for (const rows of groups) pieces.push({ file, from, to: (from += rows) });
  }
  const columns = oneSchema(schemas);
  const runs = runsOf(pieces, rowsPerPart);
  return {
    columns,
    rowName: 'row',
    size: runs.at(-1)?.end.position ?? 0,
    async *slices(finished, varied) {
      for (const { pieces: some, end } of runs) {
        if (end.position <= (finished?.position ?? 0)) continue;
        const selects = some.map((piece) => rowsOf(piece, columns, varied));
        yield await Promise.resolve({ table: `(${selects.join('\nUNION ALL ')}) AS slice`, end });
      }
    },
    async refuseBroken() {
      for (const { path } of files) {
        await database
          .rows(`SELECT MAX(HASH(scenarios)) FROM ${parquetTable([path])} AS scenarios`)
          .catch((error: unknown) => refuseUnreadable(path, error));
      }
    },
  };
}

/** Some rows of a file. */
interface Piece {
  readonly file: InputFile;
  readonly from: number;
  readonly to: number;
}

interface Run {
  readonly pieces: readonly Piece[];
  readonly end: SliceEnd;
}

/** Row groups put together until there are enough rows for a part. */
function runsOf(groups: readonly Piece[], enough: number): Run[] {
  const runs: Run[] = [];
  let [pieces, rows, position]: [Piece[], number, number] = [[], 0, 0];
  const close = (): void => {
    if (rows > 0) runs.push({ pieces, end: { position } });
    [pieces, rows] = [[], 0];
  };
  for (const group of groups) {
    const last = pieces.at(-1);
    if (last?.file === group.file) pieces[pieces.length - 1] = { ...last, to: group.to };
    else pieces.push(group);
    rows += group.to - group.from;
    position += group.to - group.from;
    if (rows >= enough) close();
  }
  close();
  return runs;
}

/** Whole numbers of the widest type that a file has; everything else as it is. */
function rowsOf({ file, from, to }: Piece, columns: readonly Column[], varied: readonly VariedColumn[]): string {
  const selected = columns.map(({ name, type }) => {
    const input = varied.find((candidate) => candidate.name === name);
    const value = partitionOf(file, name, input) ?? column(name);
    const cast = input ? 'DOUBLE' : WHOLE.includes(type) ? type : undefined;
    return `${cast ? `CAST(${value} AS ${cast})` : value} AS ${column(name)}`;
  });
  const place = [
    `${quoted(file.path)} AS "${FILE}"`,
    `file_row_number + 1 AS "${ROW}"`,
    `NULL::VARCHAR AS "${REASON}"`,
  ];
  return `SELECT ${[...selected, ...place].join(', ')} FROM ${parquetTable([file.path], ', file_row_number = true')}
    WHERE file_row_number >= ${from} AND file_row_number < ${to}`;
}

/** The value that the folders of the file give to a column. */
function partitionOf(
  { path, partitions }: InputFile,
  name: string,
  input: VariedColumn | undefined,
): string | undefined {
  for (const [key, text] of partitions) {
    if (!sameName(key, name)) continue;
    if (text === null) return 'NULL::VARCHAR';
    if (!input) return quoted(text);
    try {
      return input.read(text).toExponential();
    } catch (error) {
      throw error instanceof Problem ? new Failure(`${path}: ${error.sentence}`) : error;
    }
  }
  return undefined;
}

async function footerOf(
  { path, partitions }: InputFile,
  database: Database,
): Promise<{ schema: FileSchema; groups: number[] }> {
  try {
    const described = await database.rows(`DESCRIBE SELECT * FROM ${parquetTable([path])}`);
    const columns = described.map(([name, type]) => ({ name: name as string, type: type as string }));
    const fields = (await database.rows(
      `SELECT name, precision, logical_type FROM parquet_schema(${quotedFile(path)})`,
    )) as [name: string, digits: bigint | null, type: string | null][];
    // DuckDB gives the second column of a name another name.
    const renamed = columns.find(({ name }) => !fields.some(([field]) => field === name));
    if (renamed) throw new Failure(`${path} has two columns ${renamed.name.replace(/_\d+$/, '')}.`);
    const cut = fields.find(([, digits, type]) => Number(digits) > 38 || /^TimeType.*NANOS=Nano/.test(type ?? ''));
    if (cut) throw new Failure(`${path} has a column ${cut[0]} of which DuckDB would cut off digits: leave it out.`);
    const groups = await database.rows(
      `SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(${quotedFile(path)}) ORDER BY ALL`,
    );
    const inFolders = [...partitions.keys()].map((name) => ({ name, type: 'VARCHAR', asTyped: true }));
    return { schema: { path, columns: [...columns, ...inFolders] }, groups: groups.map(([, rows]) => Number(rows)) };
  } catch (error) {
    return refuseUnreadable(path, error);
  }
}

/** Throws what DuckDB says of a file as a Failure that names it. */
function refuseUnreadable(path: string, error: unknown): never {
  if (error instanceof Failure || error instanceof Interrupted || diskSentence(error)) throw error;
  throw new Failure(`${path} cannot be read as Parquet: ${(error as Error).message.split('\n')[0]!}.`);
}
