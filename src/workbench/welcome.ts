/** The workbook that greets a newcomer: one deal on its inputs, as the gallery inserts them, and the model by quarter. */
import { addressOf } from '../models/address';
import { byQuarter } from '../models/by-quarter';
import { NOW } from '../models/columns';
import { placesOf } from '../models/layout';
import type { Sheet } from '../models/sheet';
import { DEAL_ECONOMICS } from '../models/t2-deal';
import { workbookOf } from '../models/workbook';
import { fromFile } from './files/from-file';
import type { GridData } from './files/kept';
import { emptySheet } from './sheet';

/** Sheets whose cells are written when they are first shown: no answer in view waits for theirs. */
export const TEMPLATES: readonly Sheet[] = [byQuarter];

export function welcome(): GridData {
  const { workbook, ...rest } = fromFile(workbookOf([DEAL_ECONOMICS]));
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

/** The cell that it opens on: what the cloud earns in the chosen quarter, which the model is about. */
export const WELCOME_CELL = addressOf({ row: placesOf(DEAL_ECONOMICS.entries).quarterly.get('margin')!, column: NOW });
