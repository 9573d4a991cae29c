/** Where an answer goes: a place with room for all of its table. */
import type { Chart } from '../../charts/chart';
import { addressOf, cellsOf } from '../../models/address';
import { referenceTo } from '../../derive/formula/address';
import type { CellValue, Host, Place } from '../host';
import { taken } from '../put';
import { referencesIn } from './references';

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** How many cells the answer takes whose picture this is. */
export function sizeOf(chart: Chart): Size {
  switch (chart.kind) {
    case 'tornado':
      return { rows: 1 + chart.bars.length + chart.idle.length, columns: 4 };
    case 'grid':
      return { rows: 1 + chart.down.values.length, columns: 1 + chart.across.values.length };
    case 'solve':
      return { rows: 1, columns: 1 };
    case 'histogram':
      return { rows: 8, columns: 2 };
    case 'waterfall':
      return { rows: 2 + chart.steps.length, columns: 4 };
  }
}

/** Below all that the sheet has, with a row between. */
export async function freePlace(host: Host, sheet: string, beside: string): Promise<Place> {
  const used = await host.used(sheet);
  const { column } = cellsOf(beside);
  if (!used) return { sheet, address: 'A1' };
  const { row, rows } = cellsOf(used.address);
  return { sheet, address: addressOf({ row: row + rows + 1, column }) };
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** What Excel takes. */
const LONGEST_FORMULA = 8192;

export type Placed =
  | { readonly done: true; readonly said: string }
  /** refused; `filled` where it may be told to replace what is there */
  | { readonly done: false; readonly said: string; readonly filled?: Place };

/** A formula, the cells that its answer takes, and what goes above it. */
export interface Answer {
  readonly formula: string;
  readonly size: Size;
  readonly above?: readonly (readonly CellValue[])[];
  /** what all of it looks at, the cells above apart, as a formula does */
  readonly looksAt: string;
}

/** Writes a formula where there is room for its answer, and says where; a filled cell is left unless it may be replaced. */
export async function putInto(
  host: Host,
  { formula, size, above = [], looksAt }: Answer,
  { sheet, address }: Place,
  replace = false,
): Promise<Placed> {
  return taken(host, async (): Promise<Placed> => {
    const { row, column } = cellsOf(address);
    const rows = above.length + size.rows;
    const columns = Math.max(size.columns, ...above.map(({ length }) => length));
    const room = { sheet, address: addressOf({ row, column, rows, columns }) };
    if (formula.length > LONGEST_FORMULA) {
      const said = `The formula has ${formula.length.toLocaleString('en-US')} characters: Excel takes at most 8,192.`;
      return { done: false, said };
    }
    if (row + rows > LAST_ROW || column + columns > LAST_COLUMN)
      return { done: false, said: `The answer needs ${room.address}, which is beyond the end of the sheet.` };
    const read = await readIn(host, looksAt, room);
    if (read !== undefined)
      return { done: false, said: `The answer needs ${room.address}, and the formula itself looks at ${read} there.` };
    const filled = await firstFilled(host, room);
    if (filled && !replace)
      return { done: false, said: `The answer needs ${room.address}, and ${filled} is in use.`, filled: room };
    // The cells that the table spills into are written only where something has to go.
    const written = filled ? { rows, columns } : { rows: above.length + 1, columns: above.length > 0 ? columns : 1 };
    const cells = [...above, [formula]];
    const place = { sheet, address: addressOf({ row, column, ...written }) };
    const formulas = Array.from({ length: written.rows }, (_r, i) =>
      Array.from({ length: written.columns }, (_c, j) => cells[i]?.[j] ?? ''),
    );
    const wrote = await host.write({ place, formulas }, replace);
    if (wrote === 'in use') return { done: false, said: `${address} is in use.`, filled: room };
    await host.select({ sheet, address: addressOf({ row: row + above.length, column }) });
    return { done: true, said: `The answer is in ${referenceTo(room, '')}.` };
  });
}

/** A reference of the formula to cells that its own answer would take: a circle. */
async function readIn(host: Host, formula: string, room: Place): Promise<string | undefined> {
  const its = cellsOf(room.address);
  for (const reference of referencesIn(formula)) {
    const place = await host.resolve(reference, room.sheet);
    if (place?.sheet !== room.sheet) continue;
    const { row, column, rows, columns } = cellsOf(place.address);
    const isApart =
      row >= its.row + its.rows ||
      its.row >= row + rows ||
      column >= its.column + its.columns ||
      its.column >= column + columns;
    if (!isApart) return reference;
  }
  return undefined;
}

/** The first cell of a range that holds or shows anything. */
async function firstFilled(host: Host, room: Place): Promise<string | undefined> {
  const [values, [block]] = await Promise.all([host.values(room), host.formulas(room)]);
  const { row, column } = cellsOf(room.address);
  for (const [i, line] of values.entries())
    for (const [j, value] of line.entries())
      if (value !== '' || (block?.formulas[i]?.[j] ?? '') !== '')
        return addressOf({ row: row + i, column: column + j });
  return undefined;
}
