/** The cells of one worksheet. */
import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import { addressOf, cellsOf } from '../address';
import { formulaFromFile } from './formula-text';
import type { CellStyle } from './styles';
import { Unreadable } from './unreadable';
import type { FileCell, FileSheet, FileValue } from './workbook-file';
import { readXml, type Attributes } from './xml';

export interface SheetRead extends Omit<FileSheet, 'name' | 'hidden'> {
  /** kinds of things that were left out */
  readonly unread: ReadonlySet<string>;
}

export interface Around {
  readonly styles: readonly CellStyle[];
  readonly strings: readonly string[];
  readonly is1904: boolean;
  /** how many cells there is room for */
  readonly most: number;
}

const LEFT_OUT = ['conditionalFormatting', 'dataValidations', 'sheetProtection', 'autoFilter', 'hyperlinks'];
/** Of a sheet in Excel. */
const [MOST_ROWS, MOST_COLUMNS] = [1_048_576, 16_384];
/** Of a column as wide as so many digits, at 7 pixels a digit (ECMA-376, 18.3.1.13). */
const pixels = (width: number): number => Math.round(width * 7 + 5);
/** A height is in points, of which 72 make an inch, a pixel 1/96 of one. */
const PIXELS_A_POINT = 96 / 72;
/** From a day count that begins in 1904 to one that begins in 1900. */
const DAYS_TO_1904 = 1462;

interface Reading {
  readonly at: string;
  readonly type: string;
  readonly style: CellStyle;
  value: string | undefined;
  formula: string;
  readonly its: { formula: Attributes | undefined };
}

export function readSheet(xml: string, part: string, { styles, strings, is1904, most }: Around): SheetRead {
  const cells: FileCell[] = [];
  const widths: Record<number, number> = {};
  const merged: string[] = [];
  const heights: Record<number, number> = {};
  const [hiddenRows, hiddenColumns]: [number[], number[]] = [[], []];
  let frozen: FileSheet['frozen'];
  const unread = new Set<string>();
  /** formulas that several cells share, in notation relative to the cell */
  const shared = new Map<string, string>();
  const spills: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[] =
    [];
  let cell: Reading | undefined;
  let [into, row, column]: ['v' | 'f' | undefined, number, number] = [undefined, -1, -1];

  function open(name: string, its: Attributes): void {
    if (name === 'c') {
      column = its.r === undefined ? column + 1 : cellsOf(its.r).column;
      if (its.r !== undefined) row = cellsOf(its.r).row;
      if (row < 0 || row >= MOST_ROWS || column < 0 || column >= MOST_COLUMNS)
        throw new Unreadable(`The file is damaged: ${part} has a cell ${its.r}, which no sheet has.`);
      const at = addressOf({ row, column });
      cell = {
        at,
        type: its.t ?? 'n',
        style: styles[Number(its.s ?? 0)] ?? {},
        value: undefined,
        formula: '',
        its: { formula: undefined },
      };
    } else if (name === 'row') {
      row = its.r === undefined ? row + 1 : Number(its.r) - 1;
      column = -1;
      if (on(its.customHeight) && Number(its.ht) > 0) heights[row] = Math.round(Number(its.ht) * PIXELS_A_POINT);
      if (on(its.hidden)) hiddenRows.push(row);
    } else if (name === 'v' || name === 't') into = 'v';
    else if (name === 'f' && cell) {
      into = 'f';
      cell.its.formula = its;
    } else if (name === 'col') {
      const [min, max, width] = [Number(its.min), Number(its.max), Number(its.width)];
      for (let each = min; each <= max && max - min < 256; each++) {
        if (its.customWidth !== '0' && width > 0) widths[each - 1] = pixels(width);
        if (on(its.hidden)) hiddenColumns.push(each - 1);
      }
    } else if (name === 'pane') {
      if (its.state === 'frozen' || its.state === 'frozenSplit')
        frozen = { rows: Number(its.ySplit ?? 0), columns: Number(its.xSplit ?? 0) };
      else unread.add('split');
    } else if (name === 'mergeCell' && its.ref !== undefined) merged.push(its.ref);
    else if (LEFT_OUT.includes(name)) unread.add(name);
  }

  function text(text: string): void {
    if (!cell || !into) return;
    if (into === 'v') cell.value = (cell.value ?? '') + text;
    else cell.formula += text;
  }

  function close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') into = undefined;
    if (name !== 'c' || !cell) return;
    const read = cellOf(cell);
    cell = undefined;
    if (read) cells.push(read);
    if (cells.length > most)
      throw new Unreadable('The workbook has more cells than are opened here (500,000): take out what is not needed.');
  }

  function cellOf(reading: Reading): FileCell | undefined {
    const { style } = reading;
    const value = valueOf(reading);
    const formula = formulaOf(reading);
    if (value === undefined && formula === undefined && style.format === undefined && !style.look) return undefined;
    const isSpill = formula !== undefined && reading.its.formula?.t === 'array';
    const { rows, columns } = isSpill ? cellsOf(reading.its.formula!.ref ?? reading.at) : { rows: 1, columns: 1 };
    if (rows * columns > 1) spills.push({ row, column, rows, columns });
    return {
      row,
      column,
      ...(value !== undefined && { value }),
      ...(formula !== undefined && { formula }),
      ...(rows * columns > 1 && { spill: { rows, columns } }),
      ...style,
    };
  }

  function valueOf({ type, value, style, its: { formula } }: Reading): FileValue | undefined {
    if (value === undefined) return type === 'str' && formula ? '' : undefined;
    switch (type) {
      case 's':
        return plainText(strings[Number(value)] ?? '');
      case 'str':
      case 'inlineStr':
        return plainText(value);
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: value };
      case 'd':
        return serialOf(value) ?? value;
      default: {
        const number = Number(value);
        if (value.trim() === '' || Number.isNaN(number)) return value === '' ? undefined : value;
        return is1904 && isDate(style.format) ? number + DAYS_TO_1904 : number;
      }
    }
  }

  /** The formula of a cell; undefined where what it showed is all that can be kept. */
  function formulaOf({ at, formula, its: { formula: its } }: Reading): string | undefined {
    if (!its) return undefined;
    if (its.t === 'dataTable') {
      unread.add('dataTable');
      return undefined;
    }
    if (its.t === 'shared' && its.si !== undefined) {
      if (formula !== '') shared.set(its.si, translateFormulaToR1C1(`=${formula}`, at));
      else {
        const relative = shared.get(its.si);
        return relative === undefined ? undefined : kept(translateFormulaToA1(relative, at));
      }
    }
    return formula === '' ? undefined : kept(formula);
  }

  function kept(text: string): string | undefined {
    const formula = formulaFromFile(text);
    const plain = formula.replace(/"[^"]*"/g, '');
    if (!plain.includes('[')) return formula;
    unread.add(/\[\d+\]/.test(plain) ? 'external' : 'table');
    return undefined;
  }

  readXml(xml, part, { open, text, close });
  return {
    cells: withoutSpilled(cells, spills),
    widths,
    ...(merged.length > 0 && { merged }),
    ...(Object.keys(heights).length > 0 && { heights }),
    ...(hiddenRows.length > 0 && { hiddenRows }),
    ...(hiddenColumns.length > 0 && { hiddenColumns }),
    ...(frozen && { frozen }),
    unread,
  };
}

/** What a table has spilled into other cells is no content of theirs. */
function withoutSpilled(
  cells: readonly FileCell[],
  spills: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[],
): readonly FileCell[] {
  if (spills.length === 0) return cells;
  const filled = new Set<string>();
  for (const { row, column, rows, columns } of spills)
    for (let down = 0; down < Math.min(rows, 10_000); down++)
      for (let right = 0; right < Math.min(columns, 1000); right++)
        if (down + right > 0) filled.add(`${row + down},${column + right}`);
  return cells.map(({ value, formula, ...cell }) => {
    if (formula !== undefined) return { ...cell, formula, ...(value !== undefined && { value }) };
    return value === undefined || filled.has(`${cell.row},${cell.column}`) ? cell : { ...cell, value };
  });
}

/** `_x000D_` is how a file writes a character that XML has not got. */
const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** Days since 1900 of a date, with the 29th of February that Excel counts there, or the part of a day of a time alone. */
function serialOf(text: string): number | undefined {
  const isTime = /^T?\d+:/.test(text);
  const zone = /[Z+]|[T:].*-/.test(text) ? '' : 'Z';
  const days = Date.parse(`${isTime ? `1970-01-01T${text.replace('T', '')}` : text}${zone}`) / 86_400_000;
  if (Number.isNaN(days)) return undefined;
  if (isTime) return days;
  return days + 25_569 < 61 ? days + 25_568 : days + 25_569;
}

const on = (value: string | undefined): boolean => value === '1' || value === 'true';

/** A time of day and a count of hours (`[h]:mm`) have no day in them that could begin in another year. */
function isDate(format = ''): boolean {
  const plain = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]/i.test(plain) || (/m/i.test(plain) && !/[hs]/i.test(plain) && !/\[[hms]+\]/i.test(format));
}
