import * as Plot from '@observablehq/plot';
import type { Place } from '../../analysis/solve';
import type { SolveChart } from '../chart';
import { axisName, figures, resultFigures, spokenPath } from '../figures';
import { ticks } from '../ticks';
import { axisTitle, tickWidth, valueAxis } from './axis';
import { framed } from './frame';
import { SIZE, textWidth } from './lettering';
import { BLUE, INK, ORANGE, PAPER } from './palette';

export function drawSolve(chart: SolveChart, paper: Document, width: number): SVGSVGElement {
  const frame = framed(chart, paper, width);
  const { target, root, base, unit, input } = chart;
  const results = chart.curve.flatMap(({ result }) => result ?? []);
  const [low, high] = extended([...results, target]);
  const across: [number, number] = [chart.curve[0]!.input, chart.curve.at(-1)!.input];
  const tall = Math.round(Math.min(280, width * 0.6));
  const rising = ticks(low, high, tall / 40);
  const along = ticks(...across, width / 80);
  const marginLeft = 12 + tickWidth(unit, rising);
  const marginRight = Math.max(8, tickWidth(input.unit, along) / 2);
  const marginTop = frame.top + 22;
  const pixels = (width - marginLeft - marginRight) / (across[1] - across[0]);

  const up = tall / (high - low);

  const label = (text: string, x: number, y: number, { isLeft, dy, weight = 400 }: Placing): Plot.Markish =>
    Plot.text([text], {
      x: () => x,
      y: () => y,
      textAnchor: isLeft ? 'end' : 'start',
      dx: isLeft ? -8 : 8,
      dy,
      fontWeight: weight,
      stroke: PAPER,
      strokeWidth: 4,
      fill: INK,
    });
  const rises = risesAt(chart.curve, root ?? base?.input ?? across[0]);
  const targetText = `target ${resultFigures(unit, [target], 4)(target)}`;
  const rootText = root === undefined ? '' : `${spokenPath(input.path)} ${figures(input.unit, [root], 4)(root)}`;
  const rootWidth = textWidth(rootText, SIZE, 600) + 10;
  const baseText = base === undefined ? '' : `base case ${resultFigures(unit, [base.result])(base.result)}`;
  const baseWidth = textWidth(baseText, SIZE) + 10;
  const isBaseShown =
    base !== undefined &&
    base.input >= across[0] &&
    base.input <= across[1] &&
    (root === undefined || Math.abs(base.input - root) * pixels > 8);
  const hasRoom = (x: number, wanted: number, isLeft: boolean): boolean =>
    (isLeft ? x - across[0] : across[1] - x) * pixels > wanted;
  const beside = (x: number, wanted: number) => ({ isLeft: hasRoom(x, wanted, !rises) ? !rises : rises });
  /** Away from the dotted line and off the curve; the other way where the edge or the target's label is near. */
  const besideBase = (x: number, result: number): Placing => {
    const away = root === undefined ? !rises : x < root;
    const toTarget = (rises ? x - across[0] : across[1] - x) * pixels - textWidth(targetText, SIZE) - 8;
    const isOnTarget = (isLeft: boolean): boolean =>
      isLeft === rises && target > result && (target - result) * up < (toTarget > baseWidth ? 20 : 36);
    const isLeft = [away, !away].find((side) => hasRoom(x, baseWidth, side) && !isOnTarget(side)) ?? away;
    return { isLeft, dy: isLeft === rises ? -12 : 14 };
  };
  return frame.plot({
    height: marginTop + tall + 44,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 44,
    x: { domain: across, label: null },
    y: { domain: [low, high], label: null },
    marks: [
      ...valueAxis('y', unit, rising),
      ...valueAxis('x', input.unit, along, axisName(spokenPath(input.path), input.unit)),
      axisTitle(axisName(chart.axis, unit), marginLeft, 8),
      ...(low < 0 && high > 0 ? [Plot.ruleY([0], { stroke: INK, strokeWidth: 0.75 })] : []),
      Plot.lineY(chart.curve, { x: 'input', y: ({ result }: Place) => result ?? NaN, stroke: BLUE, strokeWidth: 2.25 }),
      Plot.ruleY([target], { stroke: ORANGE, strokeWidth: 1.75, strokeDasharray: '6 4' }),
      ...(root === undefined
        ? []
        : [
            Plot.ruleX([root], { y1: low, y2: target, stroke: INK, strokeDasharray: '2 3' }),
            Plot.dot([root], { x: root, y: target, r: 5, fill: INK, stroke: PAPER, strokeWidth: 1.5 }),
          ]),
      // Above the line, where the curve is below it.
      label(targetText, rises ? across[0] : across[1], target, { isLeft: !rises, dy: -10 }),
      // Beside the foot of the dotted line, away from the curve.
      ...(root === undefined ? [] : [label(rootText, root, low, { ...beside(root, rootWidth), dy: -12, weight: 600 })]),
      ...(isBaseShown
        ? [
            Plot.dot([base], { x: 'input', y: 'result', r: 4.5, fill: PAPER, stroke: BLUE, strokeWidth: 2 }),
            label(baseText, base.input, base.result, besideBase(base.input, base.result)),
          ]
        : []),
    ],
  });
}

interface Placing {
  readonly isLeft: boolean;
  readonly dy: number;
  readonly weight?: number;
}

/** Whether the curve goes up where it comes nearest to this input. */
function risesAt(curve: readonly Place[], input: number): boolean {
  const known = curve.flatMap(({ input: x, result }) => (result === null ? [] : [{ x, result }]));
  const after = known.findIndex(({ x }) => x > input);
  const [before, next] = after <= 0 ? [known[0], known[1]] : [known[after - 1], known[after]];
  return before === undefined || next === undefined || next.result >= before.result;
}

/** The ends of the values with some air, and nothing below an even axis line where it begins at zero. */
function extended(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 && low < air ? 0 : low - air, high + air];
}
