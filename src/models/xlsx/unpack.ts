/**
 * The parts of a packed file, held to limits twice: by what its directory says before anything is unpacked, and by what
 * really comes out, since a directory can lie.
 */
import { sizeInWords } from './size';
import { Unreadable } from './unreadable';

export const LIMITS = {
  /** of the file as it lies on the disk */
  file: 50e6,
  /** of all its parts, unpacked */
  unpacked: 300e6,
  /** how many times as large it may become, once it is larger than `ratioFrom` */
  ratio: 250,
  ratioFrom: 20e6,
  parts: 5000,
};
export type Limits = typeof LIMITS;

/** What lies in a packed file, by name; a part is unpacked when it is asked for. */
export interface Unpacked {
  readonly names: readonly string[];
  readonly text: (name: string) => Promise<string | undefined>;
}

interface Part {
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly method: number;
}

const [DIRECTORY_END, DIRECTORY_ENTRY, PART] = [0x06054b50, 0x02014b50, 0x04034b50];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const STORED = 0;
const DEFLATED = 8;

const corrupt = (): Unreadable =>
  new Unreadable('The file is damaged: it begins like an .xlsx, and its parts cannot be found. Ask for it again.');

export function unpack(bytes: Uint8Array, limits: Limits = LIMITS): Unpacked {
  if (bytes.length > limits.file) throw tooLarge(bytes.length, limits);
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte)) throw oldOffice(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22 || view.getUint32(0, true) !== PART)
    throw new Unreadable(
      'The file is no .xlsx, whatever its name says: expected a workbook of Excel 2007 or later, or a .csv.',
    );
  const parts = directory(view, bytes, limits);
  const said = [...parts.values()].reduce((sum, { size }) => sum + size, 0);
  if (isBomb(said, bytes.length, limits)) throw bomb(said, bytes.length, limits);
  let unpackedSoFar = 0;

  async function text(name: string): Promise<string | undefined> {
    const part = parts.get(name);
    if (!part) return undefined;
    if (view.getUint32(part.at, true) !== PART) throw corrupt();
    const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
    const packed = bytes.subarray(from, from + part.packed);
    if (packed.length < part.packed) throw corrupt();
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.method === STORED ? [packed] : inflated(packed)) {
      unpackedSoFar += chunk.length;
      if (isBomb(unpackedSoFar, bytes.length, limits)) throw bomb(unpackedSoFar, bytes.length, limits);
      chunks.push(chunk);
    }
    return decoded(chunks);
  }
  return { names: [...parts.keys()], text };
}

function directory(view: DataView, bytes: Uint8Array, limits: Limits): Map<string, Part> {
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts)
    throw new Unreadable(`The file has ${count} parts: a workbook has fewer than ${limits.parts}. It was not opened.`);
  let at = view.getUint32(end + 16, true);
  const parts = new Map<string, Part>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw corrupt();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (flags & 1) throw isProtected();
    if (method !== STORED && method !== DEFLATED) throw corrupt();
    const start = view.getUint32(at + 42, true);
    if (start + 30 > bytes.length) throw corrupt();
    // Nothing is written to a disk, so a name such as ../../x is only a part that no workbook refers to.
    parts.set(name, { packed, size, method, at: start });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** It stands last, before a comment of at most 65,535 bytes. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  throw corrupt();
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const reader = new Blob([packed as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw corrupt();
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function decoded(chunks: readonly Uint8Array[]): string {
  const [first] = chunks;
  const encoding =
    first?.[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first?.[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const decoder = new TextDecoder(encoding);
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

const isBomb = (unpacked: number, packed: number, limits: Limits): boolean =>
  unpacked > limits.unpacked || (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio);

const bomb = (unpacked: number, packed: number, limits: Limits): Unreadable =>
  new Unreadable(
    unpacked > limits.unpacked
      ? `The file of ${sizeInWords(packed)} unpacks to ${sizeInWords(unpacked)} or more: at most ${sizeInWords(limits.unpacked)} is opened here.`
      : `The file of ${sizeInWords(packed)} unpacks to ${sizeInWords(unpacked)} or more, over ${limits.ratio} times its size: no workbook does. It was not opened.`,
  );

export const tooLarge = (size: number, limits: Limits = LIMITS): Unreadable =>
  new Unreadable(`The file has ${sizeInWords(size)}: at most ${sizeInWords(limits.file)} is opened here.`);

const isProtected = (): Unreadable =>
  new Unreadable(
    'The workbook is protected with a password: open it in Excel, take the password away (File, Info, Protect Workbook) and save it.',
  );

/** Excel puts a protected .xlsx into the container of the old files. */
function oldOffice(bytes: Uint8Array): Unreadable {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 1 << 20)));
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) return isProtected();
  return new Unreadable(
    'The file is an .xls of Excel 2003 or earlier: open it in Excel or LibreOffice and save it as .xlsx.',
  );
}
