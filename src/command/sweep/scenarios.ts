import type { Database } from './database';

/** The file of scenarios, in slices of which each makes one part of the result. */
export interface Scenarios {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  /** what a row is called in the file, and counted from */
  readonly rowName: 'row' | 'line';
  /** in rows or in bytes; for showing how far the work is */
  readonly size: number;
  /** changes when the file does */
  readonly fingerprint: string;
  /** the slices after those that are finished */
  slices(finished: readonly Slice['end'][], varied: readonly VariedColumn[]): AsyncIterable<Slice>;
}

export interface Slice {
  /** a sub-query or table with the columns, the number of each row and why it is bad if that is known already */
  readonly table: string;
  /** where it ends, so that the next one can start there */
  readonly end: SliceEnd;
}

export interface SliceEnd {
  readonly position: number;
  readonly line?: number;
}

export interface VariedColumn {
  /** in the file */
  readonly name: string;
  readonly path: string;
  /** Reads the text of a cell; throws the Problem of one that is no such number. */
  read(text: string): number;
}

export interface Opening {
  readonly path: string;
  readonly rowsPerPart: number;
  readonly database: Database;
}

/** Columns that a slice has besides those of the file. */
export const ROW = 'taas row';
export const REASON = 'taas reason';
