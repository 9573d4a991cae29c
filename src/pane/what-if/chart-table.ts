/** A picture as a table: for who cannot see it, and for who pastes it elsewhere. */
import type { Chart, RowsChart } from '../../charts/chart';
import { writer } from '../../charts/drawing/rows';
import { figures, resultFigures, signed, spokenPath } from '../../charts/figures';
import type { Unit } from '../../catalogue/units';

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const one = (unit: Unit, x: number, digits = 4): string => resultFigures(unit, [x], digits)(x);

export function chartTable(chart: Chart | RowsChart): ChartTable {
  if (chart.kind === 'rows') return rowsTable(chart);
  const { unit } = chart;
  const result = (x: number | null | undefined): string => (typeof x === 'number' ? one(unit, x) : 'n/a');
  switch (chart.kind) {
    case 'tornado':
      return {
        head: ['Input', 'Low', 'High', 'Swing'],
        rows: [
          ...chart.bars.map(({ path, low, high, swing }) => [
            spokenPath(path),
            result(low?.result),
            result(high?.result),
            result(swing),
          ]),
          ...chart.idle.map((path) => [spokenPath(path), result(chart.base), result(chart.base), result(0)]),
        ],
      };
    case 'grid': {
      const [across, down] = [chart.across, chart.down].map(({ unit, values }) => values.map(figures(unit, values, 4)));
      return {
        head: [`${spokenPath(chart.down.path)} \\ ${spokenPath(chart.across.path)}`, ...across!],
        rows: chart.results.map((row, i) => [down![i]!, ...row.map(result)]),
      };
    }
    case 'histogram':
      return {
        head: ['Share of trials below', chart.axis],
        rows: chart.percentiles.map(({ name, value }) => [name, result(value)]),
      };
    case 'solve':
      return {
        head: ['', spokenPath(chart.input.path), chart.axis],
        rows: [
          ...(chart.base ? [['Base case', one(chart.input.unit, chart.base.input), result(chart.base.result)]] : []),
          ['Target', chart.root === undefined ? 'not found' : one(chart.input.unit, chart.root), result(chart.target)],
        ],
      };
    case 'waterfall': {
      const { start, steps, end, effect } = chart;
      const write = signed((x) => one(effect.unit, x * effect.ofOne));
      return {
        head: ['Step', chart.axis],
        rows: [
          ...(start ? [[start.label, result(start.result)]] : []),
          ...steps.map(({ label, change }) => [label, write(change)]),
          [end.label, result(end.result)],
        ],
      };
    }
  }
}

/** What is nowhere to be seen, and what only carries others, has no column. */
function rowsTable({ across, up, format, categories, series }: RowsChart): ChartTable {
  const write = writer(format);
  const seen = series.filter(
    ({ colour, values }) => colour !== undefined && values.some((value) => value !== null && value !== 0),
  );
  return {
    head: [across || 'Step', ...seen.map(({ name }) => `${name}, ${up}`)],
    rows: categories.map((category, i) => [
      String(category),
      ...seen.map(({ values }) => (values[i] == null ? 'n/a' : write(values[i]))),
    ]),
  };
}

/** As a sheet takes it from the clipboard: a tab between cells, a line a row. */
export const tableText = ({ title, terms }: Chart | RowsChart, { head, rows }: ChartTable): string =>
  [[title], ...(terms === '' ? [] : [[terms]]), head, ...rows].map((row) => row.join('\t')).join('\n');

/** `what-moves-taas-margin`: what a file of the picture is called. */
export const fileName = ({ title }: Chart | RowsChart): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9.%]+/g, '-')
    .replaceAll('%', 'pc')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
    .replace(/[-.]+$/, '') || 'picture';
