/** IronCalc, a spreadsheet engine that shares no code with this one, as a judge of native formulas. */
import { readFileSync } from 'node:fs';
import { initSync, Model } from '@ironcalc/wasm';

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
