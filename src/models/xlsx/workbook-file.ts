/** A workbook as a file holds it, whichever program is to read it: cells with what they show, names, widths, notes. */
export interface WorkbookFile {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly FileName[];
}

export interface FileSheet {
  readonly name: string;
  readonly cells: readonly FileCell[];
  /** in pixels, by column from 0 */
  readonly widths: Readonly<Record<number, number>>;
  /** in pixels, by row from 0, of those that do not follow their text */
  readonly heights?: Readonly<Record<number, number>>;
  /** from 0 */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** addresses such as `A1:C1` */
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
  /** so many rows and columns stay in sight */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations?: readonly FileValidation[];
  readonly conditions?: readonly FileCondition[];
  readonly charts?: readonly FileChart[];
}

/** What may be typed into the cells of a range; a blank cell is left to the checks of the sheet. */
export interface FileValidation {
  readonly range: string;
  readonly allows: { readonly least: number; readonly most: number } | { readonly oneOf: string };
  /** what Excel says to whoever types something else */
  readonly sentence: string;
}

/** How the cells of a range look where a formula, written for its first cell, is true. */
export interface FileCondition {
  readonly range: string;
  readonly formula: string;
  readonly look: Pick<CellLook, 'bold' | 'colour' | 'fill'>;
}

/** A picture of ranges of the workbook. Ranges are written with their sheet: `'Deal P&L'!F4:K4`. */
export interface FileChart {
  /** waterfalls are stacked columns on a series without fill: every Excel since 2007 draws those */
  readonly kind: 'columns' | 'stacked columns' | 'bars' | 'stacked bars' | 'lines' | 'points';
  /** what it finds, not what it shows: a text, or the cell that holds it (`='Deal P&L'!$A$40`) */
  readonly title: string;
  readonly across: FileAxis;
  readonly up: FileAxis;
  /** the names of the columns, or the numbers across of lines and points */
  readonly categories: string;
  readonly series: readonly FileSeries[];
  /** the cells it covers */
  readonly over: string;
}

export interface FileAxis {
  /** with the unit */
  readonly title: string;
  readonly format?: string;
}

export interface FileSeries {
  readonly name: string;
  readonly values: string;
  /** `#rrggbb`, or `none`: a series without fill carries those that stand on it */
  readonly colour: string;
}

export type FileValue = string | number | boolean | FileError;

export interface FileError {
  readonly error: string;
}

export interface FileCell {
  /** from 0 */
  readonly row: number;
  readonly column: number;
  /** what the cell shows: of a formula, what it came to */
  readonly value?: FileValue;
  /** as it is typed, with the `=` */
  readonly formula?: string;
  /** how many cells the table of a formula fills, its own included; those others have no formula */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** a number format */
  readonly format?: string;
  readonly look?: CellLook;
  readonly note?: string;
}

/** How a cell looks, as far as it is kept; colours are `#rrggbb`. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly edges?: Readonly<Partial<Record<Side, Edge>>>;
}

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

export interface Edge {
  readonly line: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double';
  readonly colour?: string;
}

/** A name of the workbook, or of one of its sheets. */
export interface FileName {
  readonly name: string;
  /** with the `=` */
  readonly refersTo: string;
  readonly sheet?: string;
}

export const isErrorValue = (value: FileValue | undefined): value is FileError => typeof value === 'object';
