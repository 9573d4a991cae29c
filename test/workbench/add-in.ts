/** The built add-in, exactly as Excel loads it: dist/functions.js and dist/functions.json. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Metadata } from '../../src/workbench/metadata';
import { type Implementations, standInForExcel } from '../../src/workbench/office-stand-in';

export const dist = resolve(__dirname, '../../dist');

export function loadAddIn(): { metadata: Metadata; implementations: Implementations } {
  const implementations = standInForExcel(globalThis);
  new Function(readFileSync(resolve(dist, 'functions.js'), 'utf8'))();
  const metadata = JSON.parse(readFileSync(resolve(dist, 'functions.json'), 'utf8')) as Metadata;
  return { metadata, implementations };
}
