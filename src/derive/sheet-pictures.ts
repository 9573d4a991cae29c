/** The pictures of a workbook as they are drawn outside of Excel: from what its cells show. */
import type { RowsChart } from '../charts/chart';
import { cellsOf } from '../models/address';
import type { FileChart, FileValue, WorkbookFile } from '../models/xlsx/workbook-file';
import { placeOf } from './formula/address';

/** What the ranges of a chart hold; where a cell is blank or no number, nothing is drawn. */
export function pictureOf(chart: FileChart, { sheets }: WorkbookFile): RowsChart {
  const valuesOf = (range: string): (FileValue | undefined)[] => {
    const { sheet: name, address } = placeOf(range);
    const sheet = sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`${range} is on no sheet of the workbook.`);
    const { row, column, rows, columns } = cellsOf(address.replaceAll('$', ''));
    return Array.from({ length: rows * columns }, (_, i) => {
      const at = { row: row + Math.floor(i / columns), column: column + (i % columns) };
      return sheet.cells.find((cell) => cell.row === at.row && cell.column === at.column)?.value;
    });
  };
  const categories = valuesOf(chart.categories).map((value) =>
    typeof value === 'number' || typeof value === 'string' ? value : '',
  );
  const series = chart.series.map(({ name, values, colour }) => ({
    name,
    values: valuesOf(values).map((value) => (typeof value === 'number' ? value : null)),
    ...(colour !== 'none' && { colour }),
  }));
  const shown = series.filter(({ colour }) => colour !== undefined);
  return {
    kind: 'rows',
    form: chart.kind,
    title: chart.title,
    terms: '',
    says: `${chart.up.title} by ${chart.across.title || 'step'}: ${shown.map(({ name }) => name).join(', ')}.`,
    across: chart.across.title,
    up: chart.up.title,
    format: chart.up.format ?? 'General',
    categories,
    series,
  };
}
