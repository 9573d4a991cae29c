import * as Plot from '@observablehq/plot';
import type { Unit } from '../../catalogue/units';
import { figures } from '../figures';
import { SIZE, textWidth } from './lettering';
import { LINE, QUIET } from './palette';

/** How wide the longest tick label is. */
export function tickWidth(unit: Unit, values: readonly number[]): number {
  const write = figures(unit, values);
  return Math.ceil(Math.max(...values.map((value) => textWidth(write(value), SIZE))));
}

/** An axis of numbers with its quiet grid lines; written as shortly as the ticks allow. */
export function valueAxis(side: 'x' | 'y', unit: Unit, values: readonly number[], label = ''): Plot.Markish[] {
  const options = {
    ticks: [...values],
    tickSize: 0,
    tickFormat: figures(unit, values),
    fill: QUIET,
    label: label === '' ? null : label,
    labelAnchor: 'center',
    labelArrow: 'none',
  } as const;
  const lines = { ticks: [...values], stroke: LINE, strokeOpacity: 1 };
  return side === 'x' ? [Plot.gridX(lines), Plot.axisX(options)] : [Plot.gridY(lines), Plot.axisY(options)];
}

/** What goes up, written above the axis rather than along it. */
export const axisTitle = (text: string, marginLeft: number, above: number): Plot.Markish =>
  Plot.text([text], {
    frameAnchor: 'top-left',
    lineAnchor: 'bottom',
    textAnchor: 'start',
    dx: -marginLeft,
    dy: -above,
    fill: QUIET,
  });
