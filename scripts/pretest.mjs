// Before the tests: the index of functions, a browser to run them in, and dist/ as the sources say now.
import './node-version.mjs';
import { build } from './build.mjs';
import { findBrowser } from './find-browser.mjs';

try {
  findBrowser();
  build({ ifStale: true });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
