/** A copy of the repository in which something is added, to see that nothing else need be edited. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

const repository = resolve(__dirname, '../..');

/** What is built, installed or kept by tools; a fresh clone has none of it. */
const NOT_SOURCE = [
  '.git',
  ...readFileSync(join(repository, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => /^[.\w-]+\/?$/.test(line))
    .map((line) => line.replace(/\/$/, '')),
];

/** Loops that are printed from the formulas. */
const PRINTED = join('src', 'formula', 'kernels.generated.ts');

/** What this test was started with, and the copy is not. */
const OURS = ['JEST_WORKER_ID', 'NODE_ENV', 'NODE_OPTIONS', 'ADDIN_URL'];

export interface Copy {
  readonly folder: string;
  /** Runs a script of the copy in Node, offline; what it printed, or a failure that shows it. */
  run(script: string, ...args: string[]): string;
  /** Runs tests of the copy; every name in a line of its own. */
  test(...args: string[]): string;
  /** What the copy built. */
  built(file: string): string;
  /** Source files that are not as they were in the repository, in order. */
  changed(): string[];
  remove(): void;
}

/** @param added what is written into the copy: path → text */
export function copyWith(added: Readonly<Record<string, string>>): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'taas-scaffold-'));
  cpSync(repository, folder, {
    recursive: true,
    filter: (path) => resolve(path, '..') !== repository || !NOT_SOURCE.includes(basename(path)),
  });
  const before = sources(folder);
  linkPackages(folder);
  for (const [path, text] of Object.entries(added)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = (script: string, ...args: string[]): string => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name)));
    const done = spawnSync(process.execPath, [join(folder, script), ...args], { cwd: folder, env, encoding: 'utf8' });
    const printed = `${done.stdout}${done.stderr}`;
    if (done.status !== 0) throw new Error(`${script} ended with ${done.status}:\n${printed}`);
    return printed;
  };
  run('scripts/print-kernels.mjs');
  return {
    folder,
    run,
    test: (...args) => run('node_modules/jest/bin/jest.js', '--verbose', ...args),
    built: (file) => readFileSync(join(folder, 'dist', file), 'utf8'),
    changed() {
      const after = sources(folder);
      const paths = new Set([...before.keys(), ...after.keys()]);
      return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Packages are linked one by one, so that what tools cache beside them stays in the copy; engines that judge, as one. */
function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
  }
  if (existsSync(join(repository, '.judges'))) symlinkSync(join(repository, '.judges'), join(folder, '.judges'));
}

/** Every source file and what is in it. */
function sources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !NOT_SOURCE.includes(path.split(sep)[0]!) && path !== PRINTED);
  const digest = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return new Map(files.map((path) => [path, digest(path)]));
}
