import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Problem } from '../../catalogue/problem';
import { Failure } from '../problem';
import { column } from './database';
import { REASON, ROW, type Opening, type Scenarios, type Slice, type SliceEnd, type VariedColumn } from './scenarios';

const CHUNK = 1 << 20;
/** DuckDB takes rows in vectors of this length. */
const VECTOR = 2048;
const LONGEST_LINE = 1 << 24;

/** A CSV with a header line. A row is a line; fields may stand in quotes; blank lines are passed over. */
export function openCsv({ path, rowsPerPart, database }: Opening): Scenarios {
  const { size, mtimeMs } = statSync(path);
  const { names, separator, start } = headerOf(path);
  const { BIGINT, DOUBLE, VARCHAR } = database.duckdb;

  async function* slices(finished: readonly SliceEnd[], varied: readonly VariedColumn[]): AsyncGenerator<Slice> {
    const variedAt = names.map((name) => varied.find((candidate) => candidate.name === name));
    const types = [...variedAt.map((input) => (input ? DOUBLE : VARCHAR)), BIGINT, VARCHAR];
    const fields = [...names, ROW, REASON].map((name, i) => `${column(name)} ${String(types[i])}`);
    const from = finished.at(-1);
    const lines = new Lines(path, from?.position ?? start, from?.line ?? 1);
    try {
      for (let more = true; more;) {
        await database.run(`CREATE OR REPLACE TABLE slice (${fields.join(', ')})`);
        const appended = await database.append('slice', types);
        let rows = 0;
        while (more && rows < rowsPerPart) {
          const batch = await lines.next();
          more = batch !== undefined;
          rows += addRows(batch ?? [], lines.line - (batch?.length ?? 0), appended.add);
        }
        appended.finish();
        if (rows > 0) yield { table: 'slice', end: { position: lines.position, line: lines.line } };
      }
    } finally {
      await lines.close();
      await database.run('DROP TABLE IF EXISTS slice').catch(() => undefined);
    }

    function addRows(batch: readonly string[], before: number, add: (columns: unknown[][]) => void): number {
      let columns: unknown[][] = types.map(() => []);
      let rows = 0;
      const flush = (): void => {
        if (columns[0]!.length > 0) add(columns);
        columns = types.map(() => []);
      };
      batch.forEach((line, i) => {
        if (line.trim() === '') return;
        addRow(columns, fieldsOf(line, separator), before + i + 1);
        rows++;
        if (columns[0]!.length === VECTOR) flush();
      });
      flush();
      return rows;
    }

    function addRow(columns: unknown[][], row: readonly string[] | undefined, line: number): void {
      let reason: string | null = null;
      if (row === undefined) reason = 'a quote has no end on this line';
      else if (row.length !== names.length) reason = `has ${row.length} fields: expected ${names.length}`;
      variedAt.forEach((input, j) => {
        const text = row?.[j] ?? '';
        if (!input) columns[j]!.push(text);
        else if (reason !== null) columns[j]!.push(null);
        else {
          const read = numberIn(text, input);
          columns[j]!.push(typeof read === 'number' ? read : null);
          if (typeof read === 'string') reason = read;
        }
      });
      columns[names.length]!.push(BigInt(line));
      columns[names.length + 1]!.push(reason);
    }
  }

  return {
    columns: names.map((name) => ({ name, numeric: true })),
    rowName: 'line',
    size: size - start,
    fingerprint: JSON.stringify([[path, size, mtimeMs]]),
    slices: (finished, varied) => offsetBy(start, slices(finished.map(addOffset(start)), varied)),
  };
}

/** Positions are told from the end of the header, so that they are a share of the size. */
const addOffset =
  (start: number) =>
  ({ position, ...end }: SliceEnd): SliceEnd => ({ position: position + start, ...end });

async function* offsetBy(start: number, slices: AsyncIterable<Slice>): AsyncGenerator<Slice> {
  for await (const { table, end } of slices) yield { table, end: addOffset(-start)(end) };
}

const PLAIN = /^-?\d{1,12}(?:\.\d{1,12})?$/;

/** The number, or the sentence that says why it is none. */
function numberIn(text: string, input: VariedColumn): number | string {
  if (text.length < 15 && PLAIN.test(text)) return Number(text);
  const { stackTraceLimit } = Error;
  // A million bad rows are a million sentences, of which nobody wants to know where they were thrown.
  Error.stackTraceLimit = 0;
  try {
    return input.read(text);
  } catch (problem) {
    if (problem instanceof Problem) return problem.sentence.replace(/\.$/, '');
    throw problem;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface Header {
  readonly names: readonly string[];
  readonly separator: string;
  /** where the first row begins */
  readonly start: number;
}

function headerOf(path: string): Header {
  const bytes = Buffer.alloc(CHUNK);
  const file = openSync(path, 'r');
  const read = readSync(file, bytes, 0, CHUNK, 0);
  closeSync(file);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Failure(`${path} is in UTF-16: save it as CSV UTF-8.`);
  }
  const text = bytes.subarray(0, read);
  const end = text.indexOf(10);
  const line = text
    .toString('utf8', 0, end < 0 ? read : end)
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '');
  if (line.trim() === '') {
    const what = read === 0 ? 'is empty' : 'starts with a blank line';
    throw new Failure(`${path} ${what}: expected a header line and a line for every scenario.`);
  }
  const separator = [',', ';', '\t'].reduce((best, next) => (count(line, next) > count(line, best) ? next : best));
  const names = fieldsOf(line, separator)?.map((name) => name.trim());
  if (!names) throw new Failure(`${path} has a quote without an end in its header line.`);
  const blank = names.indexOf('');
  if (blank >= 0) throw new Failure(`${path} has no name for column ${blank + 1} in its header line.`);
  const lower = names.map((name) => name.toLowerCase());
  const twice = lower.findIndex((name, i) => lower.indexOf(name) < i);
  if (twice >= 0) throw new Failure(`${path} has two columns ${names[twice]!}.`);
  return { names, separator, start: end < 0 ? read : end + 1 };
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** The fields of a line; undefined where a quote has no end. */
export function fieldsOf(line: string, separator: string): string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line[at] !== '"') {
      const next = line.indexOf(separator, at);
      const end = next < 0 ? line.length : next;
      fields.push(line.slice(at, end));
      at = end + 1;
      continue;
    }
    let end = at + 1;
    while (end < line.length && (line[end] !== '"' || line[end + 1] === '"')) end += line[end] === '"' ? 2 : 1;
    if (end >= line.length) return undefined;
    const next = line.indexOf(separator, end);
    const stop = next < 0 ? line.length : next;
    fields.push(line.slice(at + 1, end).replaceAll('""', '"') + line.slice(end + 1, stop));
    at = stop + 1;
  }
  return fields;
}

/** The lines of a file, a megabyte at a time. */
class Lines {
  private file: Awaited<ReturnType<typeof open>> | undefined;
  private rest = Buffer.alloc(0);
  private ended = false;

  /**
   * @param position of the byte after the last line handed out
   * @param line number of that line
   */
  constructor(
    private readonly path: string,
    public position: number,
    public line: number,
  ) {}

  async next(): Promise<string[] | undefined> {
    this.file ??= await open(this.path, 'r');
    while (!this.ended) {
      const bytes = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await this.file.read(bytes, 0, CHUNK, this.position + this.rest.length);
      this.ended = bytesRead === 0;
      this.rest = Buffer.concat([this.rest, bytes.subarray(0, bytesRead)]);
      const end = this.ended ? this.rest.length : this.rest.lastIndexOf(10) + 1;
      if (this.rest.length - end > LONGEST_LINE) throw new Failure(`${this.path} has a line longer than 16 MB.`);
      if (end === 0) continue;
      const lines = this.rest.toString('utf8', 0, end).split('\n');
      if (lines.at(-1) === '') lines.pop();
      this.rest = this.rest.subarray(end);
      this.position += end;
      this.line += lines.length;
      return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    }
    return undefined;
  }

  async close(): Promise<void> {
    await this.file?.close();
  }
}
