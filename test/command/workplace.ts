/** A folder of scenario files for each test, and the command typed in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { typed, type Said } from './terminal';

export interface Workplace {
  /** where a file is */
  readonly file: (name: string) => string;
  readonly text: (name: string) => string;
  readonly names: () => string[];
  readonly run: (sql: string) => Promise<void>;
  readonly rowsIn: (sql: string) => Promise<unknown[][]>;
  /** Makes a Parquet file out of a query. */
  readonly parquet: (name: string, query: string, options?: string) => Promise<void>;
  /** `taas sweep TAAS_MARGIN --inputs … --out …` */
  readonly sweep: (inputs: string, out: string, ...more: string[]) => Promise<Said>;
  /** Sentences name files by where they are; here only by what they are called. */
  readonly told: (said: Said) => string;
}

export function workplace(): Workplace {
  let folder: string;
  let database: DuckDBConnection;
  beforeAll(async () => {
    database = await (await DuckDBInstance.create()).connect();
  });
  afterAll(() => database.closeSync());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taas-sweep-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string): string => join(folder, name);
  const run = async (sql: string): Promise<void> => void (await database.run(sql));
  return {
    file,
    run,
    text: (name) => readFileSync(file(name), 'utf8'),
    names: () => readdirSync(folder).sort(),
    rowsIn: async (sql) => (await database.runAndReadAll(sql)).getRows(),
    parquet: (name, query, options = '') => run(`COPY (${query}) TO '${file(name)}' (FORMAT parquet${options})`),
    sweep: (inputs, out, ...more) =>
      typed(['sweep', 'TAAS_MARGIN', '--inputs', file(inputs), '--out', file(out), ...more]),
    told: ({ complaints }) => complaints.replaceAll(`${folder}/`, ''),
  };
}
