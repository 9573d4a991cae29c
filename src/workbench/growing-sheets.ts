/** A sheet of Excel's goes on; one of the grid's ends where it was made to, and gets more where somebody comes to its end. */
import {
  ICommandService,
  type IExecutionOptions,
  IUniverInstanceService,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  type ISetSelectionsOperationParams,
  SetSelectionsOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';

const MORE_ROWS = 1000;
const MORE_COLUMNS = 26;
const ROWS_OF_EXCEL = 1_048_576;
const COLUMNS_OF_EXCEL = 16_384;

/** Empty rows are nothing that the analyst did, and are kept with the next thing that is. */
const NO_EDIT: IExecutionOptions = { onlyLocal: true };

/** Sees to it that a sheet has a cell, with room beyond it; false where Excel has no such cell either. */
export type GrowTo = (sheet: string, row: number, column: number) => boolean;

export function growingSheets(univer: Univer, unitId: string): GrowTo {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  return (subUnitId, row, column) => {
    if (row >= ROWS_OF_EXCEL || column >= COLUMNS_OF_EXCEL) return false;
    const sheet = instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(subUnitId);
    if (sheet && row >= sheet.getRowCount()) {
      const rowCount = Math.min(row + MORE_ROWS, ROWS_OF_EXCEL);
      commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { unitId, subUnitId, rowCount }, NO_EDIT);
    }
    if (sheet && column >= sheet.getColumnCount()) {
      const columnCount = Math.min(column + MORE_COLUMNS, COLUMNS_OF_EXCEL);
      commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, { unitId, subUnitId, columnCount }, NO_EDIT);
    }
    return sheet !== undefined && sheet !== null;
  };
}

/** Who comes to the last row or column of a sheet, with the keyboard or the wheel, finds more of them. */
export function growSheets(univer: Univer, unit: string): void {
  const growTo = growingSheets(univer, unit);
  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id, params }) => {
      if (id === SetSelectionsOperation.id) {
        const { unitId, subUnitId, selections } = params as ISetSelectionsOperationParams;
        const cell = selections.at(-1)?.primary;
        if (cell && unitId === unit) growTo(subUnitId, cell.actualRow + 1, cell.actualColumn + 1);
      }
      if (id === SCROLLED) {
        const { unitId, sheetId, sheetViewStartRow: row, sheetViewStartColumn: column } = params as Scrolled;
        if (unitId === unit) growTo(sheetId, row + ROWS_IN_VIEW, column + COLUMNS_IN_VIEW);
      }
    });
}

/** The grid's word of it, which its page alone has. */
const SCROLLED = 'sheet.operation.set-scroll';

interface Scrolled {
  readonly unitId: string;
  readonly sheetId: string;
  readonly sheetViewStartRow: number;
  readonly sheetViewStartColumn: number;
}

/** More than a page shows. */
const ROWS_IN_VIEW = 100;
const COLUMNS_IN_VIEW = 10;
