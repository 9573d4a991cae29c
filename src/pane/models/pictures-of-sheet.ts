/** The pictures of the model in view, from what its cells show now. */
import type { RowsChart } from '../../charts/chart';
import { isError } from '../../derive/formula/is-error';
import { cellsIn, pictureOf } from '../../derive/sheet-pictures';
import { BASE } from '../../models/base-sheet';
import { sheetName } from '../../models/layout';
import { isErrorValue, type FileValue } from '../../models/xlsx/workbook-file';
import type { CellValue, Host } from '../host';
import { modelOn, type ModelOnSheet } from './model-on-sheet';

export interface SheetPicturesView {
  readonly sheet: string;
  readonly pictures: readonly SheetPicture[];
}

export interface SheetPicture {
  readonly title: string;
  /** undefined where there is nothing to draw, and then it is said why */
  readonly chart?: RowsChart;
  /** what the picture leaves out, or why there is none */
  readonly doubt?: string;
}

type Values = readonly (readonly CellValue[])[];

/** Reads what is in view; on the sheet of inputs, the model that was seen last, or else the first that there is. */
export function picturesReader(host: Host): () => Promise<SheetPicturesView | null> {
  let seen: string | undefined;
  const on = async (sheet: string): Promise<SheetPicturesView | undefined> => {
    const used = await host.used(sheet);
    if (!used) return undefined;
    const values = await host.values(used);
    const found = modelOn(values);
    if (!found) return undefined;
    seen = sheet;
    return { sheet, pictures: picturesOf(found, values) };
  };
  return async () => {
    const { sheet } = await host.activeCell();
    const view = await on(sheet);
    if (view || sheet !== BASE) return view ?? null;
    const sheets = await host.sheets();
    const others = sheets.filter((each) => each !== BASE && each !== seen);
    for (const each of seen !== undefined && sheets.includes(seen) ? [seen, ...others] : others) {
      const its = await on(each);
      if (its) return its;
    }
    return null;
  };
}

export function picturesOf(found: ModelOnSheet, values: Values): SheetPicture[] {
  const { model, declared, isInColumns } = found;
  const now = (row: number, column: number): FileValue => {
    const value = values[found.rowNow(row) ?? -1]?.[column] ?? '';
    return isError(value) ? { error: value } : value;
  };
  const sheet = { ...declared, cells: declared.cells.map((cell) => ({ ...cell, value: now(cell.row, cell.column) })) };
  return declared.charts!.map((chart): SheetPicture => {
    const picture = pictureOf(chart, { sheets: [sheet], names: [] });
    const { title, categories } = picture;
    const nothing = (doubt: string): SheetPicture => ({ title, doubt });
    if (!isInColumns) return nothing(`The columns of this sheet are not those of ${sheetName(model)} any more.`);
    const ranges = [chart.categories, ...chart.series.map((series) => series.values)].map(cellsIn);
    const gone = ranges.flat().find(({ row }) => found.rowNow(row) === undefined);
    if (gone) return nothing(`Row ${gone.row + 1} of ${sheetName(model)}, which it shows, is not there.`);
    // A column without a name is kept for a quarter to come.
    const shown = ranges.flatMap((cells) => cells.slice(0, categories.length));
    const errors = shown.filter(({ row, column }) => isErrorValue(now(row, column))).length;
    const doubt =
      errors === 0 ? {} : { doubt: `${counted(errors)} of this picture: what they would show is left out.` };
    if (picture.series.every((series) => series.values.every((value) => value === null)))
      return nothing(doubt.doubt ?? 'Its cells hold no numbers.');
    return { title, chart: picture, ...doubt };
  });
}

const counted = (errors: number): string => (errors === 1 ? 'An error is in a cell' : `Errors are in ${errors} cells`);
