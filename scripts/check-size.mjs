// Checks that what every cell waits for stays small, and that what comes a moment later does, the pane last.
// node scripts/check-size.mjs [folder of the built add-in]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** KB gzipped, decimal.js included. */
const LIMITS = { 'functions.js': 90, 'more-functions.js': 90, 'pane.js': 350 };
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const [name, limit] of Object.entries(LIMITS)) {
  const script = join(process.argv[2] ?? 'dist', name);
  if (!existsSync(script)) {
    console.error(`There is no ${script}: run npm run build first.`);
    process.exit(1);
  }
  const size = gzipSync(readFileSync(script), { level: 9 }).length;
  if (size > limit * 1024) {
    console.error(`${name} is ${kilobytes(size)} gzipped; it may be ${kilobytes(limit * 1024)}.`);
    process.exitCode = 1;
  } else {
    console.log(`${name}: ${kilobytes(size)} gzipped, of ${kilobytes(limit * 1024)}.`);
  }
}
