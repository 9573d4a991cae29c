/** Typed, reloaded, there again; downloaded, opened again: in a browser, as whoever works here does it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readXlsx } from '../../../src/models/xlsx/read';
import { evaluated } from '../../engines/ironcalc';
import { openSite } from '../../site';

const site = openSite();
let page: Page;

beforeEach(async () => {
  page = await (await site.browser.newContext({ acceptDownloads: true })).newPage();
  await opened();
});
afterEach(() => page.context().close());

async function opened(): Promise<void> {
  await page.goto(`${site.origin}/workbench/`);
  await ready();
}
const nameBox = () => page.locator('#grid [data-u-comp="defined-name"] input');
const cell = (address: string | RegExp) =>
  page
    .locator('#pane')
    .getByRole('region', { name: typeof address === 'string' ? `Cell ${address}` : address, exact: true });
/** The grid has the keyboard. */
const inGrid = () =>
  page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable === true);
async function ready(): Promise<void> {
  await cell(/^Cell /).waitFor();
  await inGrid();
}
const status = () => page.locator('.files-status');
const saved = () => page.locator('.files-status', { hasText: 'Saved in this browser' }).waitFor();

async function type(address: string, text: string): Promise<void> {
  await nameBox().fill(address);
  await page.keyboard.press('Enter');
  await cell(address).waitFor();
  await inGrid();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function file(click: string): Promise<Awaited<ReturnType<typeof readXlsx>>['workbook']> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: click }).click(),
  ]);
  return (await readXlsx(new Uint8Array(readFileSync(await download.path())))).workbook;
}
const fixture = (name: string) => resolve(__dirname, '../../models/xlsx', name);
const listed = () => page.locator('.files-list li > button:first-child').allTextContents();

/** How often each workbook of the list was written. */
const revisions = () =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((then) => request.addEventListener('success', () => then(request.result)));
    const base = await asked(indexedDB.open('taas-workbench'));
    const all = (await asked(base.transaction('list').objectStore('list').getAll())) as { revision: number }[];
    base.close();
    return all.map(({ revision }) => revision);
  });

/** What the header has said of the work since it was first asked. */
const seen = () =>
  page.evaluate(() => {
    const its = document.querySelector('.files-status')!;
    const kept = globalThis as { said?: string[] };
    if (!kept.said) {
      const said = (kept.said = [its.textContent]);
      new MutationObserver(() => said.push(its.textContent)).observe(its, { childList: true, characterData: true });
    }
    return kept.said;
  });
const menu = () => page.getByRole('button', { name: 'Workbook', exact: true }).click();

test('typed, reloaded, and it is there; then downloaded with and without the add-in', async () => {
  await type('T3', '=TAAS_MARGIN()*2');
  await saved();
  await page.reload();
  await ready();
  await menu();
  const live = await file('Download .xlsx');
  expect(live.sheets.map(({ name }) => name)).toContain('Model by quarter');
  const cell = live.sheets[0]!.cells.find(({ formula }) => formula === '=TAAS_MARGIN()*2');
  expect(cell).toMatchObject({ row: 2, column: 19, value: expect.any(Number) });
  const native = await file('Download without the add-in');
  const its = native.sheets[0]!.cells.find(({ row, column }) => row === 2 && column === 19);
  expect(its?.formula).toMatch(/^=LET\(/);
});

test('a workbook of another program is opened after what is left out was told, and stands beside the first', async () => {
  await type('T3', '7');
  await saved();
  await menu();
  const asked = page.getByRole('dialog');
  const choose = () => page.locator('.files-panel input[type="file"]').setInputFiles(fixture('xlsxwriter.xlsx'));
  await page.getByRole('button', { name: 'Open a file…' }).focus();
  await choose();
  expect(await asked.textContent()).toMatch(
    /^xlsxwriter\.xlsx opens without some of what is in it:.*Charts were left out\./,
  );
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open a file…');
  await choose();
  await asked.waitFor();
  const reloaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await reloaded;
  await ready();
  await menu();
  await page.locator('.files-list li').first().waitFor();
  expect(await listed()).toEqual(['xlsxwriter', 'Workbook 1']);
  const { sheets } = await file('Download .xlsx');
  expect(sheets[0]!.cells.find(({ row, column }) => row === 1 && column === 1)).toMatchObject({
    formula: '=A2*2',
    value: 4,
  });
});

test('a workbook is deleted only when that is meant', async () => {
  await type('T3', '7');
  await saved();
  await menu();
  const remove = page.getByRole('button', { name: 'Delete Workbook 1' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true);
  await type('T4', '8');
  await remove.click();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await reloaded;
  await ready();
  await menu();
  expect(await listed()).toEqual([]);
});

test('opened and looked at, a workbook is not written again', async () => {
  await type('T3', '1');
  await saved();
  const before = await revisions();
  await page.reload();
  await ready();
  await seen();
  await nameBox().fill('C9');
  await page.keyboard.press('Enter');
  await page.getByText('Model by quarter', { exact: true }).last().click();
  await page.waitForTimeout(2500);
  expect(await seen()).toEqual(['Saved in this browser']);
  expect(await revisions()).toEqual(before);
});

test('with the keyboard alone: typed, saved, reloaded, downloaded', async () => {
  // From the grid, which has the keyboard when the page has opened.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('=TAAS_MARGIN(3)');
  await page.keyboard.press('Enter');
  await saved();
  await page.reload();
  await ready();
  // F6 goes from the grid to the pane, and on to the header.
  const toggle = page.getByRole('button', { name: 'Workbook', exact: true });
  for (let i = 0; i < 2; i++) await page.keyboard.press('F6');
  expect(await toggle.evaluate((its) => its === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
  const press = async (name: string) => {
    for (let i = 0; i < 20; i++) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === name) break;
      await page.keyboard.press('Tab');
    }
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    return (await readXlsx(new Uint8Array(readFileSync(await download.path())))).workbook.sheets[0]!.cells;
  };
  const live = (await press('Download .xlsx')).find(({ formula }) => formula === '=TAAS_MARGIN(3)')!;
  const native = (await press('Download without the add-in')).find(
    (cell) => cell.row === live.row && cell.column === live.column,
  )!;
  expect(native.value).toBe(live.value);
  expect(evaluated([native.formula!])[0]).toBeCloseTo(live.value as number, 9);
  await page.keyboard.press('Escape');
  expect(await toggle.evaluate((its) => its === document.activeElement)).toBe(true);
});

describe('where the browser keeps nothing', () => {
  /** What leaving the page asks. */
  async function asksBeforeLeaving(): Promise<boolean> {
    let asked = false;
    page.once('dialog', (dialog) => {
      asked = dialog.type() === 'beforeunload';
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    for (let i = 0; i < 40 && !asked && !page.isClosed(); i++) await new Promise((then) => setTimeout(then, 50));
    return asked;
  }

  test('the header says so, and leaving asks once something was typed', async () => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
    await page.reload();
    await ready();
    expect(await status().textContent()).toMatch(/^This browser keeps nothing for this page/);
    await type('T3', '1');
    await page.locator('.files-status.refused').waitFor();
    await menu();
    await page.getByRole('button', { name: 'New' }).click();
    await page.getByText('No other workbook can be opened in this page.').waitFor();
    const { sheets } = await file('Download .xlsx');
    expect(sheets[0]!.cells).toContainEqual(expect.objectContaining({ row: 2, column: 19, value: 1 }));
    expect(await asksBeforeLeaving()).toBe(true);
  });

  test('its room is full: it says so, and what is there stays', async () => {
    await type('T3', '1');
    await saved();
    await page.evaluate(() => {
      const stores = IDBObjectStore.prototype;
      const usual = Object.getOwnPropertyDescriptor(stores, 'put')!;
      stores.put = () => {
        Object.defineProperty(stores, 'put', usual);
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await type('T4', '2');
    await page.locator('.files-status.refused').waitFor();
    expect(await status().textContent()).toMatch(/room for this site is full: this work is not kept/);
    // There is room again.
    await type('T5', '3');
    await saved();
  });

  test('what is kept is left without a question', async () => {
    await type('T3', '1');
    await saved();
    expect(await asksBeforeLeaving()).toBe(false);
  });
});

test('two tabs: the second is told, and nothing is overwritten', async () => {
  await type('T3', '1');
  await saved();
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/workbench/`);
  await other.locator('#grid [data-u-comp="defined-name"] input').waitFor();
  await page.bringToFront();
  await type('T4', '2');
  await page.locator('.files-status', { hasText: 'Not saved yet' }).waitFor();
  await saved();
  const first = page;
  page = other;
  await page.bringToFront();
  await type('T5', '3');
  await page.locator('.files-status.refused').waitFor();
  expect(await status().textContent()).toMatch(/was changed in another tab: nothing is overwritten/);
  await menu();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await reloaded;
  await ready();
  await menu();
  await page.locator('.files-list li').first().waitFor();
  expect(await listed()).toEqual(['Workbook 1 copy', 'Workbook 1']);
  const { sheets } = await file('Download .xlsx');
  const typed = sheets[0]!.cells.filter(({ column }) => column === 19).map(({ row, value }) => [row, value]);
  expect(typed).toEqual([
    [2, 1],
    [4, 3],
  ]);
  await first.close();
});
