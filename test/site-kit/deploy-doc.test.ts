/** What docs/deploy.md names is there: links, commands, files, words of the pane, and the workflow's commands. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const doc = read('docs/deploy.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const quoted = [...doc.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);
const site = mkdtempSync(join(tmpdir(), 'taas-doc-'));

beforeAll(() => {
  const filter = (from: string) => !/\.map$|dist.(node|core|models|story|help.TAAS)/.test(from);
  cpSync(join(root, 'dist'), site, { recursive: true, filter });
  const kit = pathToFileURL(join(root, 'scripts/site.mjs')).href;
  const script = `import(${JSON.stringify(kit)}).then(({ finishSite }) => finishSite(${JSON.stringify(site)}, 'https://example.com/taas'))`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => rmSync(site, { recursive: true }));

test('its links lead to what is there, and out of the repository only by https', () => {
  const links = [...doc.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to!);
  const out = links.filter((to) => to.includes(':'));
  const within = links.filter((to) => !to.includes(':'));
  expect(within).toEqual(expect.arrayContaining(['nginx.conf', 'github-pages.yml']));
  expect(within.filter((to) => !existsSync(join(root, 'docs', to)))).toEqual([]);
  expect(
    out.filter((to) => !/^https:\/\/(learn\.microsoft|developers\.cloudflare|github)\.com\/\S+$/.test(to)),
  ).toEqual([]);
});

test('its commands are those of package.json', () => {
  const commands = quoted.flatMap((text) => /^(?:\w+=\S+ )*npm (?:run )?([\w:-]+)/.exec(text)?.[1] ?? []);
  expect(commands).toEqual(expect.arrayContaining(['site', 'site:check', 'start']));
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

test('its files are in the repository or in the site', () => {
  const files = quoted.filter((text) => /^(site\/)?[\w/-]*[\w-]+\.(xml|json|zip|js|html|mjs)$|^_headers$/.test(text));
  expect(files).toEqual(expect.arrayContaining(['_headers', 'manifest.json', 'site/manifest.xml', 'taas-excel.zip']));
  const there = (name: string) => existsSync(join(root, name)) || existsSync(join(site, name.replace(/^site\//, '')));
  expect(files.filter((name) => !there(name))).toEqual([]);
});

test('its settings are read by the build, and its environments are in environments.json', () => {
  const kit = read('scripts/addin-address.cjs') + read('scripts/site.mjs');
  const settings = quoted.flatMap((text) => [...text.matchAll(/\b([A-Z]+_[A-Z]+)=(\w*)/g)]);
  expect(settings.map(([, name]) => name)).toEqual(expect.arrayContaining(['ADDIN_URL', 'ADDIN_ENVIRONMENT']));
  for (const [, name, value] of settings) {
    expect(kit).toContain(`process.env.${name}`);
    if (name === 'ADDIN_ENVIRONMENT') expect(JSON.parse(read('environments.json'))).toHaveProperty(value!);
  }
});

test('the workflow runs what package.json has, pins every action to a major, and hands on the folder that site writes', () => {
  const workflow = read('docs/github-pages.yml');
  const runs = [...workflow.matchAll(/- run: (.*)/g)].map(([, command]) => command!);
  expect(runs).toEqual(['npm ci', 'npm run site']);
  const actions = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action!.split('@'));
  expect(actions.map(([name]) => name)).toEqual(
    ['checkout', 'setup-node', 'configure-pages', 'upload-pages-artifact', 'deploy-pages'].map(
      (each) => `actions/${each}`,
    ),
  );
  for (const [name, version] of actions) expect([name, version]).toEqual([name, expect.stringMatching(/^v\d+$/)]);
  expect(workflow).toMatch(/ADDIN_URL: \$\{\{ steps\.pages\.outputs\.base_url \}\}/);
  expect(workflow).toMatch(/configure-pages@v\d+\n\s+id: pages\n/);
  expect(workflow).toMatch(/path: site\n/);
});
