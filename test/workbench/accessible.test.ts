/** The workbench for whoever sees little, uses no mouse, or has a small screen: every view, in a real browser. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openSite } from '../site';

const artifacts = resolve(__dirname, '../../artifacts');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const site = openSite();
let page: Page;

/** One page for all: each test leaves it with the grid in view. */
beforeAll(async () => {
  mkdirSync(artifacts, { recursive: true });
  page = await site.browser.newPage({ viewport: { width: 1440, height: 860 }, reducedMotion: 'reduce' });
  await page.goto(`${site.origin}/workbench/`);
  await pane()
    .getByRole('region', { name: /^Cell / })
    .waitFor();
  await inGrid();
  await page.evaluate(axe);
});

const pane = () => page.locator('#pane');
const grid = () => page.locator('#grid');
const workbook = () => page.getByRole('button', { name: 'Workbook', exact: true });
const toolbar = () => page.getByRole('toolbar');
const cell = (address: string) => pane().getByRole('region', { name: `Cell ${address}`, exact: true });
const tab = (name: string) => pane().getByRole('tab', { name, exact: true });
const button = (within: Locator, name: string | RegExp) => within.getByRole('button', { name });
/** The grid has the keyboard. */
const inGrid = () =>
  page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable === true);
/** What has the keyboard: its name. */
const focused = () =>
  page.evaluate(() => {
    const its = document.activeElement as HTMLElement | null;
    return its?.getAttribute('aria-label') ?? its?.innerText ?? '';
  });

async function go(address: string): Promise<void> {
  await tab('Cell').click();
  await page.getByLabel('Name box: a cell to go to').fill(address);
  await page.keyboard.press('Enter');
  await cell(address).waitFor();
  await inGrid();
}

/** What axe-core finds serious or critical on the whole page; of the other theme, only colours are another matter. */
async function violations(rules: 'all' | 'colours'): Promise<string[]> {
  return page.evaluate(async (colours) => {
    type Found = { id: string; impact: string; nodes: { html: string }[] };
    type Axe = { run(context: object, options: object): Promise<{ violations: Found[] }> };
    // What is fading from one colour into another has its colours when that has ended.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    const options = { resultTypes: ['violations'], ...(colours && { runOnly: ['color-contrast'] }) };
    const found = await (globalThis as unknown as { axe: Axe }).axe.run(document, options);
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, rules === 'colours');
}

/** What is not as it should be at the size that the page has. */
const misplaced = () =>
  page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
    const [bar, cells, side] = [
      box('[data-u-comp="formula-bar"]'),
      box('.cells section section[data-range-selector]'),
      box('#pane'),
    ];
    const tabs = document.querySelector('#pane [role="tablist"]')!;
    const tops = [...tabs.children].map((each) => each.getBoundingClientRect().top);
    const clipped = [
      ...document.querySelectorAll<HTMLElement>('#pane :is(button, input, select, textarea, a, p, h2, h3, td)'),
    ]
      .filter((each) => each.offsetParent !== null && each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 120));
    const apart = side.left >= cells.right - 1 || side.top >= cells.bottom - 1;
    return Object.entries({
      'the page scrolls sideways': document.documentElement.scrollWidth > innerWidth,
      'the formula bar is cut': bar.left < 0 || bar.right > innerWidth + 1 || bar.height < 20,
      'fewer than four rows of cells are in view': cells.height < 100,
      'the pane lies over the grid': !apart,
      'the tabs are in two rows': new Set(tops).size > 1,
      'the tabs scroll': tabs.scrollWidth > tabs.clientWidth,
      [`cut: ${clipped.join(' ')}`]: clipped.length > 0,
    }).flatMap(([what, isSo]) => (isSo ? [what] : []));
  });

/** On a sheet of its own, in C15, beneath a formula that is refused. */
async function margin(): Promise<void> {
  await grid().locator('[data-u-comp="sheet-bar-append-button"]').first().click();
  await cell('A1').getByText('Empty.', { exact: false }).waitFor();
  for (const [address, formula] of [
    ['C13', '=TAAS_MARGIN(,,,,,5)'],
    ['C15', '=TAAS_MARGIN()'],
  ] as const) {
    await go(address);
    await page.keyboard.type(formula);
    await page.keyboard.press('Enter');
    await cell(address).waitFor({ state: 'detached' });
  }
  await go('C15');
}

const VIEWS: Readonly<Record<string, () => Promise<void>>> = {
  'Cell, with pictures': () => pane().locator('figure svg').first().waitFor(),
  Cell: margin,
  Functions: () => tab('Functions').click(),
  'a form': () =>
    button(pane(), /^TAAS_MARGIN EBIT/)
      .first()
      .click(),
  'What-if': async () => {
    await tab('What-if').click();
    await button(pane(), 'Run').click();
    await pane().locator('figure svg').first().waitFor();
  },
  'Data book': () => tab('Data book').click(),
  Checks: () => tab('Checks').click(),
  Models: async () => {
    await tab('Models').click();
    await button(pane(), /Insert/)
      .first()
      .waitFor();
  },
  'Check-up': async () => {
    await tab('Check-up').click();
    await pane().getByText('#VALUE!').first().waitFor();
  },
};

test('every view passes axe in light and dark, and fits at every size', async () => {
  const found: Record<string, unknown> = {};
  const note = (where: string, what: readonly string[]): void => {
    if (what.length > 0) found[where] = what;
  };
  for (const [view, open] of Object.entries(VIEWS)) {
    await open();
    note(`${view}, light`, await violations('all'));
    await page.emulateMedia({ colorScheme: 'dark' });
    note(`${view}, dark`, await violations('colours'));
    await page.screenshot({ path: join(artifacts, `${view} 1440 dark.png`) });
    await page.emulateMedia({ colorScheme: 'light' });
    // 720 × 430 is a page of 1440 × 860 at 200%, and 320 × 480 one of 1280 at 400%.
    for (const [width, height] of [
      [1440, 860],
      [720, 430],
      [480, 860],
      [390, 844],
      [320, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await grid().locator('canvas').last().waitFor();
      note(`${view} at ${width}`, await misplaced());
    }
    await page.screenshot({ path: join(artifacts, `${view} 320 light.png`) });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.screenshot({ path: join(artifacts, `${view} 320 forced.png`) });
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 1440, height: 860 });
  }
  expect(found).toEqual({});
});

test('menus and dialogs pass axe in light and dark', async () => {
  const found: Record<string, unknown> = {};
  const cells = grid().locator('canvas[id^="univer-sheet"]');
  const sheetTab = grid().getByRole('tab', { name: 'Model by quarter' });
  const opened: Readonly<Record<string, () => Promise<void>>> = {
    'Number format': () => button(toolbar(), 'Number format').click(),
    Fill: () => button(toolbar(), 'Fill').click(),
    names: () => button(grid(), 'Names of this workbook').click(),
    sheets: () => button(grid(), 'All sheets').click(),
    zoom: () => button(grid(), '100%').click(),
    'menu of a sheet': () => sheetTab.click({ button: 'right' }),
    'menu of cells': () => cells.click({ button: 'right', position: { x: 300, y: 300 } }),
    Workbook: () => workbook().click(),
  };
  for (const [menu, open] of Object.entries(opened)) {
    await open();
    const light = await violations('all');
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await violations('colours');
    await page.screenshot({ path: join(artifacts, `${menu} dark.png`) });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('Escape');
    if (light.length + dark.length > 0) found[menu] = [...light, ...dark];
  }
  expect(found).toEqual({});
});

test('a cell is formatted from the toolbar with the keyboard, and what is pressed is told', async () => {
  await go('T3');
  await page.keyboard.type('=1/3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await cell('T3').waitFor();
  for (let i = 0; i < 2; i++) await page.keyboard.press('F6');
  expect(await focused()).toBe('Workbook');
  for (let i = 0; i < 8 && (await focused()) !== 'Undo'; i++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Undo');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await toolbar().getByRole('button', { name: 'Bold', pressed: true }).waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe('none');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tab('Cell').click();
  await cell('T3').getByText('33.3%', { exact: true }).waitFor();
  await button(toolbar(), 'More decimals').click();
  await cell('T3').getByText('33.33%', { exact: true }).waitFor();
  await button(toolbar(), 'Undo').focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
  await toolbar().getByRole('button', { name: 'Bold', pressed: false }).waitFor();
  await cell('T3').getByText('33.33%', { exact: true }).waitFor({ state: 'detached' });
  await button(toolbar(), 'Bold').focus();
  await page.keyboard.press('Escape');
  await inGrid();
});

test('F6 goes round grid, pane and header; arrows go along the tabs; after Insert the grid has the keyboard', async () => {
  await go('T8');
  await page.keyboard.press('F6');
  expect(await focused()).toBe('Cell');
  for (const name of ['Functions', 'Models', 'What-if', 'Data book']) {
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(name);
  }
  await page.keyboard.press('Enter');
  const insert = button(pane(), /^Insert /).first();
  await insert.focus();
  await page.keyboard.press('Enter');
  await inGrid();
  await page.keyboard.press('Shift+F6');
  expect(await focused()).toBe('Workbook');
  await page.keyboard.press('Shift+F6');
  expect(await focused()).toBe('Data book');
  await page.keyboard.press('Shift+F6');
  await inGrid();
});

test('what has the keyboard is seen, in forced colours too', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  const unseen: string[] = [];
  await workbook().focus();
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => (document.activeElement as HTMLElement).isContentEditable)) break;
    const style = await page.evaluate(() => {
      const its = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(its);
      return { name: its.outerHTML.slice(0, 120), isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' };
    });
    if (!style.isSeen) unseen.push(style.name);
  }
  await page.emulateMedia({ forcedColors: 'none' });
  expect(unseen).toEqual([]);
});

test('the question before a workbook is deleted passes axe, and Escape gives the keyboard back', async () => {
  await go('T9');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.locator('.files-status', { hasText: 'Saved in this browser' }).waitFor();
  await workbook().click();
  await page.getByRole('button', { name: 'Delete Workbook 1' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await violations('all')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations('colours')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('Delete Workbook 1');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('Workbook');
});
