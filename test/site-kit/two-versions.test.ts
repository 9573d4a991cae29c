/** A site under a subpath in Excel, and a new version put over it while a workbook is open. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { startExcel, type Excel, type OpenAddin } from '../excel/host/excel';

const root = resolve(__dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'taas-site-'));
const [first, second, live] = ['1.0', '1.1', 'live'].map((name) => join(work, name)) as [string, string, string];
const under = '/taas';
let excel: Excel;

interface Listed {
  readonly functions: { readonly id: string; readonly parameters: object[] }[];
}

/** A copy of what was built, finished as a site. */
function finish(folder: string): void {
  const kit = pathToFileURL(join(root, 'scripts/site.mjs')).href;
  const script = `import(${JSON.stringify(kit)}).then(({ finishSite }) => finishSite(${JSON.stringify(folder)}, 'https://localhost:3000/taas'))`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
}

/** What a version changes: its number wherever it stands in what is built, and here one more parameter of TAAS_MARGIN. */
function asOfTomorrow(folder: string): void {
  const texts = readdirSync(folder).filter((name) => /\.(js|json|xml)$/.test(name));
  const changed = texts.filter((name) => {
    const path = join(folder, name);
    const was = readFileSync(path, 'utf8');
    const is = was.replaceAll('"1.0.0"', '"1.1.0"').replaceAll('1.0.0.0', '1.1.0.0');
    writeFileSync(path, is);
    return is !== was;
  });
  expect(changed).toEqual(expect.arrayContaining(['manifest.xml', 'more-functions.js', 'version.json']));
  const file = join(folder, 'functions.json');
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Listed;
  const { parameters } = listed.functions.find(({ id }) => id === 'TAAS_MARGIN')!;
  parameters.push({ name: 'of_tomorrow', description: 'New.', type: 'any', dimensionality: 'scalar', optional: true });
  writeFileSync(file, JSON.stringify(listed));
}

beforeAll(async () => {
  for (const folder of [first, second]) {
    cpSync(join(root, 'dist'), folder, {
      recursive: true,
      filter: (from) => !/\.map$|dist.(node|core|models|story)/.test(from),
    });
  }
  asOfTomorrow(second);
  finish(first);
  finish(second);
  excel = await startExcel(first);
});
afterAll(async () => {
  await excel?.close();
  rmSync(work, { recursive: true });
});

const declared = (folder: string): number =>
  (JSON.parse(readFileSync(join(folder, 'functions.json'), 'utf8')) as Listed).functions.find(
    ({ id }) => id === 'TAAS_MARGIN',
  )!.parameters.length;

test('scripts and styles have names with hashes, but for the few that are asked for by name', () => {
  const named = readdirSync(first).filter((name) => /\.(js|css)$/.test(name));
  const plain = named.filter((name) => !/\.[0-9a-f]{10}\.(js|css)$/.test(name));
  expect(plain).toEqual(['functions.js']);
  const page = readFileSync(join(first, 'taskpane.html'), 'utf8');
  const scripts = [...page.matchAll(/<script src="([^":]+)"/g)].map(([, name]) => name!);
  expect(scripts).toHaveLength(5);
  for (const name of scripts) {
    expect(name).toMatch(/\.[0-9a-f]{10}\.js$/);
    expect(named).toContain(name);
  }
});

test('under a subpath the add-in answers through Office.js', async () => {
  const addin = await excel.open({ under });
  expect(await addin.cell('TAAS_MARGIN')).not.toHaveProperty('error');
  await addin.pane.getByText('Version 1.0.0.').waitFor();
  expect(addin.traffic.refused).toEqual([]);
  expect(addin.traffic.violations).toEqual([]);
  await addin.close();
});

test('an old page under a newer list answers what both know, and says reload of what it does not', async () => {
  const addin = await excel.open({ under, knows: second });
  const old = await excel.open({ under });
  expect(await addin.cell('TAAS_MARGIN')).toEqual(await old.cell('TAAS_MARGIN'));
  const args = [...Array.from({ length: declared(first) }, () => null), 1];
  expect(await addin.cell('TAAS_MARGIN', args)).toMatchObject({
    error: '#N/A',
    sentence: expect.stringMatching(/another version than Excel's list of functions.*open it again/) as string,
  });
  await Promise.all([addin.close(), old.close()]);
});

test('a new page under an older list, which knows a parameter less, answers as if it were left out', async () => {
  const older = join(work, 'older');
  cpSync(first, older, { recursive: true });
  const listed = JSON.parse(readFileSync(join(older, 'functions.json'), 'utf8')) as Listed;
  listed.functions.find(({ id }) => id === 'TAAS_MARGIN')!.parameters.pop();
  writeFileSync(join(older, 'functions.json'), JSON.stringify(listed));
  const [addin, now] = [await excel.open({ under, knows: older }), await excel.open({ under })];
  expect(await addin.cell('TAAS_MARGIN')).toEqual(await now.cell('TAAS_MARGIN'));
  await Promise.all([addin.close(), now.close()]);
});

/** Opens a part of the pane whose script arrives only then. */
const openModels = (addin: OpenAddin): Promise<void> => addin.pane.getByRole('tab', { name: 'Models' }).click();
const NOT_THERE = 'did not arrive from its host, where a new version may have taken its place';

describe('1.1 is put over 1.0 while a workbook is open', () => {
  let onHost: Excel;
  let open: OpenAddin;
  beforeAll(async () => {
    cpSync(first, live, { recursive: true });
    onHost = await startExcel(live);
    open = await onHost.open({ under });
    cpSync(second, live, { recursive: true });
  });
  afterAll(() => onHost?.close());

  test('what is open goes on answering with its own version, parts that arrive late too', async () => {
    expect(await open.cell('TAAS_MARGIN')).not.toHaveProperty('error');
    expect(JSON.stringify(await open.cell('TAAS_VERSION'))).toContain('1.0.0');
    await openModels(open);
    await open.pane.getByText('Bedrock deal').first().waitFor();
    expect(await open.pane.getByText(NOT_THERE).count()).toBe(0);
  });

  test('what is opened next is the new one', async () => {
    const next = await onHost.open({ under });
    expect(JSON.stringify(await next.cell('TAAS_VERSION'))).toContain('1.1.0');
    await next.pane.getByText('Version 1.1.0.').waitFor();
    await next.close();
  });

  test('a pane of the old one, opened now, says that there is a new one', async () => {
    // As a page that the browser had kept.
    const old = await onHost.open({ under, keeps: first });
    await old.pane.getByText('A new version, 1.1.0, is there; 1.0.0 is running.').waitFor();
    if (process.env.SHOTS) await old.page.screenshot({ path: `${process.env.SHOTS}/new-version.png` });
    await old.close();
  });
});

test('where old files were taken away too soon, a part of the pane that does not arrive says so, and cells go on', async () => {
  const folder = join(work, 'swept');
  cpSync(first, folder, { recursive: true });
  const host = await startExcel(folder);
  try {
    const open = await host.open({ under });
    rmSync(join(folder, 'chunks'), { recursive: true });
    await openModels(open);
    await open.pane.getByText(NOT_THERE).waitFor();
    expect(await open.cell('TAAS_MARGIN')).not.toHaveProperty('error');
    await open.pane.getByRole('tab', { name: 'Functions' }).click();
    await open.pane.getByRole('searchbox').first().waitFor();
  } finally {
    await host.close();
  }
});

test('where Office.js cannot be reached the pane says so', async () => {
  const files = sirv(first, { dev: true });
  const server = createServer((request, response) => files(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH!, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 350, height: 500 } });
    await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/taskpane.html`);
    await page.getByRole('alert').getByText('did not load from appsforoffice.microsoft.com: check').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/no-office.png` });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/help/support.html`);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/support.png` });
  } finally {
    await browser.close();
    server.close();
  }
});

test('every bundled package has the text of its licence', () => {
  const notices = readFileSync(join(first, 'third-party-notices.txt'), 'utf8')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .slice(1);
  const names = notices.map((notice) => notice.split(' ')[0]);
  expect(names).toEqual(
    expect.arrayContaining(['@univerjs/core', '@observablehq/plot', 'd3-array', 'react', 'decimal.js']),
  );
  for (const notice of notices) expect(notice).toMatch(/permission|licensed|license/i);
  for (const notice of notices) expect(notice.length).toBeGreaterThan(400);
});
