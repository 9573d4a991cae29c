/** The workbench's grid without a screen: the same engine, adapter and functions, driven from jest. */
import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import '@univerjs/engine-formula/facade';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import '@univerjs/sheets/facade';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import '@univerjs/sheets-formula/facade';
import { cellsOf } from '../../src/models/address';
import { type Cell, createAnswers } from '../../src/workbench/answers';
import { type CellContent, cellReader } from '../../src/workbench/cell-reader';
import { showDefaultFormats } from '../../src/workbench/default-formats';
import type { Metadata } from '../../src/workbench/metadata';
import type { Implementations } from '../../src/workbench/office-stand-in';
import { gridHost } from '../../src/workbench/host';
import { univerFunctions } from '../../src/workbench/univer-functions';
import { writeSheet } from '../../src/workbench/write-sheet';
import type { Sheet } from '../../src/models/sheet';

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
  showDefaultFormats(univer, unit);
  const sheet = book.getActiveSheet();
  api.getFormula().calculationStart(() => answers.startCalculation());

  const reader = cellReader(univer, unit);
  const cellAt = (address: string): Cell => ({ sheet: sheetId, ...cellsOf(address) });
  const value = (address: string): CellContent | null => reader.valueOf(cellAt(address));

  async function type(cells: Readonly<Record<string, CellContent>>): Promise<void> {
    for (const [address, content] of Object.entries(cells)) {
      const isFormula = typeof content === 'string' && content.startsWith('=');
      sheet.getRange(address).setValue(isFormula ? { f: content } : content);
    }
    await api.getFormula().onCalculationEnd();
  }

  function block(address: string, rowCount: number, columnCount: number): (CellContent | null)[][] {
    const { row, column } = cellsOf(address);
    return Array.from({ length: rowCount }, (_r, down) =>
      Array.from({ length: columnCount }, (_c, right) =>
        reader.valueOf({ sheet: sheetId, row: row + down, column: column + right }),
      ),
    );
  }

  return {
    sheet,
    answers,
    host: gridHost({ univer, api, answers, goTo: () => undefined }),
    type,
    /** as the page writes a sheet that is first shown */
    async write(cells: Sheet): Promise<void> {
      writeSheet(univer, unit, sheetId, cells);
      await api.getFormula().onCalculationEnd();
    },
    async clear(address: string): Promise<void> {
      sheet.getRange(address).clearContent();
      await api.getFormula().onCalculationEnd();
    },
    value,
    formatOf: (address: string): string | undefined => reader.formatOf(cellAt(address)),
    async recalculate(): Promise<void> {
      api.getFormula().executeCalculation();
      await api.getFormula().onCalculationEnd();
    },
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
      return answers
        .at(cellAt(address))
        .filter((answer) => answer.error)
        .at(-1)?.error?.sentence;
    },
    close: () => univer.dispose(),
  };
}
