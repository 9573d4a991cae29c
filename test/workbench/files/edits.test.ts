/** Whatever an analyst changes, alone, is an edit and is there again; whatever the grid does by itself is none. */
import { CommandType } from '@univerjs/core';
import { loadAddIn } from '../add-in';
import { openSheet } from '../headless';

const { metadata, implementations } = loadAddIn();
type Grid = ReturnType<typeof openSheet>;
const place = { sheet: 'Sheet1', address: 'B2' };

async function filled(): Promise<Grid> {
  const grid = openSheet(metadata, implementations);
  await grid.type({ B2: 4.02, B3: '=TAAS_MARGIN(B2)' });
  grid.book.create('Other', 50, 10);
  grid.book.setActiveSheet(grid.sheet);
  return grid;
}
const names = ({ book }: Grid) => book.getSheets().map((sheet) => sheet.getSheetName());

test.each<[string, (grid: Grid) => unknown, (grid: Grid) => unknown, unknown]>([
  [
    'a note',
    ({ files }) => files.notes.set('Sheet1!B2', 'what was $4.02bn'),
    ({ host }) => host.notes('Sheet1'),
    [{ place, text: 'what was $4.02bn' }],
  ],
  ['a setting', ({ host }) => host.settings.set('plain', true), ({ host }) => host.settings.get('plain'), true],
  ['a column width', ({ sheet }) => sheet.setColumnWidth(1, 150), ({ sheet }) => sheet.getColumnWidth(1), 150],
  ['a row height', ({ sheet }) => sheet.setRowHeight(1, 44), ({ sheet }) => sheet.getRowHeight(1), 44],
  ['a renamed sheet', ({ sheet }) => sheet.setName('Deal'), names, ['Deal', 'Other']],
  ['a new sheet', ({ book }) => book.create('Third', 9, 9), (grid) => names(grid).length, 3],
  ['a deleted sheet', ({ book }) => book.deleteSheet(book.getSheetByName('Other')!), names, ['Sheet1']],
  ['a moved sheet', ({ book, sheet }) => book.moveSheet(sheet, 1), names, ['Other', 'Sheet1']],
  [
    'a hidden sheet',
    ({ book }) => book.getSheetByName('Other')!.hideSheet(),
    ({ book }) => book.getSheetByName('Other')!.isSheetHidden(),
    true,
  ],
  [
    'a name',
    ({ book }) => book.insertDefinedName('spend', 'Sheet1!$B$2'),
    ({ book }) => book.getDefinedName('spend')?.getFormulaOrRefString(),
    'Sheet1!$B$2',
  ],
  [
    'merged cells',
    ({ sheet }) => sheet.getRange('D1:E2').merge(),
    ({ sheet }) => sheet.getMergedRanges().map((range) => range.getA1Notation()),
    ['D1:E2'],
  ],
  [
    'a format',
    ({ sheet }) => sheet.getRange('B2').setValue({ v: 4.02, s: { n: { pattern: '0.000' } } }),
    ({ formatOf }) => formatOf('B2'),
    '0.000',
  ],
  ['a hidden row', ({ sheet }) => sheet.hideRows(4), ({ sheet }) => sheet.getSheet().getRowVisible(4), false],
  ['frozen panes', ({ sheet }) => sheet.setFrozenRows(2), ({ sheet }) => sheet.getFrozenRows(), 2],
])('%s, changed alone', async (_name, change, read, expected) => {
  const grid = await filled();
  let edits = 0;
  grid.files.onEdit(() => edits++);
  await change(grid);
  expect(edits).toBeGreaterThan(0);
  const data = structuredClone(grid.files.data());
  grid.close();
  const again = openSheet(metadata, implementations, data);
  await again.recalculate();
  expect(await read(again)).toEqual(expected);
  again.close();
});

test('opening, computing, and selecting a cell are no edits', async () => {
  const grid = await filled();
  grid.book.insertDefinedName('spend', 'Sheet1!$B$2');
  grid.sheet.getRange('D1:E2').merge();
  const data = structuredClone(grid.files.data());
  grid.close();
  const again = openSheet(metadata, implementations, data);
  let edits = 0;
  again.files.onEdit(() => edits++);
  await again.recalculate();
  again.sheet.getRange('B3').activate();
  again.book.setActiveSheet(again.book.getSheetByName('Other')!);
  // What is typed into a cell is a document of the grid's own until it is entered.
  again.commands.registerCommand({
    id: 'doc.mutation.rich-text-editing',
    type: CommandType.MUTATION,
    handler: () => true,
  });
  again.commands.syncExecuteCommand('doc.mutation.rich-text-editing', {
    unitId: '__INTERNAL_EDITOR__DOCS_NORMAL',
    actions: null,
    textRanges: null,
  });
  await again.write({
    name: 'Sheet1',
    start: 'A1',
    widths: {},
    cells: [{ at: 'H9', look: 'label', value: 'template' }],
  });
  expect(edits).toBe(0);
  again.close();
});

test('a format that came with an answer follows the next answer, after a reload as before it', async () => {
  const grid = await filled();
  expect(grid.formatOf('B3')).toBe('0.0%');
  const data = structuredClone(grid.files.data());
  grid.close();
  const again = openSheet(metadata, implementations, data);
  await again.recalculate();
  await again.type({ B3: '=BEDROCK_REVENUE(4.02)' });
  expect(again.formatOf('B3')).toMatch(/bn/);
  await again.type({ B3: 0.5 });
  expect(again.formatOf('B3')).toBeUndefined();
  again.close();
});

test('a note goes with its sheet when that is renamed, and comes back with it', async () => {
  const grid = await filled();
  grid.files.notes.set('Sheet1!B2', 'ours');
  grid.sheet.setName("Deal '26");
  expect(await grid.host.notes("Deal '26")).toEqual([{ place: { sheet: "Deal '26", address: 'B2' }, text: 'ours' }]);
  grid.book.undo();
  expect(await grid.host.notes('Sheet1')).toHaveLength(1);
  grid.close();
});

test('a note goes with its cell where rows and columns come and go, and away with it; undo brings it back', async () => {
  const grid = await filled();
  grid.files.notes.set('Sheet1!B2', 'ours');
  const noted = async () => (await grid.host.notes('Sheet1')).map(({ place: { address } }) => address);
  grid.sheet.insertRowBefore(0);
  expect(await noted()).toEqual(['B3']);
  grid.sheet.insertColumnBefore(0);
  expect(await noted()).toEqual(['C3']);
  grid.sheet.deleteRow(2);
  expect(await noted()).toEqual([]);
  grid.book.undo();
  expect(await noted()).toEqual(['C3']);
  grid.book.undo();
  grid.book.undo();
  expect(await noted()).toEqual(['B2']);
  grid.book.deleteSheet(grid.sheet);
  expect(await noted()).toEqual([]);
  grid.close();
});

test('a copy of a sheet has its notes, from then on its own', async () => {
  const grid = openSheet(metadata, implementations);
  const noted = async (sheet: string) => (await grid.host.notes(sheet)).map(({ place, text }) => [place.address, text]);
  grid.files.notes.set('Sheet1!B2', 'agreed in May');
  const copy = await grid.host.copySheet('Sheet1');
  expect(await noted(copy)).toEqual([['B2', 'agreed in May']]);
  const place = { sheet: copy, address: 'B2' };
  await grid.host.change([{ place, from: '', to: 1, note: 'agreed in June' }]);
  expect([await noted('Sheet1'), await noted(copy)]).toEqual([[['B2', 'agreed in May']], [['B2', 'agreed in June']]]);
  grid.book.undo();
  grid.book.undo();
  expect([await grid.host.sheets(), grid.files.notes.size]).toEqual([['Sheet1'], 1]);
  grid.book.redo();
  expect(await noted(copy)).toEqual([['B2', 'agreed in May']]);
  grid.close();
});
