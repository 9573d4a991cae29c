/** The ready models in the workbench, in a browser: one is in view, an input moves its numbers and pictures, another opens. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from '../../src/models/address';
import { baseRows } from '../../src/models/base-sheet';
import { CHOSEN, QUARTERS } from '../../src/models/base/quarters';
import { FIRST, NOW } from '../../src/models/columns';
import { placesOf } from '../../src/models/layout';
import { DEAL_ECONOMICS } from '../../src/models/t2-deal';
import { openSite } from '../site';

const artifacts = resolve(__dirname, '../../artifacts');
const site = openSite();
let page: Page;
let faults: string[];

beforeEach(async () => {
  faults = [];
  page = await (await site.browser.newContext({ viewport: { width: 1440, height: 860 } })).newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${site.origin}/workbench/`);
  await ready();
});
afterEach(async () => {
  await page.context().close();
  expect(faults).toEqual([]);
});

const pane = () => page.locator('#pane');
const cell = (address: string) => pane().getByRole('region', { name: `Cell ${address}`, exact: true });
const pictures = (sheet: string) => pane().getByRole('region', { name: `Pictures of ${sheet}`, exact: true });
const sheetTab = (name: string) => page.locator('#grid').getByRole('tablist').getByText(name, { exact: true });
const status = (text: string) => page.locator('.files-status', { hasText: text });

async function ready(): Promise<void> {
  await pane()
    .getByRole('region', { name: /^Cell / })
    .waitFor();
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable === true);
}
async function go(address: string): Promise<void> {
  await page.locator('#grid [data-u-comp="defined-name"] input').fill(address);
  await page.keyboard.press('Enter');
  await cell(address).waitFor();
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable === true);
}
async function type(address: string, text: string): Promise<void> {
  await go(address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Cells by what they are: a row of the deal in the chosen quarter, and an input in it. */
const ofDeal = (name: string): string =>
  addressOf({ row: placesOf(DEAL_ECONOMICS.entries).quarterly.get(name)!, column: NOW });
const input = (name: string): string =>
  addressOf({ row: baseRows.quarterly.get(name)!, column: FIRST + QUARTERS.indexOf(CHOSEN) });

/** How high the columns of the first picture stand, and where its lines run: what of it is drawn. */
const drawn = (sheet: string): Promise<string[]> =>
  pictures(sheet)
    .locator('figure svg')
    .evaluateAll((all) =>
      all.map((svg) =>
        [...svg.querySelectorAll('rect, path')]
          .map((each) => each.getAttribute('height') ?? each.getAttribute('d'))
          .join(),
      ),
    );
/** What one of the pictures says of a column, as the table beside it has it. */
const said = async (sheet: string, picture: number, row: string): Promise<string[]> =>
  await pictures(sheet).locator('figure').nth(picture).locator('tr', { hasText: row }).locator('td').allTextContents();

test('T2 is in view with its answers and pictures; the revenue share is changed, and all of them move', async () => {
  await cell(ofDeal('margin')).getByText('55.0%').waitFor();
  await pictures('T2 Bedrock deal').locator('figure svg').nth(1).waitFor();
  expect(await status('').textContent()).toBe('');
  mkdirSync(artifacts, { recursive: true });
  await page.screenshot({ path: join(artifacts, 'workbench-t2.png') });
  const before = await drawn('T2 Bedrock deal');
  expect(await said('T2 Bedrock deal', 1, CHOSEN)).toEqual(['55%', '69%', '31%']);

  await sheetTab('Base').click();
  await type(input('tiers_1_rate'), '10%');
  // The sheet of inputs is in view, and beside it what stands on it.
  await pictures('T2 Bedrock deal').locator('td', { hasText: '53%' }).first().waitFor({ state: 'attached' });
  const [[waterfall, lines], [column, line]] = [before, await drawn('T2 Bedrock deal')] as [string[], string[]];
  expect([column === waterfall, line === lines]).toEqual([false, false]);
  expect(await said('T2 Bedrock deal', 1, CHOSEN)).toEqual(['53%', '65%', '35%']);

  await sheetTab('T2 Bedrock deal').click();
  await go(ofDeal('margin'));
  await cell(ofDeal('margin')).getByText('52.7%').waitFor();
  await go(ofDeal('lab_margin'));
  await cell(ofDeal('lab_margin')).getByText('35.0%').waitFor();
  await page.setViewportSize({ width: 800, height: 860 });
  await page.screenshot({ path: join(artifacts, 'workbench-t2-800.png') });
});

test('an undone change is undone in the pictures, and a sheet that is no model has none', async () => {
  await pictures('T2 Bedrock deal').locator('figure svg').nth(1).waitFor();
  await sheetTab('Base').click();
  await type(input('opex_rate'), '20%');
  await pictures('T2 Bedrock deal').locator('td', { hasText: '40%' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+z');
  await pictures('T2 Bedrock deal').locator('td', { hasText: '55%' }).first().waitFor({ state: 'attached' });
  await sheetTab('Model by quarter').click();
  await pictures('T2 Bedrock deal').waitFor({ state: 'detached' });
});

test('with the keyboard alone: T1 opens from the gallery, and what was worked on is in the list, as it was left', async () => {
  await sheetTab('Base').click();
  await type(input('tiers_1_rate'), '10%');
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const open = pane()
    .getByRole('listitem')
    .filter({ hasText: 'T1 Margin bridge' })
    .getByRole('button', { name: 'Open' });
  await open.waitFor();
  for (let presses = 0; presses < 10 && !(await open.evaluate((its) => its === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  const reloaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await reloaded;
  await ready();
  await pictures('T1 Margin bridge').locator('figure svg').first().waitFor();
  await page.screenshot({ path: join(artifacts, 'workbench-t1.png') });

  const list = async (): Promise<string[]> => {
    await page.getByRole('button', { name: 'Workbook', exact: true }).click();
    await page.locator('.files-list li').first().waitFor();
    return page.locator('.files-list li > button:first-child').allTextContents();
  };
  expect(await list()).toEqual(['T1 Margin bridge', 'Workbook 1']);
  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Workbook 1', exact: true }).click();
  await again;
  await ready();
  await go(ofDeal('margin'));
  await cell(ofDeal('margin')).getByText('52.7%').waitFor();
  expect(await list()).toEqual(['T1 Margin bridge', 'Workbook 1']);
});
