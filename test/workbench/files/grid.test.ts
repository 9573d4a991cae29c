/** What is typed into the grid is there again after a reload, and in the file that is downloaded. */
import { byQuarter } from '../../../src/models/by-quarter';
import { withoutAddIn } from '../../../src/derive/native/without-add-in';
import { readXlsx } from '../../../src/models/xlsx/read';
import type { FileCell, WorkbookFile } from '../../../src/models/xlsx/workbook-file';
import { writeXlsx } from '../../../src/models/xlsx/write';
import { fromFile } from '../../../src/workbench/files/from-file';
import { welcome } from '../../../src/workbench/welcome';
import { loadAddIn, loadDeal } from '../add-in';
import { openSheet } from '../headless';

const { metadata, implementations } = loadAddIn();
const deal = loadDeal();
const ours = new Set(metadata.functions.map(({ name }) => name));
const at = ({ sheets }: WorkbookFile, row: number, column: number): FileCell | undefined =>
  sheets[0]!.cells.find((cell) => cell.row === row && cell.column === column);

async function worked() {
  const grid = openSheet(metadata, implementations);
  await grid.write(byQuarter);
  await grid.type({ Z1: 4.02, Z2: '=TAAS_MARGIN(Z1)', Z3: 'text', Z4: true, Z5: '=Z2*2', AB1: '=TAAS_PNL()' });
  grid.sheet.getRange('Z5').setValue({ f: '=Z2*2', s: { n: { pattern: '0.000%' } } });
  await grid.recalculate();
  grid.sheet.setColumnWidth(25, 150);
  grid.book.insertDefinedName('spend', 'Sheet1!$Z$1');
  const place = { sheet: 'Sheet1', address: 'Z1' };
  await grid.host.change([{ place, from: 4.02, to: 4.02, note: 'what was $4.02bn' }]);
  return grid;
}

test('kept, and opened again, a workbook is the same', async () => {
  const grid = await worked();
  const data = structuredClone(grid.files.data());
  const before = await grid.files.file();
  grid.close();
  const again = openSheet(metadata, implementations, data);
  await again.recalculate();
  expect(await again.files.file()).toEqual(before);
  expect(await again.host.notes('Sheet1')).toHaveLength(1);
  expect(at(before, 4, 25)).toMatchObject({ formula: '=Z2*2', format: '0.000%' });
  again.close();
});

test('downloaded and opened again, every cell is the same', async () => {
  const grid = await worked();
  const before = await grid.files.file();
  grid.close();
  const { workbook, unread } = await readXlsx(await writeXlsx(before, ours));
  expect(unread).toEqual([]);
  expect(workbook.names).toEqual([{ name: 'spend', refersTo: '=Sheet1!$Z$1' }]);
  const again = openSheet(metadata, implementations, fromFile(workbook));
  await again.recalculate();
  const after = await again.files.file();
  again.close();
  expect(after.names).toEqual(before.names);
  for (const cell of before.sheets[0]!.cells) expect([cell, at(after, cell.row, cell.column)]).toEqual([cell, cell]);
});

test('an edit is told, and what the grid does by itself is not', async () => {
  const grid = openSheet(metadata, implementations);
  let edits = 0;
  grid.files.onEdit(() => edits++);
  await grid.recalculate();
  expect(edits).toBe(0);
  await grid.type({ A1: 1 });
  expect(edits).toBeGreaterThan(0);
  grid.close();
});

test.each([
  ['the workbook that greets a newcomer', () => openSheet(metadata, implementations, welcome(deal))],
  [
    'the model by quarter',
    async () => {
      const grid = openSheet(metadata, implementations);
      await grid.write(byQuarter);
      return grid;
    },
  ],
])('%s without the add-in: no call of ours is left, and what is a value says so', async (_name, open) => {
  const grid = await open();
  await grid.recalculate();
  const live = await grid.files.file();
  const { workbook, asValues } = await withoutAddIn(live);
  const all = ({ sheets }: WorkbookFile): FileCell[] => sheets.flatMap(({ cells }) => cells);
  expect(all(workbook).filter(({ note }) => note?.startsWith('The value of ='))).toHaveLength(asValues);
  for (const { formula } of all(workbook)) expect(formula ?? '').not.toMatch(/\b(TAAS|BEDROCK)_\w+\(/);
  // Where a quarter is empty, a table of one blank cell becomes a formula a cell.
  const shown = (file: WorkbookFile): string[] =>
    file.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, value }) =>
        value === undefined || value === '' ? [] : [`${name} ${row},${column}`],
      ),
    );
  expect(shown(workbook).sort()).toEqual(shown(live).sort());
  grid.close();
});
