/** Native charts: ranges of the workbook with what they show, in the looks of the pictures that `src/charts` draws. */
import type { Worksheet } from '@cj-tech-master/excelts';
import type {
  AddAxisOptions,
  AddChartOptions,
  AddChartSeriesOptions,
  ChartRichText,
} from '@cj-tech-master/excelts/chart';
import type { FileAxis, FileChart, FileSeries } from './workbook-file';

type Kind = FileChart['kind'];

const [INK, GREY, LINES, PALE] = ['1D2733', '4A5866', 'C4CCD6', 'E6EBF1'];
/** In hundredths of a point. */
const [TITLE, TEXT] = [1200, 900];
const textOf = (size: number, srgb: string, bold = false) => ({ size, bold, color: { srgb } });
const SMALL = textOf(TEXT, GREY);

export async function writeCharts(sheet: Worksheet, charts: readonly FileChart[]): Promise<void> {
  const { installChartSupport } = await import('@cj-tech-master/excelts/chart');
  installChartSupport();
  for (const chart of charts) {
    sheet.addChart(optionsOf(chart), chart.over);
    const written = sheet.getCharts().at(-1)!;
    const { title: heading } = written.chartModel!.chart;
    // What the cell shows is kept with it, as of the ranges.
    if (heading?.strRef) heading.txPr = textOf(TITLE, INK, true);
    for (const { title, axPos } of written.plotArea!.axes)
      if (title) title.text = richText(title.text!.paragraphs[0]!.runs![0]!.text, SMALL, axPos === 'l');
  }
}

function optionsOf({ kind, title, across, up, categories, series }: FileChart): AddChartOptions {
  const isBars = kind.endsWith('bars');
  // Parts of one colour have one entry in the legend, and what only carries others has none.
  const unseen = series.flatMap(({ colour }, index) =>
    colour === 'none' || series.findIndex((each) => each.colour === colour) < index ? [{ index, hidden: true }] : [],
  );
  const isCarried = series.some(({ colour }) => colour === 'none');
  const hasLegend = series.length - unseen.length > 1;
  return {
    ...formOf(kind, isCarried),
    title: title.startsWith('=') ? { formula: title.slice(1) } : richText(title, textOf(TITLE, INK, true)),
    series: series.map((each) => seriesOf(kind, each, categories)),
    showLegend: hasLegend,
    ...(hasLegend && { legendPosition: 'b', legendOptions: { entries: unseen, txPr: SMALL } }),
    categoryAxis: {
      ...axisOf(across),
      // Under the picture where columns hang below zero; of bars the first category is the topmost, as in the sheet.
      tickLblPos: 'low',
      majorGridlines: false,
      ...(isBars && { orientation: 'maxMin' }),
    },
    valueAxis: {
      ...axisOf(up),
      tickLblPos: isBars ? 'nextTo' : 'low',
      majorGridlines: true,
      majorGridlinesStyle: { border: PALE, borderWidth: 0.75 },
      ...(isBars && { crosses: 'max' }),
    },
    varyColors: false,
    displayBlanksAs: 'gap',
    // What stands in hidden rows is drawn all the same.
    plotVisOnly: false,
  };
}

/** The columns of a waterfall stand close, so that the eye goes from step to step. */
function formOf(kind: Kind, isWaterfall: boolean): Pick<AddChartOptions, 'type'> & Partial<AddChartOptions> {
  switch (kind) {
    case 'lines':
      return { type: 'line', grouping: 'standard', showMarker: true };
    case 'points':
      return { type: 'scatter', scatterStyle: 'lineMarker' };
    default: {
      const barDir = kind.endsWith('bars') ? 'bar' : 'col';
      return kind.startsWith('stacked')
        ? { type: 'bar', barDir, grouping: 'stacked', overlap: 100, gapWidth: isWaterfall ? 35 : 60 }
        : { type: 'bar', barDir, grouping: 'clustered', overlap: 0, gapWidth: 60 };
    }
  }
}

function seriesOf(kind: Kind, { name, values, colour }: FileSeries, categories: string): AddChartSeriesOptions {
  const paint = colour.replace('#', '').toUpperCase();
  const its = { name: name.startsWith('=') ? { formula: name.slice(1) } : name, values };
  switch (kind) {
    case 'lines': {
      const marker = { symbol: 'circle' as const, size: 5, fill: paint, border: paint };
      return { ...its, categories, line: paint, lineWidth: 2, smooth: false, marker };
    }
    case 'points': {
      const marker = { symbol: 'circle' as const, size: 7, fill: paint, border: 'FFFFFF' };
      return { ...its, xValues: categories, spPr: { line: { noFill: true } }, marker };
    }
    default:
      return {
        ...its,
        categories,
        invertIfNegative: false,
        spPr: colour === 'none' ? { noFill: true } : { fill: paint },
      };
  }
}

function axisOf({ title, format }: FileAxis): AddAxisOptions {
  return {
    ...(title !== '' && { title }),
    ...(format !== undefined && { numFmt: format, numFmtLinked: false }),
    lineColor: LINES,
    lineWidth: 0.75,
    majorTickMark: 'none',
    minorTickMark: 'none',
    txPr: SMALL,
  };
}

/** In sixty thousandths of a degree: upwards, beside an axis that stands. */
const UPWARDS = -90 * 60_000;

const richText = (text: string, properties: ReturnType<typeof textOf>, isUpwards = false): ChartRichText => ({
  paragraphs: [{ runs: [{ text, properties }] }],
  bodyProperties: isUpwards ? { rotation: UPWARDS, vertical: 'horz' } : { rotation: 0 },
});
