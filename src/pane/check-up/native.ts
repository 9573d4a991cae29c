/** Our cells as formulas of Excel's own, to be written where they stand. */
import type { Catalogue } from '../../catalogue/define';
import { callsIn } from '../../derive/formula/calls';
import { nativeOf as nativeCells, type Written } from '../../derive/native/native-of';
import { cellsOf } from '../../models/address';
import type { CellValue, Host, Place, Progress } from '../host';
import { lookAt, placeOfArea, type LookedAt } from './looked-at';
import { paced } from './paced';
import type { Left, Plan, Planned } from './replace';
import { typedValue } from './typed-value';

interface With {
  readonly host: Host;
  readonly catalogue: Catalogue;
}

/** What is to stand in a cell, and in those of its table, for its formula; or why nothing can. */
export async function nativeOf({ host, catalogue }: With, place: Place): Promise<Planned | Left> {
  const [content] = await host.read([place]);
  const { formula } = content!;
  const calls = callsIn(formula, catalogue);
  if (calls.length === 0) return { place, formula, why: 'it has no function of ours' };
  const { row, column } = cellsOf(place.address);
  const [seen] = await lookAt([{ place, formula, calls, row, column }], host);
  if (!seen) return { place, formula, why: 'it belongs to a table whose formula stands in another cell' };
  return nativeFor(seen, { host, catalogue });
}

/** Every one of our cells as a formula of Excel's own; what cannot be is left, with the reason. */
export async function goNative(seen: readonly LookedAt[], parts: With, progress?: Progress): Promise<Plan> {
  const planned: Planned[] = [];
  const left: Left[] = [];
  await paced(seen, progress, async (cell) => {
    const its = await nativeFor(cell, parts);
    if ('why' in its) left.push(its);
    else planned.push(its);
  });
  return { how: 'native', planned, left };
}

async function nativeFor(cell: LookedAt, { host, catalogue }: With): Promise<Planned | Left> {
  const { place, formula, area, value } = cell;
  const values = area.rows * area.columns === 1 ? [[value]] : await host.values(placeOfArea(area));
  const native = await nativeCells(formula, values, { host, catalogue, sheet: place.sheet });
  if ('why' in native) return { place, formula, why: native.why };
  const { cells, remarks } = native;
  const [rows, columns] = [cells.length, cells[0]!.length];
  if (rows !== area.rows || columns !== area.columns) {
    const why = `its table shows ${area.rows} × ${area.columns} cells, expected ${rows} × ${columns}`;
    return { place, formula, why };
  }
  return { place, formula, area, values, cells: cells.map((row) => row.map(typed)), remarks };
}

const typed = (cell: Written): CellValue =>
  'formula' in cell ? cell.formula : 'text' in cell ? typedValue(cell.text) : cell.error;
