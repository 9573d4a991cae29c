import { statSync } from 'node:fs';
import { Failure } from '../problem';
import { quoted } from './database';
import { REASON, ROW, type Opening, type Scenarios, type Slice } from './scenarios';

const NUMERIC = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;

/** One Parquet file or several: a slice is a run of whole row groups of one file. */
export async function openParquet({ path, rowsPerPart, database }: Opening): Promise<Scenarios> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const pattern = isFolder ? `${path.replace(/[\\/]$/, '')}/**/*.parquet` : path;
  const found = await database.rows(`SELECT file FROM glob(${quoted(pattern)}) ORDER BY file`);
  const files = found.map(([file]) => file as string);
  if (files.length === 0) throw new Failure(isFolder ? `${path} has no Parquet files.` : `There is no file ${path}.`);
  const list = `[${files.map(quoted).join(', ')}]`;
  const described = await database.rows(`DESCRIBE SELECT * FROM read_parquet(${list}, hive_partitioning = false)`);
  const groups = await database.rows(
    `SELECT DISTINCT file_name, row_group_id, row_group_num_rows FROM parquet_metadata(${list}) ORDER BY ALL`,
  );
  const rowsOf = new Map<string, number[]>(files.map((file) => [file, []]));
  for (const [file, , rows] of groups) rowsOf.get(file as string)!.push(Number(rows));
  const plan = files.flatMap((file) => runs(rowsOf.get(file)!, rowsPerPart).map((run) => ({ file, ...run })));
  let before = 0;
  const slices: Slice[] = [];
  const started = new Map<string, number>();
  for (const { file, from, to } of plan) {
    if (!started.has(file)) started.set(file, before);
    before += to - from;
    slices.push({
      table: `(SELECT *, file_row_number + ${started.get(file)! + 1} AS "${ROW}", NULL::VARCHAR AS "${REASON}"
    FROM read_parquet(${quoted(file)}, hive_partitioning = false, file_row_number = true)
    WHERE file_row_number >= ${from} AND file_row_number < ${to}) AS slice`,
      end: { position: before },
    });
  }
  return {
    columns: described.map(([name, type]) => ({ name: name as string, numeric: NUMERIC.test(type as string) })),
    rowName: 'row',
    size: before,
    fingerprint: JSON.stringify(files.map((file) => [file, statSync(file).size, statSync(file).mtimeMs])),
    async *slices(finished) {
      yield* slices.slice(finished.length);
      await Promise.resolve();
    },
  };
}

/** Row groups put together until there are enough rows for a part. */
function runs(groups: readonly number[], enough: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let [from, to] = [0, 0];
  for (const rows of groups) {
    to += rows;
    if (to - from < enough) continue;
    found.push({ from, to });
    from = to;
  }
  if (to > from) found.push({ from, to });
  return found;
}
