/** A picture as a file, and on the clipboard. */
import type { Chart, RowsChart } from '../../charts/chart';
import { draw } from '../../charts/draw';
import { chartTable, fileName, tableText } from './chart-table';
import { reasonOf } from '../reason-of';

/** As wide as a page takes it, whatever the width of the pane. */
const PAGE = 720;
/** Pixels of the PNG to one of the picture: sharp on a screen of high density and on paper. */
const DENSITY = 2;

/** The text of an SVG file. */
export const svgOf = (chart: Chart | RowsChart): string =>
  new XMLSerializer().serializeToString(draw(chart, document, PAGE));

export async function pngOf(chart: Chart | RowsChart): Promise<Blob> {
  const svg = draw(chart, document, PAGE);
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)) * DENSITY);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width!;
  canvas.height = height!;
  canvas.getContext('2d')!.drawImage(image, 0, 0, width!, height!);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png'),
  );
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const because = (error: unknown): string => reasonOf(error).replace(/\.$/, '');

/** Hands the picture to the browser as a file; answers what happened, in a sentence. */
export async function save(chart: Chart | RowsChart, type: 'svg' | 'png'): Promise<string> {
  const name = `${fileName(chart)}.${type}`;
  try {
    download(type === 'svg' ? new Blob([svgOf(chart)], { type: 'image/svg+xml' }) : await pngOf(chart), name);
    return `${name} was handed to the browser, which saves it where downloads go.`;
  } catch (error) {
    return `${name} could not be made here: ${because(error)}.`;
  }
}

/** Copies the picture, or its numbers where the browser takes text only; answers what happened, in a sentence. */
export async function copy(chart: Chart | RowsChart): Promise<string> {
  try {
    // The picture is promised: a browser that waits for it would forget that a key was pressed.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(chart) })]);
    return 'The picture is on the clipboard.';
  } catch {
    try {
      await navigator.clipboard.writeText(tableText(chart, chartTable(chart)));
      return 'The browser takes no pictures on its clipboard: the numbers are there, as a table.';
    } catch (error) {
      return `The browser does not allow copying here (${because(error)}): save the picture, or select the table below it.`;
    }
  }
}
