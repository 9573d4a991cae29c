/** Whole sheets into the grid, as a file that is opened brings them. */
import type { FUniver } from '@univerjs/core/facade';
import { InsertDefinedNameCommand } from '@univerjs/sheets';
import type { WorkbookFile } from '../models/xlsx/workbook-file';
import { fromFile } from './files/from-file';

/** Where a name is of the whole workbook. */
const ALL_SHEETS = 'AllDefaultWorkbook';

export async function insertSheets(api: FUniver, file: WorkbookFile, replace: boolean): Promise<void> {
  const book = api.getActiveWorkbook()!;
  const taken = file.sheets.map(({ name }) => book.getSheetByName(name)).filter((sheet) => sheet !== null);
  if (taken.length > 0 && !replace) {
    const names = taken.map((sheet) => sheet.getSheetName()).join(' and ');
    throw new Error(`There is a sheet ${names} already: nothing was inserted.`);
  }
  const { sheets = {} } = fromFile(file).workbook;
  // A workbook keeps one sheet at least: the new one is there before the old one goes.
  taken.forEach((sheet, i) => sheet.setName(`${sheet.getSheetName().slice(0, 20)} replaced ${i + 1}`));
  const added = file.sheets.map(({ name }) => {
    return book.insertSheet(name, { sheet: { ...sheets[name]!, id: crypto.randomUUID() } });
  });
  for (const sheet of taken) {
    sheet.getDefinedNames().forEach((name) => name.delete());
    book.deleteSheet(sheet);
  }
  for (const { name, refersTo, sheet } of file.names) {
    const its = added[file.sheets.findIndex((each) => each.name === sheet)];
    // The facade takes no name that another sheet has too.
    await api.executeCommand(InsertDefinedNameCommand.id, {
      unitId: book.getId(),
      id: crypto.randomUUID(),
      name,
      formulaOrRefString: refersTo.replace(/^=/, ''),
      localSheetId: its?.getSheetId() ?? ALL_SHEETS,
    });
  }
  book.setActiveSheet(added[0]!);
  api.getFormula().executeCalculation();
  await api.getFormula().onCalculationEnd();
}
