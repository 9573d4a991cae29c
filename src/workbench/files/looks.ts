/** How a cell looks, from the grid's words into those of a file and back. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { SIDES, type CellLook, type Edge } from '../../models/xlsx/workbook-file';

const LINES: readonly (readonly [Edge['line'], BorderStyleTypes])[] = [
  ['thin', BorderStyleTypes.THIN],
  ['medium', BorderStyleTypes.MEDIUM],
  ['thick', BorderStyleTypes.THICK],
  ['dashed', BorderStyleTypes.DASHED],
  ['dotted', BorderStyleTypes.DOTTED],
  ['double', BorderStyleTypes.DOUBLE],
];
const ALIGNS = [
  ['left', HorizontalAlign.LEFT],
  ['center', HorizontalAlign.CENTER],
  ['right', HorizontalAlign.RIGHT],
] as const;
const SHORT = { top: 't', right: 'r', bottom: 'b', left: 'l' } as const;

/** `#rrggbb`, of what the grid may also write as `rgb(1,2,3)`. */
function hex(colour: Nullable<string>): string | undefined {
  if (typeof colour !== 'string') return undefined;
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toLowerCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  return parts
    ? `#${parts
        .slice(1)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`
    : undefined;
}

export function lookOf(style: IStyleData): CellLook | undefined {
  const [colour, fill] = [hex(style.cl?.rgb), hex(style.bg?.rgb)];
  const align = ALIGNS.find(([, its]) => its === style.ht)?.[0];
  const edges: Partial<Record<(typeof SIDES)[number], Edge>> = {};
  for (const side of SIDES) {
    const its = style.bd?.[SHORT[side]];
    if (!its) continue;
    const edge = hex(its.cl?.rgb);
    const line = LINES.find(([, type]) => type === its.s)?.[0] ?? 'thin';
    edges[side] = { line, ...(edge !== undefined && { colour: edge }) };
  }
  const look: CellLook = {
    ...(style.bl === BooleanNumber.TRUE && { bold: true }),
    ...(style.it === BooleanNumber.TRUE && { italic: true }),
    ...(style.ul?.s === BooleanNumber.TRUE && { underline: true }),
    ...(style.fs !== undefined && { size: style.fs }),
    ...(colour !== undefined && { colour }),
    ...(fill !== undefined && { fill }),
    ...(align && { align }),
    ...(style.tb === WrapStrategy.WRAP && { wrap: true }),
    ...(Object.keys(edges).length > 0 && { edges }),
  };
  return Object.keys(look).length > 0 ? look : undefined;
}

export function styleOf(look: CellLook | undefined, format: string | undefined): IStyleData | undefined {
  const { bold, italic, underline, size, colour, fill, align, wrap, edges = {} } = look ?? {};
  const sides = SIDES.flatMap((side) => {
    const edge = edges[side];
    const s = LINES.find(([line]) => line === edge?.line)?.[1];
    return edge && s !== undefined ? [[SHORT[side], { s, cl: { rgb: edge.colour ?? '#000000' } }] as const] : [];
  });
  const style: IStyleData = {
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
    ...(underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(size !== undefined && { fs: size }),
    ...(colour !== undefined && { cl: { rgb: colour } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(align && { ht: ALIGNS.find(([name]) => name === align)![1] }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(sides.length > 0 && { bd: Object.fromEntries(sides) }),
    ...(format !== undefined && { n: { pattern: format } }),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}
