/** The workbook that greets a newcomer: one deal on its inputs, as the gallery has them, and the model by quarter. */
import { addressOf } from '../models/address';
import { byQuarter } from '../models/by-quarter';
import type { Sheet } from '../models/sheet';
import type { WorkbookFile } from '../models/xlsx/workbook-file';
import { fromFile } from './files/from-file';
import type { GridData } from './files/kept';
import { emptySheet } from './sheet';

/** Sheets whose cells are written when they are first shown: no answer in view waits for theirs. */
export const TEMPLATES: readonly Sheet[] = [byQuarter];

/** `deal` is the ready model with what its formulas came to, as the build has computed it. */
export function welcome(deal: WorkbookFile): GridData {
  const { workbook, ...rest } = fromFile(deal);
  return {
    ...rest,
    workbook: {
      ...workbook,
      sheetOrder: [...workbook.sheetOrder!, ...TEMPLATES.map(({ name }) => name)],
      sheets: { ...workbook.sheets, ...Object.fromEntries(TEMPLATES.map((sheet) => [sheet.name, emptySheet(sheet)])) },
    },
    unwritten: TEMPLATES.map(({ name }) => name),
  };
}

const ABOUT = 'EBIT margin';

/** The cell that it opens on: what the cloud earns in the chosen quarter, which the model is about. */
export function welcomeCell({ sheets }: WorkbookFile): string {
  const { cells } = sheets[0]!;
  const { row } = cells.find(({ column, value }) => column === 0 && value === ABOUT)!;
  const { column } = cells.find((cell) => cell.row === row && cell.formula !== undefined)!;
  return addressOf({ row, column });
}
