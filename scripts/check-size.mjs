// Checks that what every cell waits for stays small.
// node scripts/check-size.mjs [folder of the built add-in]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 90 * 1024; // of functions.js, gzipped, decimal.js included

const script = join(process.argv[2] ?? 'dist', 'functions.js');
if (!existsSync(script)) {
  console.error(`There is no ${script}: run npm run build first.`);
  process.exit(1);
}
const size = gzipSync(readFileSync(script), { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
if (size > limit) {
  console.error(`functions.js is ${kilobytes(size)} gzipped; it may be ${kilobytes(limit)}.`);
  process.exit(1);
}
console.log(`functions.js: ${kilobytes(size)} gzipped, of ${kilobytes(limit)}.`);
