import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { Failure } from '../problem';
import { LONGEST, recordAt } from './csv-records';

const CHUNK = 1 << 20;

/** Records of a file, in pieces of about a megabyte. */
export interface Batch {
  readonly records: readonly {
    readonly fields: readonly string[];
    readonly fault?: string | undefined;
    /** the first of its lines */
    readonly line: number;
  }[];
  readonly end: Place;
}

export interface Place {
  /** of the byte after the last record */
  readonly offset: number;
  /** the last line that was read */
  readonly line: number;
}

/** Reads a file as far as it reached when its size was told. Blank lines are passed over. */
export async function* batchesOf(path: string, size: number, delimiter: string, from: Place): AsyncGenerator<Batch> {
  const file = await open(path, 'r');
  try {
    let { offset, line } = from;
    let bytes = Buffer.alloc(0);
    for (let isLast = offset >= size; !isLast;) {
      const more = Buffer.allocUnsafe(Math.min(CHUNK, size - offset - bytes.length));
      const { bytesRead } = await file.read(more, 0, more.length, offset + bytes.length);
      bytes = Buffer.concat([bytes, more.subarray(0, bytesRead)]);
      isLast = bytesRead === 0 || offset + bytes.length >= size;
      const text = textOf(bytes.subarray(0, isLast ? bytes.length : bytes.lastIndexOf(10) + 1), path, line + 1);
      const records: Batch['records'][number][] = [];
      let at = 0;
      while (at < text.length) {
        const record = recordAt(text, at, delimiter, isLast);
        if (!record) break;
        const { fields, fault, lines, next } = record;
        if (fields.length > 1 || fields[0]!.trim() !== '') records.push({ fields, fault, line: line + 1 });
        line += lines;
        at = next;
      }
      const used = Buffer.byteLength(text.slice(0, at));
      if (bytes.length - used > LONGEST + CHUNK) throw new Failure(`${path} has a line ${line + 1} longer than 16 MB.`);
      offset += used;
      bytes = bytes.subarray(used);
      yield { records, end: { offset, line } };
    }
  } finally {
    await file.close();
  }
}

/** The text of some lines; what is not UTF-8 is refused by its line. */
export function textOf(bytes: Buffer, path: string, firstLine: number): string {
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  for (let [line, at] = [firstLine, 0]; ; line++) {
    const end = bytes.indexOf(10, at);
    const one = bytes.subarray(at, end < 0 ? bytes.length : end);
    if (one.includes(0)) throw new Failure(`${path} has a zero byte in line ${line}: expected a text in UTF-8.`);
    if (!isUtf8(one)) {
      const seen = one.toString('latin1').trim().slice(0, 60);
      throw new Failure(`${path} is not in UTF-8: line ${line}, read as Latin-1, is ${seen}; save it as CSV UTF-8.`);
    }
    at = end + 1;
  }
}
