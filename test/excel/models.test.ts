/** The ready models, inserted from the pane's gallery through Microsoft's Office.js. */
import { join } from 'node:path';
import { MODELS, workbookOf } from '../../src/models';
import { BASE } from '../../src/models/base-sheet';
import { sheetName } from '../../src/models/layout';
import { startExcel, type Excel, type OpenAddin } from './host/excel';

let excel: Excel;
let addin: OpenAddin;
beforeAll(async () => {
  excel = await startExcel(join(__dirname, '../../dist'));
});
afterAll(() => excel.close());
beforeEach(async () => {
  addin = await excel.open();
  await addin.pane.getByRole('tab', { name: 'Models' }).click();
});
afterEach(() => addin.close());

const sheets = () => addin.page.evaluate(() => window.excelPage.workbook.sheetsByName());
const item = (key: string) => addin.pane.getByRole('listitem').filter({ hasText: key });
async function insert(key: string): Promise<void> {
  await item(key).getByRole('button', { name: 'Insert' }).click();
  await addin.pane.getByText('is inserted', { exact: false }).filter({ hasText: key }).waitFor();
}

test('all of them, one after the other, on one sheet of inputs', async () => {
  for (const { key } of MODELS) await insert(key);
  expect((await sheets()).slice().sort()).toEqual(['Sheet1', BASE, ...MODELS.map(sheetName)].sort());
  for (const model of MODELS) {
    const [declared] = workbookOf([model]).sheets;
    const name = sheetName(model);
    const its = await addin.page.evaluate((sheet) => window.excelPage.workbook.formulasOf(sheet), name);
    for (const { row, column, formula, value } of declared!.cells)
      if (formula !== undefined || value !== undefined) expect(its[`${row},${column}`]).toEqual(formula ?? value);
    const laidOut = await addin.page.evaluate((sheet) => window.excelPage.workbook.laidOut(sheet), name);
    expect(laidOut.charts.map(({ title }) => title)).toEqual(declared!.charts!.map(({ title }) => title));
    expect(laidOut.charts.every(({ series, over }) => series.every((each) => /: .+!/.test(each)) && over !== '')).toBe(
      true,
    );
    expect(laidOut.validated).toHaveLength(declared!.validations!.length);
    expect(laidOut.names).toContain('quarter');
    expect(laidOut.frozen).not.toBe('');
  }
  expect(addin.traffic.violations).toEqual([]);
  expect(addin.traffic.pageErrors).toEqual([]);
});

test('a sheet of that name is kept unless the analyst says replace', async () => {
  const [{ key }] = MODELS as [(typeof MODELS)[number]];
  await insert(key);
  await addin.type({ D20: 'mine' });
  await item(key).getByRole('button', { name: 'Insert' }).click();
  await item(key).getByText('There is a sheet').waitFor();
  expect((await addin.read('D20')).value).toBe('mine');
  await item(key).getByRole('button', { name: 'Replace' }).click();
  await addin.pane.getByText('on the inputs that Base has').waitFor();
  expect(await sheets()).toHaveLength(3);
});

test('a workbook whose structure is protected takes no sheet, and says so', async () => {
  await addin.arrange('protectStructure', true);
  const [{ key }] = MODELS as [(typeof MODELS)[number]];
  await item(key).getByRole('button', { name: 'Insert' }).click();
  await item(key).getByText('the workbook’s structure is protected', { exact: false }).waitFor();
  expect(await sheets()).toEqual(['Sheet1']);
});
