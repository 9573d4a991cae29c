/** A ready model with what its cells show, read by what stands in the first column. */
import { MODELS, workbookOf } from '../../src/models';
import { cellsOf } from '../../src/models/address';
import { FIRST, LABEL, NOW } from '../../src/models/columns';
import { QUARTERS } from '../../src/models/base/quarters';
import type { FileCell, FileValue, WorkbookFile } from '../../src/models/xlsx/workbook-file';
import { computed } from '../../src/workbench/models/compute';
import { loadAddIn } from '../workbench/add-in';

export interface SheetOf {
  /** the value of a row, in a quarter or in the chosen one */
  at(label: string, quarter?: (typeof QUARTERS)[number]): FileValue | undefined;
  /** the body of a table of so many rows and columns */
  body(title: string, rows: number, columns: number): (FileValue | undefined)[][];
  /** the labels of a table */
  labels(title: string, rows: number): (FileValue | undefined)[];
}

/** `changed` puts other inputs into cells, by sheet and address, before all is computed. */
export async function sheetOf(key: string, changed: Readonly<Record<string, FileValue>> = {}): Promise<SheetOf> {
  const { metadata, implementations } = loadAddIn();
  const declared = workbookOf(MODELS.filter((model) => model.key === key));
  const { sheets } = await computed(withInputs(declared, changed), metadata, implementations);
  const cells = new Map(sheets[0]!.cells.map((cell) => [`${cell.row},${cell.column}`, cell.value]));
  // Below the pictures stands what they show, row by row with the same labels.
  const pictures = sheets[0]!.cells.find(({ column, value }) => column === LABEL && value === 'Pictures')?.row;
  const rowOf = (label: string): number => {
    const found = sheets[0]!.cells.filter(
      ({ row, column, value }) => column === LABEL && value === label && row < (pictures ?? Infinity),
    );
    if (found.length !== 1) throw new Error(`${found.length} rows are called “${label}”.`);
    return found[0]!.row;
  };
  const block = (top: number, left: number, rows: number, columns: number) =>
    Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => cells.get(`${top + down},${left + right}`)),
    );
  return {
    at: (label, quarter) =>
      cells.get(`${rowOf(label)},${quarter === undefined ? NOW : FIRST + QUARTERS.indexOf(quarter)}`),
    body: (title, rows, columns) => block(rowOf(title) + 2, NOW, rows, columns),
    labels: (title, rows) => block(rowOf(title) + 2, LABEL, rows, 1).flat(),
  };
}

function withInputs(book: WorkbookFile, changed: Readonly<Record<string, FileValue>>): WorkbookFile {
  const left = new Map(Object.entries(changed));
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell): FileCell => {
      const place = [...left.keys()].find((key) => {
        const [on, address] = key.split('!') as [string, string];
        const { row, column } = cellsOf(address);
        return on === sheet.name && row === cell.row && column === cell.column;
      });
      if (place === undefined) return cell;
      const value = left.get(place)!;
      left.delete(place);
      return { ...cell, value };
    }),
  }));
  if (left.size > 0) throw new Error(`${[...left.keys()].join(', ')}: no such cell.`);
  return { ...book, sheets };
}
