/**
 * What a cell holds after calculation. The grid's own getValue() rounds to 12 digits, gives TRUE as
 * 1, and does not know the cells that a table has spilled into.
 */
import {
  CellValueType,
  type IRange,
  IUniverInstanceService,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Cell } from './answers';

type RangesByCell = Readonly<Record<string, Readonly<Record<string, IRange>>>>;

export type CellContent = string | number | boolean;

export interface CellReader {
  /** null for an empty cell, errors as their text */
  valueOf(cell: Cell): CellContent | null;
  /** the number format that the cell shows its value with */
  formatOf(cell: Cell): string | undefined;
  /** the cell with the formula whose table has spilled into this one */
  spilledFrom(cell: Cell): Cell | undefined;
}

export function cellReader(univer: Univer, unit: string): CellReader {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const spills = injector.get(FormulaDataModel);
  const workbook = () => instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
  const stored = ({ sheet, row, column }: Cell) =>
    workbook()?.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);

  return {
    valueOf(cell) {
      const own = stored(cell);
      const spilled = spills.getArrayFormulaCellData()[unit]?.[cell.sheet]?.[cell.row]?.[cell.column];
      const holding = own?.v === undefined || own.v === null || own.v === '' ? (spilled ?? own) : own;
      if (holding?.v === undefined || holding.v === null) return null;
      return holding.t === CellValueType.BOOLEAN ? Boolean(holding.v) : holding.v;
    },
    formatOf: (cell) => workbook()?.getStyles().getStyleByCell(stored(cell))?.n?.pattern,
    spilledFrom({ sheet, row, column }) {
      const ranges = (spills.getArrayFormulaRange()[unit]?.[sheet] ?? {}) as RangesByCell;
      for (const range of Object.values(ranges).flatMap((line) => Object.values(line))) {
        const { startRow, startColumn, endRow, endColumn } = range;
        const isAnchor = row === startRow && column === startColumn;
        const isInside = row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
        if (isInside && !isAnchor) return { sheet, row: startRow, column: startColumn };
      }
      return undefined;
    },
  };
}
