/** The pictures of a workbook as they are drawn outside of Excel: from what its cells show. */
import type { RowsChart } from '../charts/chart';
import { cellsOf } from '../models/address';
import type { FileChart, FileSheet, FileValue, WorkbookFile } from '../models/xlsx/workbook-file';
import { placeOf } from './formula/address';

/** What the ranges of a chart hold; where a cell is blank or no number, nothing is drawn. */
export function pictureOf(chart: FileChart, { sheets }: WorkbookFile): RowsChart {
  const valuesOf = (range: string): (FileValue | undefined)[] => {
    const values = valuesIn(sheets, placeOf(range).sheet);
    if (!values) throw new Error(`${range} is on no sheet of the workbook.`);
    return cellsIn(range).map(({ row, column }) => values.get(`${row},${column}`));
  };
  const named = valuesOf(chart.categories).map((value) =>
    typeof value === 'number' || typeof value === 'string' ? value : '',
  );
  // Columns that are kept for quarters to come have no name yet.
  const categories = named.slice(0, named.findLastIndex((name) => name !== '') + 1);
  const series = chart.series.map(({ name, values, colour }) => ({
    name,
    values: valuesOf(values)
      .slice(0, categories.length)
      .map((value) => (typeof value === 'number' ? value : null)),
    ...(colour !== 'none' && { colour }),
  }));
  const shown = series.filter(({ colour }) => colour !== undefined);
  return {
    kind: 'rows',
    form: chart.kind,
    title: chart.title.startsWith('=') ? textOf(valuesOf(chart.title.slice(1))[0]) : chart.title,
    terms: '',
    says: `${chart.up.title} by ${chart.across.title || 'step'}: ${shown.map(({ name }) => name).join(', ')}.`,
    across: chart.across.title,
    up: chart.up.title,
    format: chart.up.format ?? 'General',
    categories,
    series,
  };
}

/** The cells of a range of a sheet, from 0. */
export function cellsIn(range: string): { row: number; column: number }[] {
  const { row, column, rows, columns } = cellsOf(placeOf(range).address.replaceAll('$', ''));
  return Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
}

/** Of an error, nothing: the checks say what it is. */
const textOf = (value: FileValue | undefined): string => (typeof value === 'object' ? '' : String(value ?? ''));

const known = new WeakMap<FileSheet, ReadonlyMap<string, FileValue | undefined>>();

function valuesIn(sheets: readonly FileSheet[], name: string): ReadonlyMap<string, FileValue | undefined> | undefined {
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) return undefined;
  const values = known.get(sheet) ?? new Map(sheet.cells.map(({ row, column, value }) => [`${row},${column}`, value]));
  known.set(sheet, values);
  return values;
}
