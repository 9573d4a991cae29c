/** What is typed, pasted or written by the pane, as a cell of Excel would hold it. */
import {
  type ICellData,
  ICommandService,
  IUniverInstanceService,
  type Nullable,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import { MOST_OF_TEXT } from '../models/xlsx/limits';
import { type CellMatrix, cellsIn } from './cell-matrix';
import { withSheetsAsCalled } from './sheet-capitals';

export function readWritten(univer: Univer, unit: string): void {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetRangeValuesMutation.id) return;
    const { unitId, cellValue } = params as ISetRangeValuesMutationParams;
    if (unitId !== unit) return;
    const book = instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
    const sheets = book?.getSheets().map((sheet) => sheet.getName()) ?? [];
    for (const [, , cell] of cellsIn(cellValue as CellMatrix)) {
      const anew = cell && { ...asCalled(cell, sheets), ...tooLong(cell) };
      if (anew) Object.assign(cell, anew);
    }
  });
}

const asCalled = ({ f }: ICellData, sheets: readonly string[]): ICellData =>
  typeof f === 'string' && f.includes('!') ? { f: withSheetsAsCalled(f, sheets) } : {};

/** Excel takes no such text; where it was to stand, a sentence says so. */
function tooLong({ v, p }: ICellData): Nullable<ICellData> {
  const length = p?.body ? p.body.dataStream.length - 2 : typeof v === 'string' ? v.length : 0;
  if (length <= MOST_OF_TEXT) return undefined;
  const [came, most] = [length.toLocaleString('en-US'), MOST_OF_TEXT.toLocaleString('en-US')];
  return { p: null, v: `This text has ${came} characters, and a cell holds ${most} at most: nothing of it was taken.` };
}
