// Once before jest's tests: the index of functions, and the browser that browser tests start, in CHROME_PATH.
import { indexFolders } from './index-folders.mjs';
import { installedBrowser } from './find-browser.mjs';

export default function beforeTests() {
  indexFolders();
  const browser = installedBrowser();
  if (browser) process.env.CHROME_PATH = browser;
}
