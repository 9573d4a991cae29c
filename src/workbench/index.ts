/**
 * The workbench: a spreadsheet in the page for whoever has no Excel at hand. It loads the very
 * functions.js, functions.json and pane.js that Excel loads, and shows what Excel would show.
 */
import { written } from '../pane/card';
import type { Host } from '../pane/host';
import { reasonOf } from '../pane/reason-of';
import type { WorkbookFile } from '../models/xlsx/workbook-file';
import { createAnswers } from './answers';
import { filesMenu, type FilesMenu } from './files/files-menu';
import { fromFile } from './files/from-file';
import { openWork } from './files/work';
import { followLinks } from './follow-links';
import { openGrid } from './grid';
import type { Metadata } from './metadata';
import { alertOf, byId, loadScript } from './page';
import { functionsLoaded, implementations } from './stand-in';
import { univerFunctions } from './univer-functions';
import { TEMPLATES, welcome, welcomeCell } from './welcome';
import { whenIdle } from './when-idle';
import './workbench.css';

async function load<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} did not load (${response.status})`);
  return (await response.json()) as T;
}

/** F6 goes round grid, pane and header, and Shift+F6 the other way, as from part to part in Excel. */
function followF6(pane: HTMLElement, toGrid: () => void): void {
  const header = document.querySelector('header')!;
  const parts = [
    toGrid,
    () => pane.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
    () => header.querySelector('button')?.focus(),
  ];
  const go = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    const at = pane.contains(document.activeElement) ? 1 : header.contains(document.activeElement) ? 2 : 0;
    parts.at((at + (event.shiftKey ? -1 : 1)) % parts.length)!();
  };
  addEventListener('keydown', go, { capture: true });
}

/** The page goes on with it, and the workbook in view stays in the list. */
const openIn =
  (add: FilesMenu['add']): NonNullable<Host['openWorkbook']> =>
  async ({ name, workbook }) => {
    const refused = await add(name, fromFile(workbook));
    if (refused !== undefined) throw new Error(refused);
    return `${name} opens as a workbook of its own.`;
  };

/** Without its code the pane says so; the sheet answers all the same. */
async function openPane(container: HTMLElement, host: Host): Promise<void> {
  try {
    await loadScript('../pane.js');
    globalThis.openTaasPane?.(container, host);
  } catch (fault) {
    container.replaceChildren(alertOf(`The pane could not open: ${reasonOf(fault)}.`));
  }
}

async function open(): Promise<void> {
  const [metadata, work, deal] = await Promise.all([
    load<Metadata>('../functions.json'),
    openWork(),
    load<WorkbookFile>('../models/welcome.json'),
    functionsLoaded,
  ]);
  const version = written(implementations.get('TAAS_VERSION')?.());
  byId('version').textContent = version.replace(/^TaaS for Excel\b/, 'Version').trim();

  const answers = createAnswers();
  const functions = univerFunctions(metadata, implementations, answers);
  const opened = work.data ? { data: work.data } : { data: welcome(deal), start: welcomeCell(deal) };
  const grid = openGrid(byId('grid'), functions, answers, { ...opened, templates: TEMPLATES });
  const ours = new Set(metadata.functions.map(({ name }) => name.toUpperCase()));
  const { element, add } = filesMenu({ work, files: grid.files, ours });
  byId('version').before(element);
  followF6(byId('pane'), () => grid.focus());

  // The sheet shows what it came to last, and is computed again in a quiet moment, which need not wait for the pane.
  await grid.ready;
  whenIdle(grid.calculate, 1000);
  const host = { ...grid, openWorkbook: openIn(add) };
  await openPane(byId('pane'), host);
  followLinks(host, ours);
}

open().catch((fault: unknown) =>
  byId('grid').replaceChildren(alertOf(`The workbench could not open: ${reasonOf(fault)}.`)),
);
