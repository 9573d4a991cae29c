const { availableParallelism } = require('node:os');

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
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts?(x)'],
  setupFiles: ['<rootDir>/test/keep-bytecode.ts', '<rootDir>/test/kernels.ts'],
  globalSetup: '<rootDir>/scripts/before-tests.mjs',
  transform: { '\\.m?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
  // The grid asks for lodash-es by name; the same functions as CommonJS load in a tenth of the time.
  moduleNameMapper: { '^lodash-es$': 'lodash', '^@fluentui/react-icons$': '<rootDir>/test/pane/icons.cjs' },
  testSequencer: '<rootDir>/scripts/slow-first.cjs',
  // Counts for .ci/run, in artifacts/tests.json.
  reporters: ['default', '<rootDir>/scripts/test-counts.cjs'],
  // Starting a browser on a busy machine is slow; a test of pure arithmetic that needs a second sets its own limit.
  testTimeout: 120_000,
  // A third of the time is spent waiting for a browser to draw, so there is a third more to do at once than cores.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A worker that has run dozens of suites holds gigabytes: it begins anew instead.
  workerIdleMemoryLimit: '1GB',
};
