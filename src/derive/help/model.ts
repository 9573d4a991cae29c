import type { Catalogue } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { byQuarter } from '../../models/by-quarter';
import type { Sheet } from '../../models/sheet';
import { onSheet } from '../on-sheet';

/*
 * The model by quarter, as the pages that lead through it speak of it: by its labels and formulas, never by a row that
 * somebody has counted.
 */

type Cells = Pick<Sheet, 'cells'>;

/** The row with a label in its first column. */
export function rowOf(label: string): number {
  const cell = byQuarter.cells.find(({ at, value }) => /^A\d/.test(at) && value === label);
  if (!cell) throw new RangeError(`the model has no row ${label}`);
  return Number(cell.at.slice(1));
}

/** The formula that begins so. */
export function formulaOf(start: string): string {
  const formula = byQuarter.cells.find((cell) => cell.formula?.startsWith(start))?.formula;
  if (formula === undefined) throw new RangeError(`the model has no formula ${start}`);
  return formula;
}

/** The column of a quarter. */
export function columnOf(quarter: string): string {
  const cell = byQuarter.cells.find(({ look, value }) => look === 'column' && value === quarter);
  if (!cell) throw new RangeError(`the model has no quarter ${quarter}`);
  return cell.at.replace(/\d+/, '');
}

/** The model with something else in some of its cells; null clears one. */
export const withCells = (changes: Readonly<Record<string, string | number | null>>): Cells => ({
  cells: byQuarter.cells.flatMap((cell) => {
    const value = changes[cell.at];
    if (value === undefined) return [cell];
    return value === null ? [] : [{ at: cell.at, look: cell.look, value }];
  }),
});

export function withoutRow(label: string): Cells {
  const row = rowOf(label);
  return { cells: byQuarter.cells.filter(({ at }) => Number(at.replace(/\D+/, '')) !== row) };
}

/** The number under a quarter in what a formula answers there. */
export function numberIn(formula: string, column: number, sheet: Cells, catalogue: Catalogue): number {
  const answer = onSheet(formula, sheet, catalogue);
  if (answer instanceof Problem) throw answer;
  const cell = answer.cells.at(-1)!.slice(-12)[column];
  if (typeof cell !== 'number') throw new RangeError(`${formula} answers ${String(cell)}`);
  return cell;
}
