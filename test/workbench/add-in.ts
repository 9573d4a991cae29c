/** The built add-in, exactly as Excel loads it: its scripts and dist/functions.json. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WorkbookFile } from '../../src/models/xlsx/workbook-file';
import type { Metadata } from '../../src/workbench/metadata';
import { type Implementations, standInForExcel } from '../../src/workbench/office-stand-in';

export const dist = resolve(__dirname, '../../dist');

/** Runs the scripts of a built add-in in the order of its page. */
export function runAddIn(built: (file: string) => string): Implementations {
  const implementations = standInForExcel(globalThis);
  for (const script of ['functions.js', 'more-functions.js']) new Function('self', built(script))(globalThis);
  return implementations;
}

export function loadAddIn(): { metadata: Metadata; implementations: Implementations } {
  const implementations = runAddIn((file) => readFileSync(resolve(dist, file), 'utf8'));
  const metadata = JSON.parse(readFileSync(resolve(dist, 'functions.json'), 'utf8')) as Metadata;
  return { metadata, implementations };
}

/** The model that the workbench opens with, as the build has computed it. */
export const loadDeal = (): WorkbookFile =>
  JSON.parse(readFileSync(resolve(dist, 'models/welcome.json'), 'utf8')) as WorkbookFile;
