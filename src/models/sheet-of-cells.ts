/** A sheet while it is being laid out: cells by row and column, each written once. */
import { fixed } from './columns';
import { LOOKS } from './looks';
import type {
  CellLook,
  FileCell,
  FileChart,
  FileCondition,
  FileName,
  FileSheet,
  FileValidation,
} from './xlsx/workbook-file';

export class SheetOfCells {
  private readonly cells = new Map<string, FileCell>();
  private readonly validations: FileValidation[] = [];
  private readonly conditions: FileCondition[] = [];
  private readonly charts: FileChart[] = [];
  readonly names: FileName[] = [];

  constructor(readonly title: string) {}

  private put(cell: FileCell): void {
    const key = `${cell.row},${cell.column}`;
    if (this.cells.has(key))
      throw new Error(`${this.title} has two contents in row ${cell.row + 1}, column ${cell.column + 1}.`);
    const { look, format, ...rest } = cell;
    this.cells.set(key, {
      ...rest,
      ...(format !== undefined && format !== 'General' && { format }),
      ...(look && Object.keys(look).length > 0 && { look }),
    });
  }

  text(row: number, column: number, value: string, look: CellLook): void {
    if (value !== '') this.put({ row, column, value, look });
  }

  /** A number or a text to be changed; undefined leaves the cell free for one. */
  input(row: number, column: number, value?: number | string, format?: string, look: CellLook = LOOKS.input): void {
    this.put({ row, column, look, ...(value !== undefined && { value }), ...(format !== undefined && { format }) });
  }

  formula(
    row: number,
    column: number,
    formula: string,
    look: CellLook,
    format?: string,
    spill?: FileCell['spill'],
  ): void {
    this.put({
      row,
      column,
      formula,
      look,
      ...(format !== undefined && { format }),
      ...(spill && spill.rows * spill.columns > 1 && { spill }),
    });
  }

  /** A cell that another formula fills. */
  filled(row: number, column: number, look: CellLook, format?: string): void {
    this.put({ row, column, look, ...(format !== undefined && { format }) });
  }

  /** A heading from the first column to another. */
  band(row: number, text: string, last: number, look: CellLook): void {
    for (let column = 0; column <= last; column++)
      this.put({ row, column, look, ...(column === 0 && { value: text }) });
  }

  note(row: number, column: number, note: string): void {
    const key = `${row},${column}`;
    this.cells.set(key, { row, column, ...this.cells.get(key), note });
  }

  name(name: string, row: number, column: number): void {
    this.names.push({ name, refersTo: `=${quoted(this.title)}!${fixed(row, column)}`, sheet: this.title });
  }

  validate(its: FileValidation): void {
    this.validations.push(its);
  }

  condition(its: FileCondition): void {
    this.conditions.push(its);
  }

  chart(its: FileChart): void {
    this.charts.push(its);
  }

  file({ widths, frozen }: { widths: readonly number[]; frozen: NonNullable<FileSheet['frozen']> }): FileSheet {
    return {
      name: this.title,
      cells: [...this.cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
      widths: Object.fromEntries(widths.map((width, column) => [column, width])),
      frozen,
      validations: this.validations,
      conditions: this.conditions,
      charts: this.charts,
    };
  }
}

/** A sheet's name as a formula needs it. */
export const quoted = (sheet: string): string =>
  /^[A-Za-z_]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
