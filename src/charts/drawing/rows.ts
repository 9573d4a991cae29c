import * as Plot from '@observablehq/plot';
import type { RowsChart } from '../chart';
import { ticks } from '../ticks';
import { axisTitle } from './axis';
import { framed, type Swatch } from './frame';
import { SIZE, textWidth } from './lettering';
import { INK, LINE, QUIET } from './palette';

interface Mark {
  readonly category: string | number;
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

const HEIGHT = 250;
const MARGIN_BOTTOM = 46;
const MARGIN_RIGHT = 20;
const BAND_PADDING = 0.25;

/** Rows of a sheet as columns, bars, lines or points. */
export function drawRows(chart: RowsChart, paper: Document, width: number): SVGSVGElement {
  const isBars = chart.form.endsWith('bars');
  const isStacked = chart.form.startsWith('stacked');
  const isAlong = chart.form === 'lines' || chart.form === 'points';
  const marks = isStacked ? stacked(chart) : beside(chart);
  const shown = chart.series.filter(({ colour }) => colour !== undefined);
  // What is nowhere to be seen needs no key; parts of one colour have one.
  const seen = shown.filter(({ values }) => values.some((value) => value !== null && value !== 0));
  const keyed = isStacked
    ? seen.filter(({ colour }, i) => seen.findIndex((each) => each.colour === colour) === i)
    : shown;
  const keys = keyed.length > 1 ? keyed.map(({ name, colour }): Swatch => ({ text: name, colour: colour! })) : [];
  const frame = framed(chart, paper, width, keys);
  const levels = marks.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const domain: [number, number] = isAlong ? padded(least, most) : standing(least, most);
  const write = writer(chart.format);
  const [side, other] = isBars ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const values = ticks(...domain, isBars ? width / 90 : HEIGHT / 45);
  const labels = chart.categories.map(String);
  const marginLeft =
    Math.ceil(
      isBars
        ? Math.min(width * 0.4, Math.max(...labels.map((label) => textWidth(label, SIZE))))
        : Math.max(...values.map((x) => textWidth(write(x), SIZE))),
    ) + 12;
  const isNumeric = isAlong && chart.categories.every((category) => typeof category === 'number');
  const axis = { tickSize: 0, fill: QUIET, label: null } as const;
  const top = frame.top + (isBars ? 0 : 18);
  const tall = isBars ? 26 * labels.length * (isStacked ? 1 : Math.max(1, shown.length * 0.7)) : HEIGHT;
  const room = isBars ? tall : width - marginLeft - MARGIN_RIGHT;
  const bandWidth = (room / (labels.length + BAND_PADDING)) * (1 - BAND_PADDING);
  const height = top + MARGIN_BOTTOM + tall;
  const lined = { ticks: values, stroke: LINE, strokeOpacity: 1 };
  const numbers = { ...axis, ticks: values, tickFormat: (x: number) => write(x), ...(isBars && titled(chart.up)) };
  const names = {
    ...axis,
    ...(!isNumeric && { tickFormat: String, lineWidth: isBars ? 20 : Math.max(4, width / labels.length / SIZE) }),
    ...(!isBars && chart.across !== '' && titled(chart.across)),
  };
  return frame.plot({
    height,
    marginTop: top,
    marginBottom: MARGIN_BOTTOM,
    marginLeft,
    marginRight: MARGIN_RIGHT,
    [side]: { domain, label: null },
    [other]: isNumeric
      ? { type: 'linear', label: null }
      : {
          type: isAlong ? 'point' : 'band',
          domain: chart.categories,
          padding: isAlong ? 0.3 : BAND_PADDING,
          label: null,
        },
    marks: [
      ...(isBars
        ? [Plot.gridX(lined), Plot.axisX(numbers), Plot.axisY(names)]
        : [Plot.gridY(lined), Plot.axisY(numbers), Plot.axisX(names)]),
      ...(domain[0] <= 0 && domain[1] >= 0 ? [(isBars ? Plot.ruleX : Plot.ruleY)([0], { stroke: INK })] : []),
      ...(isBars ? [] : [axisTitle(chart.up, marginLeft, 10)]),
      ...(isAlong
        ? lines(marks, chart.form === 'lines')
        : rectangles(marks, isBars, isStacked ? 1 : shown.length, bandWidth)),
    ],
  });
}

const titled = (label: string) => ({ label, labelAnchor: 'center', labelArrow: 'none' }) as const;

function lines(marks: readonly Mark[], joined: boolean): Plot.Markish[] {
  const options = { x: 'category', y: 'to', stroke: 'colour', z: 'series' } as const;
  return [
    ...(joined ? [Plot.line(marks, { ...options, strokeWidth: 2.2 })] : []),
    Plot.dot(marks, { ...options, fill: 'colour', r: joined ? 3 : 4 }),
  ];
}

/** Columns of one category stand side by side: each is inset by those beside it. */
function rectangles(marks: readonly Mark[], isBars: boolean, count: number, bandWidth: number): Plot.Markish[] {
  const places = [...new Set(marks.map(({ series }) => series))];
  return places.map((name, k) => {
    const [before, after] = count === 1 ? [0, 0] : [(bandWidth * k) / count, (bandWidth * (count - 1 - k)) / count];
    const its = marks.filter(({ series }) => series === name);
    return isBars
      ? Plot.barX(its, { x1: 'from', x2: 'to', y: 'category', fill: 'colour', insetTop: before, insetBottom: after })
      : Plot.barY(its, { y1: 'from', y2: 'to', x: 'category', fill: 'colour', insetLeft: before, insetRight: after });
  });
}

function beside({ categories, series }: RowsChart): Mark[] {
  return series.flatMap(({ name, values, colour }) =>
    colour === undefined
      ? []
      : values.flatMap((value, i): Mark[] =>
          value === null ? [] : [{ category: categories[i]!, series: name, from: 0, to: value, colour }],
        ),
  );
}

/** One on the other: what is above zero upwards, what is below it downwards. */
function stacked({ categories, series }: RowsChart): Mark[] {
  return categories.flatMap((category, i) => {
    let [up, down] = [0, 0];
    return series.flatMap(({ name, values, colour }): Mark[] => {
      const value = values[i] ?? 0;
      const from = value < 0 ? down : up;
      if (value < 0) down += value;
      else up += value;
      return colour === undefined || value === 0 ? [] : [{ category, series: name, from, to: from + value, colour }];
    });
  });
}

const padded = (least: number, most: number): [number, number] => {
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  return [least >= 0 && least - room < 0 ? 0 : least - room, most + room];
};

/** Columns stand on zero. */
const standing = (least: number, most: number): [number, number] => [
  Math.min(0, least * 1.05),
  Math.max(0, most * 1.05),
];

/** Numbers as the formats of the models' axes write them. */
export function writer(format: string): (x: number) => string {
  const digits = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const isShare = format.includes('%');
  return (x) =>
    (isShare ? x * 100 : x)
      .toLocaleString('en-US', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: format.includes(','),
      })
      .replace('-', '−') + (isShare ? '%' : '');
}
