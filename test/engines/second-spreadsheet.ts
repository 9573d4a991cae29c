/** A second spreadsheet, the one that comes with the writer of our files: what a file's formulas come to there. */
import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { calculateFormulas, type WorkbookLike } from '@cj-tech-master/excelts/formula';
import type { FileValue } from '../../src/models/xlsx/workbook-file';
import { placeOf } from './ironcalc';

installChartSupport();

/** It takes the one index of `INDEX(H4:S4, 3)` for a row, which in Excel is the column where there is one row. */
const INDEX_OF_ONE_ROW = /INDEX\(((?:'[^']+'!|\w+!)?\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?\2),/g;

/** What every formula of the file comes to, by its place; what was stored with it is thrown away before. */
export async function recalculated(file: Uint8Array): Promise<ReadonlyMap<string, FileValue>> {
  const book = new Workbook();
  await book.xlsx.load(file);
  const formulas: [string, { readonly result: unknown }][] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        cell.value = { formula: cell.formula.replace(INDEX_OF_ONE_ROW, 'INDEX($1,1,') };
        formulas.push([placeOf(sheet.name, { row: Number(cell.row) - 1, column: Number(cell.col) - 1 }), cell]);
      }),
    ),
  );
  // Its own workbook is what it computes; only that a missing formula may be undefined is not said in its types.
  calculateFormulas(book as unknown as WorkbookLike);
  return new Map(formulas.map(([place, cell]) => [place, cell.result as FileValue]));
}
