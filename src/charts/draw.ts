import type { Chart, RowsChart } from './chart';
import { PADDING } from './drawing/frame';
import { drawGrid } from './drawing/grid';
import { drawHistogram } from './drawing/histogram';
import { drawRows } from './drawing/rows';
import { drawSolve } from './drawing/solve';
import { drawTornado } from './drawing/tornado';
import { drawWaterfall } from './drawing/waterfall';

/** Wide enough for a page; a task pane has half of it. */
const PAGE_WIDTH = 720;

/**
 * Draws a chart.
 * @param paper the document that makes the elements: a page's own, or one in Node
 */
export function draw(chart: Chart | RowsChart, paper: Document, width = PAGE_WIDTH): SVGSVGElement {
  const inner = width - 2 * PADDING;
  switch (chart.kind) {
    case 'tornado':
      return drawTornado(chart, paper, inner);
    case 'grid':
      return drawGrid(chart, paper, inner);
    case 'histogram':
      return drawHistogram(chart, paper, inner);
    case 'solve':
      return drawSolve(chart, paper, inner);
    case 'waterfall':
      return drawWaterfall(chart, paper, inner);
    case 'rows':
      return drawRows(chart, paper, inner);
  }
}
