/** The styles of a workbook's cells: a cell names one by its place in the list. */
import { colourOf, type Theme } from './colours';
import type { CellLook, Edge, Side } from './workbook-file';
import { SIDES } from './workbook-file';
import { readXml, type Attributes } from './xml';

export interface CellStyle {
  readonly format?: string;
  readonly look?: CellLook;
}

/** The formats that every workbook has, by number (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

const LINES: Readonly<Record<string, Edge['line']>> = {
  thin: 'thin',
  hair: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  mediumDashed: 'dashed',
  mediumDashDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
};

type Loose<T> = { -readonly [K in keyof T]: T[K] };

const on = (value: string | undefined): boolean => value === undefined || value === '1' || value === 'true';
export function readStyles(xml: string | undefined, theme: Theme): readonly CellStyle[] {
  if (xml === undefined) return [];
  const formats: Record<number, string> = { ...BUILT_IN };
  const fonts: Loose<CellLook>[] = [];
  const fills: (string | undefined)[] = [];
  const edges: Partial<Record<Side, Loose<Edge>>>[] = [];
  const styles: Loose<CellStyle>[] = [];
  const path: string[] = [];
  let [isSolid, side, usual]: [boolean, Loose<Edge> | undefined, number | undefined] = [false, undefined, undefined];

  const open = (name: string, its: Attributes): void => {
    const [list, parent] = [path.find((each) => LISTS.includes(each)), path.at(-1)];
    path.push(name);
    if (name === 'numFmt') formats[Number(its.numFmtId)] = its.formatCode ?? 'General';
    if (list === 'fonts') {
      const font = fonts.at(-1);
      const colour = colourOf(its, theme);
      if (name === 'font') fonts.push({});
      else if (!font) return;
      else if (name === 'b' && on(its.val)) font.bold = true;
      else if (name === 'i' && on(its.val)) font.italic = true;
      else if (name === 'u' && its.val !== 'none') font.underline = true;
      else if (name === 'sz') font.size = Number(its.val);
      else if (name === 'color' && colour !== undefined && colour !== '#000000') font.colour = colour;
    } else if (list === 'fills') {
      if (name === 'fill') fills.push(undefined);
      else if (name === 'patternFill') isSolid = its.patternType === 'solid';
      else if (name === 'fgColor' && isSolid) fills[fills.length - 1] = colourOf(its, theme);
    } else if (list === 'borders') {
      const border = edges.at(-1);
      if (name === 'border') edges.push({});
      else if (border && parent === 'border' && SIDES.includes(name as Side)) {
        const line = LINES[its.style ?? ''];
        side = line && { line };
        if (side) border[name as Side] = side;
      } else if (name === 'color' && side) {
        const colour = colourOf(its, theme);
        if (colour !== undefined) side.colour = colour;
      }
    } else if (list === 'cellXfs') {
      if (name === 'xf') styles.push(styleOf(its));
      else if (name === 'alignment') {
        const look: Loose<CellLook> = { ...styles.at(-1)!.look };
        const { horizontal } = its;
        if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') look.align = horizontal;
        if (its.wrapText !== undefined && on(its.wrapText)) look.wrap = true;
        if (Object.keys(look).length > 0) styles.at(-1)!.look = look;
      }
    }
  };

  function styleOf({ numFmtId, fontId, fillId, borderId }: Attributes): Loose<CellStyle> {
    const format = formats[Number(numFmtId ?? 0)];
    const { size, ...font } = fonts[Number(fontId ?? 0)] ?? {};
    // The first font is what a cell has that asks for nothing.
    usual ??= fonts[0]?.size;
    const fill = fills[Number(fillId ?? 0)];
    const its = edges[Number(borderId ?? 0)] ?? {};
    const look: CellLook = {
      ...font,
      ...(size !== undefined && size !== usual && { size }),
      ...(fill !== undefined && { fill }),
      ...(Object.keys(its).length > 0 && { edges: its }),
    };
    return {
      ...(format !== undefined && format !== 'General' && { format }),
      ...(Object.keys(look).length > 0 && { look }),
    };
  }

  readXml(xml, 'styles.xml', { open, close: () => void path.pop() });
  return styles;
}

const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs'];
