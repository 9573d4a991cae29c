import * as Plot from '@observablehq/plot';
import type { Unit } from '../../catalogue/units';
import { figures } from '../figures';
import { SIZE, textWidth } from './lettering';
import { LINE, QUIET } from './palette';

/** Round values between two ends: steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, most: number): number[] {
  const least = (high - low) / Math.max(1, most);
  if (!(least > 0) || !Number.isFinite(least)) return [low];
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * [1, 2, 5, 10].find((times) => times * power >= least * (1 - 1e-9))!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

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
