/**
 * What a ready model is made of, in words that read like a sheet. Rows have names, and formulas are written with those
 * names; where a row stands is computed. A formula that goes across time is written once and stands in every quarter.
 *
 * In a formula
 * - `revenue` is the row of that name in the quarter of the cell; in a row with one value, in the chosen quarter,
 * - `prior.revenue` is the quarter before,
 * - `now.revenue`, `before.revenue`, `yearago.revenue` are the chosen quarter, the one before, and a year before,
 * - `all.revenue` is the row in all quarters,
 * - `Base.mw` is the row of the sheet of inputs, with the same words before it: `Base.prior.mw`,
 * - `BLOCK` is the block of cases on that sheet, `CASE` the case of the cell's quarter and `CASES` the headings of all,
 * - a name in capitals is a cell of its own: a constant of this sheet or of the inputs,
 * - `bridge` is the body of the table of that name, `bridge.r2.c3` a cell of it, counted from 1, `bridge.h3` the heading
 *   of a column and `bridge.l2` the label of a row; `bridge.r2`, `bridge.c3`, `bridge.h` and `bridge.l` are a whole row, a
 *   whole column, all headings and all labels.
 */
export type Entry = Heading | Line | Lines | Single | Constant | Table | InputTable | Check | Remark;

/** Who says a figure: the company itself, somebody else, or we. */
export type Standing = 'fact' | 'estimate' | 'assumption';

interface Row {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly format: string;
}

export interface Heading {
  readonly is: 'heading';
  readonly text: string;
}

/** One formula across time. */
export interface Line extends Row {
  readonly is: 'line';
  readonly formula: string;
  readonly look?: 'total';
  readonly note?: string;
}

/** One formula a quarter whose answer fills the rows below it: a table with one column of values. */
export interface Lines {
  readonly is: 'lines';
  readonly formula: string;
  readonly rows: readonly (Row & { readonly look?: 'total' })[];
}

/** A formula with one answer, of the chosen quarter. */
export interface Single extends Row {
  readonly is: 'single';
  readonly formula: string;
  readonly note?: string;
}

/** An input of its own that no quarter changes, or what is chosen from a list. */
export interface Constant extends Row {
  readonly is: 'constant';
  readonly value: number | string;
  readonly allows: Allowed;
  readonly standing: Standing;
  readonly source: string;
}

/** A table that one formula fills, or a formula for each of its cells; its headings and labels are texts of the sheet. */
export interface Table {
  readonly is: 'table';
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** a text, a number to be changed, or what another cell holds */
  readonly headings: readonly (string | number | Reference)[];
  readonly labels: readonly (string | number | Reference)[];
  /** of headings and labels that are numbers */
  readonly axes?: { readonly headings?: Axis; readonly labels?: Axis };
  /** a format for all cells, or one for each column */
  readonly format: string | readonly string[];
  /** one formula that spills, or the formula of each row and column, counted from 0 */
  readonly formula: string | ((row: number, column: number) => string);
  /** a note beside the title */
  readonly note?: string;
  /** the answer of the one formula has its headings and labels in it, which are then not written */
  readonly bringsLabels?: true;
}

/** What may be typed into a cell. */
export type Allowed = (
  | { readonly least: number; readonly most: number; readonly whole?: true }
  | { readonly oneOf: readonly string[] }
  | { readonly text: 'any'; readonly what: string }
  | { readonly text: 'quarter' }
) & {
  /** a cell that is left blank is right too */
  readonly mayBeBlank?: true;
};

/** Numbers along a table that may be changed. */
export interface Axis {
  readonly format: string;
  readonly allows: Allowed;
}

/**
 * A table of inputs that no quarter changes: sites, scenarios, what is drawn by chance. What may be typed is said of each
 * row, or of each column; then a row may be free, all of it blank.
 */
export interface InputTable {
  readonly is: 'inputs';
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly headings: readonly string[];
  readonly rows: readonly InputRow[];
  /** for each column, where the rows do not say their own */
  readonly format?: readonly string[];
  readonly columns?: readonly Allowed[];
}

export interface InputRow {
  readonly label: string;
  readonly unit: string;
  readonly standing: Standing;
  readonly source: string;
  /** null: blank, and free to be filled */
  readonly values: readonly (number | string | null)[];
  readonly format?: string;
  readonly allows?: Allowed;
}

/** A text or a number that another cell holds. */
export interface Reference {
  readonly formula: string;
  readonly format?: string;
}

/** A condition that must hold in every quarter, or once; the sentence says what is wrong where it does not. */
export interface Check {
  readonly is: 'check';
  readonly label: string;
  readonly holds: string;
  readonly sentence: string;
  readonly once?: boolean;
}

/** A sentence across the sheet. */
export interface Remark {
  readonly is: 'remark';
  readonly text: string;
}

/** A picture of rows across time, or of a table. */
export interface ModelChart {
  readonly kind: 'columns' | 'stacked columns' | 'bars' | 'stacked bars' | 'lines' | 'points';
  /** what it finds, by a formula: it is true whatever is typed */
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly format: string;
  /** the names of rows, or of a table's columns as `table[2]`, with what the legend calls them */
  readonly series: readonly (readonly [name: string, label: string])[];
  /** the table whose labels are below the columns, where the rows are not across time; or its column, for points */
  readonly over?: string;
}

/** A walk from one number to another: the names of a column of a table, or of cells. */
export interface Waterfall {
  readonly kind: 'waterfall';
  /** what it finds, by a formula */
  readonly title: string;
  readonly up: string;
  readonly format: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly label: string;
  readonly formula: string;
  /** stands on the ground: an opening, a subtotal, a closing */
  readonly isLevel?: boolean;
}

export interface Model {
  /** T1 to T7, as they are spoken of */
  readonly key: string;
  readonly name: string;
  /** what it answers, in the words of who asks */
  readonly question: string;
  /** the sheet's own sentence under its title */
  readonly about: string;
  readonly entries: readonly Entry[];
  readonly charts: readonly (ModelChart | Waterfall)[];
}

export const money = '0.00';
export const percent = '0.0%';
export const whole = '#,##0';
export const points = '#,##0.0';

export const heading = (text: string): Heading => ({ is: 'heading', text });
export const remark = (text: string): Remark => ({ is: 'remark', text });

type More<T> = Partial<Omit<T, 'is' | 'name' | 'label' | 'unit' | 'formula'>>;

export const line = (name: string, label: string, unit: string, formula: string, more: More<Line> = {}): Line => ({
  is: 'line',
  name,
  label,
  unit,
  formula,
  format: formatOf(unit),
  ...more,
});

export const total = (name: string, label: string, unit: string, formula: string): Line =>
  line(name, label, unit, formula, { look: 'total' });

export const single = (
  name: string,
  label: string,
  unit: string,
  formula: string,
  more: More<Single> = {},
): Single => ({ is: 'single', name, label, unit, formula, format: formatOf(unit), ...more });

/** The rows that a formula fills from its own down: name, label, unit. */
export const lines = (
  formula: string,
  rows: readonly (readonly [name: string, label: string, unit: string, look?: 'total'])[],
): Lines => ({
  is: 'lines',
  formula,
  rows: rows.map(([name, label, unit, look]) => ({ name, label, unit, format: formatOf(unit), ...(look && { look }) })),
});

export const constant = (
  name: string,
  label: string,
  unit: string,
  value: number | string,
  allows: Constant['allows'],
  source: string,
  more: Partial<Pick<Constant, 'format' | 'standing'>> = {},
): Constant => ({
  is: 'constant',
  name,
  label,
  unit,
  value,
  allows,
  source,
  standing: 'assumption',
  format: formatOf(unit),
  ...more,
});

export const table = (its: Omit<Table, 'is'>): Table => ({ is: 'table', ...its });

/** A table of which each row says what may be typed into its cells. */
export const inputsByRow = (
  its: Omit<InputTable, 'is' | 'columns' | 'rows'> & {
    readonly rows: readonly (InputRow & { readonly allows: Allowed })[];
  },
): InputTable => ({ is: 'inputs', ...its });

/** A table of which each column says it. */
export const inputsByColumn = (
  its: Omit<InputTable, 'is' | 'columns' | 'rows'> & {
    readonly columns: readonly Allowed[];
    readonly rows: readonly Omit<InputRow, 'allows'>[];
  },
): InputTable => ({ is: 'inputs', ...its });

export const check = (label: string, holds: string, sentence: string, once = false): Check => ({
  is: 'check',
  label,
  holds,
  sentence,
  ...(once && { once }),
});

/** How numbers of a unit are shown: shares in percent, money with cents, counts whole. */
export function formatOf(unit: string): string {
  if (/^(share|%|of )/.test(unit)) return percent;
  if (/^(bp|pp)\b/.test(unit)) return points;
  if (/^(MW|IT MW|seats|users|chips|tokens|tn tokens|million)/.test(unit)) return whole;
  return money;
}
