// Writes src/formula/kernels.generated.ts: a plain loop for each function and its options, printed from its formula. The
// first line says what it was printed from, so that it is printed again only when that has changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { digestOf } from './freshness.mjs';
import { indexFolders } from './index-folders.mjs';

const generated = 'src/formula/kernels.generated.ts';
const file = fileURLToPath(new URL(`../${generated}`, import.meta.url));
const sources = ['formula', 'economics', 'catalogue', 'book', 'functions', 'derive/kernels.ts'];
const none = `import type { Kernel } from './columns';
export const KERNELS: Readonly<Record<string, readonly Kernel[]>> = {};
`;

/** Throws what a function file that cannot be read throws. */
export function printKernels() {
  indexFolders();
  const digest = digestOf(
    sources.map((source) => `src/${source}`),
    generated,
  );
  const heading = `// Written by scripts/print-kernels.mjs from the formulas (${digest}). Do not edit.\n`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(heading)) return;
  // The formulas are read by code that asks for the loops.
  if (!existsSync(file)) writeFileSync(file, none);
  const { kernelsModule } = createJiti(import.meta.url, { moduleCache: false })('../src/derive/kernels.ts');
  writeFileSync(file, heading + kernelsModule());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    printKernels();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
