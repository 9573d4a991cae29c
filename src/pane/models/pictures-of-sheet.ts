/** The pictures of the model in view, from what its cells show now. */
import type { RowsChart } from '../../charts/chart';
import { isError } from '../../derive/formula/is-error';
import { pictureOf } from '../../derive/sheet-pictures';
import { placeOf } from '../../derive/formula/address';
import { cellsOf } from '../../models/address';
import { BASE } from '../../models/base-sheet';
import { cellText, FILLED, FIRST, fixed, HEADER } from '../../models/columns';
import { sheetName } from '../../models/layout';
import type { FileCell, FileChart } from '../../models/xlsx/workbook-file';
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
  const { model, declared, isInColumns, lastQuarter } = found;
  return declared.charts!.map((each): SheetPicture => {
    const chart = throughQuarter(each, declared.name, lastQuarter);
    const nothing = (doubt: string): SheetPicture => ({ title: each.title, doubt });
    if (!isInColumns) return nothing(`The columns of this sheet are not those of ${sheetName(model)} any more.`);
    const cells: FileCell[] = [];
    for (const range of [chart.categories, ...chart.series.map((series) => series.values)])
      for (const { row, column } of cellsIn(range)) {
        const now = found.rowNow(row);
        if (now === undefined) return nothing(`Row ${row + 1} of ${sheetName(model)}, which it shows, is not there.`);
        const value = values[now]?.[column] ?? '';
        cells.push({ row, column, value: isError(value) ? { error: value } : value });
      }
    // A title, too, may stand in a cell.
    const rest = declared.cells.flatMap(({ row, column }) => {
      const value = values[found.rowNow(row) ?? -1]?.[column];
      return value === undefined || isError(value) ? [] : [{ row, column, value }];
    });
    const picture = pictureOf(chart, { sheets: [{ ...declared, cells: [...cells, ...rest] }], names: [] });
    const errors = cells.filter(({ value }) => typeof value === 'object').length;
    const doubt =
      errors === 0 ? {} : { doubt: `${counted(errors)} of this picture: what they would show is left out.` };
    if (picture.series.every((series) => series.values.every((value) => value === null)))
      return { title: picture.title, doubt: doubt.doubt ?? 'Its cells hold no numbers.' };
    return { title: picture.title, chart: picture, ...doubt };
  });
}

const counted = (errors: number): string => (errors === 1 ? 'An error is in a cell' : `Errors are in ${errors} cells`);

/** A picture across time shows every quarter that has a heading, also those that came after it was declared. */
function throughQuarter(chart: FileChart, sheet: string, last: number): FileChart {
  const header = fixed(HEADER, FIRST, { column: FILLED });
  if (placeOf(chart.categories).address !== header || last === FILLED) return chart;
  const [from, to] = [FILLED, last].map((column) => `:${cellText(0, column, true, true).replace(/\d+$/, '')}`);
  const stretched = (range: string): string => range.replace(from!, to!);
  return {
    ...chart,
    categories: stretched(chart.categories),
    series: chart.series.map((series) => ({ ...series, values: stretched(series.values) })),
  };
}

function cellsIn(range: string): { row: number; column: number }[] {
  const { row, column, rows, columns } = cellsOf(placeOf(range).address.replaceAll('$', ''));
  return Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
}
