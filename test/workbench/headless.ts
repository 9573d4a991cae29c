/** The workbench's grid without a screen: the same engine, adapter and functions, driven from jest. */
import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel, UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import '@univerjs/engine-formula/facade';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import '@univerjs/sheets/facade';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import '@univerjs/sheets-formula/facade';
import { createAnswers } from '../../src/workbench/answers';
import { showDefaultFormats } from '../../src/workbench/default-formats';
import type { Metadata } from '../../src/workbench/metadata';
import type { Implementations } from '../../src/workbench/office-stand-in';
import { univerFunctions } from '../../src/workbench/univer-functions';

export type CellContent = string | number | boolean;

const unit = 'book';
const sheetId = 'sheet';

export function openSheet(metadata: Metadata, implementations: Implementations) {
  const answers = createAnswers();
  const { functions, descriptions } = univerFunctions(metadata, implementations, answers);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: functions });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    description: descriptions,
    initialFormulaComputing: CalculationMode.FORCED,
  });
  const api = FUniver.newAPI(univer);
  const book = api.createWorkbook({
    id: unit,
    sheetOrder: [sheetId],
    sheets: {
      [sheetId]: { id: sheetId, name: 'Sheet1', rowCount: 1000, columnCount: 50, cellData: {} },
    },
  });
  showDefaultFormats(univer);
  const sheet = book.getActiveSheet();
  const spills = univer.__getInjector().get(FormulaDataModel);
  api.getFormula().calculationStart(() => answers.startCalculation());

  // FRange.getValue() rounds to 12 digits, gives TRUE as 1 and does not know every spilled cell.
  function read(row: number, column: number): CellContent | null {
    const own = sheet.getRange(row, column).getCellDataGrid()[0]?.[0];
    const spilled = spills.getArrayFormulaCellData()[unit]?.[sheetId]?.[row]?.[column];
    const cell = own?.v === undefined || own.v === null ? (spilled ?? own) : own;
    if (cell?.v === undefined || cell.v === null) return null;
    return cell.t === 3 ? Boolean(cell.v) : cell.v;
  }

  function formatOf(address: string): string | undefined {
    const range = sheet.getRange(address);
    const cell = sheet.getSheet().getCellMatrix().getValue(range.getRow(), range.getColumn());
    return book.getWorkbook().getStyles().getStyleByCell(cell)?.n?.pattern;
  }

  async function type(cells: Readonly<Record<string, CellContent>>): Promise<void> {
    for (const [address, content] of Object.entries(cells)) {
      const isFormula = typeof content === 'string' && content.startsWith('=');
      sheet.getRange(address).setValue(isFormula ? { f: content } : content);
    }
    await api.getFormula().onCalculationEnd();
  }

  const value = (address: string): CellContent | null => {
    const range = sheet.getRange(address);
    return read(range.getRow(), range.getColumn());
  };

  function block(address: string, rowCount: number, columnCount: number): (CellContent | null)[][] {
    const range = sheet.getRange(address);
    return Array.from({ length: rowCount }, (_r, down) =>
      Array.from({ length: columnCount }, (_c, right) => read(range.getRow() + down, range.getColumn() + right)),
    );
  }

  return {
    sheet,
    answers,
    type,
    value,
    formatOf,
    /** so many rows and columns from a cell on */
    block,
    values(address: string): (CellContent | null)[][] {
      const range = sheet.getRange(address);
      return block(address.split(':')[0]!, range.getHeight(), range.getWidth());
    },
    async answer(formula: string, at = 'Z1'): Promise<CellContent | null> {
      await type({ [at]: formula });
      return value(at);
    },
    /** the sentence of the last error in a cell */
    sentence(address: string): string | undefined {
      const range = sheet.getRange(address);
      const cell = { sheet: sheetId, row: range.getRow(), column: range.getColumn() };
      return answers
        .at(cell)
        .filter((answer) => answer.error)
        .at(-1)?.error?.sentence;
    },
    close: () => univer.dispose(),
  };
}
