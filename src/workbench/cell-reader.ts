/**
 * What a cell holds after calculation. The grid's own getValue() rounds to 12 digits, gives TRUE as
 * 1, and does not know the cells that a table has spilled into.
 */
import {
  BuildTextUtils,
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
  /** the cells of the table that the formula of this one answers with, if it has spilled */
  spillOf(cell: Cell): IRange | undefined;
}

export function cellReader(univer: Univer, unit: string): CellReader {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const spills = injector.get(FormulaDataModel);
  const workbook = () => instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
  const stored = ({ sheet, row, column }: Cell) =>
    workbook()?.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);
  /** The grid keeps the range that a table asked for, also where it had no room and went nowhere. */
  const hasRoom = (anchor: Cell): boolean => stored(anchor)?.v !== '#SPILL!';

  return {
    valueOf(cell) {
      const own = stored(cell);
      const spilled = spills.getArrayFormulaCellData()[unit]?.[cell.sheet]?.[cell.row]?.[cell.column];
      const isEmpty = !own?.p && (own?.v === undefined || own.v === null || own.v === '');
      const holding = isEmpty ? (spilled ?? own) : own;
      // A text of which a part is bold, or a link, is a document.
      if (holding?.p?.body) return BuildTextUtils.transform.getPlainText(holding.p.body.dataStream);
      if (holding?.v === undefined || holding.v === null) return null;
      return holding.t === CellValueType.BOOLEAN ? Boolean(holding.v) : holding.v;
    },
    formatOf: (cell) => workbook()?.getStyles().getStyleByCell(stored(cell))?.n?.pattern,
    spillOf: (cell) =>
      hasRoom(cell) ? spills.getArrayFormulaRange()[unit]?.[cell.sheet]?.[cell.row]?.[cell.column] : undefined,
    spilledFrom({ sheet, row, column }) {
      const ranges = (spills.getArrayFormulaRange()[unit]?.[sheet] ?? {}) as RangesByCell;
      for (const range of Object.values(ranges).flatMap((line) => Object.values(line))) {
        const { startRow, startColumn, endRow, endColumn } = range;
        const isAnchor = row === startRow && column === startColumn;
        const isInside = row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
        const anchor = { sheet, row: startRow, column: startColumn };
        if (isInside && !isAnchor && hasRoom(anchor)) return anchor;
      }
      return undefined;
    },
  };
}
