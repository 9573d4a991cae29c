/**
 * Excel on the web, simulated: a built add-in opens in Chromium under Microsoft's own office.js.
 *
 * Real: office.js and all it loads, from @microsoft/office-js; Chromium, its iframes, its
 * Content-Security-Policy. Simulated: Excel itself, in `page/`. Every address is answered from
 * disk or refused; nothing leaves the machine.
 */
import { transformSync } from '@swc/core';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page, type Route } from 'playwright-core';
import { callOf, type Arguments, type Metadata } from './calls';
import type { Answers } from './page/functions';
import type { Answer, Call } from './page/messages';
import type { Cell, SimulatedWorkbook } from './page/workbook';

/**
 * Office.js trusts a host page on one of Microsoft's domains, or on the add-in's own hostname:
 * so the add-in's, at another port.
 */
export const ADDIN_URL = 'https://localhost:3000';
const EXCEL_URL = 'https://localhost:3443';

export const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE_JS = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const EXCEL_PAGE = join(__dirname, 'page');
/** A test may import a module of the add-in's source into the pane. */
const SOURCE = join(__dirname, '../../../src');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** What a client of today supports, and one from before number formats and cards. */
export const TODAY = {
  ExcelApi: '1.19',
  SharedRuntime: '1.2',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.5',
  DialogApi: '1.2',
  RibbonApi: '1.2',
};
export const BEFORE_RICH_VALUES = { ...TODAY, ExcelApi: '1.17', CustomFunctionsRuntime: '1.4' };

export interface OpenOptions {
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Files of the add-in that do not load, as on a bad connection. */
  readonly withhold?: readonly string[];
  /** Where on its host the add-in lies: /taas. */
  readonly under?: string;
  /** The folder whose functions.json Excel knows, where it is of another version. */
  readonly knows?: string;
  /** The folder of what the browser has kept: everything but version.json, which it asks for anew. */
  readonly keeps?: string;
}

/** The add-in, opened in a workbook. */
export interface OpenAddin {
  readonly metadata: Metadata;
  /** Until Microsoft's runtime reported ready. */
  readonly readyMs: number;
  readonly page: Page;
  /** The add-in's own page: the pane. */
  readonly pane: Frame;
  /** Everything that was asked for, answered or refused. */
  readonly traffic: Traffic;
  /** Puts each formula in a cell and recalculates all at once. */
  calculate(formulas: readonly Formula[]): Promise<Answers>;
  /** One formula in one cell. */
  cell(id: string, args?: Arguments): Promise<Answer>;
  /** What stands in a cell of the active sheet. */
  read(address: string): Promise<Cell>;
  /** Clicks into a cell of the active sheet. */
  select(address: string): Promise<void>;
  /** Types into cells of the active sheet; nothing is calculated. */
  type(cells: Readonly<Record<string, string | number>>): Promise<void>;
  /** Does to the workbook what an add-in cannot: protects a sheet, begins to type into a cell. */
  arrange<K extends 'spill' | 'name' | 'protect' | 'protectStructure' | 'unlock' | 'edit' | 'selectAreas'>(
    what: K,
    ...args: Parameters<SimulatedWorkbook[K]>
  ): Promise<void>;
  close(): Promise<void>;
}

export type Formula = readonly [id: string, args?: Arguments];

export interface Traffic {
  readonly served: string[];
  readonly refused: string[];
  readonly violations: string[];
  readonly console: string[];
  readonly pageErrors: string[];
}

export interface Excel {
  open(options?: OpenOptions): Promise<OpenAddin>;
  close(): Promise<void>;
}

/** Starts the browser; `addin` is the folder of the built add-in. */
export async function startExcel(addin: string): Promise<Excel> {
  const { CHROME_PATH: executablePath } = process.env;
  if (!executablePath) throw new Error('Install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
  const browser = await chromium.launch({ executablePath });
  return {
    open: async (options = {}) => openAddin(await browser.newContext(), resolve(addin), options),
    close: () => browser.close(),
  };
}

async function openAddin(
  context: BrowserContext,
  addin: string,
  { requirementSets = TODAY, withhold = [], under = '', knows = addin, keeps }: OpenOptions,
): Promise<OpenAddin> {
  const traffic: Traffic = { served: [], refused: [], violations: [], console: [], pageErrors: [] };
  const folderOf = (url: string): string => (keeps && !url.includes('/version.json') ? keeps : addin);
  await context.route('**/*', (route) => answer(route, folderOf(route.request().url()), withhold, traffic, under));
  await context.exposeFunction('noteViolation', (note: string) => traffic.violations.push(note));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note = `${event.effectiveDirective} ${event.blockedURI} in ${event.sourceFile}`;
      (window as unknown as { noteViolation(note: string): void }).noteViolation(note);
    });
  });
  const page = await context.newPage();
  page.on('console', (line) => traffic.console.push(`${line.type()}: ${line.text()}`));
  page.on('pageerror', (error) => traffic.pageErrors.push(error.message));

  await page.goto(EXCEL_URL);
  const url = `${ADDIN_URL}${under}/taskpane.html`;
  const opening = page.evaluate((options) => window.excelPage.open(options), { url, requirementSets });
  const readyMs = await orGiveUp(opening, traffic);
  const pane = page.frames().find((frame) => frame.url().startsWith(url));
  if (!pane) throw new Error('the add-in has left its page');

  const metadata = JSON.parse(readFileSync(join(knows, 'functions.json'), 'utf8')) as Metadata;
  const calculate = async (formulas: readonly Formula[]): Promise<Answers> => {
    const calls = formulas.map(([id, args]) => callOf(metadata, id, args));
    // As text: the browser's own way of handing over objects takes seconds for thousands of cards.
    const answers = await page.evaluate(
      async (text) => JSON.stringify(await window.excelPage.call(JSON.parse(text) as Call[])),
      JSON.stringify(calls),
    );
    return JSON.parse(answers) as Answers;
  };
  return {
    metadata,
    readyMs,
    page,
    pane,
    traffic,
    calculate,
    async cell(id, args = []) {
      const [first] = (await calculate([[id, args]])).answers;
      if (!first) throw new Error(`${id} never answered`);
      return first;
    },
    read: (address) => page.evaluate((at) => window.excelPage.workbook.read(at), address),
    select: (address) => page.evaluate((at) => window.excelPage.workbook.select(at), address),
    type: (cells) =>
      page.evaluate((given) => {
        for (const [at, content] of Object.entries(given)) window.excelPage.workbook.type(at, content);
      }, cells),
    arrange: (what, ...args) =>
      page.evaluate(
        ([name, given]) => {
          const { workbook } = window.excelPage;
          (workbook[name] as (...all: unknown[]) => void)(...given);
        },
        [what, args] as const,
      ),
    close: () => context.close(),
  };
}

const READY_WITHIN_MS = 20_000;

async function orGiveUp<T>(opening: Promise<T>, traffic: Traffic): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seen = JSON.stringify(traffic, null, 2);
      reject(new Error(`Microsoft's runtime never reported ready\n${seen}`));
    }, READY_WITHIN_MS);
  });
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}

async function answer(
  route: Route,
  addin: string,
  withhold: readonly string[],
  traffic: Traffic,
  under: string,
): Promise<void> {
  const url = route.request().url().split(/[?#]/)[0] ?? '';
  const content = withhold.some((file) => url.endsWith(`/${file}`)) ? undefined : find(url, addin, under);
  if (!content) {
    traffic.refused.push(url);
    return route.abort();
  }
  if (!url.startsWith(EXCEL_URL)) traffic.served.push(url);
  await route.fulfill({ ...content, headers: { 'access-control-allow-origin': '*' } });
}

interface Content {
  readonly contentType: string;
  readonly body: string | Buffer;
}

function find(url: string, addin: string, under: string): Content | undefined {
  if (url.startsWith(EXCEL_URL)) return excelPage(url.slice(EXCEL_URL.length + 1));
  if (url.startsWith(OFFICE_CDN)) return file(OFFICE_JS, url.slice(OFFICE_CDN.length));
  if (url.startsWith(`${ADDIN_URL}/src/`)) return module(join(SOURCE, url.slice(`${ADDIN_URL}/src/`.length)));
  if (url.startsWith(`${ADDIN_URL}${under}/`)) return file(addin, url.slice(ADDIN_URL.length + under.length + 1));
  return undefined;
}

function file(folder: string, name: string): Content | undefined {
  const path = join(folder, decodeURIComponent(name));
  if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isFile()) return;
  const contentType = TYPES[extname(path)] ?? 'application/octet-stream';
  return { contentType, body: readFileSync(path) };
}

/** The page that plays Excel, its TypeScript modules translated as they are asked for. */
function excelPage(name: string): Content | undefined {
  if (name === '') {
    const body =
      '<!doctype html><title>Excel, simulated</title><link rel="icon" href="data:,">' +
      '<body></body><script type="module" src="/index"></script>';
    return { contentType: 'text/html', body };
  }
  return module(join(EXCEL_PAGE, name));
}

function module(name: string): Content | undefined {
  const path = `${name}.ts`;
  if (!existsSync(path)) return undefined;
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    filename: path,
    swcrc: false,
    configFile: false,
    module: { type: 'es6' },
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  });
  return { contentType: 'text/javascript', body: code };
}
