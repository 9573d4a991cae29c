/** The same panel beside the workbench's grid. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import sirv from 'sirv';

let server: Server;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const files = sirv(join(__dirname, '../../dist'), { dev: true });
  server = createServer((request, response) => files(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/workbench/`);
  await page.locator('#why-list button').first().waitFor();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('an analysis is asked beside the grid, and its formula put into a cell of it', async () => {
  await page.locator('#analyse > summary').click();
  await page.getByRole('radio', { name: 'What must be true?' }).check({ force: true });
  await page.getByLabel('By changing').selectOption('token_spend');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('.analyse figure svg', { hasText: 'TAAS_MARGIN reaches 50.0%' }).waitFor();
  await page.getByRole('button', { name: 'Insert this formula' }).click();
  await page.locator('.analyse .said', { hasText: 'The formula is in C30.' }).waitFor();
  await page.locator('#cell-body .value', { hasText: '$1.618bn' }).waitFor();
  expect(faults).toEqual([]);
});

test('why a margin moved is asked of the block that is selected', async () => {
  await page.getByRole('tablist').getByText('Model by quarter').click();
  await page.locator('#cell-body .where strong', { hasText: 'E14' }).waitFor();
  await page.locator('#grid [data-u-comp="defined-name"] input').fill('A12:Q40');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Why did it move?' }).check({ force: true });
  await page.getByRole('button', { name: 'Take the selected range' }).click();
  await page.waitForFunction(() => (document.querySelector<HTMLInputElement>('.asked input')?.value ?? '') !== '');
  expect(await page.getByLabel('Block of cases').inputValue()).toBe("'Model by quarter'!A12:Q40");
  expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('4Q27E');
  await page.getByLabel('From', { exact: true }).fill('1Q26A');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('.analyse figure svg', { hasText: 'TAAS_MARGIN from 1Q26A to 4Q27E' }).waitFor();
  expect(await page.locator('.analyse .same code').innerText()).toBe(
    `=TAAS_WALK("TAAS_MARGIN",'Model by quarter'!A12:Q40,"1Q26A","4Q27E")`,
  );
  expect(faults).toEqual([]);
});
