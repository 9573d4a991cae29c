/**
 * A workbook, as far as what stands beside it needs one: Excel's, or the workbench's. src/excel and src/workbench each
 * make one of these; nothing in src/pane knows which.
 */
export interface Host {
  /** "Excel", for sentences. */
  readonly name: string;
  readonly activeCell: () => Promise<Place>;
  readonly selectedRange: () => Promise<Place>;
  /** Selects a range and gives the keyboard back to the sheet, where the host allows that. */
  readonly select: (place: Place) => Promise<void>;
  /** What stands in each of these cells. */
  readonly read: (cells: readonly Place[]) => Promise<readonly Content[]>;
  /** What a range shows, row by row: '' where nothing stands. */
  readonly values: (range: Place) => Promise<readonly (readonly CellValue[])[]>;
  /** What was typed into a range, or into the used cells of every sheet. */
  readonly formulas: (range?: Place) => Promise<readonly Block[]>;
  /** Writes into a range of the block's shape; where a cell is in use, only if it may be replaced. */
  readonly write: (block: Block, replace?: boolean) => Promise<'written' | 'in use'>;
  /** What the functions complained of, newest first. */
  readonly complaints: () => readonly Complaint[];
  /** Tells of a selection, an edit or a calculation, until the function that comes back is called. */
  readonly onChange: (listener: () => void) => () => void;
  readonly onComplaint: (listener: () => void) => () => void;
}

/** A cell or a range, and the name of its sheet: `B12` or `B2:C9`. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

export type CellValue = string | number | boolean;

/** What stands in a cell. */
export interface Content {
  readonly place: Place;
  /** of the cell, or of the one whose table has spilled into it; '' where a constant or nothing stands */
  readonly formula: string;
  /** '' where nothing stands; an error is its text */
  readonly value: CellValue;
  /** the value in its number format */
  readonly shown: string;
  readonly spilledFrom?: Place;
  /** what one of our functions handed to this cell, with the card it may have; if the host tells */
  readonly answer?: { readonly function: string; readonly value: unknown };
  /** why the cell shows an error, if one of our functions said it and the host tells */
  readonly sentence?: string;
}

/** What was typed into the cells of a range: formulas and constants, '' where nothing was. */
export interface Block {
  readonly place: Place;
  readonly formulas: readonly (readonly CellValue[])[];
}

/** Why a function answered with an error. */
export interface Complaint {
  readonly function: string;
  readonly code: string;
  readonly sentence: string;
  readonly at: Date;
  /** where it was, if the host tells */
  readonly cell?: Place;
}
