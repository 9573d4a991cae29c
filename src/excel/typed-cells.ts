import { addressOf, cellsOf } from '../models/address';
import { placeOf } from '../derive/formula/address';
import type { Block, CellValue, Place } from '../pane/host';
import { asked } from './asked';
import { rangeOf } from './range-of';

/** As many as one answer of Excel on the web holds with ease, long formulas among them. */
const CELLS_AT_ONCE = 20_000;

/** What was typed into a range, read in parts where it is large. */
export async function typedInto(place: Place): Promise<Block> {
  const { row, column, rows, columns } = cellsOf(place.address);
  const atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  const formulas: CellValue[][] = [];
  for (let from = 0; from < rows; from += atOnce) {
    const part = addressOf({ row: row + from, column, rows: Math.min(atOnce, rows - from), columns });
    formulas.push(...(await formulasIn({ sheet: place.sheet, address: part })));
  }
  return { place, formulas };
}

const formulasIn = (place: Place): Promise<CellValue[][]> =>
  asked(`sheet ${place.sheet}`, async (context) => {
    const range = rangeOf(context, place);
    range.load({ formulas: true });
    await context.sync();
    return range.formulas as CellValue[][];
  });

/** The used cells of each sheet. */
export const usedCells = (sheet?: string): Promise<readonly Place[]> =>
  asked(sheet ?? 'this workbook', async (context) => {
    const { worksheets } = context.workbook;
    if (sheet === undefined) {
      worksheets.load({ name: true });
      await context.sync();
    }
    const sheets = sheet === undefined ? worksheets.items : [worksheets.getItem(sheet)];
    const ranges = sheets.map((each) => each.getUsedRangeOrNullObject(true));
    for (const range of ranges) range.load({ address: true });
    await context.sync();
    return ranges.filter((range) => !range.isNullObject).map(({ address }) => placeOf(address));
  });
