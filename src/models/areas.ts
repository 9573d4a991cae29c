import { addressOf } from './address';
import type { FileCell } from './xlsx/workbook-file';

/** The cells for which something is the same, as few rectangles: key → addresses. Cells without a key are left out. */
export function areasBy(
  cells: readonly FileCell[],
  keyOf: (cell: FileCell) => string | undefined,
): Map<string, string[]> {
  const keys = new Map<string, string>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== undefined) keys.set(`${cell.row},${cell.column}`, key);
  }
  const areas = new Map<string, string[]>();
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column } of sorted) {
    const key = keys.get(`${row},${column}`);
    if (key === undefined) continue;
    let [rows, columns] = [1, 1];
    while (keys.get(`${row},${column + columns}`) === key) columns++;
    const isSame = (down: number): boolean =>
      Array.from({ length: columns }, (_, right) => keys.get(`${row + down},${column + right}`)).every(
        (each) => each === key,
      );
    while (isSame(rows)) rows++;
    for (let down = 0; down < rows; down++)
      for (let right = 0; right < columns; right++) keys.delete(`${row + down},${column + right}`);
    areas.set(key, [...(areas.get(key) ?? []), addressOf({ row, column, rows, columns })]);
  }
  return areas;
}
