import { addressOf, cellsOf } from './address';

/** A sheet as data: which cell holds what and how it looks; the hosts write it. */
export type Look =
  | 'title'
  | 'about'
  | 'heading'
  | 'corner'
  | 'column'
  | 'label'
  | 'unit'
  | 'input'
  | 'output'
  | 'total'
  | 'note'
  | 'try';

export interface SheetCell {
  readonly at: string;
  readonly look: Look;
  readonly value?: string | number;
  /** with a value, it is what the formula comes to */
  readonly formula?: string;
  /** a number format; results bring their own */
  readonly format?: string;
}

export interface Sheet {
  readonly name: string;
  /** column widths in pixels */
  readonly widths: Readonly<Record<string, number>>;
  readonly cells: readonly SheetCell[];
  /** the empty cell that is selected when the page opens */
  readonly start: string;
}

/** What stands in a range: null where nothing does. */
export function valuesIn({ cells }: Pick<Sheet, 'cells'>, range: string): (string | number | null)[][] {
  const { row, column, rows, columns } = cellsOf(range);
  const values = new Map(cells.map(({ at, value }) => [at, value]));
  return Array.from({ length: rows }, (_r, down) =>
    Array.from(
      { length: columns },
      (_c, right) => values.get(addressOf({ row: row + down, column: column + right })) ?? null,
    ),
  );
}

export const money = '0.00';
export const percent = '0%';

export const text = (at: string, look: Look, value: string): SheetCell => ({ at, look, value });
export const input = (at: string, value: number, format: string): SheetCell => ({
  at,
  look: 'input',
  value,
  format,
});
export const output = (at: string, formula: string): SheetCell => ({ at, look: 'output', formula });
export const blank = (at: string, look: Look): SheetCell => ({ at, look });

/** A label in column A, its unit in column B. */
export const line = (row: number, label: string, unit: string): SheetCell[] => [
  text(`A${row}`, 'label', label),
  text(`B${row}`, 'unit', unit),
];

/** A heading across the columns of a block. */
export const heading = (row: number, columns: string, title: string): SheetCell[] => [
  text(`${columns.charAt(0)}${row}`, 'heading', title),
  ...[...columns.slice(1)].map((column) => blank(`${column}${row}`, 'heading')),
];

/** A line of a spilled table that sums up what is above it. */
export const total = (row: number, columns: string): SheetCell[] =>
  [...columns].map((column) => blank(`${column}${row}`, 'total'));
