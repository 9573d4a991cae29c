import { open, type FileHandle } from 'node:fs/promises';
import { asList, asNumber, asStruct, readStruct, THRIFT, writeValue, type Struct, type Value } from './thrift';

// Fields of the footer that are places in the file, by the numbers of parquet.thrift.
const FILE = { rows: 3, groups: 4 } as const;
const GROUP = { chunks: 1, place: 5, ordinal: 7 } as const;
const CHUNK = { place: 2, metadata: 3, offsetIndex: 4, columnIndex: 6 } as const;
const METADATA = { places: [9, 10, 11, 14] } as const;

const MAGIC = Buffer.from('PAR1');
const PIECE = 1 << 23;

/**
 * One Parquet file out of several with the same columns. Row groups are copied as they are, byte by byte; only the
 * footer is written anew, with their new places. So nothing is decoded, sorted or compressed a second time.
 */
export async function joinParquet(parts: readonly string[], to: string, interruption: AbortSignal): Promise<void> {
  const out = await open(to, 'w');
  try {
    let position = 0;
    const write = async (bytes: Buffer): Promise<void> => {
      for (let done = 0; done < bytes.length;) {
        done += (await out.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
      }
      position += bytes.length;
    };
    await write(MAGIC);
    let first: Struct | undefined;
    let rows = 0;
    const groups: Buffer[] = [];
    for (const part of parts) {
      const file = await open(part, 'r');
      try {
        const { footer, start } = await footerOf(file, part);
        const moved = position - MAGIC.length;
        const buffer = Buffer.allocUnsafe(PIECE);
        for (let at: number = MAGIC.length; at < start;) {
          interruption.throwIfAborted();
          const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, start - at), at);
          if (bytesRead === 0) throw new RangeError(`${part} ends too early`);
          await write(buffer.subarray(0, bytesRead));
          at += bytesRead;
        }
        first ??= footer;
        rows += asNumber(footer.get(FILE.rows));
        for (const group of asList(footer.get(FILE.groups)).items) {
          groups.push(writeValue(THRIFT.STRUCT, movedGroup(asStruct(group), moved, groups.length)));
        }
      } finally {
        await file.close();
      }
    }
    const joined = new Map(first);
    joined.set(FILE.rows, { type: THRIFT.I64, value: BigInt(rows) });
    joined.set(FILE.groups, { type: THRIFT.LIST, value: { of: THRIFT.STRUCT, items: groups } });
    const footer = writeValue(THRIFT.STRUCT, joined);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    await write(Buffer.concat([footer, length, MAGIC]));
    await out.sync();
  } finally {
    await out.close();
  }
}

async function footerOf(file: FileHandle, name: string): Promise<{ footer: Struct; start: number }> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(8);
  await file.read(tail, 0, 8, size - 8);
  if (!tail.subarray(4).equals(MAGIC)) throw new RangeError(`${name} is not a Parquet file`);
  const length = tail.readUInt32LE(0);
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, size - 8 - length);
  return { footer: readStruct(bytes), start: size - 8 - length };
}

function movedGroup(group: Struct, by: number, ordinal: number): Struct {
  const moved = new Map(group);
  move(moved, GROUP.place, by);
  if (moved.has(GROUP.ordinal)) {
    // The ordinal is a 16-bit number and optional: left out where there are more.
    if (ordinal < 32768) moved.set(GROUP.ordinal, { type: THRIFT.I16, value: BigInt(ordinal) });
    else moved.delete(GROUP.ordinal);
  }
  const chunks = asList(group.get(GROUP.chunks));
  const items = chunks.items.map((item): Value => {
    const chunk = new Map(asStruct(item));
    for (const place of [CHUNK.place, CHUNK.offsetIndex, CHUNK.columnIndex]) move(chunk, place, by);
    const metadata = new Map(asStruct(chunk.get(CHUNK.metadata)!.value));
    for (const place of METADATA.places) move(metadata, place, by);
    chunk.set(CHUNK.metadata, { type: THRIFT.STRUCT, value: metadata });
    return chunk;
  });
  moved.set(GROUP.chunks, { type: THRIFT.LIST, value: { of: chunks.of, items } });
  return moved;
}

/** Zero is no place: writers put it where there is none. */
function move(fields: Struct, id: number, by: number): void {
  const field = fields.get(id);
  if (field !== undefined && (field.value as bigint) > 0n) {
    fields.set(id, { type: field.type, value: (field.value as bigint) + BigInt(by) });
  }
}
