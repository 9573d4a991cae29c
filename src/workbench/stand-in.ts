/**
 * The first script of the page: it stands in for Excel, and runs the add-in's functions as they arrive,
 * while the browser is still reading the much larger script of the grid.
 */
import { standInForExcel } from './office-stand-in';
import { loadScript } from './page';

export const implementations = standInForExcel(globalThis);

/** both scripts of the functions, in their order */
export const functionsLoaded = Promise.all(['../functions.js', '../more-functions.js'].map((url) => loadScript(url)));
// Whoever opens the grid says what did not load; until then nobody need be told.
functionsLoaded.catch(() => undefined);
