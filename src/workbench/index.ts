/**
 * The workbench: a spreadsheet in the page for whoever has no Excel at hand. It loads the very
 * functions.js and functions.json that Excel loads, and shows what Excel would show.
 */
import { offerAnalysis } from '../pane/analyse/section';
import { written } from '../pane/card';
import { activeCell } from '../pane/cell';
import { byId, loadScript } from '../pane/element';
import { follow } from '../pane/follow';
import type { Listed } from '../pane/functions';
import { whyLines } from '../pane/why';
import { createAnswers } from './answers';
import { cellNodes } from './cell-panel';
import { showFunctions } from './function-panel';
import { openGrid } from './grid';
import { type CatalogueFile, listed, type Metadata } from './metadata';
import { bedrock } from '../models/bedrock';
import { byQuarter } from '../models/by-quarter';
import { standInForExcel } from './office-stand-in';
import { univerFunctions } from './univer-functions';
import { whyItems } from './why-panel';
import './workbench.css';

const implementations = standInForExcel(globalThis);

async function load<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} did not load (${response.status})`);
  return (await response.json()) as T;
}

/** F6 goes from the grid to the search box and back, as it goes from pane to pane in Excel. */
function followF6(search: HTMLElement, panel: HTMLElement, toGrid: () => void): void {
  const go = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    if (panel.contains(document.activeElement)) toGrid();
    else search.focus();
  };
  addEventListener('keydown', go, { capture: true });
}

async function loadFunctions(): Promise<void> {
  await loadScript('../functions.js');
  await loadScript('../more-functions.js');
}

async function open(): Promise<void> {
  const [metadata] = await Promise.all([load<Metadata>('../functions.json'), loadFunctions()]);
  const version = written(implementations.get('TAAS_VERSION')?.());
  byId('version').textContent = version.replace(/^TaaS for Excel\b/, 'Version').trim();

  const answers = createAnswers();
  const functions = univerFunctions(metadata, implementations, answers);
  const grid = openGrid(byId('grid'), [bedrock, byQuarter], functions, answers);
  const search = byId('search') as HTMLInputElement;

  const show = (functions: readonly Listed[]): void =>
    showFunctions(search, byId('function-list'), byId('function-status'), grid, functions);
  const named = listed(metadata);
  follow(
    grid.onChange,
    () => activeCell(grid, named),
    (cell) => byId('cell-body').replaceChildren(...cellNodes(cell)),
  );
  show(named);
  follow(
    grid.onChange,
    () => whyLines(grid),
    (lines) => {
      byId('why-list').replaceChildren(...whyItems(lines, grid));
      byId('why-none').hidden = lines.length > 0;
    },
  );
  offerAnalysis(byId('analyse') as HTMLDetailsElement, grid, '../analyse.js');
  followF6(search, byId('panel'), () => grid.focus());

  // Families and examples come a moment later: the first answers do not wait for them.
  show(listed(metadata, await load<CatalogueFile>('../catalogue.json')));
}

open().catch((fault: unknown) => {
  const reason = fault instanceof Error ? fault.message : String(fault);
  const message = document.createElement('p');
  message.className = 'fault';
  message.setAttribute('role', 'alert');
  message.textContent = `The workbench could not open: ${reason}.`;
  byId('grid').replaceChildren(message);
});
