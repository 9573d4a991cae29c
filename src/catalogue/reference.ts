import { readsAsCell } from '../formula/print/reads-as-cell';

/** Cells of a workbook as a formula names them. */
export interface Reference {
  readonly reference: string;
  /** how many cells that is, where the text tells it: not of a name, a spill or a column of a table */
  readonly size?: { readonly rows: number; readonly columns: number };
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|(?:\[[^[\]']+\])?[\p{L}\p{N}_.\\]+)!`;
const CELL = String.raw`\$?([A-Za-z]{1,3})\$?(\d+)`;
const COLUMNS_OF_TABLE = String.raw`\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]`;

const CELLS = new RegExp(`^(${SHEET})?${CELL}(?::${CELL}|(#))?$`, 'u');
const NAME = new RegExp(String.raw`^(${SHEET})?([\p{L}_\\][\p{L}\p{N}_.\\?]{0,254})(?:${COLUMNS_OF_TABLE}|#)?$`, 'u');

/** What reads as cells, whether or not a sheet has them: `B4`, but also `XFE1` and `A0`. */
export const isCellLike = (text: string): boolean => CELLS.test(text);

/** Reads `B4`, `$C$4:D6`, `B4#`, `spend`, `Deals[Spend]`, each with its sheet or without; undefined for what is none. */
export function parseReference(text: string): Reference | undefined {
  const [cells, sheet, column, row, lastColumn = column, lastRow = row, spill] = CELLS.exec(text) ?? [];
  if (cells !== undefined) {
    const [left, right] = [columnNumber(column!), columnNumber(lastColumn!)];
    const [top, bottom] = [Number(row), Number(lastRow)];
    if (![left, right].every((at) => at <= LAST_COLUMN)) return undefined;
    if (![top, bottom].every((at) => at >= 1 && at <= LAST_ROW)) return undefined;
    const reference = withSheet(sheet, cells);
    if (spill !== undefined) return { reference };
    return { reference, size: { rows: Math.abs(bottom - top) + 1, columns: Math.abs(right - left) + 1 } };
  }
  const [named, sheetOfName, name] = NAME.exec(text) ?? [];
  if (named === undefined || readsAsCell(name!) || /^(?:true|false)$/i.test(name!)) return undefined;
  return { reference: withSheet(sheetOfName, named) };
}

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Excel asks for quotes around a sheet whose name starts with a digit or reads as a cell. */
function withSheet(sheet: string | undefined, text: string): string {
  if (sheet === undefined || sheet.startsWith("'")) return text;
  const bare = sheet.slice(sheet.lastIndexOf(']') + 1, -1);
  if (/^[\p{L}_]/u.test(bare) && !readsAsCell(bare)) return text;
  return `'${sheet.slice(0, -1)}'!${text.slice(sheet.length)}`;
}
