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
  'environments.json',
  'scripts/addin-address.cjs',
  'scripts/notices.cjs',
  'webpack.config.js',
  'rooms.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

function files(path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => files(`${path}/${name}`));
}

/** A digest of files and folders, but for one file that is made of them. */
export function digestOf(paths, except) {
  const digest = createHash('sha256');
  for (const path of paths.flatMap(files))
    if (path !== except)
      digest
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
  return digest.digest('hex');
}

export const digestOfInputs = () => digestOf(inputs);

export const isFresh = () => existsSync(mark) && readFileSync(mark, 'utf8') === digestOfInputs();

export const markFresh = (digest) => writeFileSync(mark, digest);
