import type { Host } from '../host';

/** What analyse.js offers once it has loaded. */
export type OpenAnalysis = (container: HTMLElement, host: Host) => void;

declare global {
  var openTaasAnalysis: OpenAnalysis | undefined;
}
