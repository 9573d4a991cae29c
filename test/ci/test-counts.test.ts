/** What .ci/run says at its end: no test is left out without a word. */
import { describeWhere } from '../only-where';

const { counted } = jest.requireActual<{ counted: (results: object) => object }>('../../scripts/test-counts.cjs');

const run = (...tests: readonly (readonly [status: string, fullName: string])[]) => ({
  numPassedTests: tests.filter(([status]) => status === 'passed').length,
  numFailedTests: tests.filter(([status]) => status === 'failed').length,
  numRuntimeErrorTestSuites: 0,
  testResults: [{ testResults: tests.map(([status, fullName]) => ({ status, fullName })) }],
});

test('tests skipped for one reason are counted together', () => {
  const name = 'PostgreSQL agrees [skipped: PostgreSQL is not on this machine]';
  const results = run(['passed', 'margin'], ['pending', `${name} margin`], ['pending', `${name} mix`]);
  expect(counted(results)).toEqual({ passed: 1, failed: 0, skipped: { 'PostgreSQL is not on this machine': 2 } });
});

test.each(['pending', 'todo', 'disabled'])('a test that is %s without a reason counts as failed', (status) => {
  const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(counted(run(['failed', 'mix'], [status, 'margin']))).toEqual({ passed: 0, failed: 2, skipped: {} });
  expect(told).toHaveBeenCalledWith('Skipped without a reason: margin\n');
  told.mockRestore();
});

describeWhere(true, 'never')('where a thing is there', () => {
  test('its tests run under their own name', () => {
    expect(expect.getState().currentTestName).toBe('where a thing is there its tests run under their own name');
  });
});
