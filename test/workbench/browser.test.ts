/** The workbench as its reader meets it: a real browser, the keyboard, and what the page shows. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { call } from '../../src/core';
import { openSite } from '../site';

const artifacts = resolve(__dirname, '../../artifacts');

const site = openSite();
let page: Page;
let requested: string[];
let faults: string[];

async function openPage(): Promise<void> {
  requested = [];
  faults = [];
  page = await site.browser.newPage({ viewport: { width: 1440, height: 860 } });
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${site.origin}/workbench/`);
  await anyCell().waitFor();
}

const pane = () => page.locator('#pane');
const cell = (address: string) => pane().getByRole('region', { name: `Cell ${address}`, exact: true });
const anyCell = () => pane().getByRole('region', { name: /^Cell / });
const tab = (name: string) => pane().getByRole('tab', { name, exact: true });
const shows = (text: string | RegExp) => anyCell().getByText(text, { exact: true }).first().waitFor();

/** The name box beside the formula bar takes the reader to a cell. */
async function go(address: string): Promise<void> {
  await page.locator('#grid [data-u-comp="defined-name"] input').fill(address);
  await page.keyboard.press('Enter');
  await cell(address).waitFor();
}

/** An empty sheet, in view. */
async function emptySheet(): Promise<void> {
  await page.locator('#grid [data-u-comp="sheet-bar-append-button"]').first().click();
  await cell('A1').getByText('Empty.', { exact: false }).waitFor();
  await go('A1');
}

/** Types into the selected cell and comes back to it, as Enter and the arrow do. */
async function type(text: string): Promise<void> {
  const before = (await anyCell().getAttribute('aria-label'))!;
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await pane().getByRole('region', { name: before, exact: true }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowUp');
  await pane().getByRole('region', { name: before, exact: true }).waitFor();
}

/** A deal of one quarter: spend, fee, cost, opex and three tiers, and the margin in A8. */
async function deal(): Promise<void> {
  await emptySheet();
  const columns = { A: ['2', '0.7', '0.55', '5%'], C: ['0', '0.5', '1.5'], D: ['25%', '35%', '40%'] };
  for (const [column, texts] of Object.entries(columns)) {
    await go(`${column}1`);
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await cell(`${column}${texts.length + 1}`).waitFor();
  }
  await go('A8');
  await type('=TAAS_MARGIN(A1,A2,,C1:D3,A3,A4)');
}

describe('on the page as it opens', () => {
  beforeEach(openPage);
  afterEach(() => page.close());

  test('the page opens from this origin alone', async () => {
    const fresh = await site.browser.newPage({ viewport: { width: 1440, height: 860 } });
    await fresh.goto(`${site.origin}/workbench/`);
    await fresh
      .locator('#pane')
      .getByRole('region', { name: /^Cell / })
      .waitFor();
    await fresh.close();
    expect(requested.filter((url) => !url.startsWith(site.origin) && !url.startsWith('data:'))).toEqual([]);
    expect(requested).toEqual(expect.arrayContaining([`${site.origin}/functions.js`, `${site.origin}/functions.json`]));
    expect(faults).toEqual([]);
  });

  /** Every text that a page has drawn into its sheet. */
  async function drawnIn(opened: Page): Promise<(text: string) => Promise<unknown>> {
    await opened.addInitScript(() => {
      const drawn = new Set<string>();
      for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
        type Draw = (this: unknown, text: string, x: number, y: number, most?: number) => void;
        const draw = Object.getOwnPropertyDescriptor(prototype, 'fillText')!.value as Draw;
        prototype.fillText = function (this: unknown, ...drawing) {
          drawn.add(drawing[0]);
          draw.apply(this, drawing);
        };
      }
      Object.assign(globalThis, { drawn });
    });
    return (text) =>
      opened.waitForFunction((each) => (globalThis as unknown as { drawn: Set<string> }).drawn.has(each), text);
  }

  test('the sheet answers before the pane’s code arrives, and without it', async () => {
    const paneless = await site.browser.newPage({ viewport: { width: 1440, height: 860 } });
    const draws = await drawnIn(paneless);
    let refuse!: () => void;
    const refused = new Promise<void>((resolve) => (refuse = resolve));
    await paneless.route('**/pane.js', (route) => refused.then(() => route.abort()));
    await paneless.goto(`${site.origin}/workbench/`);
    await paneless.locator('#grid [contenteditable="true"]').first().waitFor({ state: 'attached' });
    await paneless.keyboard.type('=TAAS_MARGIN(1.8)');
    await paneless.keyboard.press('Enter');
    const answer = call('TAAS_MARGIN', [1.8]);
    if (!('cells' in answer)) throw answer;
    await draws(`${(100 * Number(answer.cells[0]![0])).toFixed(1)}%`);
    expect(await paneless.getByRole('tab', { name: 'Functions' }).count()).toBe(0);

    refuse();
    await paneless.getByRole('alert').getByText('The pane could not open: ../pane.js did not load.').waitFor();
    expect(await paneless.locator('#grid canvas').count()).toBeGreaterThan(0);
    await paneless.close();
  });

  test('the page opens ready to type in: =TAAS_MARGIN() is 55.0%, with its working', async () => {
    await type('=TAAS_MARGIN()');
    await shows('55.0%');
    await anyCell().getByRole('table', { name: 'Working' }).getByText('net revenue').waitFor();
    mkdirSync(artifacts, { recursive: true });
    await page.screenshot({ path: join(artifacts, 'workbench.png') });
  });

  test('=TAAS_ lists the functions, and an open bracket shows the parameters, the one at hand beside the grid', async () => {
    const popup = page.locator('[class*="univer-shadow"]');
    await page.keyboard.type('=TAAS_');
    await popup.locator('li', { hasText: 'TAAS_MARGIN' }).first().waitFor();
    await page.screenshot({ path: join(artifacts, 'workbench-autocomplete.png') });
    await page.keyboard.type('MARGIN(,,,,,');
    await popup.getByText('[opex_rate]').first().waitFor();
    await pane().getByRole('complementary', { name: 'The argument at hand' }).getByText('opex_rate').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await pane().getByRole('complementary', { name: 'The argument at hand' }).waitFor({ state: 'detached' });
  });

  test('the name box goes to the sheet that it names, and says why it goes nowhere', async () => {
    const box = page.locator('#grid [data-u-comp="defined-name"] input');
    await box.fill("'model by quarter'!L6");
    await page.keyboard.press('Enter');
    await cell('L6').waitFor();
    await go('A1500');
    for (const [typed, sentence] of [
      ['Nowhere!L6', 'There is no sheet Nowhere.'],
      ['A1048577', 'A1048577 is beyond the cells of a sheet, A1 to XFD1048576.'],
      ['no such place', /is neither a cell/],
    ] as const) {
      await box.fill(typed);
      await page.keyboard.press('Enter');
      await page.getByText(sentence).first().waitFor();
      expect(await anyCell().getAttribute('aria-label')).toBe('Cell A1500');
    }
    expect(faults).toEqual([]);
  });

  test('the model by quarter is computed when its tab is first opened, and a quarter that is cleared says so', async () => {
    await page.getByRole('tablist').getByText('Model by quarter').click();
    await cell('E14').waitFor();
    await page.screenshot({ path: join(artifacts, 'workbench-by-quarter.png') });
    await go('J14');
    await page.keyboard.press('Delete');
    await go('J44');
    await anyCell().getByText('token_spend is blank in 2Q26E, row 3').first().waitFor();
    await go('I44');
    await shows('55.0%');
  });

  test('an error says why, at the cell and in Check-up, and a misspelt function what was meant', async () => {
    await emptySheet();
    await type('=TAAS_MARGIN(,,,,,5)');
    const sentence = 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05)';
    await anyCell().getByText(sentence).first().waitFor();
    await go('N2');
    await type('=A1*2');
    await anyCell().getByText(`From A1: ${sentence}`).waitFor();
    await go('N4');
    await type('=TAAS_MARGN()');
    await anyCell().getByText('Did you mean TAAS_MARGIN?').waitFor();

    await tab('Check-up').click();
    await pane().getByText(sentence).first().waitFor();
    await pane()
      .getByRole('link', { name: /A1$/ })
      .or(pane().getByRole('button', { name: /A1$/ }))
      .first()
      .click();
    await tab('Cell').click();
    await cell('A1').waitFor();
    await page.screenshot({ path: join(artifacts, 'workbench-error.png') });
  });

  /** Tab until the box of that name has the keyboard. */
  async function tabTo(label: string): Promise<void> {
    const box = pane().getByLabel(label, { exact: true });
    await box.waitFor();
    for (let presses = 0; presses < 40; presses++) {
      if (await box.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${label}.`);
  }

  test('with the keyboard alone: searched, filled, inserted, edited', async () => {
    await emptySheet();
    await page.keyboard.press('F6');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await tabTo('Search the functions');
    await page.keyboard.type('what margin does AWS make on Claude');
    await page.keyboard.press('Enter');
    await tabTo('token_spend');
    await page.keyboard.type('3');
    await pane().getByText('=TAAS_MARGIN(3)').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('F6');
    await tab('Cell').click();
    await cell('A1').getByText('=TAAS_MARGIN(3)').first().waitFor();

    await pane().getByRole('button', { name: 'Edit' }).click();
    await tabTo('fixed_fee');
    await page.keyboard.type('0.8');
    await page.keyboard.press('Enter');
    await tab('Cell').click();
    await cell('A1').getByText('=TAAS_MARGIN(3,0.8)').first().waitFor();
  });

  test('a cell that is in use is not written over without a word', async () => {
    await emptySheet();
    await type('2');
    await tab('Functions').click();
    await pane()
      .getByRole('button', { name: /^TAAS_TAKE_RATE/ })
      .click();
    await pane().getByRole('button', { name: 'Insert into A1' }).click();
    await pane().getByRole('button', { name: 'Replace what stands in A1' }).waitFor();
    await tab('Cell').click();
    await cell('A1').getByText('2', { exact: true }).first().waitFor();
  });

  test('what moves the cell one stands on is asked beside it, and the formula goes into the sheet', async () => {
    await deal();
    await pane().getByRole('button', { name: 'What if?' }).click();
    await pane().getByText('What if, of A8').waitFor();
    await pane().getByRole('button', { name: 'Run' }).click();
    await pane().locator('figure svg').first().waitFor();
    await page.screenshot({ path: join(artifacts, 'workbench-what-if.png') });
    expect(faults).toEqual([]);
  });
});

describe('on empty sheets of one page', () => {
  beforeAll(openPage);
  afterAll(() => page.close());

  test('Enter and Tab take a suggested name while it fits what is typed, and nothing else in its place', async () => {
    const popup = page.locator('[class*="univer-shadow"]');
    const listed = popup.locator('li');
    await emptySheet();
    // The list follows the keys after a moment: this one is of the T.
    await page.keyboard.type('=T');
    await listed.filter({ hasText: 'TRUE' }).waitFor();
    await type('AAS_MARGIN()');
    await shows('55.0%');

    for (const [address, key] of Object.entries({ A2: 'Enter', A3: 'Tab' })) {
      await go(address);
      await page.keyboard.type('=TAAS_MARG');
      await listed.filter({ hasText: 'TAAS_MARGIN' }).first().waitFor();
      await page.keyboard.press(key);
      await popup.getByText('[token_spend]').first().waitFor();
      await type(')');
      await shows('55.0%');
    }
  });

  test('a range argument, and an input that recalculates', async () => {
    await deal();
    await shows('55.0%');
    await go('A3');
    await type('0.48125');
    await go('A8');
    await shows('60.0%');
  });

  test('a blank input takes the base case, and says so', async () => {
    await deal();
    await go('A1');
    await page.keyboard.press('Delete');
    await go('A8');
    await anyCell().getByText('A1 is blank: token_spend takes the base case, $2.000bn.').waitFor();
  });

  test('a table spills into the cells below', async () => {
    await emptySheet();
    await type('=TAAS_PNL()');
    await anyCell()
      .getByText(/^table \d+ × \d+$/)
      .waitFor();
    await go('B5');
    await shows('$1.375bn');
    await go('B11');
    await shows('55.0%');
  });

  test('a table that has spilled is copied with its labels and values, and one undo takes what was pasted', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await emptySheet();
    await go('N40');
    await type('=TAAS_PNL()');
    await page.locator('#grid [data-u-comp="defined-name"] input').fill('N42:O44');
    await page.keyboard.press('Enter');
    await cell('N42').waitFor();
    await page.keyboard.press('Control+c');
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('Net revenue'));
    const copied = (kind: string): Promise<string> =>
      page.evaluate(async (type) => {
        const [item] = await navigator.clipboard.read();
        return item!.types.includes(type) ? (await item!.getType(type)).text() : '';
      }, kind);
    expect(await copied('text/plain')).toBe(
      'Infrastructure fee\t$0.700bn\nRevenue share\t$0.675bn\nNet revenue\t$1.375bn',
    );
    expect(await copied('text/html')).toMatch(/>Net revenue<.*>\$1\.375bn</);
    await go('R40');
    await page.keyboard.press('Control+v');
    await go('S42');
    await shows('$1.375bn');
    await page.keyboard.press('Control+z');
    await anyCell().getByText('Empty.').first().waitFor();
  });
});
