// 10,000 mixed formulas through Microsoft's office.js in Chromium, and how soon the add-in can answer.
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import { createJiti } from 'jiti';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Wall time and main-thread time of the page (the simulated Excel's own work included), and milliseconds until ready. */
export async function timeOfficeJs(formulas = 10_000) {
  process.env.CHROME_PATH = findBrowser();
  const jiti = createJiti(import.meta.url);
  const { startExcel } = await jiti.import(`${root}test/excel/host/excel.ts`);
  const excel = await startExcel(`${root}dist`);
  try {
    const addin = await excel.open();
    const readyMs = await addin.pane.evaluate(() => {
      const { performance } = globalThis;
      const script = performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('/functions.js'));
      return performance.getEntriesByName('taas-associated')[0].startTime - script.responseEnd;
    });
    const scalars = addin.metadata.functions.filter(
      (f) => f.parameters.every((p) => p.optional) && !/FACTS|ASSUMPTIONS|CHECKS|SIMULATE|PEERS/.test(f.id),
    );
    const mixed = Array.from({ length: formulas }, (_, i) => [scalars[i % scalars.length].id]);
    const session = await addin.page.context().newCDPSession(addin.page);
    await session.send('Performance.enable');
    const busy = async () =>
      (await session.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value * 1000;
    const time = async (calls) => {
      await addin.calculate(calls.slice(0, 200));
      const [cpuBefore, start] = [await busy(), performance.now()];
      await addin.calculate(calls);
      return { wallMs: performance.now() - start, cpuMs: (await busy()) - cpuBefore };
    };
    const distinct = (of) => Array.from({ length: formulas }, (_, i) => of(1 + i / formulas));
    const fleets = distinct((x) => ['TAAS_FLEET_DEPRECIATION', [[[10 * x], [12 * x], [15 * x], [20 * x]]]]);
    const paybacks = distinct((x) => ['TAAS_PAYBACK', [10 * x, 3, 0.08]]);
    return {
      ...(await time(mixed)),
      fleets: await time(fleets),
      paybacks: await time(paybacks),
      formulas,
      readyMs,
    };
  } finally {
    await excel.close();
  }
}
