import * as Plot from '@observablehq/plot';
import type { Chart } from '../chart';
import { FONT, lines, SIZE, textWidth } from './lettering';
import { INK, PAPER, QUIET } from './palette';

/** A colour and what it stands for. */
export interface Swatch {
  readonly colour: string;
  readonly text: string;
}

/** Colours that stand for values between two ends. */
export interface Ramp {
  readonly colours: readonly string[];
  readonly from: string;
  readonly to: string;
}

type Key = Swatch | Ramp;

const TITLE = 15;
/** White space around all of it. */
export const PADDING = 8;
const SVG = 'http://www.w3.org/2000/svg';

/** Draws into the page given, without a style sheet of its own: a strict page would not take it. */
export interface Frame {
  /** where the plot may begin, below title, terms and keys */
  readonly top: number;
  plot(options: Plot.PlotOptions): SVGSVGElement;
}

/**
 * Title, terms, keys and what a screen reader is told; the plot itself comes below.
 * @param width between the white space at both sides
 */
export function framed(
  chart: Pick<Chart, 'title' | 'terms' | 'says'>,
  paper: Document,
  width: number,
  keys: readonly Key[] = [],
): Frame {
  const heading: [text: string, y: number, size: number][] = [];
  let y = 2;
  const write = (text: string, size: number, leading: number, weight: number): void => {
    for (const line of lines(text, width, size, weight)) heading.push([line, (y += leading), size]);
  };
  write(chart.title, TITLE, 19, 600);
  y += 2;
  write(chart.terms, SIZE, 16, 400);
  const keyLine = keys.length > 0 ? (y += 22) : y;
  const top = y + 14;
  return {
    top,
    plot(options) {
      const svg = Plot.plot({ document: paper, width, ...options }) as SVGSVGElement;
      svg.querySelector('style')?.remove();
      // The picture is one thing to a screen reader; its parts have no names.
      for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
      for (const part of svg.querySelectorAll('*')) shorten(part);
      const set = (node: Element, attributes: Readonly<Record<string, string | number>>): Element => {
        for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
        return node;
      };
      set(svg, {
        role: 'img',
        'aria-label': `${chart.title}. ${chart.terms} ${chart.says}`,
        'font-family': FONT,
        'font-size': SIZE,
        'text-anchor': 'middle',
        fill: INK,
      });
      svg.removeAttribute('class');
      const [outer, height] = [width + 2 * PADDING, Number(svg.getAttribute('height')) + 2 * PADDING];
      set(svg, { width: outer, height, viewBox: `${-PADDING} ${-PADDING} ${outer} ${height}` });
      const sheet = { x: -PADDING, y: -PADDING, width: outer, height, fill: PAPER };
      const make = (tag: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element => {
        const node = set(paper.createElementNS(SVG, tag), attributes);
        node.textContent = text;
        return node;
      };
      const head = make('g', { 'text-anchor': 'start', 'aria-hidden': 'true' });
      for (const [text, at, size] of heading) {
        const isTitle = size === TITLE;
        const look = isTitle ? { 'font-weight': 600 } : { fill: QUIET };
        head.append(make('text', { x: 0, y: at, 'font-size': size, ...look }, text));
      }
      let x = 0;
      const write = (text: string): void => {
        head.append(make('text', { x, y: keyLine }, text));
        x += textWidth(text, SIZE);
      };
      const swatch = (colour: string, swatchWidth: number): void => {
        head.append(
          make('rect', {
            x,
            y: keyLine - 10,
            width: swatchWidth,
            height: 11,
            fill: colour,
            'shape-rendering': 'crispEdges',
          }),
        );
        x += swatchWidth;
      };
      for (const key of keys) {
        if ('colour' in key) {
          swatch(key.colour, 11);
          x += 5;
          write(key.text);
          x += 20;
        } else {
          write(key.from);
          x += 6;
          for (const colour of key.colours) swatch(colour, Math.min(200, width / 2) / key.colours.length);
          x += 6;
          write(key.to);
        }
      }
      svg.prepend(make('title', {}, chart.title), make('rect', sheet), head);
      return svg;
    },
  };
}

const PLACES = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'width', 'height', 'transform'];

/** Hundredths of a pixel are not seen. */
function shorten(part: Element): void {
  for (const name of PLACES) {
    const place = part.getAttribute(name);
    if (place?.includes('.'))
      part.setAttribute(
        name,
        place.replace(/\d+\.\d{3,}/g, (x) => String(Number(Number(x).toFixed(2)))),
      );
  }
}
