import type { Condition } from '../../catalogue/conditions';
import { sqlOnInputs, type ScenarioColumn } from '../../formula/print/sql/query';
import { column, quoted, type Database } from './database';
import { FILE, REASON, ROW, type Scenarios } from './scenarios';
import { sameName } from './schema';
import { REJECTS } from './unfinished';

/** A query for the rows of a slice that cannot be computed: where they are, the first reason why, and what they carry. */
export function rejectsQuery(
  slice: string,
  columns: readonly ScenarioColumn[],
  conditions: readonly Condition[],
): string {
  const { inputs, text } = sqlOnInputs(columns, 'duckdb');
  const ofInputs = new Map(conditions.filter(({ shown }) => shown.op === 'input').map((one) => [one.shown.name, one]));
  const blank = [...ofInputs].map(
    ([path, { shown, expected }]) =>
      `WHEN ${text(shown)} IS NULL THEN ${quoted(`${path} is blank: expected ${expected}`)}`,
  );
  const wrong = conditions.map(({ test, says, shown, expected }) => {
    const value = `replace(replace(printf('%.15g', ${text(shown)}), 'nan', 'not a number'), 'inf', 'infinite')`;
    return `WHEN NOT (${text(test)}) THEN ${quoted(`${says} `)} || ${value} || ${quoted(`: expected ${expected}`)}`;
  });
  const carried = carriedOf(columns).map(column);
  const place = [FILE, ROW].map(column);
  return `SELECT * FROM (
  SELECT ${[...place, `COALESCE("${REASON}", CASE ${[...blank, ...wrong].join(' ')} END) AS "${REASON}"`, ...carried].join(', ')}
  FROM (SELECT ${[...place, `"${REASON}"`, ...inputs, ...carried].join(', ')} FROM ${slice})
) WHERE "${REASON}" IS NOT NULL`;
}

const carriedOf = (columns: readonly ScenarioColumn[]): string[] =>
  columns.filter(({ path }) => path === undefined).map(({ name }) => name);

/** Writes the bad rows: their line, the reason, and the columns that were carried along, which tell which they are. */
export async function writeRejects(
  database: Database,
  to: string,
  columns: readonly ScenarioColumn[],
  rowName: Scenarios['rowName'],
  ofSeveralFiles: boolean,
): Promise<void> {
  const carried = carriedOf(columns);
  const free = (name: string): string => (carried.some((other) => sameName(other, name)) ? `taas ${name}` : name);
  const place = [...(ofSeveralFiles ? [[FILE, 'file']] : []), [ROW, rowName], [REASON, 'reason']] as [string, string][];
  const selected = [...place.map(([from, as]) => `${column(from)} AS ${column(free(as))}`), ...carried.map(column)];
  await database.run(`COPY (SELECT ${selected.join(', ')} FROM ${REJECTS}) TO ${quoted(to)} (FORMAT csv, HEADER)`);
}

/** A bad row: of which file, where there are several, and why. */
export interface Reject {
  readonly file?: string;
  readonly row: number;
  readonly reason: string;
}

export async function firstRejects(database: Database, ofSeveralFiles: boolean, most: number): Promise<Reject[]> {
  const found = (await database.rows(`SELECT "${FILE}", "${ROW}", "${REASON}" FROM ${REJECTS} LIMIT ${most}`)) as [
    file: string,
    row: bigint,
    reason: string,
  ][];
  return found.map(([file, row, reason]) => ({ ...(ofSeveralFiles && { file }), row: Number(row), reason }));
}
