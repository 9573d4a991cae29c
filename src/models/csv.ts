/** Cells out of a .csv, as Excel of this or another country writes it. */
import { MOST_CELLS } from './xlsx/limits';
import { usable } from './xlsx/sheet-names';
import { Unreadable } from './xlsx/unreadable';
import type { FileCell, WorkbookFile } from './xlsx/workbook-file';

type Decimal = '.' | ',';

export function readCsv(bytes: Uint8Array, name: string): { workbook: WorkbookFile; unread: string[] } {
  const text = decoded(bytes);
  const separator = separatorOf(text);
  const lines = linesOf(text.replace(/^sep=.\r?\n/i, ''), separator);
  const { decimal, told } = decimalOf(lines, separator === ';' ? ',' : '.');
  const cells: FileCell[] = [];
  let formulas = 0;
  for (const [row, line] of lines.entries())
    for (const [column, field] of line.entries()) {
      if (field === '') continue;
      if (cells.length >= MOST_CELLS)
        throw new Unreadable(
          `The file has more than ${MOST_CELLS.toLocaleString('en-US')} cells: take out what is not needed.`,
        );
      if (row >= 1_048_576 || column >= 16_384)
        throw new Unreadable('The file has more rows or columns than a sheet: 1,048,576 by 16,384.');
      if (/^[=@]|^[+-].*[(|!]/.test(field)) formulas++;
      cells.push({ row, column, ...(valueIn(field, decimal) ?? { value: field }) });
    }
  if (formulas > 0)
    told.push(
      `${formulas} ${formulas === 1 ? 'text reads' : 'texts read'} as formulas in Excel: kept as text, since a .csv may come from anyone.`,
    );
  return {
    workbook: { sheets: [{ name: usable(name), cells, widths: {} }], names: [] },
    unread: told,
  };
}

function decoded(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** By its mark, or by the zero that every other byte of plain letters is. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (from: number): number => start.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (zeros(1) > start.length / 4) return 'utf-16le';
  return zeros(0) > start.length / 4 ? 'utf-16be' : undefined;
}

/** What parts the first line, outside of quotes, most often. */
function separatorOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  // Excel's own first line, which says it.
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  const counted = [';', '\t', ','].map((each) => ({ each, times: line.split(each).length - 1 }));
  // With equals, the comma may well be that of a decimal.
  return counted.sort((a, b) => b.times - a.times)[0]!.times === 0 ? ',' : counted[0]!.each;
}

function linesOf(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let [line, field, at, isQuoted]: [string[], string, number, boolean] = [[], '', 0, false];
  const endField = (): void => {
    line.push(field);
    field = '';
  };
  while (at < text.length) {
    const character = text[at]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') field += text[at++];
      else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === separator) endField();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at++;
      endField();
      lines.push(line);
      line = [];
    } else field += character;
    at++;
  }
  if (isQuoted) throw new Unreadable('The file ends within quotation marks: a text that begins with " has no end.');
  if (field !== '' || line.length > 0) {
    endField();
    lines.push(line);
  }
  return lines;
}

const GROUPED = { '.': /^-?\d{1,3}(?:,\d{3})+$/, ',': /^-?\d{1,3}(?:\.\d{3})+$/ };
const NUMBER = {
  '.': /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  ',': /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?(?:e[+-]?\d+)?$/i,
};
const other = (decimal: Decimal): Decimal => (decimal === '.' ? ',' : '.');

/**
 * Whether 1.234 is one and a bit, or a thousand and more: what the other numbers of the file leave no doubt of. Where
 * none does, as the country of the separator has it, and the reader is told.
 */
function decimalOf(lines: readonly (readonly string[])[], usual: Decimal): { decimal: Decimal; told: string[] } {
  const clear = { '.': 0, ',': 0 };
  const doubtful: string[] = [];
  for (const line of lines)
    for (const field of line) {
      const text = field.replace(/[\s$€£%()]/g, '');
      if (!/[.,]/.test(text) || !/^-?\d/.test(text)) continue;
      const readAs = (['.', ','] as const).filter((each) => NUMBER[each].test(text));
      if (readAs.length === 1) clear[readAs[0]!]++;
      else if (readAs.length === 2) doubtful.push(field);
    }
  const decimal = clear['.'] === clear[','] ? usual : clear['.'] > clear[','] ? '.' : ',';
  const told: string[] = [];
  const against = clear[other(decimal)];
  if (against > 0)
    told.push(
      `${against} ${against === 1 ? 'number has' : 'numbers have'} a decimal ${WORD[other(decimal)]} where most have a ${WORD[decimal]}: kept as text.`,
    );
  const [example] = doubtful;
  // A group of three after the usual separator is what everyone reads as such, and a dot before decimals too.
  if (example !== undefined && clear[decimal] === 0 && decimal === ',') {
    const isGrouped = GROUPED[decimal].test(example.trim());
    told.push(
      `Numbers such as ${example} can be read in two ways: here it is ${isGrouped ? example.replaceAll('.', '') : example.replace(',', '.')}, with a comma before decimals, as files with ; have it.`,
    );
  }
  return { decimal, told };
}
const WORD = { '.': 'dot', ',': 'comma' };

/** As Excel reads what is typed: percents, dollars, amounts in brackets, dates as ISO writes them. */
function valueIn(field: string, decimal: Decimal): Pick<FileCell, 'value' | 'format'> | undefined {
  const text = field.trim();
  if (/^(?:true|false)$/i.test(text)) return { value: /^t/i.test(text) };
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date) {
    const time = Date.parse(`${text}T00:00Z`);
    const isDay = new Date(time || 0).toISOString().startsWith(text) && time >= Date.UTC(1900, 2, 1);
    return isDay ? { value: time / 86_400_000 + 25_569, format: 'yyyy-mm-dd' } : undefined;
  }
  const [, minus, open, dollar, digits = '', percent, shut] =
    /^(-?)(\(?)(\$?)\s*([\d.,]*\d(?:e[+-]?\d+)?)\s*(%?)(\)?)$/i.exec(text) ?? [];
  if ((open === '(') !== (shut === ')')) return undefined;
  const number = numberIn(digits, decimal);
  if (number === undefined || (dollar && percent)) return undefined;
  const signed = minus || open ? -number : number;
  const places = digits.split(decimal)[1]?.length ?? 0;
  const decimals = places === 0 ? '' : `.${'0'.repeat(Math.min(places, 2))}`;
  if (percent) return { value: Number((signed / 100).toPrecision(15)), format: `0${decimals}%` };
  return dollar ? { value: signed, format: `$#,##0${decimals}` } : { value: signed };
}

function numberIn(digits: string, decimal: Decimal): number | undefined {
  // A number such as 007 is a code, and would lose its zeros.
  if (!NUMBER[decimal].test(digits) || /^0\d/.test(digits)) return undefined;
  const plain = decimal === ',' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  return plain.replace(/\.|e.*/gi, '').length > 15 ? undefined : Number(plain);
}
