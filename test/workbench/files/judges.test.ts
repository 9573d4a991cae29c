/** A downloaded file without the add-in comes to the same numbers in spreadsheets that share no code with ours. */
import { addressOf } from '../../../src/models/address';
import { byQuarter } from '../../../src/models/by-quarter';
import { withoutAddIn } from '../../../src/derive/native/without-add-in';
import { readXlsx } from '../../../src/models/xlsx/read';
import type { FileCell, FileValue } from '../../../src/models/xlsx/workbook-file';
import { writeXlsx } from '../../../src/models/xlsx/write';
import { opened, placeOf } from '../../engines/ironcalc';
import { libreOffice, openedThere } from '../../engines/libreoffice';
import { recalculated } from '../../engines/second-spreadsheet';
import { sameTo } from '../../functions/cell';
import { loadAddIn } from '../add-in';
import { openSheet } from '../headless';

const { metadata, implementations } = loadAddIn();
const ours = new Set(metadata.functions.map(({ name }) => name));

async function downloaded(): Promise<Uint8Array> {
  const grid = openSheet(metadata, implementations);
  await grid.write(byQuarter);
  await grid.type({ T1: 3, T2: '=T1*2+0.1', T3: '=IF(T2>6,T2,0)', T4: '=SUM(T1:T3)', T5: '=TAAS_MARGIN(T1)' });
  // U9 is blank: an argument that is left out, no text, and nought.
  await grid.type({ U1: '=TAAS_MARGIN(T1,U9)', U2: '=IF(U9="","blank",U9)', U3: '=U9*2+1', U4: '=AVERAGE(T1,U9)' });
  const { workbook } = await withoutAddIn(await grid.files.file());
  grid.close();
  return writeXlsx(workbook, ours);
}

function asShown(cells: readonly FileCell[]): unknown[][] {
  const shown: unknown[][] = [];
  for (const { row, column, value } of cells) (shown[row] ??= [])[column] = value;
  return shown;
}

/** LET came with LibreOffice 24.8: before, a cell shows what the file says it came to, and a table nothing. */
const judgesOf = (version: string | undefined) =>
  version === undefined ? ['a reader'] : ['a reader', `LibreOffice ${version}`];

test.each(judgesOf(libreOffice()))('%s shows the numbers that the workbench showed', async (judge) => {
  const file = await downloaded();
  const { cells } = (await readXlsx(file)).workbook.sheets[0]!;
  const isOld = judge.startsWith('LibreOffice') && parseFloat(judge.split(' ')[1]!) < 24.8;
  const tables = cells.flatMap(({ row, column, spill }) => (spill ? [{ row, column, ...spill }] : []));
  const inTable = ({ row, column }: FileCell): boolean =>
    tables.some(
      (table) =>
        row >= table.row &&
        row < table.row + table.rows &&
        column >= table.column &&
        column < table.column + table.columns,
    );
  const shown: readonly (readonly unknown[])[] = judge === 'a reader' ? asShown(cells) : openedThere(file);
  const numbers = cells.filter((cell) => typeof cell.value === 'number' && !(isOld && inTable(cell)));
  expect(numbers.length).toBeGreaterThan(20);
  const wrong = numbers.filter(({ row, column, value }) => {
    const its = shown[row]?.[column];
    const there = typeof its === 'string' && its.endsWith('%') ? Number(its.slice(0, -1)) / 100 : Number(its);
    return !(Math.abs(there - (value as number)) <= 1e-9 * Math.max(1, Math.abs(value as number)));
  });
  expect(
    wrong.map((cell) => [
      addressOf({ row: cell.row, column: cell.column }),
      cell.value,
      shown[cell.row]?.[cell.column],
    ]),
  ).toEqual([]);
});

const JUDGES: Readonly<Record<string, (file: Uint8Array) => Promise<ReadonlyMap<string, FileValue>>>> = {
  async IronCalc(file) {
    const judge = opened((await readXlsx(file)).workbook);
    const shown = judge.shows();
    judge.close();
    return shown;
  },
  'the spreadsheet of the writer': recalculated,
};

const isSame = (a: FileValue | undefined, b: FileValue | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' ? sameTo(1e-9, a, b) : a === b;

test.each(Object.keys(JUDGES))('%s computes every formula of it anew, and comes to the same', async (judge) => {
  const file = await downloaded();
  const there = await JUDGES[judge]!(file);
  const { name, cells } = (await readXlsx(file)).workbook.sheets[0]!;
  const formulas = cells.filter(({ formula }) => formula !== undefined);
  expect(formulas.length).toBeGreaterThan(300);
  const wrong = formulas.filter((cell) => !isSame(there.get(placeOf(name, cell)), cell.value));
  expect(wrong.map((cell) => [cell.formula, cell.value, there.get(placeOf(name, cell))])).toEqual([]);
});
