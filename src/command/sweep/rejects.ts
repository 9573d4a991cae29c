import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Condition } from '../../catalogue/conditions';
import { sqlOnInputs, type ScenarioColumn } from '../../formula/sql';
import { fieldsOf } from './csv-scenarios';
import { column, quoted } from './database';
import { unfinished } from './parts';
import { REASON, ROW, type Scenarios } from './scenarios';

/** A query for the rows of a slice that cannot be computed: their number, and the first reason why. */
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
  const wrong = conditions.map(
    ({ test, says, shown, expected }) =>
      `WHEN NOT (${text(test)}) THEN ${quoted(`${says} `)} || printf('%.15g', ${text(shown)}) || ${quoted(`: expected ${expected}`)}`,
  );
  return `SELECT number, reason FROM (
  SELECT number, COALESCE(known, CASE ${[...blank, ...wrong].join(' ')} END) AS reason
  FROM (SELECT ${[`${column(ROW)} AS number`, `${column(REASON)} AS known`, ...inputs].join(', ')} FROM ${slice})
) WHERE reason IS NOT NULL`;
}

/** Puts the lists of bad rows one after the other; takes an old list away when there is nothing to tell. */
export async function joinRejects(parts: readonly string[], to: string, rowName: Scenarios['rowName']): Promise<void> {
  if (parts.length === 0) return rmSync(to, { force: true });
  const out = await open(unfinished(to), 'w');
  try {
    await out.write(`${rowName},reason\n`);
    for (const part of parts) for await (const piece of createReadStream(part)) await out.write(piece as Buffer);
  } finally {
    await out.close();
  }
  renameSync(unfinished(to), to);
}

/** The first bad rows, as `line 7: token_spend is "abc": expected a number from 0 to 1000000`. */
export async function firstRejects(file: string, most: number): Promise<string[]> {
  const told: string[] = [];
  if (!existsSync(file)) return told;
  const lines = createInterface({ input: createReadStream(file) });
  let header: string[] | undefined;
  for await (const line of lines) {
    const fields = fieldsOf(line, ',') ?? [];
    if (header) told.push(`${header[0]!} ${fields[0]!}: ${fields[1]!}.`);
    header ??= fields;
    if (told.length === most) break;
  }
  lines.close();
  return told;
}
