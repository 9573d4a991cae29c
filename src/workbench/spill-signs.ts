/** What `A1#` and `@A1` stand for, as functions of the grid: files have them so, and Univer's own signs do not work. */
import type { Ctor, IRange, Nullable } from '@univerjs/core';
import {
  type ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';

const error = (type: ErrorType): BaseValueObject => ErrorValueObject.create(type);

/** The cells of the table that the formula in a cell answers with. Excel's is #REF! where no formula stands. */
class AnchorArray extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override needsReferenceObject = true;

  override calculate(anchor: FunctionVariantType): FunctionVariantType {
    if (anchor.isError()) return anchor;
    if (!anchor.isReferenceObject()) return error(ErrorType.REF);
    const cell = anchor as BaseReferenceObject;
    const { startRow, startColumn } = cell.getRangePosition();
    const held = cell.getCellData(startRow, startColumn);
    const typed = cell.getCurrentActiveSheetData()?.cellData.getValue(startRow, startColumn);
    if (!cell.isCell() || (typed?.f == null && typed?.si == null)) return error(ErrorType.REF);
    // A table without room has its cells in mind, and shows an error.
    const isError = typeof held?.v === 'string' && held.v.startsWith('#');
    const spill = isError ? undefined : spillAt(cell, startRow, startColumn);
    return spill ? this.createReferenceObject(cell, spill) : cell;
  }
}

/** As it is computed now, else as it was computed last. */
function spillAt(cell: BaseReferenceObject, row: number, column: number): Nullable<IRange> {
  const isComputed = cell.getCurrentRuntimeSheetData()?.getValue(row, column) != null;
  const ranges = isComputed
    ? cell.getCurrentRuntimeActiveArrayFormulaRange()
    : cell.getCurrentActiveArrayFormulaRange();
  return ranges?.[row]?.[column];
}

/** Of a range the cell in the formula's own row or column, of a table of values the first: Excel's implicit intersection. */
class Single extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override needsReferenceObject = true;

  override calculate(given: FunctionVariantType): FunctionVariantType {
    if (given.isError()) return given;
    if (!given.isReferenceObject()) {
      return (given as BaseValueObject).isArray() ? (given as ArrayValueObject).getFirstCell() : given;
    }
    const range = given as BaseReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = range.getRangePosition();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    if (row < startRow || row > endRow || column < startColumn || column > endColumn) return error(ErrorType.VALUE);
    return this.createReferenceObject(range, { startRow: row, endRow: row, startColumn: column, endColumn: column });
  }
}

export const spillSigns: readonly [Ctor<BaseFunction>, string][] = [
  [AnchorArray, 'ANCHORARRAY'],
  [Single, 'SINGLE'],
];
