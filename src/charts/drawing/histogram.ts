import * as Plot from '@observablehq/plot';
import type { Percentile } from '../../analysis/simulate';
import type { Bin } from '../../analysis/statistics';
import type { HistogramChart } from '../chart';
import { axisName, resultFigures } from '../figures';
import { ticks } from '../ticks';
import { axisTitle, tickWidth, valueAxis } from './axis';
import { framed } from './frame';
import { SIZE, textWidth } from './lettering';
import { BLUE, INK, PALE_BLUE } from './palette';

const LABEL_LINE = 16;

export function drawHistogram(chart: HistogramChart, paper: Document, width: number): SVGSVGElement {
  const isOneValue = chart.bins.length === 1;
  const percentiles = isOneValue ? chart.percentiles.slice(1, 2) : chart.percentiles;
  const frame = framed(
    chart,
    paper,
    width,
    isOneValue
      ? []
      : [
          { colour: BLUE, text: 'nine in ten' },
          { colour: PALE_BLUE, text: 'one in twenty at each end' },
        ],
  );
  const bins = chart.bins.map((bin) => widened(bin, chart.bins.length));
  const domain: [number, number] = [bins[0]!.from, bins.at(-1)!.to];
  const most = Math.max(...bins.map(({ share }) => share));
  const rising = ticks(0, most, 4);
  const write = resultFigures(
    chart.unit,
    percentiles.map(({ value }) => value),
  );
  const along = ticks(...domain, width / 80);
  const marginLeft = 12 + tickWidth('share', rising);
  const marginRight = Math.max(8, tickWidth(chart.unit, along) / 2);
  const across = width - marginLeft - marginRight;
  const at = (x: number): number => marginLeft + (across * (x - domain[0])) / (domain[1] - domain[0]);
  const labels = placed(percentiles, write, at, width);
  const labelLines = 1 + Math.max(...labels.map(({ line }) => line));
  const marginTop = frame.top + 20 + labelLines * LABEL_LINE;
  const height = marginTop + Math.round(Math.min(260, width * 0.5)) + 44;
  const [low, high] = [percentiles[0]!.value, percentiles.at(-1)!.value];
  const cut = (least: number, most: number): Bin[] =>
    bins
      .map(({ from, to, share }) => ({ from: Math.max(from, least), to: Math.min(to, most), share }))
      .filter(({ from, to }) => from < to);
  const bar = { x1: 'from', x2: 'to', y1: 0, y2: 'share', insetLeft: 0, insetRight: 0 } as const;
  return frame.plot({
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 44,
    x: { domain, label: null },
    y: { domain: [0, Math.max(most, rising.at(-1)!)], label: null },
    marks: [
      ...valueAxis('y', 'share', rising),
      Plot.rectY(isOneValue ? [] : [...cut(-Infinity, low), ...cut(high, Infinity)], { ...bar, fill: PALE_BLUE }),
      Plot.rectY(isOneValue ? bins.map(narrowed) : cut(low, high), { ...bar, fill: BLUE }),
      Plot.ruleX(bins.slice(1), {
        x: 'from',
        y1: 0,
        y2: 'share',
        stroke: 'white',
        strokeWidth: across / bins.length > 6 ? 1 : 0.25,
      }),
      Plot.ruleY([0], { stroke: INK }),
      valueAxis('x', chart.unit, along, axisName(chart.axis, chart.unit))[1]!,
      ...labels.flatMap((label) => [
        Plot.ruleX([label.value], {
          stroke: INK,
          strokeWidth: 1.25,
          ...(label.name !== 'P50' && { strokeDasharray: '4 3' }),
          insetTop: -(labelLines - 1 - label.line) * LABEL_LINE - 3,
        }),
        Plot.text([label.value], {
          x: (x: number) => x,
          frameAnchor: 'top',
          lineAnchor: 'bottom',
          dx: label.dx,
          dy: -(labelLines - 1 - label.line) * LABEL_LINE - 5,
          text: () => label.text,
          fontWeight: label.name === 'P50' ? 600 : 400,
        }),
      ]),
      axisTitle('share of trials in each bin', marginLeft, labelLines * LABEL_LINE + 8),
    ],
  });
}

/** All trials gave one value: a bar is drawn all the same. */
function widened({ from, to, share }: Bin, bins: number): Bin {
  const room = Math.abs(from) * 0.01 || 1;
  return bins === 1 && from === to ? { from: from - room, to: to + room, share } : { from, to, share };
}

const narrowed = ({ from, to, share }: Bin): Bin => {
  const half = (to - from) / 20;
  return { from: (from + to) / 2 - half, to: (from + to) / 2 + half, share };
};

interface Label extends Percentile {
  readonly text: string;
  /** 0 is the highest */
  readonly line: number;
  readonly dx: number;
}

/** Labels side by side where they have room, else one line lower. */
function placed(
  percentiles: readonly Percentile[],
  write: (x: number) => string,
  at: (x: number) => number,
  width: number,
): Label[] {
  const ends: number[] = [];
  return percentiles.map(({ name, value }) => {
    const text = `${name} ${write(value)}`;
    const half = textWidth(text, SIZE, 600) / 2 + 4;
    const centre = Math.min(Math.max(at(value), half), width - half);
    let line = ends.findIndex((end) => end < centre - half);
    if (line < 0) line = ends.length;
    ends[line] = centre + half;
    return { name, value, text, line, dx: centre - at(value) };
  });
}
