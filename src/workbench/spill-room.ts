/** Where the table of a formula may spill: past the end of the grid's sheet, which grows, but not into merged cells. */
import {
  ICommandService,
  type IRange,
  IUniverInstanceService,
  Rectangle,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { ErrorType, IFormulaRuntimeService, SetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation } from '@univerjs/sheets';
import { addressOf } from '../models/address';
import type { Answers } from './answers';
import { growingSheets } from './growing-sheets';
import { LAST_COLUMN, LAST_ROW } from './sheet-limits';

interface Room {
  _checkIfArrayFormulaExceeded: (rows: number, columns: number, table: IRange) => boolean;
  _checkIfArrayFormulaRangeHasData: (
    unit: string,
    sheet: string,
    row: number,
    column: number,
    table: IRange,
  ) => boolean;
}

export function findRoom(univer: Univer, unit: string, answers: Answers): void {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  const runtime = injector.get(IFormulaRuntimeService);
  const growTo = growingSheets(univer, unit);
  const room = runtime as unknown as Room;
  const hasData = room._checkIfArrayFormulaRangeHasData.bind(runtime);
  const ends = new Map<string, { row: number; column: number }>();

  function refuse(sentence: string): true {
    const { currentSubUnitId: sheet, currentRow: row, currentColumn: column } = runtime;
    answers.record({
      cell: { sheet, row, column },
      functionName: 'The grid',
      error: { code: ErrorType.SPILL, sentence },
    });
    return true;
  }

  room._checkIfArrayFormulaExceeded = (_rows, _columns, { startRow, endRow, startColumn, endColumn }) => {
    const size = `${endRow - startRow + 1} × ${endColumn - startColumn + 1}`;
    if (endRow > LAST_ROW || endColumn > LAST_COLUMN)
      return refuse(`The answer is a table of ${size}, which goes beyond the last cell of a sheet, XFD1048576.`);
    const end = ends.get(runtime.currentSubUnitId);
    ends.set(runtime.currentSubUnitId, {
      row: Math.max(endRow, end?.row ?? 0),
      column: Math.max(endColumn, end?.column ?? 0),
    });
    return false;
  };
  room._checkIfArrayFormulaRangeHasData = (unitId, sheetId, row, column, table) => {
    const sheet = instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheetId);
    const merged = sheet?.getMergeData().find((each) => Rectangle.intersects(each, table));
    if (!merged) return hasData(unitId, sheetId, row, column, table);
    const [rows, columns] = [merged.endRow - merged.startRow + 1, merged.endColumn - merged.startColumn + 1];
    const address = addressOf({ row: merged.startRow, column: merged.startColumn, rows, columns });
    return refuse(
      `The answer is a table and needs single cells, and ${address} is merged: unmerge it, or move the formula.`,
    );
  };

  // Before what the cells answer is written into them.
  commands.beforeCommandExecuted(({ id }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    for (const [sheet, { row, column }] of ends) growTo(sheet, row, column);
    ends.clear();
  });
  commands.onCommandExecuted(({ id }) => {
    if (id === AddWorksheetMergeMutation.id || id === RemoveWorksheetMergeMutation.id)
      FUniver.newAPI(univer).getFormula().executeCalculation();
  });
}
