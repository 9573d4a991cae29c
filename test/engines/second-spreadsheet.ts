/** A second spreadsheet, the one that comes with the writer of our files: what a file's formulas come to there. */
import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { calculateFormulas, type WorkbookLike } from '@cj-tech-master/excelts/formula';
import type { FileValue } from '../../src/models/xlsx/workbook-file';
import { placeOf } from './ironcalc';

installChartSupport();

/** What it takes otherwise than Excel, said so that both take it alike. */
const understood = (formula: string): string =>
  formula
    // The one index of `INDEX(H4:S4, 3)` it takes for a row, which is the column where there is one row.
    .replace(/INDEX\(((?:'[^']+'!|\w+!)?\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?\2),(?!1,)/g, 'INDEX($1,1,')
    // A blank cell is to COUNTIFS a 0, which is more than -1.
    .replace(/COUNTIFS\(([^,]+),"\?\*",([^,]+),">"&MIN\(\2\)-1\)/g, 'COUNTIFS($1,"?*",$2,"<>")');

/** What every formula of the file comes to with these typed, by its place; what was stored with it is thrown away before. */
export async function recalculated(
  file: Uint8Array,
  typing: readonly (readonly [sheet: string, address: string, value: FileValue | undefined])[] = [],
): Promise<ReadonlyMap<string, FileValue>> {
  const book = new Workbook();
  await book.xlsx.load(file);
  const formulas: [string, { readonly result: unknown }][] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        cell.value = { formula: understood(cell.formula) };
        formulas.push([placeOf(sheet.name, { row: Number(cell.row) - 1, column: Number(cell.col) - 1 }), cell]);
      }),
    ),
  );
  for (const [sheet, address, value] of typing)
    book.getWorksheet(sheet)!.getCell(address).value = (value ?? null) as string | number | boolean | null;
  // Its own workbook is what it computes; only that a missing formula may be undefined is not said in its types.
  calculateFormulas(book as unknown as WorkbookLike);
  return new Map(formulas.map(([place, cell]) => [place, cell.result as FileValue]));
}
