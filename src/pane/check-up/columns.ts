/**
 * Formulas by where they stand, so that a range tells those within it in few steps: a column's formulas are halved and
 * halved again, and a range is made of whole halves. Running sums over 100,000 rows are 100,000 ranges, each of a few
 * parts.
 */
import type { Area } from '../../derive/formula/references';

/** A formula by its number, or a part of a column by its. */
export interface Found {
  readonly cell?: number;
  readonly part?: number;
}

export interface ColumnSearch {
  /** how many parts there are */
  readonly size: number;
  readonly within: (area: Area) => readonly Found[];
  /** what a part is made of: cells by their number, other parts by theirs beyond the last cell */
  readonly partsOf: (part: number) => readonly number[];
}

/** Where a formula stands. */
interface Standing {
  readonly place: { readonly sheet: string };
  readonly row: number;
  readonly column: number;
}

interface Column {
  readonly rows: number[];
  readonly cells: number[];
  /** the number of its first part */
  readonly first: number;
}

export function searchColumns(
  formulas: readonly Standing[],
  spills: readonly (Area & { readonly of: number })[],
): ColumnSearch {
  const sheets = new Map<string, Map<number, { row: number; cell: number }[]>>();
  const add = (sheet: string, column: number, row: number, cell: number): void => {
    const columns = sheets.get(keyOf(sheet)) ?? new Map<number, { row: number; cell: number }[]>();
    sheets.set(keyOf(sheet), columns);
    const entries = columns.get(column);
    if (entries) entries.push({ row, cell });
    else columns.set(column, [{ row, cell }]);
  };
  formulas.forEach(({ place, row, column }, i) => add(place.sheet, column, row, i));
  for (const { sheet, row, column, rows, columns, of } of spills)
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) if (i + j > 0) add(sheet, column + j, row + i, of);

  const parts: (readonly [number, number])[] = [];
  const cells = formulas.length;
  const indexed = new Map<string, ReadonlyMap<number, Column>>();
  for (const [sheet, columns] of sheets) {
    const its = new Map<number, Column>();
    for (const [column, entries] of columns) {
      entries.sort((a, b) => a.row - b.row);
      const first = parts.length;
      const count = entries.length;
      const node = (at: number): number => (at >= count ? entries[at - count]!.cell : cells + first + at - 1);
      for (let at = 1; at < count; at++) parts.push([node(2 * at), node(2 * at + 1)]);
      its.set(column, { rows: entries.map(({ row }) => row), cells: entries.map(({ cell }) => cell), first });
    }
    indexed.set(sheet, its);
  }

  return {
    size: parts.length,
    partsOf: (part) => parts[part]!,
    within({ sheet, row, column, rows, columns }) {
      const its = indexed.get(keyOf(sheet));
      if (!its) return [];
      const touched =
        columns < its.size
          ? Array.from({ length: columns }, (_, j) => its.get(column + j)).filter((each) => each !== undefined)
          : [...its].flatMap(([at, each]) => (at >= column && at < column + columns ? [each] : []));
      return touched.flatMap((each) => partsWithin(each, row, row + rows));
    },
  };
}

/** A formula may write the name of a sheet in other capitals. */
const keyOf = (sheet: string): string => sheet.toLowerCase();

function partsWithin({ rows, cells, first }: Column, from: number, to: number): Found[] {
  const found: Found[] = [];
  const count = rows.length;
  const add = (at: number): void =>
    void found.push(at >= count ? { cell: cells[at - count]! } : { part: first + at - 1 });
  let [low, high] = [count + before(rows, from), count + before(rows, to)];
  while (low < high) {
    if (low % 2 === 1) add(low++);
    if (high % 2 === 1) add(--high);
    [low, high] = [low / 2, high / 2];
  }
  return found;
}

/** How many of the rows stand before this one. */
function before(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
