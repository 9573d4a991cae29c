/** The workbook that greets a newcomer: the deal of the gallery on its inputs, each answer there, and nobody's work yet. */
import { placesOf, sheetName } from '../../src/models/layout';
import { DEAL_ECONOMICS } from '../../src/models/t2-deal';
import { isErrorValue } from '../../src/models/xlsx/workbook-file';
import { welcome, welcomeCell } from '../../src/workbench/welcome';
import { loadAddIn, loadDeal } from './add-in';
import { openSheet } from './headless';

const { metadata, implementations } = loadAddIn();
const deal = loadDeal();
const DEAL = sheetName(DEAL_ECONOMICS);
let grid: ReturnType<typeof openSheet>;
let edits: number;
beforeEach(async () => {
  edits = 0;
  grid = openSheet(metadata, implementations, welcome(deal));
  grid.files.onEdit(() => edits++);
  await grid.recalculate();
});
afterEach(() => grid.close());

test('the deal is in view, its inputs and the model by quarter behind it', async () => {
  expect(await grid.host.sheets()).toEqual([DEAL, 'Base', 'Model by quarter']);
  expect(grid.book.getActiveSheet().getSheetName()).toBe(DEAL);
});

test('what a formula came to when this was built is what it comes to', async () => {
  const before = new Map(
    deal.sheets.flatMap(({ name, cells }) =>
      cells.map((cell) => [`${name} ${cell.row},${cell.column}`, cell] as const),
    ),
  );
  const { sheets } = await grid.files.file();
  let compared = 0;
  for (const { name, cells } of sheets.slice(0, 2))
    for (const { row, column, formula, value = '' } of cells) {
      if (formula === undefined) continue;
      const built = before.get(`${name} ${row},${column}`)!;
      expect([name, row, column, built.formula, built.value ?? '']).toEqual([name, row, column, formula, value]);
      compared++;
    }
  expect(compared).toBeGreaterThan(400);
});

test('every formula answers, every check holds, and none of it is an edit', async () => {
  const { sheets } = await grid.files.file();
  for (const { name, cells } of sheets.slice(0, 2)) {
    // Of a quarter that is not there a picture is shown nothing, which in a spreadsheet is #N/A.
    const errors = cells.filter(
      ({ value, formula = '' }) => isErrorValue(value) && !(value.error === '#N/A' && formula.includes(',NA(),')),
    );
    expect([name, errors]).toEqual([name, []]);
  }
  const checks = placesOf(DEAL_ECONOMICS.entries).tops.filter((_, i) => DEAL_ECONOMICS.entries[i]!.is === 'check');
  const verdicts = await Promise.all(checks.map((row) => grid.host.values({ sheet: DEAL, address: `D${row + 1}` })));
  expect(verdicts.flat(2)).toEqual(checks.map(() => 'OK'));
  expect(edits).toBe(0);
});

test('it opens on the EBIT margin of the chosen quarter, 55%', async () => {
  const [cell] = await grid.host.read([{ sheet: DEAL, address: welcomeCell(deal) }]);
  expect(cell).toMatchObject({ value: expect.closeTo(0.55, 12) as number });
});

test('the name of the chosen quarter is the sheet’s own', async () => {
  expect(await grid.host.values({ sheet: DEAL, address: 'D4' })).toEqual([['1Q26A']]);
  expect((await grid.files.file()).names).toContainEqual({ name: 'QUARTER', refersTo: `='${DEAL}'!$D$4`, sheet: DEAL });
});

test('what is changed in it is an edit', async () => {
  await grid.host.write({ place: { sheet: DEAL, address: 'D4' }, formulas: [['4Q25A']] }, true);
  expect(edits).toBeGreaterThan(0);
});
