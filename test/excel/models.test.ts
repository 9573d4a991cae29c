/** The ready models, inserted from the pane's gallery through Microsoft's Office.js. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS, workbookOf } from '../../src/models';
import { BASE } from '../../src/models/base-sheet';
import { fileNames } from '../../src/models/file-names';
import { sheetName } from '../../src/models/layout';
import { ADDIN_URL, startExcel, TODAY, type Excel, type OpenAddin } from './host/excel';

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

test('a model opens as a workbook of its own, from the live file, and this one stays as it is', async () => {
  const model = MODELS.find(({ key }) => key === 'T2')!;
  const { live } = fileNames(model);
  await item('T2').getByRole('button', { name: 'Open' }).click();
  await addin.pane.getByText('is handed to Excel').waitFor();
  const opened = await addin.page.evaluate(() => window.excelPage.workbook.openedBeside());
  const file = readFileSync(join(__dirname, '../../dist/models', live));
  expect(opened.map((base64) => Buffer.from(base64, 'base64').equals(file))).toEqual([true]);
  expect(addin.traffic.served).toContain(`${ADDIN_URL}/models/${live}`);
  expect(await sheets()).toEqual(['Sheet1']);
  expect(addin.traffic.violations).toEqual([]);
});

test.each([
  ['an Excel without that', { requirementSets: { ...TODAY, ExcelApi: '1.7' } }, 'needs ExcelApi 1.8'],
  ['a file that does not load', { withhold: [fileNames(MODELS[1]!).live] }, 'did not load: nothing was opened'],
])('%s opens nothing, and says why', async (_name, options, sentence) => {
  const other = await excel.open(options);
  await other.pane.getByRole('tab', { name: 'Models' }).click();
  const model = other.pane.getByRole('listitem').filter({ hasText: MODELS[1]!.name });
  await model.getByRole('button', { name: 'Open' }).click();
  await other.pane.getByText(sentence).waitFor();
  expect(await other.page.evaluate(() => window.excelPage.workbook.openedBeside())).toEqual([]);
  await other.close();
});

test('a workbook whose structure is protected takes no sheet, and says so', async () => {
  await addin.arrange('protectStructure', true);
  const [{ key }] = MODELS as [(typeof MODELS)[number]];
  await item(key).getByRole('button', { name: 'Insert' }).click();
  await item(key).getByText('the workbook’s structure is protected', { exact: false }).waitFor();
  expect(await sheets()).toEqual(['Sheet1']);
});
