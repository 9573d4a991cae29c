import { baseSheet } from './base-sheet';
import type { Model } from './declaration';
import { modelSheet } from './layout';
import type { WorkbookFile } from './xlsx/workbook-file';

/** Models and the inputs below them as a workbook: formulas, and no values yet. */
export function workbookOf(models: readonly Model[]): WorkbookFile {
  const sheets = models.map(modelSheet);
  return {
    sheets: [...sheets.map(({ sheet }) => sheet), baseSheet()],
    names: sheets.flatMap(({ names }) => names),
  };
}
