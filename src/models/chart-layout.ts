/** Where the pictures of a model stand, and the cells that they show. */
import { cellText, FIRST, fixed, HEADER, LABEL, LAST, NOW } from './columns';
import type { Model, ModelChart, Waterfall } from './declaration';
import type { Places } from './layout';
import { COLOURS, FALL, LEVEL, LOOKS, PALE, RISE } from './looks';
import { quoted, type SheetOfCells } from './sheet-of-cells';
import type { FileChart, FileSeries } from './xlsx/workbook-file';

const [HEIGHT, GAP] = [18, 1];
/** Two pictures side by side: over the columns of labels, and over the quarters. */
const SIDES = [
  [0, 4],
  [5, 15],
] as const;

/** So many quarters are in a picture across time: all of them, and when there are more, the last. */
const WINDOW = 8;

/**
 * Under the last row, each below a cell with what it finds. What pictures are made of stands under them, for whoever wants
 * to see it.
 */
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
  let data = top + rows * (1 + HEIGHT + GAP) + 1;
  const quarters = data;
  const acrossTime = charts.some((chart) => chart.kind !== 'waterfall' && chart.over === undefined);
  if (acrossTime) data += writeQuarters(sheet, quarters);
  charts.forEach((chart, i) => {
    const [left, right] = SIDES[i % 2]!;
    const row = top + Math.floor(i / 2) * (1 + HEIGHT + GAP);
    const finding = asFormula(chart.title).slice(1);
    sheet.formula(row, left, `=IFERROR(${finding},"What this shows cannot be said: see the checks")`, LOOKS.tableTitle);
    const title = `=${quoted(sheet.title)}!${fixed(row, left)}`;
    const over = `${cellText(row + 1, left)}:${cellText(row + HEIGHT, right)}`;
    if (chart.kind === 'waterfall') {
      sheet.chart(waterfall(sheet, { ...chart, title }, data, over, asFormula));
      data += chart.steps.length + 3;
    } else if (chart.over === undefined) {
      sheet.chart(overTime(sheet, { ...chart, title }, quarters, data, places, over));
      data += chart.series.length + 2;
    } else sheet.chart(overTable(sheet.title, { ...chart, title }, chart.over, places, over));
  });
}

/** Which quarters the pictures show: their places among those of the sheet, and their names. */
function writeQuarters(sheet: SheetOfCells, top: number): number {
  const headings = fixed(HEADER, FIRST, { column: LAST });
  const count = `COUNTIF(${headings},"?*")`;
  sheet.text(top, LABEL, `The last ${WINDOW} quarters, which the pictures show`, LOOKS.tableTitle);
  sheet.text(top + 1, LABEL, 'Place', LOOKS.unit);
  sheet.text(top + 2, LABEL, 'Quarter', LOOKS.label);
  const upTo = (column: number): string => `COLUMNS(${fixed(HEADER, NOW)}:${cellText(HEADER, column, false, true)})`;
  const before = `MAX(0,${count}-COLUMNS(${fixed(HEADER, NOW, { column: NOW + WINDOW - 1 })}))`;
  for (let column = NOW; column < NOW + WINDOW; column++) {
    const place = cellText(top + 1, column);
    sheet.formula(top + 1, column, `=${before}+${upTo(column)}`, LOOKS.unit, '0');
    sheet.formula(top + 2, column, `=IF(${place}>${count},"",INDEX(${headings},1,${place})&"")`, LOOKS.header);
  }
  return 4;
}

const axesOf = ({ kind, title, across, up, format }: ModelChart) =>
  ({ kind, title, across: { title: across }, up: { title: up, format } }) as const;

const seriesOf = (name: string, values: string, i: number): FileSeries => ({
  name,
  values,
  colour: COLOURS[i % COLOURS.length]!,
});

/** A quarter without a number is no zero: a picture leaves #N/A out. */
function overTime(
  sheet: SheetOfCells,
  chart: ModelChart,
  quarters: number,
  top: number,
  places: Places,
  over: string,
): FileChart {
  const on = `${quoted(sheet.title)}!`;
  const across = (row: number): string => on + fixed(row, NOW, { column: NOW + WINDOW - 1 });
  sheet.text(top, LABEL, `What the picture of ${chart.up} shows`, LOOKS.tableTitle);
  const series = chart.series.map(([name, label], i): FileSeries => {
    const [its, row] = [places.quarterly.get(name), top + 1 + i];
    if (its === undefined) throw new Error(`${name} is no row of ${sheet.title}.`);
    sheet.text(row, LABEL, label, LOOKS.label);
    for (let column = NOW; column < NOW + WINDOW; column++) {
      const value = `INDEX(${fixed(its, FIRST, { column: LAST })},${cellText(quarters + 1, column, false, true)})`;
      const formula = `=IF(${cellText(quarters + 2, column, false, true)}="",NA(),IF(ISNUMBER(${value}),${value},NA()))`;
      sheet.formula(row, column, formula, LOOKS.formula, chart.format);
    }
    return seriesOf(label, across(row), i);
  });
  const range = `${cellText(top + 1, NOW)}:${cellText(top + series.length, NOW + WINDOW - 1)}`;
  sheet.condition({ range, formula: `=ISNA(${cellText(top + 1, NOW)})`, look: { colour: PALE } });
  return { ...axesOf(chart), categories: across(quarters + 2), series, over };
}

/** The labels of a table, and some of its columns. */
function overTable(title: string, chart: ModelChart, table: string, places: Places, over: string): FileChart {
  const on = `${quoted(title)}!`;
  const found = places.tables.get(table);
  if (!found) throw new Error(`${table} is no table of ${title}.`);
  const series = chart.series.map(([name, label], i): FileSeries => {
    const [, its, column] = /^(\w+)\[(\d+)\]$/.exec(name) ?? [];
    const at = its === undefined ? undefined : places.tables.get(its);
    if (!at) throw new Error(`${name} is no column of a table of ${title}.`);
    const [first, right] = [at.at + 2, NOW + Number(column) - 1];
    return seriesOf(label, on + fixed(first, right, { row: first + at.rows - 1, column: right }), i);
  });
  const categories = on + fixed(found.at + 2, LABEL, { row: found.at + 1 + found.rows, column: LABEL });
  return { ...axesOf(chart), categories, series, over };
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
  sheet.text(top, LABEL, `What the picture of ${up} shows`, LOOKS.tableTitle);
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
