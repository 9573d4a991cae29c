// Whether dist/ is what the sources say now: a digest of everything the build reads, kept beside its result.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const mark = join(root, 'dist', '.built');
const inputs = [
  'src',
  'assets',
  'manifest.xml',
  'webpack.config.js',
  'rooms.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** Where the add-in will be served from; the manifest and functions.json name it. */
export const addinUrl = () => process.env.ADDIN_URL ?? 'https://localhost:3000';

export function digestOfInputs() {
  const digest = createHash('sha256').update(addinUrl());
  for (const input of inputs) {
    for (const path of files(join(root, input)))
      digest.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return digest.digest('hex');
}

export const isFresh = () => existsSync(mark) && readFileSync(mark, 'utf8') === digestOfInputs();

export const markFresh = (digest) => writeFileSync(mark, digest);
