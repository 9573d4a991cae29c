import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/define';
import { GUIDES } from './guides';
import { guidePage } from './guide';
import { dataBookPage } from './data-book-page';
import { indexPage } from './index-page';
import { functionPage } from './page';
import { privacyPage } from './privacy-page';
import { supportPage } from './support-page';

/** What is served as it was written. */
const WRITTEN = ['help.css', 'search.js', 'copy.js'];

/** The whole help, as files. */
export const helpFiles = (catalogue: Catalogue): Record<string, () => string> => ({
  'help/index.html': () => indexPage(catalogue.functions),
  'help/data-book.html': dataBookPage,
  'help/support.html': supportPage,
  'help/privacy.html': privacyPage,
  ...Object.fromEntries(GUIDES.map((guide) => [`help/${guide.file}`, () => guidePage(guide, catalogue)])),
  ...Object.fromEntries(
    catalogue.functions.map((definition) => [
      `help/${definition.name}.html`,
      () => functionPage(definition, catalogue),
    ]),
  ),
  ...Object.fromEntries(WRITTEN.map((name) => [`help/${name}`, () => readFileSync(join(__dirname, name), 'utf8')])),
});
