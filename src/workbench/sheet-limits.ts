/**
 * Every sheet of Excel's ends at XFD1048576. One of Univer's ends where its data does, and a reference past that was
 * #NAME?: here it reads what stands there, which is nothing.
 */
import { BaseReferenceObject } from '@univerjs/engine-formula';
import type { Univer } from '@univerjs/core';
import { SheetPermissionCheckController } from '@univerjs/sheets';
import { READ_AT_MOST } from './not-here';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** Thrown where a formula asks for what this grid has not got; the message is for the analyst. */
export class Unsupported extends Error {}

export function readPastTheSheet(univer: Univer): void {
  BaseReferenceObject.prototype.isExceedRange = function () {
    const { startRow, startColumn, endRow, endColumn } = this.getRangePosition();
    return startRow < 0 || startColumn < 0 || endRow > LAST_ROW || endColumn > LAST_COLUMN;
  };
  // Nobody hides cells from anybody here, and asking that of each cell of A1:XFD1048576 takes for ever.
  const permissions: { _permissionCheckWithFormula?: () => boolean } = univer
    .__getInjector()
    .get(SheetPermissionCheckController) as object;
  permissions._permissionCheckWithFormula = () => true;
  // What OFFSET and INDIRECT refer to is known only here.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { toArrayValueObject } = BaseReferenceObject.prototype;
  BaseReferenceObject.prototype.toArrayValueObject = function (useCache) {
    refuseBeyond(this);
    return toArrayValueObject.call(this, useCache);
  };
}

/** Refuses what would be read wrongly, or never be done with. */
export function refuseBeyond(range: BaseReferenceObject): void {
  if (range.getToken().endsWith('#'))
    throw new Unsupported(`INDIRECT takes no # here: name the cells that ${range.getToken()} covers now.`);
  if (isTooMany(range))
    throw new Unsupported(
      `This refers to more than ${READ_AT_MOST.toLocaleString('en-US')} cells, most of them past the end of the sheet, which this grid cannot read: name fewer.`,
    );
}

function isTooMany(range: BaseReferenceObject): boolean {
  const { startRow, startColumn, endRow, endColumn } = range.getRangePosition();
  const isWithin = endRow < range.getActiveSheetRowCount() && endColumn < range.getActiveSheetColumnCount();
  return !isWithin && (endRow - startRow + 1) * (endColumn - startColumn + 1) > READ_AT_MOST;
}
