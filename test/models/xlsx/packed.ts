/** Files as a hostile hand packs them: parts by name, and what their directory is to say. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** what the directory says of its size, if it is to lie */
  readonly said?: number;
  readonly flags?: number;
}

const crc = typeof crc32 === 'function' ? (bytes: Uint8Array): number => crc32(bytes) : (): number => 0;

export function packed(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, text, said, flags = 0 } of parts) {
    const plain = Buffer.from(text);
    const data = deflateRawSync(plain);
    const title = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc(plain), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(said ?? plain.length, 8);
    const head = Buffer.alloc(14);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(title.length, 0);
    bodies.push(head, sizes, lengths, title, data);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    const rest = Buffer.alloc(18);
    rest.writeUInt16LE(title.length, 0);
    rest.writeUInt32LE(at, 14);
    entries.push(entry, sizes, rest, title);
    at += 14 + 12 + 4 + title.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, directory, end]));
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook: one sheet, whose data are given as XML. */
export const smallest = (sheetData: string, more: readonly Part[] = []): Part[] => [
  {
    name: '_rels/.rels',
    text: `<Relationships><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    text: '<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` },
  ...more,
];
