import { closeSync, openSync, readSync } from 'node:fs';
import { Failure } from '../problem';
import type { CsvForm } from './question';
import { textOf, type Place } from './csv-file';
import { recordAt } from './csv-records';

export interface Header {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** where the first row begins */
  readonly start: Place;
}

const LONGEST_HEADER = 1 << 20;

/** The names of the columns, after a byte order mark and after the line `sep=;` that Excel understands. */
export function headerOf(path: string, form: CsvForm): Header {
  const bytes = beginningOf(path);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[1] === 0)
    throw new Failure(`${path} is in UTF-16: save it as CSV UTF-8.`);
  const mark = bytes.indexOf('\uFEFF') === 0 ? 3 : 0;
  const text = textOf(bytes.subarray(mark, bytes.lastIndexOf(10) + 1 || bytes.length), path, 1);
  const [told = '', said] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const [line = ''] = text.slice(told.length).split(/\r?\n/, 1);
  if (line.trim() === '') {
    const what = text === '' ? 'is empty' : 'starts with a blank line';
    throw new Failure(`${path} ${what}: expected a header line and a line for every scenario.`);
  }
  const delimiter = form.delimiter ?? said ?? delimiterIn(line, form);
  const { fields, lines, next, fault } = recordAt(text, told.length, delimiter, true)!;
  if (fault !== undefined) throw new Failure(`${path} ${fault} in its header line.`);
  if (fields.some((field) => field.includes('\r')))
    throw new Failure(`${path} ends its lines with CR alone, as old Macs did: save it with LF or CR LF.`);
  const offset = mark + Buffer.byteLength(text.slice(0, next));
  const names = fields.map((field) => field.trim());
  return { names, delimiter, start: { offset, line: (told === '' ? 0 : 1) + lines } };
}

function beginningOf(path: string): Buffer {
  const bytes = Buffer.alloc(LONGEST_HEADER);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, LONGEST_HEADER, 0));
  } finally {
    closeSync(file);
  }
}

/** The sign that stands most often between the names; where none does, one that is no decimal sign. */
function delimiterIn(line: string, { decimal }: CsvForm): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const times = (sign: string): number => bare.split(sign).length - 1;
  const signs = decimal === ',' ? [';', ',', '\t', '|'] : [',', ';', '\t', '|'];
  return signs.reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}
