/** The compact protocol of Apache Thrift, in which Parquet writes its footers: read into trees and written back. */
export type Struct = Map<number, Field>;
export interface Field {
  readonly type: number;
  readonly value: Value;
}
export interface List {
  readonly of: number;
  readonly items: readonly Value[];
}
export interface Pairs {
  readonly keys: number;
  readonly values: number;
  readonly items: readonly (readonly [Value, Value])[];
}
/** Numbers are kept as integers, a double as its eight bytes. */
export type Value = boolean | bigint | Buffer | List | Pairs | Struct;

const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
];

export const asList = (field: Field | undefined): List => field!.value as List;
export const asStruct = (value: Value): Struct => value as Struct;
export const asNumber = (field: Field | undefined): number => Number(field!.value);

export function readStruct(bytes: Buffer): Struct {
  let at = 0;
  const varint = (): bigint => {
    let result = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      result |= BigInt(byte & 127) << shift;
      if (byte < 128) return result;
    }
  };
  const integer = (): bigint => {
    const coded = varint();
    return (coded >> 1n) ^ -(coded & 1n);
  };
  const take = (length: number): Buffer => bytes.subarray(at, (at += length));
  const value = (type: number): Value => {
    switch (type) {
      case TRUE:
      case FALSE:
        return bytes[at++] === TRUE;
      case BYTE:
        return BigInt(bytes.readInt8(at++));
      case I16:
      case I32:
      case I64:
        return integer();
      case DOUBLE:
        return take(8);
      case BINARY:
        return take(Number(varint()));
      case LIST:
      case SET: {
        const head = bytes[at++]!;
        const length = head >> 4 === 15 ? Number(varint()) : head >> 4;
        return { of: head & 15, items: Array.from({ length }, () => value(head & 15)) };
      }
      case MAP: {
        const length = Number(varint());
        const head = length === 0 ? 0 : bytes[at++]!;
        const [keys, values] = [head >> 4, head & 15];
        return { keys, values, items: Array.from({ length }, () => [value(keys), value(values)] as const) };
      }
      case STRUCT:
        return struct();
      default:
        throw new RangeError(`not a Thrift type: ${type}`);
    }
  };
  const struct = (): Struct => {
    const fields: Struct = new Map();
    for (let id = 0; ;) {
      const head = bytes[at++]!;
      if (head === 0) return fields;
      const type = head & 15;
      id = head >> 4 === 0 ? Number(integer()) : id + (head >> 4);
      fields.set(id, { type, value: type === TRUE || type === FALSE ? type === TRUE : value(type) });
    }
  };
  return struct();
}

/** The bytes of a value. A structure may be given as the bytes that it was written to before. */
export function writeValue(type: number, value: Value): Buffer {
  const out: Buffer[] = [];
  const varint = (x: bigint): void => {
    const digits: number[] = [];
    for (; x > 127n; x >>= 7n) digits.push(Number(x & 127n) | 128);
    out.push(Buffer.from([...digits, Number(x)]));
  };
  const integer = (x: bigint): void => varint(x < 0n ? (-x << 1n) - 1n : x << 1n);
  const write = (type: number, value: Value): void => {
    switch (type) {
      case TRUE:
      case FALSE:
        out.push(Buffer.from([value === true ? TRUE : FALSE]));
        return;
      case BYTE:
        out.push(Buffer.from([Number(value) & 255]));
        return;
      case I16:
      case I32:
      case I64:
        integer(value as bigint);
        return;
      case DOUBLE:
        out.push(value as Buffer);
        return;
      case BINARY:
        varint(BigInt((value as Buffer).length));
        out.push(value as Buffer);
        return;
      case LIST:
      case SET: {
        const { of, items } = value as List;
        out.push(Buffer.from([(Math.min(items.length, 15) << 4) | of]));
        if (items.length >= 15) varint(BigInt(items.length));
        for (const item of items) write(of, item);
        return;
      }
      case MAP: {
        const { keys, values, items } = value as Pairs;
        varint(BigInt(items.length));
        if (items.length > 0) out.push(Buffer.from([(keys << 4) | values]));
        for (const [key, item] of items) {
          write(keys, key);
          write(values, item);
        }
        return;
      }
      default:
        if (Buffer.isBuffer(value)) out.push(value);
        else struct(value as Struct);
    }
  };
  const struct = (fields: Struct): void => {
    let last = 0;
    for (const [id, field] of [...fields].sort(([a], [b]) => a - b)) {
      const flag = field.type === TRUE || field.type === FALSE;
      const type = flag ? (field.value === true ? TRUE : FALSE) : field.type;
      const step = id - last;
      out.push(Buffer.from([step > 0 && step < 16 ? (step << 4) | type : type]));
      if (step <= 0 || step >= 16) integer(BigInt(id));
      if (!flag) write(type, field.value);
      last = id;
    }
    out.push(Buffer.from([0]));
  };
  write(type, value);
  return Buffer.concat(out);
}

export const THRIFT = { I16, I64, LIST, STRUCT } as const;
