/** IronCalc, a spreadsheet engine that shares no code with this one, as a judge of native formulas. */
import { readFileSync } from 'node:fs';
import { initSync, Model } from '@ironcalc/wasm';
import type { FileValue, WorkbookFile } from '../../src/models/xlsx/workbook-file';

/** All the digits of a cell, whose text has nine of them unless its format asks for more. */
const ALL_DIGITS = '0.00000000000000000E+00';

let started = false;

function sheet(): Model {
  if (!started) {
    initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
    started = true;
  }
  const model = new Model('judge', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  return model;
}

/** A number, or an error such as #DIV/0!, or a text. */
export type Judged = number | string;

const digits = (model: Model, rows: number, columns: number): void =>
  model.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: columns, height: rows }, 'num_fmt', ALL_DIGITS);

function judged(model: Model, row: number, column: number): Judged {
  const text = model.getFormattedCellValue(0, row, column);
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? text : number;
}

/** More formulas than this make IronCalc slow out of proportion. */
const MOST_FORMULAS = 4000;

/** The value of each formula, one to a cell. Formulas may refer to `inputs` in columns C, D, … of their own row. */
export function evaluated(formulas: readonly string[], inputs: readonly (readonly number[])[] = []): Judged[] {
  if (formulas.length > MOST_FORMULAS && inputs.length === 0)
    return [...evaluated(formulas.slice(0, MOST_FORMULAS)), ...evaluated(formulas.slice(MOST_FORMULAS))];
  const model = sheet();
  digits(model, formulas.length, 1);
  formulas.forEach((formula, i) => {
    inputs[i]?.forEach((x, j) => model.setUserInput(0, i + 1, 3 + j, String(x)));
    model.setUserInput(0, i + 1, 1, formula);
  });
  model.evaluate();
  const values = formulas.map((_, i) => judged(model, i + 1, 1));
  model.free();
  return values;
}

/** Numbers in cells beside the formula: row, column, number. */
export type Beside = readonly (readonly [row: number, column: number, x: number])[];

/** What a formula in A1 that spills fills its block with. */
export function spilled(formula: string, rows: number, columns: number, beside: Beside = []): Judged[][] {
  const model = sheet();
  digits(model, rows, columns);
  for (const [row, column, x] of beside) model.setUserInput(0, row, column, String(x));
  model.setUserInput(0, 1, 1, formula);
  model.evaluate();
  const block = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => judged(model, i + 1, j + 1)),
  );
  model.free();
  return block;
}

/** A sheet of formulas and constants by their place, calculated; what the cells of a block show. */
export function sheetOf(
  typed: readonly (readonly [row: number, column: number, content: string])[],
  rows: number,
  columns: number,
): Judged[][] {
  const model = sheet();
  digits(model, rows, columns);
  for (const [row, column, content] of typed) model.setUserInput(0, row, column, content);
  model.evaluate();
  const block = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => judged(model, i + 1, j + 1)),
  );
  model.free();
  return block;
}

/** A workbook in this engine: what is typed is typed into cells, and every formula is computed again. */
export interface Judge {
  /** a number, a text as it is typed, or nothing */
  readonly type: (
    sheet: string,
    place: { readonly row: number; readonly column: number },
    content: FileValue | undefined,
  ) => void;
  /** what each cell shows that has a formula or a value, by its sheet and place; of some alone, if said */
  readonly shows: (of?: ReadonlySet<string>) => ReadonlyMap<string, FileValue>;
  readonly close: () => void;
}

/** `Base!4,7`: rows and columns from 0. */
export const placeOf = (sheet: string, { row, column }: { row: number; column: number }): string =>
  `${sheet}!${row},${column}`;

/** Sheets, names, formulas and inputs of a workbook; of what its formulas came to elsewhere, nothing. */
export function opened({ sheets, names }: WorkbookFile): Judge {
  const model = sheet();
  sheets.slice(1).forEach(() => model.newSheet());
  sheets.forEach(({ name }, i) => model.renameSheet(i, name));
  const numberOf = (name: string): number => sheets.findIndex((each) => each.name === name);
  for (const { name, refersTo, sheet: scope } of names)
    model.newDefinedName(name, scope === undefined ? undefined : numberOf(scope), refersTo.slice(1));
  const typed = (on: number, { row, column }: { row: number; column: number }, content: FileValue | undefined): void =>
    model.setUserInput(on, row + 1, column + 1, content === undefined ? '' : inputOf(content));
  sheets.forEach(({ cells }, on) => {
    const [height, width] = [
      Math.max(...cells.map(({ row }) => row)) + 1,
      Math.max(...cells.map(({ column }) => column)) + 1,
    ];
    model.updateRangeStyle({ sheet: on, row: 1, column: 1, width, height }, 'num_fmt', ALL_DIGITS);
    for (const cell of cells) {
      if (cell.formula !== undefined) model.setUserInput(on, cell.row + 1, cell.column + 1, cell.formula);
      else if (cell.value !== undefined) typed(on, cell, cell.value);
    }
  });
  return {
    type: (name, place, content) => typed(numberOf(name), place, content),
    shows: (of) => {
      model.evaluate();
      return new Map(
        sheets.flatMap(({ name, cells }, on) =>
          cells
            .filter((cell) =>
              of ? of.has(placeOf(name, cell)) : cell.formula !== undefined || cell.value !== undefined,
            )
            .map((cell) => [placeOf(name, cell), shownAt(model, on, cell.row + 1, cell.column + 1)] as const),
        ),
      );
    },
    close: () => model.free(),
  };
}

/** A text begins with an apostrophe, so that `1Q26` or `=x` stays one. */
const inputOf = (content: FileValue): string => {
  if (typeof content === 'object') return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  return typeof content === 'number' ? String(content) : `'${content}`;
};

const [NUMBER, LOGICAL, ERROR] = [1, 4, 16];

function shownAt(model: Model, on: number, row: number, column: number): FileValue {
  const text = model.getFormattedCellValue(on, row, column);
  const type = model.getCellType(on, row, column);
  if (type === NUMBER) return text === '' ? '' : Number(text);
  if (type === LOGICAL) return text === 'TRUE';
  return type === ERROR ? { error: text } : text;
}
