/** The built story as its reader meets it, and where its numbers lead. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import sirv from 'sirv';

const ROOT = join(__dirname, '../..');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Where the site lies below another one. */
const BELOW = '/analysts/taas';

let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  const answer = sirv(join(ROOT, 'dist'), { dev: true });
  server = createServer((request, response) => {
    request.url = request.url!.replace(new RegExp(`^${BELOW}`), '');
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { CHROME_PATH: executablePath } = process.env;
  if (!executablePath) throw new Error('Install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const found = await axe.run({ resultTypes: ['violations'], preload: false });
    return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
  });
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([320, 800, 1440])('it reads at %i pixels, with everything opened', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const faults: string[] = [];
    page.on('console', (line) => faults.push(line.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${origin}${BELOW}/story/index.html`);
    await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(page)).toEqual([]);
    const broken = await page
      .locator('img')
      .evaluateAll((all) => all.filter((each) => (each as HTMLImageElement).naturalWidth === 0).length);
    expect(broken).toBe(0);
    await page.screenshot({ path: join(ROOT, 'artifacts', `story-${width}-${colorScheme}.png`) });
    expect(faults).toEqual([]);
    await page.close();
  });
});

test('it is whole from a folder of files, asks for nothing beyond it, and prints', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(pathToFileURL(join(ROOT, 'dist/story/index.html')).href);
  await page.locator('img').last().scrollIntoViewIfNeeded();
  expect(requested.filter((url) => !url.startsWith(pathToFileURL(join(ROOT, 'dist')).href))).toEqual([]);
  const broken = await page
    .locator('img')
    .evaluateAll((all) => all.filter((each) => (each as HTMLImageElement).naturalWidth === 0).length);
  expect(broken).toBe(0);
  const printed = await page.pdf({ format: 'A4' });
  expect(printed.length).toBeGreaterThan(20_000);
  await page.close();
});

describe('a number opens in the workbench', () => {
  let page: Page;
  const cell = (address: string) => page.locator('#pane').getByRole('region', { name: `Cell ${address}`, exact: true });
  const sheets = () => page.locator('#grid [role="tablist"]').first().innerText();
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 860 } });
    page = await context.newPage();
  });
  afterEach(() => page.context().close());

  test('of a model: the model is inserted, and the cell is gone to', async () => {
    await page.goto(`${origin}${BELOW}/story/index.html`);
    await page.locator('section:has(#bedrock) p a.opens').first().click();
    await cell('F39').waitFor();
    await cell('F39').getByText('49.7').first().waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.screenshot({ path: join(ROOT, 'artifacts', 'story-opened.png') });
  });

  test('a formula gets a sheet of its own, once; what was there stays', async () => {
    await page.goto(`${origin}/workbench/index.html`);
    await page
      .locator('#pane')
      .getByRole('region', { name: /^Cell / })
      .waitFor();
    await page.locator('#grid [data-u-comp="defined-name"] input').fill('V70');
    await page.keyboard.press('Enter');
    await cell('V70').waitFor();
    await page.keyboard.type('=1+1');
    await page.keyboard.press('Enter');
    const follow = (formula: string) => page.evaluate((its) => void (location.hash = its), formula);
    await follow('=TAAS_MARGIN(1)');
    await cell('B2').getByText('40.0%').first().waitFor();
    await follow('=TAAS_MARGIN(2)');
    await cell('B2').getByText('55.0%').first().waitFor();
    await follow('=TAAS_MARGIN(1)');
    await cell('B2').getByText('40.0%').first().waitFor();
    const tabs = await sheets();
    expect(tabs.match(/Formula/g)).toHaveLength(2);
    await page.getByRole('tablist').getByText('Bedrock', { exact: false }).first().click();
    await page.locator('#grid [data-u-comp="defined-name"] input').fill('V70');
    await page.keyboard.press('Enter');
    await cell('V70').getByText('2', { exact: true }).first().waitFor();
  });

  test('what is no formula of ours is refused in a sentence, and nothing is inserted', async () => {
    await page.goto(`${origin}/workbench/index.html#=WEBSERVICE(%22https://example.com%22)`);
    await page.getByRole('alert').getByText('The link calls WEBSERVICE').waitFor();
    expect(await sheets()).not.toContain('Formula');
  });
});
