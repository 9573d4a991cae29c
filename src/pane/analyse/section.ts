import { loadScript } from '../element';
import type { Host } from '../host';

/** Loads the panel, from `script`, when its section is opened for the first time. */
export function offerAnalysis(section: HTMLDetailsElement, host: Host, script: string): void {
  const body = section.querySelector<HTMLElement>('.analyse-body')!;
  let offered = false;

  async function open(): Promise<void> {
    if (!section.open || offered) return;
    offered = true;
    try {
      await loadScript(script);
      globalThis.openTaasAnalysis!(body, host);
    } catch {
      offered = false;
      body.textContent = 'The analysis did not load. Close and open this section to try again.';
    }
  }
  section.addEventListener('toggle', () => void open());
}
