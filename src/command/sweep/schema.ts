import { Failure } from '../problem';
import { FILE, REASON, ROW } from './scenarios';

/** A column as every file has it. */
export interface Column {
  readonly name: string;
  /** can be an input */
  readonly numeric: boolean;
  /** as DuckDB calls it */
  readonly type: string;
  /** why its values cannot stand under one another unchanged: a sentence */
  readonly differs?: string;
}

/** What is known of one file. */
export interface FileSchema {
  readonly path: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    /** a text that is read as a number where it is an input */
    readonly asTyped?: boolean;
  }[];
}

const NUMERIC = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;
/** Each holds every value of those before it. */
export const WHOLE = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT'];
/** DuckDB counts rows under this name. */
const TAKEN = [FILE, ROW, REASON, 'file_row_number'];

export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** One schema for all files: the columns of the first, which every other has too, in whatever order. */
export function oneSchema(files: readonly FileSchema[]): Column[] {
  const [first, ...others] = files as readonly [FileSchema, ...FileSchema[]];
  files.forEach(refuseNames);
  for (const other of others) {
    refuseMissing(first, other);
    refuseMissing(other, first);
  }
  return first.columns.map(({ name, type }) => {
    const found = files.map(({ columns }) => columns.find((column) => sameName(column.name, name))!);
    const types = found.map((column) => column.type);
    const other = types.findIndex((candidate) => candidate !== type);
    const numeric = found.every((column) => column.asTyped === true || NUMERIC.test(column.type));
    if (other < 0) return { name, type, numeric };
    if (types.every((candidate) => WHOLE.includes(candidate)))
      return { name, numeric, type: WHOLE[Math.max(...types.map((candidate) => WHOLE.indexOf(candidate)))]! };
    const differs = `${name} is ${type} in ${first.path} and ${types[other]!} in ${files[other]!.path}: expected one type, since a value could change from one to the other.`;
    return { name, type, numeric, differs };
  });
}

function refuseMissing(has: FileSchema, other: FileSchema): void {
  const missing = has.columns.find(({ name }) => !other.columns.some((column) => sameName(column.name, name)));
  if (missing)
    throw new Failure(
      `${has.path} has a column ${missing.name} that ${other.path} lacks: expected the same columns in every file.`,
    );
}

function refuseNames({ path, columns }: FileSchema): void {
  const names = columns.map(({ name }) => name);
  const blank = names.findIndex((name) => name.trim() === '');
  if (blank >= 0) throw new Failure(`${path} has no name for column ${blank + 1}.`);
  const twice = names.find((name, i) => names.findIndex((other) => sameName(other, name)) < i);
  if (twice !== undefined) throw new Failure(`${path} has two columns ${twice}.`);
  const taken = names.find((name) => TAKEN.some((ours) => sameName(ours, name)));
  if (taken !== undefined) throw new Failure(`${path} has a column ${taken}, a name that is needed: rename it.`);
}
