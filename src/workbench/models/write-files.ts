/** Writes the ready models into dist/models and their story into dist/story, by the functions of the add-in that was built before them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Metadata } from '../metadata';
import { standInForExcel } from '../office-stand-in';
import { modelFiles } from './files';

const [, , dist] = process.argv;
if (dist === undefined) throw new Error('Say which folder holds the add-in.');

const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
Object.assign(globalThis, { self: globalThis });
const implementations = standInForExcel(globalThis);
for (const script of ['functions.js', 'more-functions.js']) runInThisContext(read(script), { filename: script });

function write(folderName: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const folder = join(dist!, folderName);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

void modelFiles(JSON.parse(read('functions.json')) as Metadata, implementations).then(({ files, story }) => {
  write('models', files);
  write('story', story);
  // The engine's timers would keep the process.
  process.exit();
});
