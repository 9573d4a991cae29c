import { parseA1Ref } from '@borgar/fx/xlsx';
import { addressOf, cellsOf } from '../../models/address';
import type { FileCell, FileSheet, FileValue, WorkbookFile } from '../../models/xlsx/workbook-file';
import type { CellReader, CellValue, Place } from '../formula/cells';

/** What a cell of a file shows: '' where nothing stands. */
export const shownIn = (value: FileValue | undefined): CellValue =>
  value === undefined ? '' : typeof value === 'object' ? value.error : value;

/** A workbook's file, read as a sheet is. */
export function fileReader({ sheets, names }: WorkbookFile): CellReader {
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const sheetNamed = (name: string): FileSheet | undefined => sheets.find((each) => isSame(each.name, name));
  const indexes = new Map<string, ReadonlyMap<string, FileCell>>();
  function cellAt(sheet: string, row: number, column: number): FileCell | undefined {
    let its = indexes.get(sheet);
    if (!its) {
      its = new Map(sheetNamed(sheet)?.cells.map((cell) => [addressOf(cell), cell]));
      indexes.set(sheet, its);
    }
    return its.get(addressOf({ row, column }));
  }

  /** Cells that a text tells, all four corners of them. */
  function cellsOfText(text: string, sheet: string): Place | undefined {
    const its = parseA1Ref(text);
    if (!its || !('range' in its) || !its.range || its.workbookName) return undefined;
    const { top, left, bottom, right } = its.range;
    const on = sheetNamed(its.sheetName || sheet);
    if (!on || top == null || left == null || bottom == null || right == null) return undefined;
    const address = addressOf({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
    return { sheet: on.name, address };
  }
  function resolved(reference: string, sheet: string): Place | undefined {
    if (reference.endsWith('#')) {
      const first = resolved(reference.slice(0, -1), sheet);
      if (!first) return undefined;
      const { row, column } = cellsOf(first.address);
      const spill = cellAt(first.sheet, row, column)?.spill;
      return spill && { sheet: first.sheet, address: addressOf({ row, column, ...spill }) };
    }
    const cells = cellsOfText(reference, sheet);
    if (cells) return cells;
    const named = names.filter(({ name }) => isSame(name, reference));
    // A name of the sheet comes before one of the workbook.
    const own = named.find((each) => each.sheet !== undefined && isSame(each.sheet, sheet));
    const name = own ?? named.find((each) => each.sheet === undefined);
    return name && cellsOfText(name.refersTo.replace(/^=/, ''), name.sheet ?? sheet);
  }

  return {
    values: ({ sheet, address }) => {
      const { row, column, rows, columns } = cellsOf(address);
      const values = Array.from({ length: rows }, (_r, down) =>
        Array.from({ length: columns }, (_c, right) => shownIn(cellAt(sheet, row + down, column + right)?.value)),
      );
      return Promise.resolve(values);
    },
    resolve: (reference, sheet) => Promise.resolve(resolved(reference, sheet)),
  };
}
