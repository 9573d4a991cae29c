/** Where the pictures of a model stand, and the cells that they show. */
import { cellText, FILLED, FIRST, fixed, HEADER, LABEL, NOW } from './columns';
import type { Model, ModelChart, Waterfall } from './declaration';
import type { Places } from './layout';
import { COLOURS, FALL, LEVEL, LOOKS, RISE } from './looks';
import { quoted, type SheetOfCells } from './sheet-of-cells';
import type { FileChart, FileSeries } from './xlsx/workbook-file';

const [HEIGHT, GAP] = [18, 1];
/** Two pictures side by side: over the columns of labels, and over the quarters. */
const SIDES = [
  [0, 4],
  [5, 15],
] as const;

/** Under the last row; what a waterfall is made of stands under the pictures, for whoever wants to see it. */
export function chartsOf(
  sheet: SheetOfCells,
  { charts }: Pick<Model, 'charts'>,
  places: Places,
  asFormula: (text: string) => string,
): void {
  if (charts.length === 0) return;
  let top = places.end + 1;
  sheet.band(top++, 'Pictures', SIDES[1][1] + 3, LOOKS.heading);
  const rows = Math.ceil(charts.length / 2);
  let data = top + rows * (HEIGHT + GAP) + 1;
  charts.forEach((chart, i) => {
    const [left, right] = SIDES[i % 2]!;
    const row = top + Math.floor(i / 2) * (HEIGHT + GAP);
    const over = `${cellText(row, left)}:${cellText(row + HEIGHT - 1, right)}`;
    if (chart.kind === 'waterfall') {
      sheet.chart(waterfall(sheet, chart, data, over, asFormula));
      data += chart.steps.length + 3;
    } else sheet.chart(chartOf(sheet.title, chart, places, over));
  });
}

function chartOf(title: string, chart: ModelChart, places: Places, over: string): FileChart {
  const on = `${quoted(title)}!`;
  const { kind, across, up, format, series, over: table } = chart;
  const found = table === undefined ? undefined : places.tables.get(table);
  if (table !== undefined && !found) throw new Error(`${table} is no table of ${title}.`);
  const valuesOf = (name: string): string => {
    const column = /^(\w+)\[(\d+)\]$/.exec(name);
    if (column) {
      const its = places.tables.get(column[1]!);
      if (!its) throw new Error(`${name} is no column of a table of ${title}.`);
      const [first, right] = [its.at + 2, NOW + Number(column[2]) - 1];
      return on + fixed(first, right, { row: first + its.rows - 1, column: right });
    }
    const row = places.quarterly.get(name);
    if (row === undefined) throw new Error(`${name} is no row of ${title}.`);
    return on + fixed(row, FIRST, { column: FILLED });
  };
  const categories = found
    ? on + fixed(found.at + 2, LABEL, { row: found.at + 1 + found.rows, column: LABEL })
    : on + fixed(HEADER, FIRST, { column: FILLED });
  return {
    kind,
    title: chart.title,
    across: { title: across },
    up: { title: up, format },
    categories,
    series: series.map(([name, label], i): FileSeries => ({
      name: label,
      values: valuesOf(name),
      colour: COLOURS[i % COLOURS.length]!,
    })),
    over,
  };
}

/** Each step stands where the one before ended; a column without fill carries it. Below zero it hangs. */
function waterfall(
  sheet: SheetOfCells,
  { title, up, format, steps }: Waterfall,
  top: number,
  over: string,
  asFormula: (text: string) => string,
): FileChart {
  const [VALUE, END, CARRIER, LEVELS, RISES, FALLS, RISES_BELOW, FALLS_BELOW] = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (right) => NOW + right,
  ) as [number, number, number, number, number, number, number, number];
  sheet.text(top, LABEL, `What the picture “${title}” shows`, LOOKS.tableTitle);
  ['Value', 'Ends at', 'Carried', 'Level', 'Rise', 'Fall', 'Rise < 0', 'Fall < 0'].forEach((text, i) =>
    sheet.text(top, NOW + i, text, LOOKS.header),
  );
  steps.forEach(({ label, formula, isLevel }, i) => {
    const row = top + 1 + i;
    const [value, end, before] = [cellText(row, VALUE), cellText(row, END), cellText(row - 1, END)];
    sheet.text(row, LABEL, label, LOOKS.label);
    sheet.formula(row, VALUE, asFormula(formula), LOOKS.formula, format);
    // The first step of a change begins at nothing.
    const [onGround, from] = [isLevel || i === 0, i === 0 ? '0' : before];
    sheet.formula(row, END, onGround ? `=${value}` : `=${from}+${value}`, LOOKS.formula, format);
    // Columns stack away from zero on either side: a step that crosses zero has a part on both.
    const [low, high] = [`MIN(${from},${end})`, `MAX(${from},${end})`];
    const above = `MAX(${high},0)-MAX(${low},0)`;
    const below = `MIN(${low},0)-MIN(${high},0)`;
    const part = (column: number, side: string, when: string): void =>
      sheet.formula(row, column, isLevel ? '=0' : `=IF(${value}${when}0,${side},0)`, LOOKS.formula, format);
    sheet.formula(row, CARRIER, isLevel ? '=0' : `=MAX(${low},0)+MIN(${high},0)`, LOOKS.formula, format);
    sheet.formula(row, LEVELS, isLevel ? `=${value}` : '=0', LOOKS.formula, format);
    part(RISES, above, '>');
    part(FALLS, above, '<');
    part(RISES_BELOW, below, '>');
    part(FALLS_BELOW, below, '<');
  });
  const on = `${quoted(sheet.title)}!`;
  const column = (at: number): string => on + fixed(top + 1, at, { row: top + steps.length, column: at });
  return {
    kind: 'stacked columns',
    title,
    across: { title: '' },
    up: { title: up, format },
    categories: column(LABEL),
    series: [
      { name: 'carried', values: column(CARRIER), colour: 'none' },
      { name: 'level', values: column(LEVELS), colour: LEVEL },
      { name: 'rise', values: column(RISES), colour: RISE },
      { name: 'fall', values: column(FALLS), colour: FALL },
      { name: 'rise below zero', values: column(RISES_BELOW), colour: RISE },
      { name: 'fall below zero', values: column(FALLS_BELOW), colour: FALL },
    ],
    over,
  };
}
