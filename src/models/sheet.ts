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
