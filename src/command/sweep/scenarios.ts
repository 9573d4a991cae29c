import type { Column } from './schema';

/** The files of scenarios as one table, in slices of which each makes one part of the result. */
export interface Scenarios {
  readonly columns: readonly Column[];
  /** what a row is called in a file, and counted from */
  readonly rowName: 'row' | 'line';
  /** in rows or in bytes; for showing how far the work is */
  readonly size: number;
  /** the slices after the last that is finished */
  slices(finished: SliceEnd | undefined, varied: readonly VariedColumn[]): AsyncIterable<Slice>;
  /** Reads every file by itself, after a slice could not be read; throws the Failure of the first that is broken. */
  refuseBroken?(): Promise<void>;
}

export interface Slice {
  /** a sub-query or table with the columns, where each row comes from and why it is bad if that is known already */
  readonly table: string;
  /** where it ends, so that the next one can start there */
  readonly end: SliceEnd;
}

export interface SliceEnd {
  /** as a share of the size */
  readonly position: number;
  readonly at?: PlaceInFile;
}

export interface PlaceInFile {
  /** counted from 0 */
  readonly file: number;
  /** of the byte after the last record */
  readonly offset: number;
  /** the last line that was read */
  readonly line: number;
}

export interface VariedColumn {
  /** in the file */
  readonly name: string;
  readonly path: string;
  /** Reads the text of a cell; throws the Problem of one that is no such number. */
  read(text: string): number;
}

/** Columns that a slice has besides those of the files. */
export const FILE = 'taas file';
export const ROW = 'taas row';
export const REASON = 'taas reason';
