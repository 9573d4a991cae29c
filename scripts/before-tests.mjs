// Once before jest's tests: the index of functions, their loops, and the browser that browser tests start, in CHROME_PATH.
import { installedBrowser } from './find-browser.mjs';
import { printKernels } from './print-kernels.mjs';

export default function beforeTests() {
  printKernels();
  const browser = installedBrowser();
  if (browser) process.env.CHROME_PATH = browser;
}
