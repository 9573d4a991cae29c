// The order of the suites: the slow ones first, so that no worker is left alone with one at the end. A fresh clone has no
// times of its own to go by, and jest would then go by the length of a file, which says nothing of a build or a browser.
const { relative, sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Seconds on two cores, of the suites that take more than thirty. */
const SECONDS = {
  'test/models/files.test.ts': 157,
  'test/engines/sql.test.ts': 142,
  'test/derive/help.browser.test.ts': 96,
  'test/workbench/browser.test.ts': 82,
  'test/engines/agreement.test.ts': 76,
  'test/workbench/files/files.browser.test.ts': 73,
  'test/scaffold/additions.test.ts': 100,
  'test/excel/check-up.test.ts': 40,
  'test/workbench/formulas.test.ts': 40,
  'test/scaffold/quarter.test.ts': 70,
  'test/excel/office-js.test.ts': 38,
};

module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const seconds = ({ path, context }) => SECONDS[relative(context.config.rootDir, path).split(sep).join('/')] ?? 0;
    // What jest orders otherwise stays in its order.
    return [...super.sort(tests)].sort((a, b) => seconds(b) - seconds(a));
  }
};
