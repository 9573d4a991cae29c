#!/usr/bin/env node
// Starts the command that `npm run build` made.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../dist/node/taas.js', import.meta.url));
if (existsSync(built)) createRequire(import.meta.url)(built);
else {
  console.error('taas is not built yet: run npm run build first.');
  process.exitCode = 1;
}
