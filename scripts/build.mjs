// Builds dist/ with webpack; with --if-stale only when something it is made of has changed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { digestOfInputs, isFresh, markFresh } from './freshness.mjs';
import { printKernels } from './print-kernels.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Throws a sentence when the build fails; webpack has said why by then. */
export function build({ ifStale = false } = {}) {
  if (process.env.ADDIN_URL) {
    throw new Error(
      'ADDIN_URL is set, but what is built is for this machine: npm run site makes the add-in for another address.',
    );
  }
  printKernels();
  if (ifStale && isFresh()) return;
  const digest = digestOfInputs();
  rmSync(new URL('../dist/.built', import.meta.url), { force: true });
  const webpack = createRequire(import.meta.url).resolve('webpack-cli/bin/cli.js');
  const { status } = spawnSync(process.execPath, [webpack], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The build failed.');
  const models = spawnSync(process.execPath, ['node_modules/.cache/taas-excel/models.js', 'dist'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (models.status !== 0) throw new Error('The ready models could not be written.');
  markFresh(digest);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build({ ifStale: process.argv.includes('--if-stale') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
