/** One version, of package.json; the manifest in the repository stands for all that are made of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/book/version';

const root = join(__dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

test('package.json, the manifest and TAAS_VERSION say the same', () => {
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  expect((JSON.parse(text('package.json')) as { version: string }).version).toBe(VERSION);
  expect(/<Version>([^<]*)<\/Version>/.exec(text('manifest.xml'))?.[1]).toBe(`${VERSION}.0`);
});
