import type { Assumption } from './assumption';
import { invisibleIn, visible } from './invisible';
import { insteadOf, numberIn } from './number-in';
import type { Data } from './kind';
import { ERROR_CODES, Problem } from './problem';

export type Scalar = number | string | boolean;

/** An argument after the gate has read it: plain data, or the assumption that stands in for it. */
export type Plain = Data | Assumption | undefined;

/** More cells than this in one argument are refused in a sentence rather than worked on for minutes. */
export const MOST_CELLS = 500_000;

const FIFTEEN_DIGITS = 15;

/** What the cell shows is what we compute with: Excel shows 15 digits, so 0.1+0.2 is 0.3. Also turns -0 into 0. */
export const snapped = (x: number): number => Number(x.toPrecision(FIFTEEN_DIGITS)) + 0;

export const bad = (name: string, what: string, expected: string): Problem =>
  new Problem('#VALUE!', `${name} ${what}: expected ${expected}.`, name);

/** A limit as people read it: 1,000,000. */
export const grouped = (x: number): string => GROUPED.format(x);
const GROUPED = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });

/** A number, or a text that is one ("2.5", "55%", "$1,375"); never TRUE or FALSE. */
export function asNumber(given: unknown): number | undefined {
  const x = typeof given === 'string' ? numberIn(given) : given;
  return typeof x === 'number' && Number.isFinite(x) ? snapped(x) : undefined;
}

/** What to type for a text that is nearly a number: ` (type 0.825)`. */
export function slip(given: unknown): string {
  const instead = typeof given === 'string' ? insteadOf(given) : undefined;
  return instead === undefined ? '' : ` (${instead})`;
}

/** One row or one column, without gaps. */
export function line(name: string, of: 'number' | 'text', most: number, given: unknown): unknown[] {
  const rows = cellsOf(given);
  const width = rows[0]?.length ?? 0;
  if (rows.length !== 1 && width !== 1) throw bad(name, `is ${shown(given)}`, `one row or column of ${of}s`);
  const values = atMost(name, most, 'values', rows.flat());
  const cells = values.map((cell, i) => scalarIn(name, cell, place(given, i)));
  const gap = cells.indexOf(null);
  if (gap >= 0) throw bad(name, `has a blank in ${place(given, gap)}`, `a ${of} in every cell`);
  return cells;
}

/** No more than is declared, so that no call takes long. */
export function atMost<T>(name: string, most: number, of: 'values' | 'rows', given: readonly T[]): readonly T[] {
  if (given.length > most) throw bad(name, `has ${grouped(given.length)} ${of}`, `at most ${grouped(most)}`);
  return given;
}

/** "row 3" of a column, "column 3" of a row. */
export const place = (given: unknown, i: number): string => {
  const column = Array.isArray(given) && given.length > 1 && Array.isArray(given[0]);
  return column ? `row ${i + 1}` : `column ${i + 1}`;
};

export function numberAt(name: string, cell: unknown, where: string): number {
  const x = asNumber(cell);
  if (x === undefined) throw bad(name, `has ${shown(cell)} in ${where}`, `a number in every cell${slip(cell)}`);
  return x;
}

/** A range, a row written as a flat array, or a single value, always as rows. */
export function cellsOf(given: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(given)) return [[given]];
  return given.every(Array.isArray) ? (given as unknown[][]) : [given];
}

/** One cell of a range: a scalar, or null where it is blank. An error in it is handed on. */
export function scalarIn(name: string, cell: unknown, where = ''): Scalar | null {
  const value = unwrapped(name, cell, where);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return snapped(value);
  throw bad(name, `has ${shown(value)}${where && ` in ${where}`}`, 'numbers or texts');
}

/**
 * The value itself: out of 1×1 ranges and rich values; null for blank, omitted and "".
 * An error is thrown on as it is, as Excel does with its own functions; one that Excel lets no function show is #VALUE!.
 */
export function unwrapped(name: string, raw: unknown, where = ''): unknown {
  let value = raw;
  for (let depth = 0; depth < 4; depth++) {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return value.trim() === '' && !invisibleIn(value) ? null : value;
    if (Array.isArray(value)) {
      const one = value.length === 1 ? (value[0] as unknown) : undefined;
      if (value.length === 1 && !(Array.isArray(one) && one.length !== 1)) {
        value = Array.isArray(one) ? one[0] : one;
        continue;
      }
      checkSize(name, value);
      return value;
    }
    if (typeof value !== 'object') return value;
    const rich = value as { readonly basicType?: unknown; readonly basicValue?: unknown; readonly code?: unknown };
    const code = typeof rich.code === 'string' && rich.basicValue === undefined ? rich.code : rich.basicValue;
    if (typeof code === 'string' && (rich.basicType === 'Error' || rich.code !== undefined) && code.startsWith('#')) {
      const known = ERROR_CODES.find((each) => each === code) ?? '#VALUE!';
      const at = where && ` in ${where}`;
      throw new Problem(known, `${name} is ${code.slice(0, 20)}${at}: the error is in what it was given.`, name);
    }
    if (!('basicValue' in rich)) return value;
    if (rich.basicType === 'Empty') return null;
    value = rich.basicValue;
  }
  return value;
}

function checkSize(name: string, given: readonly unknown[]): void {
  const first = given[0];
  const width = Array.isArray(first) ? first.length : 1;
  if (given.length === 0 || width === 0) throw bad(name, 'is an empty range', 'at least one cell');
  if (Array.isArray(first) && given.some((row) => !Array.isArray(row) || row.length !== width))
    throw bad(name, 'is a ragged range', 'rows of one length');
  if (!Array.isArray(first) && given.some(Array.isArray)) throw bad(name, 'is a ragged range', 'rows of one length');
  if (given.length * width > MOST_CELLS)
    throw bad(name, `is ${shown(given)}`, `at most ${MOST_CELLS.toLocaleString('en-US')} cells`);
}

/** How a value reads in a sentence. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'blank';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'not a finite number';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (Array.isArray(value)) {
    const width = Array.isArray(value[0]) ? value[0].length : value.length;
    const height = Array.isArray(value[0]) ? value.length : 1;
    return `a range of ${height}×${width} cells`;
  }
  const type = (value as { readonly type?: unknown }).type;
  return `a rich value${typeof type === 'string' ? ` (${type})` : ''}`;
}

function quoted(text: string): string {
  const seen = visible(text);
  const invisible = invisibleIn(text);
  return `"${seen.length > 60 ? `${seen.slice(0, 57)}...` : seen}"${invisible === undefined ? '' : ` with ${invisible}`}`;
}
