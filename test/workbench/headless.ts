/** The workbench's grid without a screen: the same engine, adapter and functions, driven from jest. */
import { ICommandService } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { cellsOf } from '../../src/models/address';
import { type Cell, createAnswers } from '../../src/workbench/answers';
import { type CellContent, cellReader } from '../../src/workbench/cell-reader';
import { behaveAsExcel } from '../../src/workbench/excel-behaviour';
import { gridFiles } from '../../src/workbench/files/grid-files';
import type { GridData } from '../../src/workbench/files/kept';
import type { Metadata } from '../../src/workbench/metadata';
import type { Implementations } from '../../src/workbench/office-stand-in';
import { headlessUniver } from '../../src/workbench/headless-univer';
import { gridHost } from '../../src/workbench/host';
import { univerFunctions } from '../../src/workbench/univer-functions';
import { writeSheet } from '../../src/workbench/write-sheet';
import type { Sheet } from '../../src/models/sheet';

const unit = 'book';
const sheetId = 'sheet';

export function openSheet(metadata: Metadata, implementations: Implementations, kept?: GridData) {
  const answers = createAnswers();
  const univer = headlessUniver(univerFunctions(metadata, implementations, answers));
  const api = FUniver.newAPI(univer);
  const book = api.createWorkbook({
    id: unit,
    sheetOrder: [sheetId],
    sheets: {
      [sheetId]: { id: sheetId, name: 'Sheet1', rowCount: 1000, columnCount: 50, cellData: {} },
    },
    ...kept?.workbook,
    ...(kept && { id: unit }),
  });
  const answerFormats = behaveAsExcel(univer, unit, answers, kept?.answerFormats);
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

  const files = gridFiles({ univer, api, unwritten: new Map(), answerFormats, ...(kept && { kept }) });
  const { notes, settings } = files;

  return {
    sheet,
    book,
    commands: univer.__getInjector().get(ICommandService),
    files,
    answers,
    host: gridHost({ univer, api, answers, goTo: () => undefined, notes, settings }),
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
