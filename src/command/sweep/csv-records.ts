/** A row of a CSV: one line, or several where a field in quotes has line ends in it. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly lines: number;
  /** where the next one begins */
  readonly next: number;
  /** why it is none */
  readonly fault?: string;
}

/** A field in quotes that is longer is taken for a quote without an end. */
export const LONGEST = 1 << 24;

/**
 * The record at a place in a text of whole lines; undefined where it may go on after them.
 * A quote without an end is a fault of its line alone: what follows may still be read.
 */
export function recordAt(text: string, at: number, delimiter: string, isLast: boolean): CsvRecord | undefined {
  const end = text.indexOf('\n', at);
  const next = end < 0 ? text.length : end + 1;
  const line = text.slice(at, next).replace(LINE_END, '');
  if (!line.includes('"')) return { fields: line.split(delimiter), lines: 1, next };
  const record = quotedRecordAt(text, at, delimiter);
  if (record || (!isLast && text.length - at <= LONGEST)) return record;
  return { fields: line.split(delimiter), lines: 1, next, fault: 'opens a quote that has no end' };
}
const LINE_END = /\r?\n?$/;

/** Undefined where a quote has no end. */
function quotedRecordAt(text: string, from: number, delimiter: string): CsvRecord | undefined {
  const fields: string[] = [];
  let at = from;
  const record = (next: number, fault?: string): CsvRecord => {
    const read = text.slice(from, next);
    const lines = read.split('\n').length - (read.endsWith('\n') ? 1 : 0);
    return { fields, lines, next, ...(fault === undefined ? {} : { fault }) };
  };
  for (;;) {
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) return undefined;
      fields.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
      const lineEnds = text[at] !== delimiter && text[at - 1] === '\r' && at > start;
      fields.push(text.slice(start, lineEnds ? at - 1 : at));
    }
    if (at >= text.length) return record(at);
    if (text[at] === delimiter) at++;
    else if (text[at] === '\n') return record(at + 1);
    else if (text.startsWith('\r\n', at)) return record(at + 2);
    else {
      const end = text.indexOf('\n', at);
      return record(end < 0 ? text.length : end + 1, `has text after the closing quote of field ${fields.length}`);
    }
  }
}
