/** A workbook's file of one sheet, as the add-in leaves it: each formula of ours with what it came to, its table spilled. */
import { answerOf, inputsOf } from '../../../src/catalogue/call';
import { orProblem, Problem } from '../../../src/catalogue/problem';
import { callsIn } from '../../../src/derive/formula/calls';
import { valuesOf } from '../../../src/derive/formula/values';
import { fileReader } from '../../../src/derive/native/file-reader';
import { nativeWorkbook } from '../../../src/derive/native/native-workbook';
import { addressOf, cellsOf } from '../../../src/models/address';
import type { FileCell, FileName, FileValue, WorkbookFile } from '../../../src/models/xlsx/workbook-file';
import { sheetOf, type Judged } from '../../engines/ironcalc';
import { catalogue } from '../../functions/cell';

export type Typed = Readonly<Record<string, string | number>>;

/** A cell for each address; what starts with = is a formula, and shows nothing yet. */
const cellOf = ([address, typed]: readonly [string, string | number]): FileCell => {
  const { row, column } = cellsOf(address);
  const isFormula = typeof typed === 'string' && typed.startsWith('=');
  return { row, column, ...(isFormula ? { formula: typed } : { value: typed }) };
};

export const fileOf = (typed: Typed, name = 'Sheet1', names: readonly FileName[] = []): WorkbookFile => ({
  sheets: [{ name, widths: {}, cells: Object.entries(typed).map(cellOf) }],
  names,
});

/** What a call of ours answers on the sheet. */
export async function answered(formula: string, file: WorkbookFile): Promise<readonly (readonly FileValue[])[]> {
  const [call] = callsIn(formula, catalogue);
  const { definition } = call!;
  const on = { host: fileReader(file), catalogue, sheet: file.sheets[0]!.name };
  const given = (await valuesOf(call!, on)).map((value) => ('value' in value ? value.value : null));
  const answer = orProblem(() => answerOf(definition, inputsOf(definition, given), catalogue));
  const cells = answer instanceof Problem ? [[answer]] : answer.cells;
  return cells.map((row) => row.map((cell): FileValue => (cell instanceof Problem ? { error: cell.code } : cell)));
}

/** The file with what a formula fills its cells with. */
export function showing(file: WorkbookFile, address: string, values: readonly (readonly FileValue[])[]): WorkbookFile {
  const at = cellsOf(address);
  const [rows, columns] = [values.length, values[0]!.length];
  const cells = new Map(file.sheets[0]!.cells.map((cell) => [addressOf(cell), cell]));
  values.forEach((line, i) =>
    line.forEach((value, j) => {
      const place = { row: at.row + i, column: at.column + j };
      cells.set(addressOf(place), { ...place, ...cells.get(addressOf(place)), value });
    }),
  );
  if (rows * columns > 1) cells.set(address, { ...cells.get(address)!, spill: { rows, columns } });
  return { ...file, sheets: [{ ...file.sheets[0]!, cells: [...cells.values()] }] };
}

/** The same without the add-in, by address; and the notes that were left. */
export async function native(file: WorkbookFile) {
  const { workbook, asValues } = await nativeWorkbook(file, catalogue);
  const { cells } = workbook.sheets[0]!;
  const typed: Typed = Object.fromEntries(
    cells.flatMap(({ row, column, formula, value }) => {
      const content = formula ?? (typeof value === 'object' ? value.error : value);
      return content === undefined ? [] : [[addressOf({ row, column }), content as string | number] as const];
    }),
  );
  const notes = cells.flatMap(({ note }) => note ?? []);
  return { typed, notes, asValues };
}

/** What a spreadsheet that is not ours makes of cells. */
export function calculated(typed: Typed, area: string): Judged[][] {
  const { row, column, rows, columns } = cellsOf(area);
  const cells = Object.entries(typed).map(([address, content]) => {
    const its = cellsOf(address);
    // Excel's INDEX takes a single cell for a range of one; IronCalc's does not.
    const text = String(content).replace(/INDEX\((\$?[A-Z]+\$?\d+),1\)/g, '$1');
    return [its.row + 1, its.column + 1, text] as const;
  });
  return sheetOf(cells, row + rows, column + columns)
    .slice(row)
    .map((line) => line.slice(column));
}
