/** A sheet of Excel's goes on; one of the grid's ends where it was made to, and gets more where somebody comes to its end. */
import {
  ICommandService,
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

export function growSheets(univer: Univer, unit: string): void {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);

  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetSelectionsOperation.id) return;
    const { unitId, subUnitId, selections } = params as ISetSelectionsOperationParams;
    const cell = selections.at(-1)?.primary;
    const book = instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
    const sheet = unitId === unit ? book?.getSheetBySheetId(subUnitId) : undefined;
    if (!cell || !sheet) return;
    const [rows, columns] = [sheet.getRowCount(), sheet.getColumnCount()];
    if (cell.actualRow >= rows - 1 && rows < ROWS_OF_EXCEL) {
      const rowCount = Math.min(rows + MORE_ROWS, ROWS_OF_EXCEL);
      commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { unitId, subUnitId, rowCount });
    }
    if (cell.actualColumn >= columns - 1 && columns < COLUMNS_OF_EXCEL) {
      const columnCount = Math.min(columns + MORE_COLUMNS, COLUMNS_OF_EXCEL);
      commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, { unitId, subUnitId, columnCount });
    }
  });
}
