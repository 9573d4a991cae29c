/** Where things stand on every sheet of a model; the quarters are in the same columns on all of them. */
import { addressOf } from './address';
import { COLUMNS, QUARTERS } from './base/quarters';

/** On a model's sheet: label, unit, source; the chosen quarter, the one before, and a year before; then the quarters. */
export const [LABEL, UNIT, SOURCE, NOW, BEFORE, YEAR_AGO] = [0, 1, 2, 3, 4, 5] as const;
/** On the sheet of inputs: what describes a row, under the headings that a block of cases has. */
export const DESCRIBING = ['Name', 'About', 'Unit', 'Range', 'Note', 'Standing', 'Source'] as const;
/** The column left of it is free, so that the first quarter has none before it. */
export const FIRST = 7;
export const LAST = FIRST + COLUMNS - 1;
/** The last quarter that is filled. */
export const FILLED = FIRST + QUARTERS.length - 1;
/** Right of the quarters: the range that an input's check compares with; on a model's sheet what its checks found. */
export const [LEAST, MOST, FINDING, CHECK_FINDING] = [LAST + 2, LAST + 3, LAST + 4, LAST + 5] as const;
/** Rows, from 0. */
export const [TITLE, ABOUT, VERDICT, HEADER, FLAGS] = [0, 1, 2, 3, 4] as const;

/** `$H$4:$S$4` or so: each part fixed unless said. */
export function fixed(row: number, column: number, to: { row?: number; column?: number } = {}): string {
  const first = cellText(row, column, true, true);
  if (to.row === undefined && to.column === undefined) return first;
  return `${first}:${cellText(to.row ?? row, to.column ?? column, true, true)}`;
}

/** A row in all quarters, where the row moves with the formula: `$H8:$S8`. */
export const acrossTime = (row: number): string =>
  `${cellText(row, FIRST, true, false)}:${cellText(row, LAST, true, false)}`;

export function cellText(row: number, column: number, columnFixed = false, rowFixed = false): string {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(addressOf({ row, column }))!;
  return `${columnFixed ? '$' : ''}${letters}${rowFixed ? '$' : ''}${digits}`;
}
