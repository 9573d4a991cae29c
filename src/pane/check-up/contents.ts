/** What was typed into the used cells of the workbook, read once. */
import { addressOf, cellsOf, type Cells } from '../../models/address';
import type { Block, CellValue, Host, Place } from '../host';

export interface FormulaCell {
  readonly place: Place;
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

export interface Contents {
  readonly formulas: readonly FormulaCell[];
  /** whether nothing is typed into any of these cells; a table may have spilled into them all the same */
  readonly isEmpty: (sheet: string, cells: Cells) => boolean;
}

type Located = Omit<Block, 'place'> & Cells;

export async function contentsOf(host: Host): Promise<Contents> {
  const bySheet = new Map<string, Located[]>();
  const formulas: FormulaCell[] = [];
  for (const { place, formulas: rows } of await host.formulas()) {
    const its: Located = { ...cellsOf(place.address), formulas: rows };
    const others = bySheet.get(place.sheet);
    if (others) others.push(its);
    else bySheet.set(place.sheet, [its]);
    rows.forEach((line, i) =>
      line.forEach((typed, j) => {
        if (!isFormula(typed)) return;
        const at = { row: its.row + i, column: its.column + j };
        formulas.push({ place: { sheet: place.sheet, address: addressOf(at) }, formula: typed, ...at });
      }),
    );
  }
  return { formulas, isEmpty: (sheet, cells) => (bySheet.get(sheet) ?? []).every((block) => isEmptyIn(block, cells)) };
}

const isFormula = (typed: CellValue): typed is string => typeof typed === 'string' && typed.startsWith('=');

function isEmptyIn(block: Located, cells: Cells): boolean {
  const top = Math.max(block.row, cells.row);
  const bottom = Math.min(block.row + block.rows, cells.row + cells.rows);
  const left = Math.max(block.column, cells.column) - block.column;
  const right = Math.min(block.column + block.columns, cells.column + cells.columns) - block.column;
  if (left >= right) return true;
  for (let row = top; row < bottom; row++) {
    if (block.formulas[row - block.row]!.slice(left, right).some((typed) => typed !== '')) return false;
  }
  return true;
}
