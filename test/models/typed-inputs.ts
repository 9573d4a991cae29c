/** The inputs of a model's workbook, and the workbook with others typed. */
import { addressOf, cellsOf } from '../../src/models/address';
import { BASE } from '../../src/models/base-sheet';
import { LEAST, MOST } from '../../src/models/columns';
import { LOOKS } from '../../src/models/looks';
import type { FileCell, FileSheet, FileValue, WorkbookFile } from '../../src/models/xlsx/workbook-file';

/** A number that may be changed, and between what. */
export interface Input {
  readonly sheet: string;
  readonly cell: FileCell;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

export const isTyped = ({ formula, look }: FileCell): boolean =>
  formula === undefined && look?.colour === LOOKS.input.colour;

/** Every number that is typed; what says its range says it in a rule, or beside it. */
export function inputsOf(book: WorkbookFile): readonly Input[] {
  return book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell): Input[] => {
      const isRange = cell.column === LEAST || cell.column === MOST;
      if (!isTyped(cell) || isRange || typeof cell.value !== 'number') return [];
      return [{ sheet: sheet.name, cell, value: cell.value, ...rangeOf(sheet, cell) }];
    }),
  );
}

function rangeOf(sheet: FileSheet, cell: FileCell): { readonly least: number; readonly most: number } {
  const rule = sheet.validations?.find(({ range }) => isWithin(cell, range));
  if (rule && 'least' in rule.allows) return rule.allows;
  const beside = (column: number) => sheet.cells.find((each) => each.row === cell.row && each.column === column)?.value;
  const [least, most] = [beside(LEAST), beside(MOST)];
  // What has no range, such as an end of an axis, is left as it is.
  if (typeof least !== 'number' || typeof most !== 'number')
    return { least: cell.value as number, most: cell.value as number };
  return { least, most };
}

function isWithin({ row, column }: FileCell, range: string): boolean {
  const its = cellsOf(range.replaceAll('$', ''));
  return row >= its.row && row < its.row + its.rows && column >= its.column && column < its.column + its.columns;
}

/** What is typed: a sheet, an address, and the content; undefined empties the cell. */
export type Typing = readonly (readonly [sheet: string, address: string, content: FileValue | undefined])[];

export function withTyped(book: WorkbookFile, typing: Typing): WorkbookFile {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const cells = new Map(sheet.cells.map((cell) => [addressOf(cell), cell]));
      for (const [name, address, content] of typing) {
        if (name !== sheet.name) continue;
        const { row, column } = cellsOf(address);
        const { look, format } = cells.get(address) ?? {};
        cells.set(address, {
          row,
          column,
          ...(look && { look }),
          ...(format !== undefined && { format }),
          ...(content !== undefined && { value: content }),
        });
      }
      return { ...sheet, cells: [...cells.values()] };
    }),
  };
}

export const baseOf = (book: WorkbookFile): FileSheet => book.sheets.find(({ name }) => name === BASE)!;
