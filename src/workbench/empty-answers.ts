/** A formula that answers "" answers a text, as in Excel: Univer takes what it came to for a blank cell, which then is 0. */
import { BaseReferenceObject } from '@univerjs/engine-formula';

type Cell = NonNullable<ReturnType<BaseReferenceObject['getCellData']>>;

const read = Object.getOwnPropertyDescriptor(BaseReferenceObject.prototype, 'getCellData')!
  .value as BaseReferenceObject['getCellData'];

BaseReferenceObject.prototype.getCellData = function (this: BaseReferenceObject, row, column) {
  const cell = read.call(this, row, column);
  const isAnswer = cell != null && cell !== this.getCurrentActiveSheetData()?.cellData.getValue(row, column);
  // What has a formula is not blank: so it is read, and no more than read.
  return isAnswer && cell.v === '' ? ({ ...cell, f: '=""' } satisfies Cell) : cell;
};
