/** The grid's workbook as a file is to hold it: formulas with what they came to. */
import {
  BooleanNumber,
  type IRange,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  type Univer,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { addressOf, cellsOf } from '../../models/address';
import type { FileCell, FileSheet, FileValue, WorkbookFile } from '../../models/xlsx/workbook-file';
import { cellReader } from '../cell-reader';
import { placeOf } from '../../derive/formula/address';
import { lookOf } from './looks';
import { namesIn } from './names';

const ERROR = /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!|SPILL!|CALC!)$/;

export function toFile(univer: Univer, workbook: IWorkbookData, notes: ReadonlyMap<string, string>): WorkbookFile {
  const unit = workbook.id;
  const reader = cellReader(univer, unit);
  const formulas = univer.__getInjector().get(FormulaDataModel);
  const styles = workbook.styles as Record<string, IStyleData | null>;

  function sheetFile({
    id,
    name,
    cellData,
    columnData,
    rowData,
    mergeData,
    hidden,
    freeze,
  }: Partial<IWorksheetData>): FileSheet {
    const cells = new Map<string, FileCell>();
    const note = new Map<string, string>();
    for (const [key, text] of notes) {
      const place = placeOf(key);
      if (place.sheet === name) note.set(place.address, text);
    }
    const add = (
      row: number,
      column: number,
      style: IStyleData | null | undefined,
      spill?: FileCell['spill'],
    ): void => {
      const at = addressOf({ row, column });
      const formula = formulas.getFormulaStringByCell(row, column, id!, unit) ?? undefined;
      const shown = reader.valueOf({ sheet: id!, row, column });
      const value: FileValue | undefined =
        shown === null
          ? undefined
          : typeof shown === 'string' && formula && ERROR.test(shown)
            ? { error: shown }
            : shown;
      const format = style?.n?.pattern;
      const look = style ? lookOf(style) : undefined;
      const cell: FileCell = {
        row,
        column,
        ...(value !== undefined && { value }),
        ...(formula !== undefined && { formula }),
        ...(spill && { spill }),
        ...(format !== undefined && { format }),
        ...(look && { look }),
        ...(note.has(at) && { note: note.get(at)! }),
      };
      note.delete(at);
      if (Object.keys(cell).length > 2) cells.set(at, cell);
    };
    const spills = new Map<string, { rows: number; columns: number }>();
    const ranges = (formulas.getArrayFormulaRange()[unit]?.[id!] ?? {}) as Record<string, Record<string, IRange>>;
    for (const line of Object.values(ranges))
      for (const range of Object.values(line)) {
        const { startRow: row, startColumn: column } = range;
        const [rows, columns] = [range.endRow - row + 1, range.endColumn - column + 1];
        if (rows * columns > 1) spills.set(addressOf({ row, column }), { rows, columns });
      }
    for (const [row, line] of Object.entries(cellData ?? {}))
      for (const [column, cell] of Object.entries(line as Record<string, { s?: IStyleData | string | null }>)) {
        const style = typeof cell?.s === 'string' ? styles[cell.s] : cell?.s;
        add(Number(row), Number(column), style, spills.get(addressOf({ row: Number(row), column: Number(column) })));
      }
    // What a table shows in cells that hold nothing themselves.
    for (const [at, { rows, columns }] of spills) {
      const { row, column } = cellsOf(at);
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++)
          if (!cells.has(addressOf({ row: row + down, column: column + right }))) add(row + down, column + right, null);
    }
    for (const [at, text] of note) cells.set(at, { row: cellsOf(at).row, column: cellsOf(at).column, note: text });
    const widths = sizes(columnData ?? {}, ({ w }) => w);
    // A height that follows the text is the grid's own.
    const heights = sizes(rowData ?? {}, ({ h, ah, ia }) =>
      ia === BooleanNumber.FALSE || ah === undefined ? h : undefined,
    );
    const [hiddenRows, hiddenColumns] = [hiddenLines(rowData ?? {}), hiddenLines(columnData ?? {})];
    const frozen = freeze && { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) };
    const merged = (mergeData ?? []).map(({ startRow, startColumn, endRow, endColumn }) =>
      addressOf({
        row: startRow,
        column: startColumn,
        rows: endRow - startRow + 1,
        columns: endColumn - startColumn + 1,
      }),
    );
    return {
      name: name!,
      cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
      widths,
      ...(Object.keys(heights).length > 0 && { heights }),
      ...(hiddenRows.length > 0 && { hiddenRows }),
      ...(hiddenColumns.length > 0 && { hiddenColumns }),
      ...(frozen && frozen.rows + frozen.columns > 0 && { frozen }),
      ...(merged.length > 0 && { merged }),
      ...(hidden === BooleanNumber.TRUE && { hidden: true }),
    };
  }
  return {
    sheets: workbook.sheetOrder.map((id) => sheetFile({ ...workbook.sheets[id], id })),
    names: namesIn(workbook),
  };
}

type Lines<Line> = Readonly<Record<number, Line>>;

function sizes<Line>(lines: Lines<Line>, sizeOf: (line: Line) => number | undefined): Record<number, number> {
  const found = Object.entries(lines).flatMap(([at, line]) => {
    const size = sizeOf(line);
    return size === undefined ? [] : [[at, size] as const];
  });
  return Object.fromEntries(found);
}

const hiddenLines = (lines: Lines<{ readonly hd?: BooleanNumber }>): number[] =>
  Object.entries(lines).flatMap(([at, { hd }]) => (hd === BooleanNumber.TRUE ? [Number(at)] : []));
