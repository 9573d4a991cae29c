/** The task pane of the built add-in, beside a simulated workbook. */
import { join } from 'node:path';
import { startExcel, type Excel, type OpenAddin } from './host/excel';

const ROOT = join(__dirname, '../..');

let excel: Excel;
let addin: OpenAddin;

beforeAll(async () => {
  excel = await startExcel(join(ROOT, 'dist'));
  addin = await excel.open();
});
afterAll(() => excel?.close());

const button = (name: string | RegExp) => addin.pane.getByRole('button', { name });
const tab = (name: string) => addin.pane.getByRole('tab', { name, exact: true });
const formulaOf = async (address: string) => (await addin.read(address)).formula;

test('searched, filled, inserted: the formula is in the cell; edited: only what was changed', async () => {
  await addin.select('C4');
  await tab('Functions').click();
  await addin.pane.getByRole('searchbox').fill('what margin does AWS make on Claude');
  await button(/^TAAS_MARGIN/)
    .first()
    .click();
  await addin.pane.getByLabel('token_spend', { exact: true }).fill('3');
  await addin.pane.getByText('=TAAS_MARGIN(3)').first().waitFor();
  await button('Insert into C4').click();
  await addin.page.waitForFunction(() => window.excelPage.workbook.read('C4').formula);
  expect(await formulaOf('C4')).toBe('=TAAS_MARGIN(3)');

  await addin.select('C4');
  await tab('Cell').click();
  await button('Edit').click();
  await addin.pane.getByLabel('fixed_fee', { exact: true }).fill('B2');
  await button('Change C4').click();
  await addin.page.waitForFunction(() => window.excelPage.workbook.read('C4').formula !== '=TAAS_MARGIN(3)');
  expect(await formulaOf('C4')).toBe('=TAAS_MARGIN(3,B2)');
});

test('a cell that is in use is refused, and replaced when that is said', async () => {
  await addin.type({ D4: 'mine' });
  await addin.select('D4');
  await tab('Functions').click();
  await addin.pane.getByRole('searchbox').fill('TAAS_TAKE_RATE');
  await button(/^TAAS_TAKE_RATE/).click();
  await button('Insert into D4').click();
  await button('Replace what stands in D4').waitFor();
  expect(await addin.read('D4')).toMatchObject({ value: 'mine' });
  await button('Replace what stands in D4').click();
  await addin.page.waitForFunction(() => window.excelPage.workbook.read('D4').formula);
  expect(await formulaOf('D4')).toBe('=TAAS_TAKE_RATE()');
});

test('Why? shows the sentence of an error, the newest first', async () => {
  await addin.cell('TAAS_MARGIN', { opex_rate: 5 });
  await addin.cell('TAAS_MARGIN', { token_spend: 'lots' });
  await tab('Check-up').click();
  await addin.pane.getByText('token_spend is "lots"').waitFor();
  await addin.pane.getByText('opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).').waitFor();
});

test('using the pane made no error', () => {
  expect(addin.traffic.pageErrors).toEqual([]);
  expect(addin.traffic.violations).toEqual([]);
});
