/** Cells as the package that writes the file takes them: value, formula with what it came to, look, note. */
import type { Borders, Cell, Style } from '@cj-tech-master/excelts';
import { addressOf } from '../address';
import { formulaInFile } from './formula-text';
import { MOST_OF_TEXT } from './limits';
import { isErrorValue, SIDES, type CellLook, type FileCell } from './workbook-file';

const argb = (colour: string) => ({ argb: `FF${colour.slice(1).toUpperCase()}` });

/** The font of the workbook; a font without a name is another one in LibreOffice. */
const USUAL = { name: 'Calibri', family: 2, scheme: 'minor', size: 11 } as const;

export function writeCell(written: Cell, cell: FileCell, ours: ReadonlySet<string>): void {
  const { value, formula, spill, format, look, note } = cell;
  const whole = isErrorValue(value) ? errorOf(value.error) : value;
  const plain = isTooLong(whole) ? cut(whole) : whole;
  if (formula === undefined) {
    if (plain !== undefined) written.value = plain;
  } else {
    const its = { formula: formulaInFile(formula, ours), ...(plain !== undefined && { result: plain }) };
    written.value = spill
      ? { ...its, shareType: 'array', ref: addressOf({ ...cell, ...spill }), isDynamicArray: true }
      : its;
  }
  if (format !== undefined) written.numFmt = format;
  if (look) {
    const { font, ...style } = styleOf(look);
    Object.assign(written, { ...style, ...(font && { font: { ...USUAL, ...font } }) });
  }
  const left = isTooLong(whole)
    ? `This text has ${inWords(whole.length)} characters, and a cell holds ${inWords(MOST_OF_TEXT)} at most: the rest is left out.`
    : undefined;
  const said = [note, left].filter((each) => each !== undefined);
  if (said.length > 0) written.note = said.join('\n');
}

const isTooLong = (value: unknown): value is string => typeof value === 'string' && value.length > MOST_OF_TEXT;
/** Of a sign that is written as two halves, no half alone. */
const cut = (text: string): string => text.slice(0, MOST_OF_TEXT).replace(/[\uD800-\uDBFF]$/, '');
const inWords = (count: number): string => count.toLocaleString('en-US');

const ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;

/** The errors that a file knows; one that is younger is a value that cannot be had. */
const errorOf = (error: string) => ({ error: ERRORS.find((each) => each === error) ?? '#N/A' }) as const;

function styleOf({ bold, italic, underline, size, colour, fill, align, wrap, edges }: CellLook): Partial<Style> {
  const font = {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(size !== undefined && { size }),
    ...(colour !== undefined && { color: argb(colour) }),
  };
  const border: Partial<Borders> = {};
  for (const side of SIDES) {
    const edge = edges?.[side];
    if (edge) border[side] = { style: edge.line, ...(edge.colour !== undefined && { color: argb(edge.colour) }) };
  }
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(fill) } }),
    ...((align ?? wrap) && { alignment: { ...(align && { horizontal: align }), ...(wrap && { wrapText: true }) } }),
    ...(Object.keys(border).length > 0 && { border }),
  };
}

/** Of a conditional format: there the fill is the colour that a pattern has behind it (ECMA-376, 18.8.14). */
export function lookWhere({ fill, ...look }: Pick<CellLook, 'bold' | 'colour' | 'fill'>): Partial<Style> {
  return {
    ...styleOf(look),
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) } }),
  };
}
