/** The Analyse section of the built pane, beside a simulated workbook: real Chromium, a real worker. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startExcel, type Excel, type OpenAddin } from '../excel/host/excel';

const ROOT = join(__dirname, '../..');
const ARTIFACTS = join(ROOT, 'artifacts');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let excel: Excel;
let addin: OpenAddin;

beforeAll(async () => {
  mkdirSync(ARTIFACTS, { recursive: true });
  excel = await startExcel(join(ROOT, 'dist'));
  addin = await excel.open();
});
afterAll(() => excel?.close());

const panel = () => addin.pane.locator('.analyse');
const ask = (question: string) => panel().getByRole('radio', { name: question }).check({ force: true });
const box = (name: string | RegExp) => panel().getByLabel(name);
const run = () => panel().getByRole('button', { name: 'Run' }).click();
const picture = () => panel().locator('figure svg');
const formula = () => panel().locator('.same code').textContent();

/** Runs, and waits for the picture of that name. */
async function see(title: RegExp): Promise<void> {
  await run();
  await panel().locator('figure svg title', { hasText: title }).waitFor({ state: 'attached' });
}

/** A picture of the picture, as wide as the pane. */
const keep = (name: string) => picture().screenshot({ path: join(ARTIFACTS, `${name}.png`) });

test('the analysis is loaded when its section is opened, not before', async () => {
  expect(addin.traffic.served.filter((url) => url.includes('analys'))).toEqual([]);
  await addin.page.setViewportSize({ width: 1200, height: 1400 });
  await addin.pane.locator('#analyse > summary').click();
  await panel().waitFor();
  expect(addin.traffic.served.some((url) => url.endsWith('/analyse.js'))).toBe(true);
});

test('what moves the margin: infrastructure cost first, and the formula that says so in a cell', async () => {
  await see(/^What moves TAAS_MARGIN$/);
  expect(await formula()).toBe('=TAAS_TORNADO("TAAS_MARGIN")');
  expect(await picture().getAttribute('aria-label')).toContain('infra cogs: 59.0% at $0.495bn, 51.0% at $0.605bn');
  await keep('chart-tornado');
});

test('Insert puts the formula into the active cell', async () => {
  await addin.select('C4');
  await panel().getByRole('button', { name: 'Insert this formula' }).click();
  await panel().locator('.said', { hasText: 'C4' }).waitFor();
  expect((await addin.read('C4')).formula).toBe('=TAAS_TORNADO("TAAS_MARGIN")');
});

test('what if both move: the two inputs that move it most, in round steps around the base case', async () => {
  await ask('What if both move?');
  await see(/by token spend and infra cogs/);
  expect(await formula()).toMatch(
    /^=TAAS_GRID\("TAAS_MARGIN","token_spend",\{1[,;]1\.5[,;]2[,;]2\.5[,;]3\},"infra_cogs",\{0\.35.*0\.75\},,TRUE\)$/,
  );
  await keep('chart-grid');
});

test('what must be true for a margin of half: 1.618 of token spend', async () => {
  await ask('What must be true?');
  await box(/is to be/).fill('50%');
  await box('By changing').selectOption('token_spend');
  await see(/reaches 50.0% at token spend \$1.618bn/);
  expect(await formula()).toBe('=TAAS_SOLVE("TAAS_MARGIN",0.5,"token_spend")');
  await keep('chart-solve');
});

test('a base case of one’s own goes into the picture and the formula', async () => {
  await panel().getByText('Base case', { exact: true }).click();
  await box(/^fixed_fee/).fill('0.5');
  await see(/reaches 50.0% at token spend/);
  expect(await formula()).toBe('=TAAS_SOLVE("TAAS_MARGIN(,0.5)",0.5,"token_spend")');
  await box(/^fixed_fee/).fill('0.7');
});

test('how likely, with a million trials: the page has its turn between one step of the bar and the next', async () => {
  await ask('How likely?');
  await box(/^Trials/).fill('1,000,000');
  await addin.pane.evaluate(() => {
    const seen: number[] = [];
    const bar = document.querySelector<HTMLProgressElement>('.analyse progress')!;
    const look = (): void => {
      if (!bar.hidden && bar.value !== seen.at(-1)) seen.push(bar.value);
      setTimeout(look, 4);
    };
    look();
    Object.assign(window, { seen });
  });
  await see(/^How likely: TAAS_MARGIN$/);
  const seen = await addin.pane.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(await formula()).toMatch(/^=TAAS_SIMULATE\("TAAS_MARGIN",\{"infra_cogs","TRIANGULAR",.*\},1000000\)$/);
  await keep('chart-histogram');
});

test('Cancel stops it at once, and the next question is answered all the same', async () => {
  await addin.pane.evaluate(async () => {
    const at = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(`.analyse ${selector}`)!;
    at('.run').click();
    while (at<HTMLProgressElement>('progress').value === 0) await new Promise((soon) => setTimeout(soon, 2));
    at('.cancel').click();
  });
  await panel().locator('.said', { hasText: 'Stopped.' }).waitFor();
  await box(/^Trials/).fill('1000');
  await see(/^How likely: TAAS_MARGIN$/);
  await panel().locator('figure svg', { hasText: '1,000 trials' }).waitFor();
});

test('a wrong entry is answered with the sentence that the cell would have', async () => {
  await box(/^Trials/).fill('2,000,000');
  await run();
  const alert = panel().getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('the command taas sweep runs more');
});

test('every function that is offered answers the first question as it is prefilled', async () => {
  await ask('What moves it?');
  const which = box('Function');
  for (const name of await which.locator('option').allTextContents()) {
    await which.selectOption(name);
    const line = await box('Line').locator('option:checked').allTextContents();
    const title = [name, ...line.map((each) => `[${each}]`)].join('');
    await see(new RegExp(`^What moves ${title.replace(/[[\]().$]/g, '\\$&')}$`));
  }
  await which.selectOption('TAAS_MARGIN');
  await see(/^What moves TAAS_MARGIN$/);
  await addin.page.locator('iframe').evaluate((frame) => (frame.style.height = '1900px'));
  await addin.pane.locator('#analyse').screenshot({ path: join(ARTIFACTS, 'analyse-pane.png') });
});

test('a line of a table is chosen beside the table, and named in the formula', async () => {
  await box('Function').selectOption('TAAS_GROSS_NET');
  await box('Line').selectOption('EBIT, Principal (gross)');
  await see(/^What moves TAAS_GROSS_NET\[EBIT, Principal \(gross\)\]$/);
  expect(await formula()).toBe('=TAAS_TORNADO("TAAS_GROSS_NET[EBIT, Principal (gross)]")');
  await box('Function').selectOption('TAAS_MARGIN');
  expect(await box('Line').isVisible()).toBe(false);
});

test('the section passes axe, and its use made no error and broke no rule of the page', async () => {
  await addin.pane.evaluate(axe);
  const violations = await addin.pane.evaluate(async () => {
    type Axe = { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const results = await (globalThis as unknown as { axe: Axe }).axe.run({ include: ['#analyse'] });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
  expect(addin.traffic.pageErrors).toEqual([]);
  expect(addin.traffic.violations).toEqual([]);
});
