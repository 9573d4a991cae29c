// Draws assets/icon.svg at the pixel sizes Excel asks for. The small ones are drawn on the pixel grid,
// from assets/icon-small.svg, because the large drawing blurs there. The unified manifest has two of its own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

const assets = new URL('../assets/', import.meta.url);
const icon = (size) => `icon-${size}.png`;
const drawings = [
  { svg: 'icon-small.svg', sizes: [16, 20, 24], png: icon },
  { svg: 'icon.svg', sizes: [32, 40, 48, 64, 80], png: icon },
  { svg: 'unified/color.svg', sizes: [192], png: () => 'unified/color.png' },
  { svg: 'unified/outline.svg', sizes: [32], png: () => 'unified/outline.png' },
];

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({ deviceScaleFactor: 1 });
for (const { svg, sizes, png } of drawings) {
  const drawing = readFileSync(new URL(svg, assets), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await page.screenshot({ path: fileURLToPath(new URL(png(size), assets)), omitBackground: true });
  }
}
await browser.close();
