import { placeOf } from '../derive/formula/address';
import type { FileChart } from '../models/xlsx/workbook-file';

const TYPES = {
  columns: 'ColumnClustered',
  'stacked columns': 'ColumnStacked',
  bars: 'BarClustered',
  'stacked bars': 'BarStacked',
  lines: 'LineMarkers',
  points: 'XYScatter',
} as const satisfies Record<FileChart['kind'], string>;

/** A picture of Excel's own, over the cells it is declared for. */
export function addChart(
  sheet: Excel.Worksheet,
  { kind, title, across, up, categories, series, over }: FileChart,
  sheetOf: (name: string) => Excel.Worksheet,
): void {
  const rangeOf = (reference: string): Excel.Range => {
    const { sheet: name, address } = placeOf(reference);
    return sheetOf(name).getRange(address.replaceAll('$', ''));
  };
  const chart = sheet.charts.add(TYPES[kind], rangeOf(series[0]!.values), 'Auto');
  if (title.startsWith('=')) chart.title.setFormula(title);
  else chart.title.text = title;
  chart.title.format.font.size = 12;
  const [first, last] = over.split(':');
  chart.setPosition(first!, last);
  series.forEach(({ name, values, colour }, i) => {
    // The range that it was made of is its first series.
    const its = i === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    its.name = name;
    its.setValues(rangeOf(values));
    its.setXAxisValues(rangeOf(categories));
    if (colour === 'none') its.format.fill.clear();
    else if (kind === 'lines') its.format.line.color = colour;
    else its.format.fill.setSolidColor(colour);
  });
  const { categoryAxis, valueAxis } = chart.axes;
  if (across.title !== '') categoryAxis.title.text = across.title;
  valueAxis.title.text = up.title;
  if (up.format !== undefined) valueAxis.numberFormat = up.format;
  chart.legend.visible = series.filter(({ colour }) => colour !== 'none').length > 1;
}
