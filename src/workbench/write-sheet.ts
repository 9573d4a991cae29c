import { ICommandService, type Univer } from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import type { Sheet } from '../models/sheet';
import { cellMatrix } from './sheet';

/** Writes the cells of a sheet, which is nothing that the analyst did and could undo. */
export function writeSheet(univer: Univer, unitId: string, subUnitId: string, sheet: Pick<Sheet, 'cells'>): void {
  const params: ISetRangeValuesMutationParams = { unitId, subUnitId, cellValue: cellMatrix(sheet) };
  univer.__getInjector().get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params);
}
