/**
 * The workbench: a spreadsheet in the page for whoever has no Excel at hand. It loads the very
 * functions.js and functions.json that Excel loads, and shows what Excel would show.
 */
import { offerAnalysis } from './analysis-panel';
import { createAnswers } from './answers';
import { written } from './card';
import { showSelectedCell } from './cell-panel';
import { byId } from './element';
import { showFunctions } from './function-panel';
import { openGrid } from './grid';
import { type CatalogueFile, type Metadata, withCatalogue } from './metadata';
import { model } from './model';
import { standInForExcel } from './office-stand-in';
import { univerFunctions } from './univer-functions';
import { showErrors } from './why-panel';
import './workbench.css';

const implementations = standInForExcel(globalThis);

function loadScript(url: string): Promise<void> {
  const script = document.createElement('script');
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${url} did not load`));
    script.src = url;
    document.head.append(script);
  });
}

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

async function open(): Promise<void> {
  const [metadata] = await Promise.all([load<Metadata>('../functions.json'), loadScript('../functions.js')]);
  const version = written(implementations.get('TAAS_VERSION')?.());
  byId('version').textContent = version.replace(/^TaaS for Excel\b/, 'Version').trim();

  const answers = createAnswers();
  const functions = univerFunctions(metadata, implementations, answers);
  const grid = openGrid(byId('grid'), model, functions, answers);
  const search = byId('search') as HTMLInputElement;

  showSelectedCell(byId('cell-body'), grid, answers, metadata);
  showFunctions(search, byId('function-list'), byId('function-status'), grid, metadata);
  showErrors(byId('why-list'), byId('why-none'), grid, answers);
  offerAnalysis(byId('analyse') as HTMLDetailsElement, byId('analyse-body'), grid, () => loadScript('../analyse.js'));
  followF6(search, byId('panel'), () => grid.focus());

  // Families and examples come a moment later: the first answers do not wait for them.
  const listed = withCatalogue(metadata, await load<CatalogueFile>('../catalogue.json'));
  showFunctions(search, byId('function-list'), byId('function-status'), grid, listed);
}

open().catch((fault: unknown) => {
  const reason = fault instanceof Error ? fault.message : String(fault);
  const message = document.createElement('p');
  message.className = 'fault';
  message.setAttribute('role', 'alert');
  message.textContent = `The workbench could not open: ${reason}.`;
  byId('grid').replaceChildren(message);
});
