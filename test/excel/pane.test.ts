/** The task pane of the built add-in, beside a simulated workbook. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startExcel, type Excel, type OpenAddin } from './host/excel';

const ROOT = join(__dirname, '../..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

let excel: Excel;
let addin: OpenAddin;

beforeAll(async () => {
  excel = await startExcel(join(ROOT, 'dist'));
  addin = await excel.open();
});
afterAll(() => excel?.close());

const search = (words: string) => addin.pane.getByRole('searchbox').fill(words);
const insertButtons = () => addin.pane.getByRole('button', { name: /^Insert / });

test('the pane says which version it is', async () => {
  expect(await addin.pane.locator('#version').textContent()).toContain(version);
});

test('searching for what a function does finds it', async () => {
  await search('take rate');
  expect(await insertButtons().count()).toBeGreaterThan(0);
  expect(await addin.pane.getByRole('button', { name: 'Insert TAAS_TAKE_RATE' }).isVisible()).toBe(true);
  await search('xyzzy');
  expect(await insertButtons().count()).toBe(0);
});

test('Insert puts the example of a function into the active cell', async () => {
  await addin.select('C4');
  await search('TAAS_MARGIN');
  await addin.pane.getByRole('button', { name: 'Insert TAAS_MARGIN', exact: true }).click();
  await addin.page.waitForFunction(() => window.excelPage.workbook.read('C4').formula);
  expect((await addin.read('C4')).formula).toMatch(/^=TAAS_MARGIN\(.*\)$/);
  expect(await addin.read('A1')).toEqual({ value: '' });
});

test('Why? shows the sentence of an error, the newest first', async () => {
  await addin.cell('TAAS_MARGIN', { opex_rate: 5 });
  await addin.cell('TAAS_MARGIN', { token_spend: 'lots' });
  const why = addin.pane.locator('#why li');
  await why.nth(1).waitFor();
  expect(await why.nth(0).textContent()).toContain('token_spend is "lots"');
  expect(await why.nth(1).textContent()).toContain('opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).');
});

test('using the pane made no error', () => {
  expect(addin.traffic.pageErrors).toEqual([]);
  expect(addin.traffic.violations).toEqual([]);
});
