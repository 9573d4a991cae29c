import * as Plot from '@observablehq/plot';
import type { Step, WaterfallChart } from '../chart';
import { axisName, figures, resultFigures, signed } from '../figures';
import { ticks } from '../ticks';
import { valueAxis } from './axis';
import { framed } from './frame';
import { fitted, SIZE, textWidth } from './lettering';
import { BLUE, INK, ORANGE, PAPER, QUIET } from './palette';

const MOST_STEPS = 12;
const SMALL = 11;

/** A bar from one level to the next; a result stands on nothing. */
interface Bar {
  readonly row: number;
  readonly label: string;
  readonly detail: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly colour: string;
}

export function drawWaterfall(chart: WaterfallChart, paper: Document, width: number): SVGSVGElement {
  const { start, end, effect } = chart;
  const steps = withoutSmall(chart.steps);
  const change = end.result - (start?.result ?? 0);
  const written = resultFigures(
    effect.unit,
    [...steps.map((step) => step.change), change].map((x) => x * effect.ofOne),
    3,
  );
  const write = signed(written);
  const results = [start, end].filter((level) => level !== undefined).map(({ result }) => result);
  const level = start ? resultFigures(chart.unit, results, 3) : write;

  const rows: Omit<Bar, 'row'>[] = [];
  let at = start?.result ?? 0;
  if (start) rows.push({ label: start.label, detail: '', from: 0, to: at, text: level(at), colour: QUIET });
  steps.forEach((step, i) => {
    const to = i === steps.length - 1 ? end.result : at + step.change;
    rows.push({
      label: step.label,
      detail: valuesOf(step),
      from: at,
      to,
      text: write(step.change * effect.ofOne),
      colour: step.change < 0 ? ORANGE : BLUE,
    });
    at = to;
  });
  rows.push({ label: end.label, detail: '', from: 0, to: at, text: level(at), colour: QUIET });

  const levels = rows.map(({ to }) => to);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const cut = start !== undefined && (least > 0 || most < 0) && most - least < Math.max(most, -least) / 4;
  const bars = rows.map((bar, row): Bar => ({ ...bar, row, from: cut && bar.colour === QUIET ? bar.to : bar.from }));
  const [low, high] = cut ? [least, most] : [Math.min(0, least), Math.max(0, most)];

  const frame = framed(
    cut ? { ...chart, terms: `${chart.terms} The axis does not begin at 0.` } : chart,
    paper,
    width,
    [
      { colour: BLUE, text: 'raises it' },
      { colour: ORANGE, text: 'lowers it' },
    ],
  );
  const nameWidth = Math.min(
    width * 0.36,
    Math.max(...bars.map((bar) => Math.max(textWidth(bar.label, SIZE, 600), textWidth(bar.detail, SMALL)))),
  );
  const marginLeft = Math.ceil(nameWidth) + 10;
  const marginRight = 16;
  const marginTop = frame.top;
  const marginBottom = 44;
  // What a bar comes to is written at its right, where there is to be room for it.
  const across = width - marginLeft - marginRight;
  const reach = bars.map((bar) => ((rightOf(bar) - low) * across) / (across - textWidth(bar.text, SIZE, 600) - 8));
  const domain: [number, number] = [low, Math.max(high, ...reach.map((far) => low + far))];
  const height = bars.some(({ detail }) => detail !== '') ? 38 : 28;
  const name = { y: 'row', frameAnchor: 'left', textAnchor: 'start', dx: -marginLeft } as const;
  return frame.plot({
    height: marginTop + height * bars.length + marginBottom,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain, label: null },
    y: { type: 'band', domain: bars.map((bar) => bar.row), padding: 0.3, label: null, axis: null },
    marks: [
      ...valueAxis('x', chart.unit, ticks(...domain, (width - marginLeft) / 70), axisName(chart.axis, chart.unit)),
      ...(cut ? [] : [Plot.ruleX([0], { stroke: INK })]),
      Plot.link(bars.slice(1), {
        x: (bar: Bar) => bars[bar.row - 1]!.to,
        y1: (bar: Bar) => bar.row - 1,
        y2: 'row',
        stroke: QUIET,
        strokeDasharray: '2 2',
      }),
      Plot.barX(bars, { x1: 'from', x2: 'to', y: 'row', fill: 'colour' }),
      Plot.tickX(
        bars.filter(({ from, to }) => from === to),
        { x: 'to', y: 'row', stroke: 'colour', strokeWidth: 3 },
      ),
      Plot.text(bars, {
        x: rightOf,
        y: 'row',
        text: 'text',
        textAnchor: 'start',
        dx: 4,
        stroke: PAPER,
        fill: INK,
      }),
      ...[true, false].map((detailed) =>
        Plot.text(
          bars.filter(({ detail }) => (detail !== '') === detailed),
          {
            ...name,
            text: ({ label }: Bar) => fitted(label, nameWidth, SIZE),
            dy: detailed ? -7 : 0,
            fontWeight: 600,
          },
        ),
      ),
      Plot.text(bars, {
        ...name,
        text: ({ detail }: Bar) => fitted(detail, nameWidth + 6, SMALL),
        dy: 8,
        fill: QUIET,
        fontSize: SMALL,
      }),
    ],
  });
}

const rightOf = ({ from, to }: Bar): number => Math.max(from, to);

/** The largest steps in their order, and what the others come to together. */
function withoutSmall(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= MOST_STEPS) return steps;
  const size = ({ change }: Step): number => Math.abs(change);
  const largest = new Set([...steps].sort((a, b) => size(b) - size(a)).slice(0, MOST_STEPS - 1));
  const others = steps.filter((step) => !largest.has(step));
  return [
    ...steps.filter((step) => largest.has(step)),
    { label: `${others.length} others`, change: others.reduce((sum, { change }) => sum + change, 0) },
  ];
}

function valuesOf({ input }: Step): string {
  if (!input) return '';
  const write = figures(input.unit, [input.from, input.to], 3);
  return `${write(input.from)} to ${write(input.to)}`;
}
