import type { ICellData, Nullable } from '@univerjs/core';

/** Cells as Univer's commands carry them: by row and column. */
export type CellMatrix = Readonly<Record<string, Readonly<Record<string, Nullable<ICellData>>>>>;

export function* cellsIn(matrix: Nullable<CellMatrix>): Generator<[number, number, Nullable<ICellData>]> {
  for (const [row, cells] of Object.entries(matrix ?? {})) {
    for (const [column, cell] of Object.entries(cells)) {
      yield [Number(row), Number(column), cell];
    }
  }
}

/** Whether such a change is of what the cell holds, and not of its look alone. */
export const holdsAnew = (cell: Nullable<ICellData>): boolean => !cell || 'f' in cell || 'v' in cell;
