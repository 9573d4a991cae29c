/** The cells of `B12` or `B2:C9`: rows and columns are counted from 0. */
export interface Cells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

export function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function addressOf({ row, column, rows = 1, columns = 1 }: Pick<Cells, 'row' | 'column'> & Partial<Cells>) {
  const first = `${columnName(column)}${row + 1}`;
  return rows * columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

export function cellsOf(address: string): Cells {
  const corners = address.split(':').map((corner) => /^\$?([A-Z]+)\$?(\d+)$/.exec(corner));
  const [first, last = first] = corners.map((corner) => {
    if (!corner) throw new Error(`${address} is no address: expected B12 or B2:C9.`);
    return { row: Number(corner[2]) - 1, column: columnNumber(corner[1]!) };
  });
  const { row, column } = first!;
  return { row, column, rows: last!.row - row + 1, columns: last!.column - column + 1 };
}
