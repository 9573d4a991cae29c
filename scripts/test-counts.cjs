// A reporter for jest: how many tests passed and failed, written to artifacts/tests.json.
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

module.exports = class TestCounts {
  onRunComplete(_contexts, results) {
    const folder = path.resolve(__dirname, '..', 'artifacts');
    mkdirSync(folder, { recursive: true });
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(path.join(folder, 'tests.json'), `${JSON.stringify(counts)}\n`);
  }
};
