/** `B12` and back: rows and columns are counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

export const addressOf = ({ row, column }: Position): string => `${columnName(column)}${row + 1}`;

export function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function positionOf(address: string): Position {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(row) - 1, column: columnNumber(column) };
}
