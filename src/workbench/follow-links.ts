/** Follows a formula that a link brings behind the `#` of the page: that by which it was opened, and those after it. */
import type { Host } from '../pane/host';
import { reasonOf } from '../pane/reason-of';
import { alertOf, byId } from './page';

export function followLinks(host: Host, ours: ReadonlySet<string>): void {
  async function follow(): Promise<void> {
    if (!location.hash.startsWith('#=')) return;
    const { hash } = location;
    // Each link is followed once: a reload does not insert again.
    history.replaceState(null, '', location.pathname + location.search);
    const { formulaIn, openFormula } = await import('./linked-formula');
    const brought = formulaIn(hash, ours);
    if ('refused' in brought) throw new Error(brought.refused);
    await openFormula(host, brought.formula);
  }
  // Beside the title, until the page is opened anew.
  const told = (fault: unknown): void => byId('version').after(alertOf(reasonOf(fault)));
  const followed = (): void => void follow().catch(told);
  addEventListener('hashchange', followed);
  followed();
}
