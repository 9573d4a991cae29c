/** The analyst's four questions, asked in the add-in's own panel, which loads when its section is first opened. */
import type { OpenAnalysis } from '../pane/analyse/api';
import type { Grid } from './grid';

export function offerAnalysis(
  section: HTMLDetailsElement,
  body: HTMLElement,
  grid: Grid,
  load: () => Promise<void>,
): void {
  function insert(formula: string): Promise<string> {
    const cell = grid.selected();
    const where = grid.addressOf(cell);
    if (!grid.isEmpty(cell)) return Promise.resolve(`${where} is in use: select an empty cell first.`);
    grid.write(cell, formula);
    return Promise.resolve(`The formula is in ${where}.`);
  }

  async function open(): Promise<void> {
    if (!section.open || body.childElementCount > 0) return;
    try {
      await load();
      const panel: OpenAnalysis | undefined = globalThis.openTaasAnalysis;
      panel?.(body, { insert });
    } catch {
      body.textContent = 'The analysis did not load. Close and open this section to try again.';
    }
  }
  section.addEventListener('toggle', () => void open());
}
