/** A workbook out of a file, as the grid takes it. */
import { BooleanNumber, LocaleType, type ICellData, type IWorksheetData } from '@univerjs/core';
import { addressOf, cellsOf } from '../../models/address';
import { isErrorValue, type FileCell, type FileSheet, type WorkbookFile } from '../../models/xlsx/workbook-file';
import type { GridData } from './kept';
import { withSheetsAsCalled } from '../sheet-capitals';
import { styleOf } from './looks';
import { resourcesOf } from './names';
import { noteKey } from '../notes';

/** Of a sheet in Excel. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384];

function cellData({ value, formula, look, format }: FileCell, sheets: readonly string[]): ICellData {
  const style = styleOf(look, format);
  const plain = isErrorValue(value) ? value.error : value;
  return {
    ...(plain !== undefined &&
      (typeof plain === 'boolean' ? { v: plain ? 1 : 0, t: 3 } : { v: plain, t: typeof plain === 'number' ? 2 : 1 })),
    ...(formula !== undefined && { f: withSheetsAsCalled(formula, sheets) }),
    ...(style && { s: style }),
  };
}

function worksheet(sheet: FileSheet, sheets: readonly string[]): Partial<IWorksheetData> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  let [rows, columns] = [1000, 40];
  for (const cell of sheet.cells) {
    (matrix[cell.row] ??= {})[cell.column] = cellData(cell, sheets);
    rows = Math.max(rows, cell.row + 100);
    columns = Math.max(columns, cell.column + 10);
  }
  return {
    id: sheet.name,
    name: sheet.name,
    rowCount: Math.min(rows, LAST_ROW),
    columnCount: Math.min(columns, LAST_COLUMN),
    defaultRowHeight: 21,
    defaultColumnWidth: 84,
    cellData: matrix,
    columnData: lines(sheet.widths, (w) => ({ w }), sheet.hiddenColumns),
    rowData: lines(sheet.heights, (h) => ({ h, ia: BooleanNumber.FALSE }), sheet.hiddenRows),
    ...(sheet.frozen && { freeze: freezeOf(sheet.frozen) }),
    mergeData: (sheet.merged ?? []).map((range) => {
      const { row, column, rows: down, columns: right } = cellsOf(range);
      return { startRow: row, startColumn: column, endRow: row + down - 1, endColumn: column + right - 1 };
    }),
    ...(sheet.hidden && { hidden: 1 }),
    gridlinesColor: '#e9edf2',
    defaultStyle: { ff: 'Arial', fs: 10, cl: { rgb: '#1d2733' }, vt: 2 },
  };
}

/** What is said of each row or column: its size, and whether it is hidden. */
function lines<Line extends object>(
  sizes: Readonly<Record<number, number>> = {},
  sized: (pixels: number) => Line,
  hidden: readonly number[] = [],
): Record<number, Line> {
  const made: Record<number, Line> = Object.fromEntries(
    Object.entries(sizes).map(([line, pixels]) => [line, sized(pixels)]),
  );
  for (const line of hidden) made[line] = { ...made[line]!, hd: BooleanNumber.TRUE };
  return made;
}

/** -1: none is frozen that way. */
const freezeOf = ({ rows, columns }: NonNullable<FileSheet['frozen']>) => ({
  xSplit: columns,
  ySplit: rows,
  startRow: rows || -1,
  startColumn: columns || -1,
});

export const fromFile = ({ sheets, names }: WorkbookFile): GridData => {
  const called = sheets.map(({ name }) => name);
  return {
    workbook: {
      id: 'workbench',
      name: 'Workbench',
      locale: LocaleType.EN_US,
      sheetOrder: sheets.map(({ name }) => name),
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, worksheet(sheet, called)])),
      resources: resourcesOf(names),
    },
    unwritten: [],
    notes: sheets.flatMap(({ name, cells }) =>
      cells.flatMap((cell) =>
        cell.note === undefined
          ? []
          : [[noteKey(name, addressOf({ row: cell.row, column: cell.column })), cell.note] as const],
      ),
    ),
    settings: [],
    answerFormats: [],
  };
};
