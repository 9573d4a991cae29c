/** Arguments that name cells of the sheet: what stands there now, and how a formula refers to them. */
import { Problem } from '../../catalogue/problem';
import { isReference } from '../../catalogue/typed';
import { typed } from '../../derive/example';
import { valueOf } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import { arrayOf } from './basis';
import type { Arguments } from './questions';

type Row = readonly unknown[];
const isRow = (value: unknown): value is Row => Array.isArray(value);

/** Arguments as they are now: what stands in the cells that they name. Throws the Problem of cells that hold nothing. */
export async function resolved(args: Arguments, on: Sheet): Promise<Arguments> {
  const one = (value: unknown, name: string): unknown =>
    isReference(value) ? standing(value.reference, name, on) : value;
  const now = Object.entries(args).map(async ([name, value]) => {
    if (!isRow(value)) return [name, await one(value, name)] as const;
    const rows = value.map((row, i) =>
      isRow(row) ? Promise.all(row.map((cell) => one(cell, `${name} row ${i + 1}`))) : row,
    );
    return [name, await Promise.all(rows)] as const;
  });
  return Object.fromEntries(await Promise.all(now));
}

async function standing(reference: string, name: string, on: Sheet): Promise<unknown> {
  const its = await valueOf(reference, on);
  if ('value' in its && its.value !== null) return its.value;
  const why = its.kind === 'unknown' ? its.why : `${reference} is blank`;
  throw new Problem('#VALUE!', `${name} is ${reference}: expected cells that hold what is asked for (${why}).`, name);
}

/** CHOOSE takes no more. */
const MOST_CHOSEN = 254;

/** Arguments as a formula has them: braces take constants only, so an array with cells in it is chosen from them. */
export const written = (args: Arguments): Arguments =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, hasCells(value) ? arrayOf(printed(name, value)) : value]),
  );

const hasCells = (value: unknown): value is readonly Row[] =>
  isRow(value) && value.some((row) => isRow(row) && row.some(isReference));

function printed(name: string, rows: readonly Row[]): readonly (readonly string[])[] {
  const count = rows.length * rows[0]!.length;
  if (count <= MOST_CHOSEN)
    return rows.map((row) =>
      row.map((cell) => (isReference(cell) ? cell.reference : cell === null ? '""' : typed(cell))),
    );
  const sentence = `${name} has ${count} values, some of them in cells: expected at most ${MOST_CHOSEN}, or one range that holds them all.`;
  throw new Problem('#VALUE!', sentence, name);
}
