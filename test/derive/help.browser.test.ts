/** The built help as its reader meets it, in a real browser. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { GUIDES } from '../../src/derive/help/guides';
import { functions } from '../../src/functions';
import { openSite } from '../site';

const ROOT = join(__dirname, '../..');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const site = openSite();
let page: Page;
let requested: string[];
let faults: string[];

beforeAll(async () => {
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  page = await site.browser.newPage();
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => faults.push(line.text()));
});

beforeEach(async () => {
  requested = [];
  faults = [];
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1000, height: 900 });
});

afterEach(() => {
  expect(faults).toEqual([]);
  expect(requested.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
});

const open = (name: string) => page.goto(`${site.origin}/help/${name}.html`);
const links = () => page.locator('.functions a:visible');

/** What axe-core finds wrong, each with where. */
async function violations(contrast = true): Promise<unknown[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (enabled) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const found = await axe.run({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled } } });
    return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
  }, contrast);
}

const picture = (name: string) => page.screenshot({ path: join(ROOT, 'artifacts', name), fullPage: true });

test('the index lists every function, and finds one by what it does', async () => {
  await open('index');
  expect(await links().count()).toBe(functions.length);
  expect(await violations()).toEqual([]);
  await picture('help-index.png');
  await page.getByRole('searchbox').fill('Take rate');
  expect(await links().allTextContents()).toContain('TAAS_TAKE_RATE');
  expect(await links().count()).toBeLessThan(functions.length);
  await page.getByRole('searchbox').fill('no such thing at all');
  expect(await page.getByRole('status').textContent()).toBe('0 functions');
  await page.getByRole('searchbox').fill('TAAS_MARGIN_BRIDGE');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/TAAS_MARGIN_BRIDGE.html');
});

test('a function has its page, one click from the index', async () => {
  await open('index');
  await page.getByRole('link', { name: 'TAAS_MARGIN', exact: true }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('TAAS_MARGIN');
  expect(await page.locator('.answer strong').first().textContent()).toBe('55.0%');
  expect(await violations()).toEqual([]);
  await picture('help-TAAS_MARGIN.png');
});

test('a source leads to its place in the data book, which is marked', async () => {
  await open('TAAS_REQUIRED_SHARE');
  await page.getByRole('link', { name: 'B15' }).first().click();
  await page.waitForURL('**/data-book.html#B15');
  const row = page.getByRole('row', { name: /^B15/ });
  expect(await row.textContent()).toContain('EBIT margin of approximately 55%');
  const colour = (part: typeof row): Promise<string> =>
    part.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colour(row)).not.toBe(await colour(page.getByRole('row', { name: /^B16/ })));
  expect(await violations()).toEqual([]);
  await picture('help-data-book.png');
});

test.each(['index', 'data-book', 'TAAS_MARGIN', 'TAAS_TORNADO', 'TAAS_CHECKS', 'model-by-quarter'])(
  '%s can be read in the dark',
  async (name) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(name);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 25, 31)',
    );
    expect(await violations()).toEqual([]);
  },
);

test('the native formula is copied in one click', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await open('TAAS_MARGIN');
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^=LET\(token_spend,2,.*ebit\/net_revenue\)$/,
  );
});

test('a guide has every formula to be copied, and is one click from the functions that it is about', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await open('TAAS_WALK');
  await page.getByRole('link', { name: 'Model by quarter' }).click();
  await page.getByRole('button', { name: 'Copy' }).nth(1).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^=TAAS_CALL\("TAAS_MARGIN",\$A\$\d+:/);
  await page.getByRole('link', { name: 'which cells to fill' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('A new quarter is reported');
});

test('without scripts it is a plain list', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.origin}/help/index.html`);
  expect(await plain.locator('.functions a:visible').count()).toBe(functions.length);
  expect(await plain.getByRole('searchbox').count()).toBe(0);
  await context.close();
});

const guides = GUIDES.map(({ file }) => file.replace('.html', ''));
const pages = ['index', 'data-book', ...guides, ...functions.map(({ name }) => name)];

test.each(pages)('%s can be read by everyone, on a phone too', async (name) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  // The colours are the same on every page, and slow to check.
  expect(await violations(false)).toEqual([]);
});
