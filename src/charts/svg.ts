import { parseHTML } from 'linkedom';
import type { Catalogue, Definition } from '../catalogue/define';
import type { Chart, RowsChart } from './chart';
import { chartOf, hasChart } from './index';
import { draw } from './draw';

/** A chart as the text of an SVG file, made without a browser. */
export function svgText(chart: Chart | RowsChart, width?: number): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = draw(chart, document, width);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return svg.outerHTML;
}

/**
 * The picture of an analysis as SVG, or undefined where the function has none.
 * Throws a Problem where the cell would show an error.
 */
export function chartSvgOf(
  definition: Definition,
  args: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
  width?: number,
): string | undefined {
  return hasChart(definition) ? svgText(chartOf(definition, args, catalogue), width) : undefined;
}
