/** Where an add-in can be served from, and what is said of every other address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import environments from '../../environments.json';
import { checkedAddress, environmentOf, manifestFor } from '../../scripts/addin-address.cjs';

test.each(['https://example.com', 'https://example.com/taas', 'https://intranet.example.com/a/b/taas-1.0'])(
  '%s is taken as it is',
  (text) => expect(checkedAddress(text, { site: true })).toBe(text),
);

test.each([
  ['', 'it names no address'],
  ['example.com/foo', 'it does not begin with https://'],
  ['http://example.com/taas', 'over https only; write https://example.com/taas.'],
  ['ftp://example.com', 'it does not begin with https://'],
  ['https://example.com/taas/', 'it ends with a slash; write https://example.com/taas.'],
  ['https://example.com/taas?v=1', 'it has a query; write https://example.com/taas.'],
  ['https://example.com/taas#pane', 'it has a #; write https://example.com/taas.'],
  ['https://me:secret@example.com/taas', 'it has a user or password'],
  ['https://example.com:99999/taas', 'it is no address'],
  ['https://münchen.example/taas', 'write https://xn--mnchen-3ya.example/taas.'],
  ['https://example.com/ta as', 'it has a space'],
  ['https://example.com/a%20b', 'other characters than'],
  ['https://localhost:3000', 'nobody else reaches this machine'],
  ['https://127.0.0.1/taas', 'nobody else reaches this machine'],
  ['https://example.com/a/../taas', 'its path has . or .. in it'],
  ['https://example.com/%2e%2E/taas', 'its path has . or .. in it'],
  ['https://example.com/a//taas', 'two slashes'],
  [
    'https://example.com/taas/manifest.xml',
    'it names a file; write the folder the file lies in, https://example.com/taas.',
  ],
  ['https://', 'it is no address'],
])('%s: %s', (text, sentence) => {
  expect(() => checkedAddress(text, { site: true })).toThrow(sentence);
  expect(() => checkedAddress(text, { site: true })).toThrow(/^ADDIN_URL is .*; write .*\.$/);
});

test('npm start serves from this machine, at any port', () => {
  expect(checkedAddress('https://localhost:3010')).toBe('https://localhost:3010');
});

test('every environment has an id and a name of its own, so that two copies can be installed side by side', () => {
  const all = Object.values(environments);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(environmentOf('https://localhost:3000', '')).toBe(environments.localhost);
  expect(environmentOf('https://example.com', '')).toEqual(environments.production);
  expect(() => environmentOf('https://example.com', 'test')).toThrow('expected one of localhost, staging, production');
});

test('the manifest of a site has its id, name, address and the version of package.json', () => {
  const xml = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
  const made = manifestFor(xml, 'https://example.com/taas', '1.1.0');
  expect(made).toContain(`<Id>${environments.production.id}</Id>`);
  expect(made).toContain('<Version>1.1.0.0</Version>');
  expect(made).toContain('"https://example.com/taas/taskpane.html"');
  expect(made).not.toContain('localhost');
});
