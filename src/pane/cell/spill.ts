/** Tables that have no room on the sheet. */
import { addressOf, cellsOf } from '../../models/address';
import { referenceTo } from '../../derive/formula/address';
import type { FormulaCall } from '../../derive/formula/calls';
import { callsComputed, type Computed } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import type { Place } from '../host';

/** A sheet with more used cells is not looked through each time that another cell is selected. */
const MOST_CELLS = 50_000;

/** How many cells the answer of a formula takes, where it is one call of ours. */
function sizeOf(formula: string, calls: readonly (readonly [FormulaCall, Computed])[]) {
  const [first] = calls;
  if (!first || !('worked' in first[1]) || first[0].start !== 1 || first[0].end !== formula.length) return undefined;
  const { cells } = first[1].worked.answer;
  return { rows: cells.length, columns: cells[0]!.length };
}

/** The formula whose table this cell leaves no room for. */
export async function spillBlocker(place: Place, on: Sheet): Promise<Place | undefined> {
  const used = await on.host.used(place.sheet);
  if (!used) return undefined;
  const [all, at] = [cellsOf(used.address), cellsOf(place.address)];
  if (all.rows * all.columns > MOST_CELLS) return undefined;
  const values = await on.host.values(used);
  for (const [i, row] of values.entries()) {
    for (const [j, value] of row.entries()) {
      const cell = { row: all.row + i, column: all.column + j };
      if (value !== '#SPILL!' || cell.row > at.row || cell.column > at.column) continue;
      const blocked = { sheet: place.sheet, address: addressOf(cell) };
      if (blocked.address === place.address) continue;
      const [content] = await on.host.read([blocked]);
      const size = sizeOf(content!.formula, await callsComputed(content!.formula, on));
      if (size && at.row < cell.row + size.rows && at.column < cell.column + size.columns) return blocked;
    }
  }
  return undefined;
}

/** `the table needs B2:E6, and C4 is in use`, of a formula that shows #SPILL!. */
export async function blockedBy(
  place: Place,
  calls: readonly (readonly [FormulaCall, Computed])[],
  on: Sheet,
): Promise<string | undefined> {
  const [content] = await on.host.read([place]);
  const size = sizeOf(content!.formula, calls);
  if (!size) return undefined;
  const { row, column } = cellsOf(place.address);
  const room = { sheet: place.sheet, address: addressOf({ row, column, ...size }) };
  const values = await on.host.values(room);
  const taken = values
    .flatMap((line, i) => line.map((value, j) => ({ value, at: { row: row + i, column: column + j } })))
    .find(({ value, at }) => value !== '' && addressOf(at) !== place.address);
  const because = taken ? `, and ${addressOf(taken.at)} is in use` : '';
  return `The answer is a table and needs ${referenceTo(room, place.sheet)}${because}: clear the cells or move the formula.`;
}
