/** The same workbook for whoever has no add-in: every cell of ours becomes a formula that Excel knows. */
import { tokenize } from '@borgar/fx/xlsx';
import type { Catalogue } from '../../catalogue/define';
import { addressOf, cellsOf } from '../../models/address';
import type { FileCell, FileSheet, FileValue, WorkbookFile } from '../../models/xlsx/workbook-file';
import { callsIn } from '../formula/calls';
import type { CellValue } from '../formula/cells';
import { asItIs, textOf } from './as-it-was';
import { fileReader, shownIn } from './file-reader';
import { nativeOf, type Written } from './native-of';

export interface NativeWorkbook {
  readonly workbook: WorkbookFile;
  /** how many formulas have no native form, and are values with a note */
  readonly asValues: number;
  /** why, each reason once */
  readonly because: readonly string[];
}

export async function nativeWorkbook(file: WorkbookFile, catalogue: Catalogue): Promise<NativeWorkbook> {
  const reader = fileReader(file);
  let asValues = 0;
  const because = new Set<string>();

  async function sheetOf(sheet: FileSheet): Promise<FileSheet> {
    const cells = new Map(sheet.cells.map((cell) => [addressOf(cell), cell]));
    for (const cell of sheet.cells) {
      const { formula, spill = { rows: 1, columns: 1 } } = cell;
      if (formula === undefined || callsIn(formula, catalogue).length === 0) continue;
      const area = { row: cell.row, column: cell.column, ...spill };
      const shows = await reader.values({ sheet: sheet.name, address: addressOf(area) });
      const native = await nativeOf(formula, shows, { host: reader, catalogue, sheet: sheet.name });
      const why = 'why' in native ? `${native.why}.` : lacksRoom(native.cells, area, cells);
      if ('why' in native || why !== undefined) {
        asValues++;
        because.add(why!);
        const left = `The value of ${formula}, which needs the add-in: ${why}`;
        const holds = await asItIs(formula, sheet.name, reader);
        const until = ' It is #N/A as soon as a cell changes that it was computed from.';
        const its = withNote(withoutFormula(cells.get(addressOf(cell))!), holds === undefined ? left : left + until);
        cells.set(addressOf(cell), holds === undefined ? its : { ...its, ...only(`IF(${holds}`, shows[0]![0]!) });
        if (holds !== undefined)
          shows.forEach((row, i) =>
            row.forEach((value, j) => {
              const at = { row: cell.row + i, column: cell.column + j };
              const first = addressOf(cell).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
              if (i + j > 0)
                cells.set(addressOf(at), {
                  ...(cells.get(addressOf(at)) ?? at),
                  ...only(`IF(NOT(ISNA(${first}))`, value),
                });
            }),
          );
        continue;
      }
      native.cells.forEach((row, i) =>
        row.forEach((written, j) => {
          const at = { row: cell.row + i, column: cell.column + j };
          cells.set(addressOf(at), replaced(cells.get(addressOf(at)) ?? at, written));
        }),
      );
      if (native.remarks.length > 0) {
        cells.set(addressOf(cell), withNote(cells.get(addressOf(cell))!, native.remarks.join('\n')));
      }
    }
    return { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column) };
  }

  const sheets: FileSheet[] = [];
  for (const sheet of file.sheets) sheets.push(await sheetOf(sheet));
  const workbook = await withoutSpills({ ...file, sheets }, file);
  return { workbook: { ...workbook, names: namesFor(workbook, file) }, asValues, because: [...because] };
}

/**
 * Not every engine lets the names of a LET come before those of the workbook: IronCalc does not. One that no formula has
 * asked for until now, and that is a name of a LET, is left out.
 */
function namesFor(workbook: WorkbookFile, before: WorkbookFile): WorkbookFile['names'] {
  const [were, are] = [wordsIn(before), wordsIn(workbook)];
  return before.names.filter(({ name }) => were.has(name.toUpperCase()) || !are.has(name.toUpperCase()));
}

const wordsIn = ({ sheets }: WorkbookFile): ReadonlySet<string> =>
  new Set(
    sheets.flatMap(({ cells }) =>
      cells.flatMap(({ formula = '' }) =>
        tokenize(formula).flatMap(({ type, value }) => (type === 'range_named' ? [value.toUpperCase()] : [])),
      ),
    ),
  );

const withoutFormula = (cell: FileCell): FileCell => ({
  ...(Object.fromEntries(Object.entries(cell).filter(([key]) => key !== 'formula' && key !== 'spill')) as object),
  row: cell.row,
  column: cell.column,
});

/** A value where a condition holds, else what a chart leaves out and no sum passes over. */
const only = (condition: string, value: CellValue): Pick<FileCell, 'formula'> =>
  /^#[A-Z]/.test(String(value)) ? {} : { formula: `=${condition},${textOf(value)},NA())` };

const withNote = (cell: FileCell, note: string): FileCell => ({
  ...cell,
  note: cell.note === undefined ? note : `${cell.note}\n${note}`,
});

function replaced(cell: FileCell, written: Written): FileCell {
  const rest = withoutFormula(cell);
  if ('formula' in written) return { ...rest, value: rest.value ?? '', formula: written.formula };
  const value: FileValue = 'text' in written ? written.text : { error: written.error };
  return { ...rest, value };
}

/**
 * Why a table cannot stand where its formula did. One that shows nothing now (`=IF(F4="","",…)`) may show all of its
 * cells one day, and each needs a cell that is empty.
 */
function lacksRoom(
  native: readonly (readonly Written[])[],
  { row, column, rows, columns }: { row: number; column: number; rows: number; columns: number },
  cells: ReadonlyMap<string, FileCell>,
): string | undefined {
  const [height, width] = [native.length, native[0]!.length];
  if (height === rows && width === columns) return undefined;
  const isFree = native.every((line, i) =>
    line.every((_, j) => {
      const cell = cells.get(addressOf({ row: row + i, column: column + j }));
      return i + j === 0 || (shownIn(cell?.value) === '' && cell?.formula === undefined);
    }),
  );
  const isEmpty = rows * columns === 1 && shownIn(cells.get(addressOf({ row, column }))?.value) === '';
  if (isEmpty && isFree) return undefined;
  return `its table shows ${rows} × ${columns} cells, expected ${height} × ${width}.`;
}

/** What referred to a table by its first cell, `B5#`, refers to its cells: they have formulas of their own now. */
async function withoutSpills(workbook: WorkbookFile, before: WorkbookFile): Promise<WorkbookFile> {
  const [was, now] = [fileReader(before), fileReader(workbook)];
  async function rewritten(formula: string, sheet: string): Promise<string> {
    const tokens = tokenize(formula, { mergeRefs: true });
    let whole = '';
    for (const [i, { value }] of tokens.entries()) {
      const first = tokens[i - 1]?.value ?? '';
      const table = value === '#' ? await was.resolve(`${first}#`, sheet) : undefined;
      const isGone = table && !(await now.resolve(`${first}#`, sheet));
      whole += isGone ? `:${lastOf(first, table.address)}` : value;
    }
    return whole;
  }
  const sheets: FileSheet[] = [];
  for (const sheet of workbook.sheets) {
    const cells: FileCell[] = [];
    for (const cell of sheet.cells) {
      const { formula } = cell;
      cells.push(formula?.includes('#') ? { ...cell, formula: await rewritten(formula, sheet.name) } : cell);
    }
    sheets.push({ ...sheet, cells });
  }
  return { ...workbook, sheets };
}

/** The last cell of a table, fixed as its first one is written. */
function lastOf(first: string, address: string): string {
  const { row, column, rows, columns } = cellsOf(address);
  const [letters, digits] = /^([A-Z]+)(\d+)$/
    .exec(addressOf({ row: row + rows - 1, column: column + columns - 1 }))!
    .slice(1);
  const [, fixedColumn, fixedRow] = /(\$?)[A-Z]+(\$?)\d+$/i.exec(first) ?? [];
  return `${fixedColumn ?? '$'}${letters}${fixedRow ?? '$'}${digits}`;
}
