// Packages that ship ES modules only; jest runs CommonJS, so swc turns them round.
const esModulesOnly = [
  '@ironcalc/wasm',
  '@observablehq/plot',
  'cjk-regex',
  'collapse-white-space',
  'd3(-[a-z-]+)?',
  'delaunator',
  'franc-min',
  'internmap',
  'isoformat',
  'kdbush',
  'n-gram',
  'nanoid',
  'quickselect',
  'rbush',
  'regexp-util',
  'robust-predicates',
  'trigram-utils',
  'unicode-regex',
];

const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  setupFiles: ['<rootDir>/test/kernels.ts'],
  globalSetup: '<rootDir>/scripts/before-tests.mjs',
  transform: { '\\.m?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
  // The grid asks for lodash-es by name; the same functions as CommonJS load in a tenth of the time.
  moduleNameMapper: { '^lodash-es$': 'lodash' },
  // Counts for .ci/run, in artifacts/tests.json.
  reporters: ['default', '<rootDir>/scripts/test-counts.cjs'],
  // Starting a browser on a busy machine is slow; a test of pure arithmetic that needs a second sets its own limit.
  testTimeout: 120_000,
  maxWorkers: '100%',
};
