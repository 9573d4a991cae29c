// The order of the suites: the slow ones first, so that no worker is left alone with one at the end. A fresh clone has no
// times of its own to go by, and jest would then go by the length of a file, which says nothing of a build or a browser.
const { relative, sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Seconds on two cores, of the suites that take more than thirty. */
const SECONDS = {
  'test/scaffold/additions.test.ts': 110,
  'test/workbench/browser.test.ts': 100,
  'test/models/files.test.ts': 100,
  'test/workbench/files/files.browser.test.ts': 99,
  'test/engines/agreement.test.ts': 78,
  'test/derive/help.browser.test.ts': 77,
  'test/engines/sql.test.ts': 76,
  'test/scaffold/quarter.test.ts': 75,
  'test/engines/judges.test.ts': 56,
  'test/excel/check-up.test.ts': 51,
  'test/workbench/formulas.test.ts': 44,
  'test/derive/story.browser.test.ts': 42,
  'test/command/sweep-moments.test.ts': 41,
  'test/workbench/accessible.test.ts': 39,
  'test/models/bad-input.test.ts': 31,
};

module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const seconds = ({ path, context }) => SECONDS[relative(context.config.rootDir, path).split(sep).join('/')] ?? 0;
    // What jest orders otherwise stays in its order.
    return [...super.sort(tests)].sort((a, b) => seconds(b) - seconds(a));
  }
};
