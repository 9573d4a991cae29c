// A reporter for jest: how many tests passed, failed and were skipped, and why, written to artifacts/tests.json.
// A reason stands in the name of a test, as test/only-where.ts writes it; a test skipped without one counts as failed.
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const reasonIn = (name) => /\[skipped: (.+?)\]/.exec(name)?.[1];

/** Counts of a run of jest. */
function counted(results) {
  const skipped = {};
  let unreasoned = 0;
  const tests = results.testResults.flatMap((suite) => suite.testResults);
  for (const { status, fullName } of tests) {
    if (status !== 'pending' && status !== 'todo' && status !== 'disabled') continue;
    const reason = reasonIn(fullName);
    if (reason === undefined) {
      unreasoned += 1;
      process.stderr.write(`Skipped without a reason: ${fullName}\n`);
    } else skipped[reason] = (skipped[reason] ?? 0) + 1;
  }
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites + unreasoned,
    skipped,
  };
}

module.exports = class TestCounts {
  onRunComplete(_contexts, results) {
    const folder = path.resolve(__dirname, '..', 'artifacts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'tests.json'), `${JSON.stringify(counted(results))}\n`);
  }
};
module.exports.counted = counted;
