// Writes the indexes of the folders that are their own registry: src/functions, where every upper-case file is one
// function, named as typed; src/catalogue/kinds, where every file is one kind of parameter; and
// src/formula/print/sql/dialects, where every file is one dialect.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WRITTEN = '// Written by scripts/index-folders.mjs from this folder. Do not edit: add a file instead.';
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The function files of a folder, sorted by family and then by name. */
function functionFiles(root) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort(byCode)
    .flatMap((family) =>
      readdirSync(join(root, family))
        .filter((file) => file.endsWith('.ts') && !/^[a-z]/.test(file))
        .map((file) => ({ family, name: file.slice(0, -'.ts'.length), path: join(root, family, file) }))
        .sort((a, b) => byCode(a.name, b.name)),
    );
}

/** What is wrong with the files, as sentences. */
function problems(files) {
  const found = [];
  const seen = new Map();
  for (const { family, name, path } of files) {
    const where = `src/functions/${family}/${name}.ts`;
    if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name)) {
      found.push(
        `${where} is not named as a function is typed: upper-case letters and digits with at least one underscore.`,
      );
      continue;
    }
    if (!new RegExp(`^export const ${name}\\b`, 'm').test(readFileSync(path, 'utf8'))) {
      found.push(
        `${where} does not say "export const ${name} = …": the file and the function in it must have the same name.`,
      );
    }
    const spelling = name.toUpperCase().replace(/[._]/g, '');
    const other = seen.get(spelling);
    if (other)
      found.push(
        `${where} and ${other} differ only by dots and underscores or by case: Excel would take them for one.`,
      );
    seen.set(spelling, where);
  }
  return found;
}

/** Families that look things up or ask other functions; a cell waits for the formulas alone. */
const MORE = ['analysis', 'trust'];

const importsOf = (files) => files.map(({ family, name }) => `import { ${name} } from './${family}/${name}';`);
const linesOf = (files) => files.map(({ name }) => `  ${name},`);

function source(files) {
  return [
    WRITTEN,
    "import { byFamily, type Definition } from '../catalogue/define';",
    ...importsOf(files),
    '',
    'export {',
    ...linesOf(files),
    '};',
    '',
    '/** Every function, by family and then by name. */',
    'export const functions: readonly Definition[] = byFamily([',
    ...linesOf(files),
    ']);',
    '',
  ].join('\n');
}

function formulasSource(files) {
  const formulas = files.filter(({ family }) => !MORE.includes(family));
  const more = files.filter((file) => !formulas.includes(file));
  return [
    WRITTEN,
    "import type { Definition } from '../catalogue/define';",
    ...importsOf(formulas),
    '',
    '/** The functions with a formula. */',
    'export const formulas: readonly Definition[] = [',
    ...linesOf(formulas),
    '];',
    '',
    '/** The names of the others. */',
    'export const MORE: readonly string[] = [',
    ...more.map(({ name }) => `  '${name}',`),
    '];',
    '',
  ].join('\n');
}

/** Writes a file when it would change. */
function writeText(path, text) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Throws with the sentences when a file is not what it says. */
function indexFunctions() {
  const folder = fileURLToPath(new URL('../src/functions', import.meta.url));
  if (!existsSync(folder)) throw new Error('There is no folder src/functions.');
  const files = functionFiles(folder);
  const wrong = problems(files);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  writeText(join(folder, 'index.ts'), source(files));
  writeText(join(folder, 'formulas.ts'), formulasSource(files));
}

/** The files of a folder of which each is one thing, named as it is. */
const namesIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort(byCode);

function indexKinds() {
  const folder = fileURLToPath(new URL('../src/catalogue/kinds', import.meta.url));
  const names = namesIn(folder);
  const constant = (name) => name.toUpperCase();
  const text = [
    WRITTEN,
    ...names.map((name) => `import { ${constant(name)}, ${constant(name)}_IN_HELP } from './${name}';`),
    '',
    ...names.map((name) => `export * from './${name}';`),
    '',
    '/** Every kind of parameter, by its name. */',
    'export const KINDS = {',
    ...names.map((name) => `  ${name}: ${constant(name)},`),
    '};',
    '',
    '/** What only help, forms and tests ask of them. */',
    'export const KINDS_IN_HELP = {',
    ...names.map((name) => `  ${name}: ${constant(name)}_IN_HELP,`),
    '};',
    '',
  ].join('\n');
  writeText(join(folder, 'index.ts'), text);
}

function indexDialects() {
  const folder = fileURLToPath(new URL('../src/formula/print/sql/dialects', import.meta.url));
  const names = namesIn(folder);
  const text = [
    WRITTEN,
    ...names.map((name) => `import { ${name} } from './${name}';`),
    '',
    '/** Every dialect, by its name. */',
    `export const DIALECTS = { ${names.join(', ')} };`,
    '',
  ].join('\n');
  writeText(join(folder, 'index.ts'), text);
}

export function indexFolders() {
  indexFunctions();
  indexKinds();
  indexDialects();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    indexFolders();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
