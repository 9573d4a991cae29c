import type { AnalysisHost } from './api';

/** Loads the panel when its section is opened for the first time. */
export function offerAnalysis(section: HTMLDetailsElement, host: AnalysisHost): void {
  const body = section.querySelector<HTMLElement>('.analyse-body')!;
  const open = (): void => {
    if (!section.open) return;
    section.removeEventListener('toggle', open);
    const script = document.createElement('script');
    script.src = 'analyse.js';
    script.addEventListener('load', () => globalThis.openTaasAnalysis?.(body, host));
    script.addEventListener('error', () => {
      script.remove();
      body.textContent = 'The analysis did not load. Close and open this section to try again.';
      section.addEventListener('toggle', open);
    });
    document.head.append(script);
  };
  section.addEventListener('toggle', open);
}
