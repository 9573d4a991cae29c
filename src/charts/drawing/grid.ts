import * as Plot from '@observablehq/plot';
import type { GridAxis, GridChart } from '../chart';
import { axisName, figures, resultFigures, spokenPath } from '../figures';
import { framed } from './frame';
import { SIZE, textWidth } from './lettering';
import { DIVERGING, INK, mixed, QUIET, readableOn, SHADES } from './palette';

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly result: number | null;
  readonly colour: string;
}

const NOTHING = '#f0f0f0';
const LEAST_ROW = 3;
const AXIS_DIGITS = 3;
const RAMP_STEPS = 40;

export function drawGrid(chart: GridChart, paper: Document, width: number): SVGSVGElement {
  const { across, down } = chart;
  const known = chart.results.flat().filter((result) => result !== null);
  const least = known.reduce((a, b) => Math.min(a, b), Infinity);
  const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const colour = colours(least, most);
  const write = resultFigures(chart.unit, known);
  const names = {
    across: across.values.map(figures(across.unit, across.values, AXIS_DIGITS)),
    down: down.values.map(figures(down.unit, down.values, AXIS_DIGITS)),
  };

  const marginLeft = Math.ceil(Math.max(...names.down.map((name) => textWidth(name, SIZE)))) + 10;
  const marginRight = 2;
  const columnWidth = (width - marginLeft - marginRight) / across.values.length;
  const widest = known.reduce((widest, result) => Math.max(widest, textWidth(write(result), SIZE)), 0);
  const size = [SIZE, 11, 10].find((size) => (widest * size) / SIZE + 4 <= columnWidth);
  const isLabelled = size !== undefined && across.values.length * down.values.length <= 400;
  const rowHeight = isLabelled
    ? Math.max(22, Math.min(34, columnWidth * 0.6))
    : Math.max(LEAST_ROW, Math.min(26, 320 / down.values.length));

  const isBase = across.base >= 0 && down.base >= 0;
  const terms = `${chart.terms}${isBase ? ' Framed: the base case.' : ''}`;
  const ramp = {
    colours: Array.from({ length: RAMP_STEPS }, (_, i) => colour(least + ((most - least) * (i + 0.5)) / RAMP_STEPS)),
    from: write(least),
    to: write(most),
  };
  const frame = framed({ ...chart, terms }, paper, width, isLabelled || known.length === 0 ? [] : [ramp]);
  const [right, below] = [`${nameOf(across)} →`, `${nameOf(down)} ↓`];
  const isNarrow = textWidth(right, SIZE) + textWidth(below, SIZE) + 16 > width;
  const marginTop = frame.top + (isNarrow ? 54 : 38);
  const cells = chart.results.flatMap((row, y) =>
    row.map((result, x): Cell => ({ x, y, result, colour: result === null ? NOTHING : colour(result) })),
  );
  const inset = columnWidth > 12 && rowHeight > 12 ? 0.75 : 0;
  return frame.plot({
    height: marginTop + Math.round(rowHeight * down.values.length) + 8,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 8,
    x: { type: 'band', domain: across.values.map((_, i) => i), padding: 0, label: null, axis: null },
    y: { type: 'band', domain: down.values.map((_, i) => i), padding: 0, label: null, axis: null },
    color: { type: 'identity' },
    marks: [
      Plot.cell(cells, { x: 'x', y: 'y', fill: 'colour', inset, shapeRendering: 'crispEdges' }),
      ...(isLabelled
        ? [
            Plot.text(cells, {
              x: 'x',
              y: 'y',
              text: ({ result }: Cell) => (result === null ? '–' : write(result)),
              fill: ({ colour }: Cell) => readableOn(colour),
              fontSize: size,
            }),
          ]
        : []),
      ...(isBase
        ? [
            Plot.cell([0], {
              x: () => across.base,
              y: () => down.base,
              fill: 'none',
              stroke: INK,
              strokeWidth: 2,
              inset: 0,
            }),
          ]
        : []),
      Plot.text(
        shownTicks(names.across, columnWidth, (name) => textWidth(name, SIZE) + 10),
        {
          x: 'at',
          frameAnchor: 'top',
          lineAnchor: 'bottom',
          dy: -5,
          text: 'name',
          fill: QUIET,
        },
      ),
      Plot.text(
        shownTicks(names.down, rowHeight, () => SIZE + 12),
        {
          y: 'at',
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -6,
          text: 'name',
          fill: QUIET,
        },
      ),
      Plot.text([right], {
        frameAnchor: isNarrow ? 'top-left' : 'top-right',
        textAnchor: isNarrow ? 'start' : 'end',
        lineAnchor: 'bottom',
        dy: -22,
      }),
      Plot.text([below], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -marginLeft,
        lineAnchor: 'bottom',
        dy: isNarrow ? -38 : -22,
      }),
    ],
  });
}

const nameOf = ({ path, unit }: GridAxis): string => axisName(spokenPath(path), unit);

/** Blue, more of it for more; where there are losses too, they are orange and nothing is white. */
function colours(least: number, most: number): (result: number) => string {
  if (least < 0 && most > 0) {
    const far = Math.max(-least, most);
    const [loss, nothing, profit] = DIVERGING;
    return (result) => mixed(nothing, result < 0 ? loss : profit, Math.abs(result) / far);
  }
  return (result) => mixed(...SHADES, most > least ? (result - least) / (most - least) : 0.5);
}

/** As many names as there is room for, the first always. */
function shownTicks(
  names: readonly string[],
  step: number,
  room: (name: string) => number,
): { at: number; name: string }[] {
  const every = Math.max(1, Math.ceil(Math.max(...names.map(room)) / step));
  return names.map((name, at) => ({ at, name })).filter(({ at }) => at % every === 0);
}
