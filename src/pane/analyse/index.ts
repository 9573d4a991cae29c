import { openPanel } from './panel';
import { runner } from './run';
import './analyse.css';

/*
 * Loaded when the analyst first opens the section, so that no cell waits for it. Its style sheet and its worker lie
 * beside it.
 */

const here = new URL((document.currentScript as HTMLScriptElement).src);
const styles = document.createElement('link');
styles.rel = 'stylesheet';
styles.href = new URL('analyse.css', here).href;
document.head.append(styles);

globalThis.openTaasAnalysis = (container, host) =>
  openPanel(container, host, runner(new URL('analysis-worker.js', here)));
