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
