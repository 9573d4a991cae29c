// The workbench in Chromium, and the files of the models: seconds as a user waits for them.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { site } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const median = (xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)];

/** Seconds to write all files of the models and the story, and the bytes of the largest file. */
export function timeModels() {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  try {
    cpSync(`${root}dist`, folder, { recursive: true });
    const start = performance.now();
    execFileSync(process.execPath, [`${root}node_modules/.cache/taas-excel/models.js`, folder]);
    const seconds = (performance.now() - start) / 1000;
    const files = readdirSync(join(folder, 'models')).filter((name) => name.endsWith('.xlsx'));
    return { seconds, largest: Math.max(...files.map((name) => statSync(join(folder, 'models', name)).size)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page: when the sheet first drew an answer, and how long the pane took from its script to its tabs. */
function watch() {
  const { performance, document, MutationObserver } = globalThis;
  const times = {};
  globalThis.times = times;
  for (const { prototype } of [globalThis.CanvasRenderingContext2D, globalThis.OffscreenCanvasRenderingContext2D]) {
    const draw = prototype.fillText;
    prototype.fillText = function (text, ...rest) {
      if (text === '55.0%') times.answer ??= performance.now();
      return draw.call(this, text, ...rest);
    };
  }
  new MutationObserver(() => {
    if (document.querySelector('script[src$="/pane.js"]')) times.script ??= performance.now();
    if (document.querySelector('#pane [role="tab"]')) times.pane ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** Milliseconds, medians: until the first answer is drawn, from the pane's script to its tabs; and of each model opened. */
export async function timeWorkbench(rounds = 5) {
  const server = createServer(site(`${root}dist`));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const address = `http://127.0.0.1:${server.address().port}/workbench/`;
  const opened = async () => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 860 } })).newPage();
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => globalThis.times.answer && globalThis.times.pane);
    return page;
  };
  try {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const page = await opened();
      times.push(await page.evaluate(() => globalThis.times));
      await page.context().close();
    }
    const page = await opened();
    const pane = page.locator('#pane');
    const models = {};
    await pane.getByRole('tab', { name: 'Models' }).click();
    await pane.getByRole('button', { name: 'Open' }).first().waitFor();
    const names = await pane.getByRole('listitem').locator('h3').allInnerTexts();
    for (const name of names) {
      await pane.getByRole('tab', { name: 'Models' }).click();
      const button = pane.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Open' });
      await button.waitFor();
      const loaded = page.waitForEvent('load');
      const start = performance.now();
      await button.click();
      await loaded;
      await pane.getByRole('region', { name: /^Cell / }).waitFor();
      models[name] = performance.now() - start;
    }
    return {
      answer: median(times.map(({ answer }) => answer)),
      pane: median(times.map(({ script, pane }) => pane - script)),
      models,
    };
  } finally {
    await browser.close();
    server.close();
  }
}
