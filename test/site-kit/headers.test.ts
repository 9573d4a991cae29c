/** How long a browser may keep each file of a site, as the file _headers says it. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { headersOf } from './headers-rules';

const kit = pathToFileURL(resolve(__dirname, '../../scripts/site-headers.mjs')).href;

/** What headersFile answers of each path and names, or its complaint. */
function written(sites: readonly (readonly [path: string, names: readonly string[]])[]): string[] {
  const script = `import(${JSON.stringify(kit)}).then(({ headersFile }) => {
    let text = '';
    process.stdin.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => console.log(JSON.stringify(JSON.parse(text).map((site) => {
      try { return headersFile(...site); } catch (error) { return error.message; }
    }))));
  })`;
  const input = JSON.stringify(sites);
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[];
}

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const hash = fc.stringMatching(/^[0-9a-f]{10}$/);
const hashed = fc
  .tuple(fc.constantFrom('', 'workbench/', 'chunks/', 'workbench/chunks/'), word, hash, fc.constantFrom('js', 'css'))
  .map(([folder, name, digest, ending]) => `${folder}${name}.${digest}.${ending}`);
const folderOf = fc.constantFrom('', 'workbench/', 'help/', 'models/', 'story/', 'core/', 'new-folder/deep/');
const plain = fc
  .tuple(folderOf, word, fc.constantFrom('js', 'css', 'html', 'json', 'xml', 'txt', 'xlsx', 'svg', 'zip'))
  .map(([folder, name, ending]) => `${folder}${name}.${ending}`);
const picture = fc.tuple(word, fc.constantFrom('png', 'svg')).map(([name, ending]) => `assets/${name}.${ending}`);
const site = fc.record({
  path: fc.constantFrom('/', '/taas', '/a/b-1.0/taas'),
  hashed: fc.uniqueArray(hashed, { maxLength: 12 }),
  plain: fc.uniqueArray(plain, { maxLength: 12 }),
  pictures: fc.uniqueArray(picture, { maxLength: 4 }),
});

test('each file has one rule: a hashed one is kept for ever, a picture an hour, all else is asked for again', () => {
  const sites = fc.sample(site, { numRuns: 300, seed: 1 });
  const files = written(sites.map((each) => [each.path, [...each.hashed, ...each.plain, ...each.pictures].sort()]));
  sites.forEach(({ path, hashed, plain, pictures }, i) => {
    const under = path === '/' ? '' : path;
    const rules = (name: string) => headersOf(files[i]!, `${under}/${name}`);
    for (const name of [...hashed, ...plain, ...pictures]) {
      expect(rules(name)).toMatchObject({
        'access-control-allow-origin': ['*'],
        'x-content-type-options': ['nosniff'],
      });
      expect(rules(name)).not.toHaveProperty('x-frame-options');
    }
    const kept = (name: string) => [name, rules(name)['cache-control']];
    expect(hashed.map(kept)).toEqual(hashed.map((name) => [name, ['public, max-age=31536000, immutable']]));
    expect(plain.map(kept)).toEqual(plain.map((name) => [name, ['no-cache']]));
    expect(pictures.map(kept)).toEqual(pictures.map((name) => [name, ['public, max-age=3600']]));
  });
});

test('nothing is said of what lies beside the site', () => {
  const [file] = written([['/taas', ['taskpane.html', 'chunks/1.0123456789.js']]]);
  for (const path of ['/', '/other/taskpane.html', '/taskpane.html', '/taas2/taskpane.html'])
    expect(headersOf(file!, path)).toEqual({});
});

test('a chunk without a hash would be kept for ever though it changes: it is refused by name', () => {
  expect(written([['/taas', ['chunks/7.js']]])).toEqual([expect.stringMatching(/chunks\/7\.js has no hash/)]);
});

test('no more rules than Cloudflare reads, 100, for a site as large as this one', () => {
  const names = Array.from({ length: 400 }, (_, i) =>
    ['help', 'models', 'story', 'assets'].map((f) => `${f}/${i}.html`),
  );
  const alone = Array.from({ length: 60 }, (_, i) => `file-${i}.json`);
  const [file] = written([['/taas', [...names.flat(), ...alone]]]);
  expect(file!.match(/^\/.*$/gm)!.length).toBeLessThanOrEqual(100);
});
