/** A cell or a range, and the name of its sheet: `B12` or `B2:C9`. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

export type CellValue = string | number | boolean;

/** Whoever can look into the cells of a workbook: the one that is open, or a file. */
export interface CellReader {
  /** What a range shows, row by row: '' where nothing stands; an error is its text. */
  readonly values: (range: Place) => Promise<readonly (readonly CellValue[])[]>;
  /** The cells that a reference in a formula of that sheet names: an address, a name of the workbook, a spill `A5#`. */
  readonly resolve: (reference: string, sheet: string) => Promise<Place | undefined>;
}
