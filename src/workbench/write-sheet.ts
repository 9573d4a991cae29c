import { ICommandService, type IExecutionOptions, type Univer } from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import type { Sheet } from '../models/sheet';
import { cellMatrix } from './sheet';

/** how the grid is told that a mutation writes a template */
const TEMPLATE: IExecutionOptions = { isTemplate: true };
export const isTemplate = (options: IExecutionOptions | undefined): boolean => options?.isTemplate === true;

/** Writes the cells of a sheet, which is nothing that the analyst did and could undo. */
export function writeSheet(univer: Univer, unitId: string, subUnitId: string, sheet: Pick<Sheet, 'cells'>): void {
  const params: ISetRangeValuesMutationParams = { unitId, subUnitId, cellValue: cellMatrix(sheet) };
  univer.__getInjector().get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params, TEMPLATE);
}
