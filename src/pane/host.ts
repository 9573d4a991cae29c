import type { CellReader, CellValue, Place } from '../derive/formula/cells';
import type { WorkbookFile } from '../models/xlsx/workbook-file';

export type { CellValue, Place };

/**
 * A workbook, as far as what stands beside it needs one: Excel's, or the workbench's. src/excel and src/workbench each
 * make one of these; nothing in src/pane knows which.
 */
export interface Host extends CellReader {
  /** "Excel", for sentences. */
  readonly name: string;
  readonly activeCell: () => Promise<Place>;
  readonly selectedRange: () => Promise<Place>;
  /** Selects a range and gives the keyboard back to the sheet, where the host allows that. */
  readonly select: (place: Place) => Promise<void>;
  /** What stands in each of these cells. */
  readonly read: (cells: readonly Place[]) => Promise<readonly Content[]>;
  /** What was typed into a range, or into the used cells of every sheet. */
  readonly formulas: (range?: Place) => Promise<readonly Block[]>;
  /** Writes into a range of the block's shape; where a cell is in use, only if it may be replaced. */
  readonly write: (block: Block, replace?: boolean) => Promise<'written' | 'in use'>;
  /**
   * Changes cells in place, as one step to undo where the host has that. A cell that no longer holds what was read is
   * left alone. Answers the places that were changed.
   */
  readonly change: (changes: readonly Change[], progress?: Progress) => Promise<readonly Place[]>;
  /** Calculates these cells again, as if they were typed anew. */
  readonly recalculate: (cells: readonly Place[], progress?: Progress) => Promise<void>;
  /** The sheets by name, in their order. */
  readonly sheets: () => Promise<readonly string[]>;
  /** An empty sheet after the others, in view; refused where there is one of that name. */
  readonly addSheet: (name: string) => Promise<void>;
  /**
   * Whole sheets after the others, as a model declares them: contents, formats, names, what may be typed, what shows
   * red, pictures where the host draws them. The first comes into view. A sheet of the same name is replaced, or it is
   * refused.
   */
  readonly insertSheets: (file: WorkbookFile, replace?: boolean) => Promise<void>;
  /**
   * Opens a workbook of its own; the one in view is kept as it is. Answers what happened, in a sentence. Where the host
   * has that.
   */
  readonly openWorkbook?: (workbook: NewWorkbook) => Promise<string>;
  /** whether it draws the pictures of a sheet itself, over its cells */
  readonly drawsPictures?: boolean;
  /** A copy of a sheet after it, in view; answers its name. */
  readonly copySheet: (name: string) => Promise<string>;
  /** The used cells of a sheet, if there are any. */
  readonly used: (sheet: string) => Promise<Place | undefined>;
  /** The notes of a sheet's cells that we wrote. */
  readonly notes: (sheet: string) => Promise<readonly Note[]>;
  /** What is kept in the document for us. */
  readonly settings: {
    readonly get: (name: string) => unknown;
    readonly set: (name: string, value: unknown) => Promise<void>;
    /** the names of those that it heeds; of others it only keeps the value */
    readonly known?: readonly string[];
  };
  /** What is to be known of the host when something does not work: names and values. */
  readonly facts: () => Promise<readonly (readonly [name: string, value: string])[]>;
  /** What the functions complained of, newest first. */
  readonly complaints: () => readonly Complaint[];
  /** Tells of a selection, an edit or a calculation, until the function that comes back is called. */
  readonly onChange: (listener: () => void) => () => void;
  readonly onComplaint: (listener: () => void) => () => void;
  /** Tells of the formula that is being typed into a cell, and of its end; where the host tells. */
  readonly onTyping?: (listener: (typing: Typing | undefined) => void) => () => void;
}

/** A formula while it is typed, and where the next character goes. */
export interface Typing {
  readonly formula: string;
  readonly caret: number;
}

/** What a workbook of its own is made of: sheets as they are declared, or the same as a file. */
export interface NewWorkbook {
  readonly name: string;
  readonly workbook: WorkbookFile;
  readonly file: () => Promise<Blob>;
}

/** A cell that is to hold something else. */
export interface Change {
  readonly place: Place;
  /** what it held when it was read: a cell that holds anything else by now is left alone */
  readonly from: CellValue;
  readonly to: CellValue;
  /** a note to leave at the cell, or '' to take ours away */
  readonly note?: string;
}

export interface Note {
  readonly place: Place;
  readonly text: string;
}

/** Work on many cells: told how much is done, and asked whether to go on. */
export interface Progress {
  readonly done: (share: number) => void;
  readonly isCancelled: () => boolean;
}

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
