/**
 * Random folders of CSV and Parquet files: every row comes out once and in its place, with every value that it carried;
 * a bad one is listed besides; and no file that was read is another afterwards. To look further: FUZZ_RUNS=500.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { number } from '../functions/cell';
import { RUNS } from '../catalogue/seed';
import { workplace } from './workplace';

const { file, run, rowsIn, sweep } = workplace();
const FEW = { numRuns: RUNS ?? 40, endOnFailure: true };

const spend = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }).map((x) => Number(x.toPrecision(9))) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, -1, 1e7, NaN, Infinity) },
);
const isGood = (x: number | undefined): boolean => x !== undefined && x >= 0 && x <= 1e6;

/** Names that something in between might take for its own. */
const names = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom(
        'line',
        'row',
        'reason',
        'file',
        'slice',
        'rowid',
        'select',
        'inputs',
        'with_x',
        'net_revenue',
        'a"b',
        "it's",
        'a,b',
        '支出',
        'x;y',
        'number',
        'known',
        'v',
        'filename',
        'part_1',
        'year',
        'two\nlines',
        '1',
        'é',
        '%',
        '${x}',
        'null',
        'result',
      ),
      fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name.trim() === name && !/\0/.test(name)),
    ),
    { minLength: 1, maxLength: 4, selector: (name) => name.toLowerCase() },
  )
  .filter((all) => !all.some((name) => /^(id|token_spend|mode|tiers?)$/i.test(name)));

/** What one input is and what another program may make of it. */
interface Folder {
  readonly names: readonly string[];
  readonly files: readonly (readonly { readonly spend: number | undefined; readonly cells: readonly unknown[] }[])[];
  readonly partition: boolean;
  readonly out: 'r.csv' | 'r.parquet';
  readonly rowsPerPart: number;
}

const folderOf = (cells: (count: number) => fc.Arbitrary<readonly unknown[]>): fc.Arbitrary<Folder> =>
  names
    .chain((all) =>
      fc.record({
        names: fc.constant(all),
        files: fc.array(fc.array(fc.record({ spend, cells: cells(all.length) }), { maxLength: 12 }), {
          minLength: 1,
          maxLength: 3,
        }),
        partition: fc.boolean(),
        out: fc.constantFrom('r.csv', 'r.parquet'),
        rowsPerPart: fc.integer({ min: 1, max: 20 }),
      }),
    )
    .filter(({ files }) => files.some((rows) => rows.length > 0));

const id = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function holds(
  folder: Folder,
  format: 'csv' | 'parquet',
  write: (path: string, i: number) => Promise<void> | void,
  cell: (name: string) => string,
  more: readonly string[] = [],
): Promise<void> {
  for (const name of readdirSync(file(''))) rmSync(file(name), { recursive: true });
  const paths = folder.files.map((_, i) => {
    const at = folder.partition ? `in/case=0${i}` : 'in';
    mkdirSync(file(at), { recursive: true });
    return `${at}/f${i}.${format}`;
  });
  for (const [i, path] of paths.entries()) await write(file(path), i);
  const before = paths.map((path) => readFileSync(file(path)));
  const keep = folder.names.map((name) => `--keep=${name}`);
  const said = await sweep('in', folder.out, '--rows-per-part', String(folder.rowsPerPart), ...keep, ...more);
  const rows = folder.files.flatMap((some, i) => some.map((row) => ({ ...row, file: i })));
  const bad = rows.filter((row) => !isGood(row.spend));
  expect(said.complaints.split('\n')[0]).toBe(
    bad.length === 0
      ? ''
      : `${bad.length} bad ${format === 'csv' ? 'line' : 'row'}${bad.length === 1 ? ' has' : 's have'} no result; listed in ${file('r.rejects.csv')}:`,
  );
  expect(paths.every((path, i) => readFileSync(file(path)).equals(before[i]!))).toBe(true);
  expect(readdirSync(file('')).sort()).toEqual(['in', folder.out, ...(bad.length > 0 ? ['r.rejects.csv'] : [])].sort());

  const csv = (name: string): string =>
    `read_csv(${literal(file(name))}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '\u0001', new_line = '\\n', max_line_size = 10000000)`;
  const result = folder.out === 'r.csv' ? csv('r.csv') : `read_parquet(${literal(file('r.parquet'))})`;
  const carried = folder.names.map((name) => cell(name));
  const selected = [...carried, ...(folder.partition ? ['"case"::VARCHAR'] : []), 'taas_margin::DOUBLE'];
  const found = await rowsIn(
    `SELECT ${selected.map((one) => one.replace('taas_margin::DOUBLE', folder.out === 'r.csv' ? "NULLIF(taas_margin, '')::DOUBLE" : 'taas_margin')).join(', ')} FROM ${result}`,
  );
  expect(found).toEqual(
    rows.map((row) => [
      ...row.cells,
      ...(folder.partition ? [`0${row.file}`] : []),
      isGood(row.spend) ? expect.closeTo(number('TAAS_MARGIN', { token_spend: row.spend! }), 9) : null,
    ]),
  );
  if (bad.length > 0) {
    const listed = await rowsIn(`SELECT count(*) FROM ${csv('r.rejects.csv')}`);
    expect(listed).toEqual([[BigInt(bad.length)]]);
  }
}

test('CSV, however it is quoted', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 10 }).map((cell) => cell.replaceAll('\0', ''));
  const cell = fc.oneof(
    text,
    fc.constantFrom('', '"', '""', ',', '\n', '\r\n', 'a\nb', ' a ', "'", '1.50', '007', '\u00a0', 'x\uFEFF'),
  );
  const form = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    decimal: fc.constantFrom('.', ','),
    end: fc.constantFrom('\n', '\r\n'),
  });
  return fc.assert(
    fc.asyncProperty(
      folderOf((count) => fc.array(cell, { minLength: count, maxLength: count })),
      form,
      async (folder, { delimiter, decimal, end }) => {
        const quoted = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`;
        const field = (value: unknown): string =>
          /["\r\n,;\t]|^$/.test(String(value)) ? quoted(value) : String(value);
        const spent = (x: number | undefined): string => (x === undefined ? '' : String(x).replace('.', decimal));
        const write = (path: string, i: number): void => {
          const lines = folder.files[i]!.map((row) => [field(spent(row.spend)), ...row.cells.map(field)]);
          const header = ['token_spend', ...folder.names.map(quoted)];
          writeFileSync(
            path,
            [`sep=${delimiter}`, ...[header, ...lines].map((all) => all.join(delimiter))].join(end) + end,
          );
        };
        await holds(folder, 'csv', write, (name) => `COALESCE(${id(name)}, '')`, ['--decimal', decimal]);
      },
    ),
    FEW,
  );
});

test('Parquet of any types', () => {
  const TYPES = [
    'BIGINT',
    'DECIMAL(12,2)',
    'VARCHAR',
    'DATE',
    'TIMESTAMP',
    'TIMESTAMP WITH TIME ZONE',
    'DOUBLE',
    'BOOLEAN',
    'INTEGER[]',
    'STRUCT(a VARCHAR, b INTEGER)',
    'BLOB',
    'UUID',
    'UBIGINT',
    'FLOAT',
    'INTERVAL',
    'TIME',
    'MAP(VARCHAR, INTEGER)',
  ];
  const VALUES: Readonly<Record<string, readonly string[]>> = {
    BIGINT: ['9223372036854775807', '-1', '0'],
    'DECIMAL(12,2)': ['1.50', '-9999999999.99', '0.00'],
    VARCHAR: ['', 'NULL', 'a"b', 'a,b\nc', '支出', ' '],
    DATE: ['2026-03-31', '0001-01-01'],
    TIMESTAMP: ['2026-03-31 12:00:00.123456'],
    'TIMESTAMP WITH TIME ZONE': ['2026-03-31 12:00:00+00'],
    DOUBLE: ['0.1', '1e+300', 'nan', 'inf', '-0.0'],
    BOOLEAN: ['true', 'false'],
    'INTEGER[]': ['[]', '[1, 2]'],
    'STRUCT(a VARCHAR, b INTEGER)': ["{'a': x, 'b': 1}"],
    BLOB: ['\\x00\\xFF', 'ab'],
    UUID: ['00000000-0000-0000-0000-000000000001'],
    UBIGINT: ['18446744073709551615'],
    FLOAT: ['0.1', '3.4e+38'],
    INTERVAL: ['1 month 2 days', '00:00:01'],
    TIME: ['23:59:59.999999'],
    'MAP(VARCHAR, INTEGER)': ['{a=1}', '{}'],
  };
  const kinds = fc.array(fc.constantFrom(...TYPES), { minLength: 4, maxLength: 4 });
  const picks = (count: number): fc.Arbitrary<readonly unknown[]> =>
    fc.array(fc.nat(), { minLength: count, maxLength: count });
  return fc.assert(
    fc.asyncProperty(folderOf(picks), kinds, async (folder, types) => {
      const values = (pick: unknown, j: number): string | null => {
        const some = [...VALUES[types[j]!]!, null];
        return some[(pick as number) % some.length]!;
      };
      const texts = async (row: readonly unknown[]): Promise<unknown[]> => {
        const asText = row.map((pick, j) => {
          const value = values(pick, j);
          return value === null ? 'NULL' : `CAST(CAST(${literal(value)} AS ${types[j]!}) AS VARCHAR)`;
        });
        return (await rowsIn(`SELECT ${asText.join(', ')}`))[0]!.map((text) =>
          folder.out === 'r.csv' ? (text ?? '') : text,
        );
      };
      const files = await Promise.all(
        folder.files.map((rows) =>
          Promise.all(rows.map(async (row) => ({ ...row, picks: row.cells, cells: await texts(row.cells) }))),
        ),
      );
      const write = (path: string, i: number): Promise<void> => {
        const select = (spent: string, cells: readonly string[]): string =>
          `SELECT ${spent}::DOUBLE AS token_spend, ${cells.map((cell, j) => `CAST(${cell} AS ${types[j]!}) AS ${id(folder.names[j]!)}`).join(', ')}`;
        const rows = files[i]!.map((row) =>
          select(
            row.spend === undefined ? 'NULL' : literal(String(row.spend)),
            row.picks.map((pick, j) => {
              const value = values(pick, j);
              return value === null ? 'NULL' : literal(value);
            }),
          ),
        );
        const none = `${select(
          'NULL',
          folder.names.map(() => 'NULL'),
        )} WHERE false`;
        return run(`COPY (${[none, ...rows].join(' UNION ALL ')}) TO ${literal(path)} (FORMAT parquet)`);
      };
      await holds({ ...folder, files }, 'parquet', write, (name) =>
        folder.out === 'r.csv' ? `COALESCE(${id(name)}, '')` : `CAST(${id(name)} AS VARCHAR)`,
      );
    }),
    FEW,
  );
});
