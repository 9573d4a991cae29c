/** The buttons on Home, of the built add-in beside a simulated workbook. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startExcel, type Excel, type OpenAddin } from './host/excel';

const DIST = join(__dirname, '../../dist');
const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
const functionNames = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name!);

let excel: Excel;
let addin: OpenAddin;
beforeAll(async () => {
  excel = await startExcel(DIST);
  addin = await excel.open();
  await addin.pane.getByRole('tab', { name: 'Check-up' }).waitFor();
});
afterAll(() => excel?.close());

test('the manifest has a button for the functions and one for the check-up', () => {
  expect(functionNames).toEqual(['showFunctions', 'showModels', 'showCheckUp']);
});

/** Presses the button of that function. */
async function press(name: string): Promise<void> {
  const action = `Office.actions._association.mappings[${JSON.stringify(name.toUpperCase())}]`;
  // Office.js keeps the names in capitals. The runtime answers a press once the page has said what it does.
  while (!(await addin.pane.evaluate(`!!${action}`))) await addin.page.waitForTimeout(50);
  await addin.pane.evaluate(`void ${action}({ completed() {} })`);
}

test.each([
  ['showFunctions', 'Functions'],
  ['showModels', 'Models'],
  ['showCheckUp', 'Check-up'],
])('%s opens the pane at %s', async (name, tab) => {
  await press(name);
  await addin.pane.getByRole('tab', { name: tab, selected: true }).waitFor();
});

test('Check-up: a damaged name is found and repaired in the sheet', async () => {
  await addin.type({ A1: '=[2]!_xldudf_TAAS_MARGIN(B4)*2' });
  await press('showCheckUp');
  await addin.pane.getByRole('button', { name: 'Look through the workbook' }).click();
  await addin.pane.getByText('→ =TAAS_MARGIN(B4)*2').waitFor();
  await addin.pane.getByRole('button', { name: 'Repair 1 cell' }).click();
  await addin.pane.getByText('1 cell repaired, 0 entered again.').waitFor();
  expect((await addin.read('A1')).formula).toBe('=TAAS_MARGIN(B4)*2');
});

test('Check-up: the diagnostics tell whether Excel may fetch the functions', async () => {
  await addin.pane.getByRole('button', { name: 'Diagnostics' }).click();
  await addin.pane.getByRole('button', { name: 'Diagnose' }).click();
  const text = await addin.pane.getByRole('textbox', { name: 'Diagnostics' }).inputValue();
  expect(text).toMatch(/Access-Control-Allow-Origin: \*/);
  expect(text).toMatch(/functions\.json: \S+, status 200, \S+, \d+ functions, as many as here/);
  expect(text).toContain('ExcelApi: 1.19');
});

test('using it broke nothing', () => {
  expect(addin.traffic.pageErrors).toEqual([]);
  expect(addin.traffic.violations).toEqual([]);
});
