/** A template as the grid takes it: cells by row and column, each with its look. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  type IWorksheetData,
  VerticalAlign,
} from '@univerjs/core';
import { cellsOf, columnNumber } from '../models/address';
import type { Look, Sheet, SheetCell } from '../models/sheet';

const ink = '#1d2733';
const muted = '#5a6673';
const inputBlue = '#0b4fc4';
const inputTint = '#f3f7ff';
const rule = '#c4ccd6';
const band = '#eaf0f6';

const colour = (rgb: string) => ({ rgb });
const bold = { bl: BooleanNumber.TRUE };
const right = { ht: HorizontalAlign.RIGHT };
const under = { bd: { b: { s: BorderStyleTypes.THIN, cl: colour(rule) } } };
const over = { bd: { t: { s: BorderStyleTypes.THIN, cl: colour(rule) } } };
const dash = { s: BorderStyleTypes.DASHED, cl: colour(inputBlue) };

const looks: Readonly<Record<Look, IStyleData>> = {
  title: { fs: 16, ...bold, cl: colour(ink) },
  about: { cl: colour(muted) },
  heading: { ...bold, bg: colour(band), cl: colour(ink) },
  corner: { ...bold, ...under },
  column: { ...right, cl: colour(muted), ...under },
  label: {},
  unit: { cl: colour(muted) },
  input: { ...right, cl: colour(inputBlue), bg: colour(inputTint) },
  output: { ...right },
  total: { ...bold, ...over },
  note: { cl: colour(muted), it: BooleanNumber.TRUE },
  try: { bd: { t: dash, r: dash, b: dash, l: dash } },
};

function cellData({ look, value, formula, format }: SheetCell): ICellData {
  const style = looks[look];
  return {
    ...(formula !== undefined ? { f: formula } : value !== undefined && { v: value }),
    s: format === undefined ? style : { ...style, n: { pattern: format } },
  };
}

/** Its cells by row and column. */
export function cellMatrix({ cells }: Pick<Sheet, 'cells'>): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const cell of cells) {
    const { row, column } = cellsOf(cell.at);
    (matrix[row] ??= {})[column] = cellData(cell);
  }
  return matrix;
}

/** Its name is its id; the cells are written when it is shown. */
export function emptySheet({ name, widths }: Sheet): Partial<IWorksheetData> {
  return {
    id: name,
    name,
    cellData: {},
    rowCount: 1000,
    columnCount: 40,
    defaultRowHeight: 21,
    defaultColumnWidth: 84,
    rowData: { 0: { h: 30 } },
    columnData: Object.fromEntries(
      Object.entries(widths).map(([column, width]) => [columnNumber(column), { w: width }]),
    ),
    gridlinesColor: '#e9edf2',
    defaultStyle: { ff: 'Arial', fs: 10, cl: colour(ink), vt: VerticalAlign.MIDDLE },
  };
}
