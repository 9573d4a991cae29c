// The core's tests as one file, so that each mutant loads the core once: npm run mutate.
const base = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test'],
  testMatch: ['**/core.mutation.ts'],
  testEnvironment: '<rootDir>/test/mutation-environment.js',
  reporters: undefined,
  globalSetup: undefined,
  testTimeout: 20_000,
};
