import * as Plot from '@observablehq/plot';
import type { Bar, End } from '../../analysis/tornado';
import type { TornadoChart } from '../chart';
import { axisName, figures, resultFigures, spokenPath } from '../figures';
import { ticks } from '../ticks';
import { valueAxis } from './axis';
import { framed } from './frame';
import { fitted, SIZE, textWidth } from './lettering';
import { BLUE, INK, ORANGE, PAPER, QUIET } from './palette';

const MOST_BARS = 14;
const ROW = 38;
const SMALL = 11;

export function drawTornado(chart: TornadoChart, paper: Document, width: number): SVGSVGElement {
  const percent = figures('share', [chart.delta])(chart.delta);
  const bars = chart.bars.slice(0, MOST_BARS);
  const left = [...chart.bars.slice(MOST_BARS).map(({ path }) => path), ...chart.idle];
  const note = left.length > 0 ? ` ${leftOut(chart, left)}` : '';
  const frame = framed({ ...chart, terms: chart.terms + note }, paper, width, [
    { colour: ORANGE, text: `input ${percent} lower` },
    { colour: BLUE, text: `input ${percent} higher` },
  ]);

  const ends = bars.flatMap(({ low, high }) => [low, high]).filter((end) => end !== undefined);
  const results = [chart.base, ...ends.map(({ result }) => result)];
  const write = resultFigures(chart.unit, results);
  const labels = bars.map((bar) => ({ ...bar, name: spokenPath(bar.path), range: rangeText(bar) }));
  const nameWidth = Math.min(
    width * 0.36,
    Math.max(60, ...labels.map(({ name, range }) => Math.max(textWidth(name, SIZE, 600), textWidth(range, SMALL)))),
  );
  const marginLeft = Math.ceil(nameWidth) + 10;
  const marginRight = 16;
  const room = Math.max(...results.map((result) => textWidth(write(result), SIZE))) + 8;
  const [least, most] = [Math.min(...results), Math.max(...results)];
  const perPixel = (most - least || Math.abs(chart.base) || 1) / (width - marginLeft - marginRight - 2 * room);
  const domain: [number, number] = [least - room * perPixel, most + room * perPixel];

  const marginTop = frame.top + 20;
  const marginBottom = 44;
  const half = (side: 'low' | 'high') => bars.flatMap((bar) => endsOf(bar, side, chart.base));
  const barX = (side: 'low' | 'high', folded: boolean) =>
    Plot.barX(
      half(side).filter((end) => end.folded === folded),
      {
        x1: () => chart.base,
        x2: 'result',
        y: 'path',
        fill: side === 'low' ? ORANGE : BLUE,
        insetTop: folded && side === 'high' ? 11 : 0,
        insetBottom: folded && side === 'low' ? 11 : 0,
      },
    );
  const value = (side: 'low' | 'high', rightward: boolean, folded: boolean) =>
    Plot.text(
      half(side).filter((end) => end.result >= chart.base === rightward && end.folded === folded),
      {
        x: 'result',
        y: 'path',
        text: (end: End) => write(end.result),
        textAnchor: rightward ? 'start' : 'end',
        stroke: PAPER,
        fill: INK,
        dx: rightward ? 4 : -4,
        dy: folded ? (side === 'low' ? -6 : 6) : 0,
        ...(folded && { fontSize: SMALL }),
      },
    );
  const sides = (['low', 'high'] as const).flatMap((side) => [false, true].map((folded) => [side, folded] as const));
  const name = { y: 'path', frameAnchor: 'left', textAnchor: 'start', dx: -marginLeft } as const;
  return frame.plot({
    height: marginTop + ROW * Math.max(1, bars.length) + marginBottom,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { domain, label: null },
    y: { type: 'band', domain: bars.map(({ path }) => path), padding: 0.36, label: null, axis: null },
    marks: [
      ...valueAxis('x', chart.unit, ticks(...domain, (width - marginLeft) / 70), axisName(chart.axis, chart.unit)),
      ...sides.map(([side, folded]) => barX(side, folded)),
      Plot.ruleX([chart.base], { stroke: INK, strokeWidth: 1.25 }),
      ...sides.flatMap(([side, folded]) => [value(side, false, folded), value(side, true, folded)]),
      Plot.text([chart.base], {
        x: (x: number) => x,
        frameAnchor: 'top',
        lineAnchor: 'bottom',
        dy: -4,
        text: (x: number) => `base case ${write(x)}`,
        fontWeight: 600,
      }),
      Plot.text(labels, {
        ...name,
        text: ({ name }: { name: string }) => fitted(name, nameWidth, SIZE),
        dy: -7,
        fontWeight: 600,
      }),
      Plot.text(labels, {
        ...name,
        text: ({ range }: { range: string }) => fitted(range, nameWidth + 6, SMALL),
        dy: 8,
        fill: QUIET,
        fontSize: SMALL,
      }),
    ],
  });
}

/** Both ends on one side of the base case share the row, one above the other. */
function endsOf(bar: Bar, side: 'low' | 'high', base: number): (End & { path: string; folded: boolean })[] {
  const end = bar[side];
  if (!end) return [];
  const other = bar[side === 'low' ? 'high' : 'low'];
  const folded = other !== undefined && (other.result - base) * (end.result - base) > 0;
  return [{ ...end, path: bar.path, folded }];
}

function rangeText({ unit, low, high }: Bar): string {
  const ends = [low, high].filter((end) => end !== undefined);
  const write = figures(
    unit,
    ends.map(({ input }) => input),
    3,
  );
  if (ends.length === 2) return `${write(low!.input)} to ${write(high!.input)}`;
  return ends.map((end) => `only ${end === low ? 'down' : 'up'} to ${write(end.input)}`).join('');
}

function leftOut({ idle, bars }: TornadoChart, names: readonly string[]): string {
  const more = bars.length - MOST_BARS;
  if (more > 0) return `${names.length} inputs that move it less are left out.`;
  return `${idle.map(spokenPath).join(', ')} ${idle.length === 1 ? 'changes' : 'change'} nothing.`;
}
