/** Which cells of a workbook come to something else when some of its cells do. */
import { tokenize } from '@borgar/fx/xlsx';
import { cellsOf } from '../../src/models/address';
import type { WorkbookFile } from '../../src/models/xlsx/workbook-file';
import { placeOf } from '../engines/ironcalc';

/** The places that formulas lead to from these, and these. */
export function dependentsOf({ sheets }: WorkbookFile, places: Iterable<string>): ReadonlySet<string> {
  const asks = new Map<string, string[]>();
  for (const { name, cells } of sheets)
    for (const cell of cells)
      for (const asked of placesIn(cell.formula ?? '', name))
        asks.set(asked, [...(asks.get(asked) ?? []), placeOf(name, cell)]);
  const found = new Set(places);
  for (const place of found) for (const next of asks.get(place) ?? []) found.add(next);
  return found;
}

/** The places that a formula asks. */
export function placesIn(formula: string, sheet: string): string[] {
  return tokenize(formula, { mergeRefs: true }).flatMap(({ type, value }) => {
    if (type !== 'range') return [];
    const [, named, address] = /^(?:(.+)!)?([^!]+)$/.exec(value)!;
    const on = named === undefined ? sheet : named.replace(/^'|'$/g, '').replaceAll("''", "'");
    const { row, column, rows, columns } = cellsOf(address!.replaceAll('$', ''));
    return Array.from({ length: rows * columns }, (_, i) =>
      placeOf(on, { row: row + Math.floor(i / columns), column: column + (i % columns) }),
    );
  });
}
