/** Follows a formula that a link brings behind the `#` of the page: that by which it was opened, and those after it. */
import type { Host } from '../pane/host';
import { byId } from './page';

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
  const told = (fault: unknown): void => tell(fault instanceof Error ? fault.message : String(fault));
  const followed = (): void => void follow().catch(told);
  addEventListener('hashchange', followed);
  followed();
}

/** Beside the title, until the page is opened anew. */
function tell(sentence: string): void {
  const message = document.createElement('p');
  message.className = 'fault';
  message.setAttribute('role', 'alert');
  message.textContent = sentence;
  byId('version').after(message);
}
