// npm run site: the add-in as a folder for any static host, for the address ADDIN_URL. node scripts/site.mjs [folder]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import address from './addin-address.cjs';
import { headersFile } from './site-headers.mjs';
import { writeUnifiedManifest } from './unified-manifest.mjs';

const { version } = createRequire(import.meta.url)('../package.json');
const digestOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

const root = fileURLToPath(new URL('..', import.meta.url));

/** A reader asks for these by name, or webpack has named them after their content; other scripts and styles get a hash. */
const FIXED = /^(help\/|models\/|story\/|chunks\/|workbench\/chunks\/)/;
/** For Node or for debuggers, not for the host. */
const NOT_HOSTED = /^((node|core)(\/|$)|\.built)|\.map$|\.LICENSE\.txt$/;

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'));

/**
 * Renames scripts and styles after their content and writes the new names where the old are named. What names others is
 * renamed after them, so that its own name changes when theirs do.
 */
export function hashNames(folder) {
  const waiting = new Set(filesOf(folder).filter((name) => /\.(js|css)$/.test(name) && !FIXED.test(name)));
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  const quoted = (name) => new RegExp(`(?<=["'\`/])${basename(name).replace(/[.]/g, '\\.')}(?=["'\`])`, 'g');
  const texts = () =>
    filesOf(folder).filter((name) => /^(workbench\/)?[^/]+\.(js|html)$|^(workbench\/)?chunks\/.*\.js$/.test(name));
  // A chunk's name was made before; its hash stands in the script that asks for it.
  const rehash = (chunk) => {
    const [, old] = /\.([0-9a-f]{10})\.js$/.exec(chunk);
    const hash = digestOf(read(chunk)).slice(0, 10);
    for (const text of texts()) writeFileSync(join(folder, text), read(text).replaceAll(`"${old}"`, `"${hash}"`));
    renameSync(join(folder, chunk), join(folder, chunk.replace(old, hash)));
  };
  while (waiting.size > 0) {
    const next = [...waiting].find(
      (name) => ![...waiting].some((other) => other !== name && quoted(other).test(read(name))),
    );
    if (!next)
      throw new Error(`These name each other, so none can be named after its content: ${[...waiting].join(', ')}.`);
    waiting.delete(next);
    const hash = digestOf(read(next)).slice(0, 10);
    const name = join(dirname(next), `${basename(next, extname(next))}.${hash}${extname(next)}`);
    for (const text of texts()) {
      const was = read(text);
      const is = was.replace(quoted(next), basename(name));
      if (is === was) continue;
      writeFileSync(join(folder, text), is);
      if (/chunks\//.test(text)) rehash(text);
    }
    renameSync(join(folder, next), join(folder, name));
  }
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The site is not ready: see what ${script} says above.`);
}

/** What a copy of dist/ needs to be a site at an address. */
export function finishSite(folder, url) {
  for (const name of address.NAMING) {
    const text = readFileSync(join(folder, name), 'utf8');
    const own = name === 'manifest.xml' ? address.manifestFor(text, url, version) : text;
    writeFileSync(join(folder, name), own.replaceAll(address.LOCALHOST, url));
  }
  writeUnifiedManifest(folder);
  const scriptOfManifest = readFileSync(join(folder, 'functions.js'));
  hashNames(folder);
  // The page has it under its hash, so that what runs in one page is of one version; the manifest, by its name.
  writeFileSync(join(folder, 'functions.js'), scriptOfManifest);
  // What site:check compares what is served with.
  const names = filesOf(folder).sort();
  const digests = names.map((each) => [each, digestOf(readFileSync(join(folder, each)))]);
  writeFileSync(join(folder, 'site.json'), `${JSON.stringify({ version, files: Object.fromEntries(digests) })}\n`);
  writeFileSync(join(folder, '_headers'), headersFile(new URL(url).pathname, [...names, 'site.json']));
  // GitHub Pages leaves files with an underscore away unless it is told not to.
  writeFileSync(join(folder, '.nojekyll'), '');
}

function makeSite(folder) {
  if (!process.env.ADDIN_URL) {
    throw new Error(
      'ADDIN_URL is not set: say where the add-in will be, ADDIN_URL=https://example.com/taas npm run site.',
    );
  }
  const url = address.checkedAddress(process.env.ADDIN_URL, { site: true });
  const { name } = address.environmentOf(url);
  delete process.env.ADDIN_URL;
  build({ ifStale: true });
  const dist = join(root, 'dist');
  rmSync(folder, { recursive: true, force: true });
  cpSync(dist, folder, {
    recursive: true,
    filter: (from) => !NOT_HOSTED.test(relative(dist, from).split('\\').join('/')),
  });
  finishSite(folder, url);
  run('check-manifest.mjs', folder);
  run('check-functions-json.mjs', folder);
  console.log(`
${name}, for ${url}, is in ${relative(process.cwd(), folder) || folder}/.
Copy it over what is there; leave old files for a week: pages that are open still ask for them.
Then: npm run site:check ${url}
How to give it to a team: docs/deploy.md`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    makeSite(join(root, process.argv[2] ?? 'site'));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
