import type { CsvForm } from './question';
import { batchesOf, type Batch } from './csv-file';
import { headerOf, type Header } from './csv-header';
import { numberReader } from './csv-numbers';
import { column, Interrupted, type Database } from './database';
import type { InputFile } from './input-files';
import { FILE, REASON, ROW, type Scenarios, type Slice, type SliceEnd, type VariedColumn } from './scenarios';
import { oneSchema, sameName, type Column } from './schema';

/** CSV files with a header line each, as one table; what is no input is carried along as it is written. */
export function openCsv(
  files: readonly InputFile[],
  form: CsvForm,
  rowsPerPart: number,
  database: Database,
  interruption: AbortSignal,
): Scenarios {
  const headers = files.map(({ path }) => headerOf(path, form));
  const columns = oneSchema(
    files.map(({ path, partitions }, i) => ({
      path,
      columns: [...headers[i]!.names, ...partitions.keys()].map((name) => ({ name, type: 'VARCHAR', asTyped: true })),
    })),
  );
  const size = files.reduce((total, file) => total + file.size, 0);

  async function* slices(finished: SliceEnd | undefined, varied: readonly VariedColumn[]): AsyncGenerator<Slice> {
    const start = finished?.at ?? { file: 0, ...headers[0]!.start };
    let before = files.slice(0, start.file).reduce((total, file) => total + file.size, 0);
    let slice = await newSlice(database, columns, varied);
    for (let i = start.file; i < files.length; i++) {
      const [file, header] = [files[i]!, headers[i]!];
      const row = rowReader(file, header, columns, varied, form);
      const from = i === start.file ? start : header.start;
      for await (const { records, end } of batchesOf(file.path, file.size, header.delimiter, from)) {
        if (interruption.aborted) throw new Interrupted();
        for (const record of records) slice.add(row(record));
        if (slice.rows() < rowsPerPart) continue;
        slice.finish();
        yield { table: 'slice', end: { position: before + end.offset, at: { file: i, ...end } } };
        slice = await newSlice(database, columns, varied);
      }
      before += file.size;
    }
    slice.finish();
    if (slice.rows() > 0)
      yield { table: 'slice', end: { position: size, at: { file: files.length, offset: 0, line: 0 } } };
  }

  return { columns, rowName: 'line', size, slices };
}

/** Makes a row of the slice out of a record: numbers where inputs are, texts elsewhere, and where it comes from. */
function rowReader(
  { path, partitions }: InputFile,
  { names, delimiter }: Header,
  columns: readonly Column[],
  varied: readonly VariedColumn[],
  form: CsvForm,
): (record: Batch['records'][number]) => unknown[] {
  const cells = columns.map(({ name }) => {
    const input = varied.find((candidate) => candidate.name === name);
    return {
      at: names.findIndex((candidate) => sameName(candidate, name)),
      ofFolder: [...partitions].find(([key]) => sameName(key, name))?.[1] ?? null,
      number: input && numberReader(input, delimiter, form, path),
    };
  });
  return ({ fields, fault, line }) => {
    const count = fields.length === 1 ? '1 field' : `${fields.length} fields`;
    const counted = fields.length === names.length ? null : `has ${count}: expected ${names.length}`;
    let reason = fault ?? counted;
    const values: unknown[] = cells.map(({ at, ofFolder, number }) => {
      const text = at < 0 ? ofFolder : (fields[at] ?? null);
      if (!number || reason !== null) return number ? null : text;
      const read = number(text ?? '');
      if (typeof read === 'number') return read;
      reason = read;
      return null;
    });
    values.push(path, BigInt(line), reason);
    return values;
  };
}

/** DuckDB takes rows in vectors of this length. */
const VECTOR = 2048;

/** An empty table `slice`, in the place of the one before. */
async function newSlice(database: Database, columns: readonly Column[], varied: readonly VariedColumn[]) {
  const { BIGINT, DOUBLE, VARCHAR } = database.duckdb;
  const isInput = (name: string): boolean => varied.some((input) => input.name === name);
  const types = [...columns.map(({ name }) => (isInput(name) ? DOUBLE : VARCHAR)), VARCHAR, BIGINT, VARCHAR];
  const names = [...columns.map(({ name }) => name), FILE, ROW, REASON];
  const fields = names.map((name, i) => `${column(name)} ${String(types[i])}`);
  await database.run(`CREATE OR REPLACE TABLE slice (${fields.join(', ')})`);
  const appended = await database.append('slice', types);
  let vectors: unknown[][] = types.map(() => []);
  let rows = 0;
  const flush = (): void => {
    if (vectors[0]!.length > 0) appended.add(vectors);
    vectors = types.map(() => []);
  };
  return {
    rows: () => rows,
    add: (values: readonly unknown[]): void => {
      vectors.forEach((vector, i) => vector.push(values[i]));
      if (++rows % VECTOR === 0) flush();
    },
    finish: (): void => {
      flush();
      appended.finish();
    },
  };
}
