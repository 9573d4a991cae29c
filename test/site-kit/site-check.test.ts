/** site:check against a host that does one thing wrong at a time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generate } from 'selfsigned';

const script = resolve(__dirname, '../../scripts/site-check.mjs');
const day = 24 * 60 * 60 * 1000;
const folder = mkdtempSync(join(tmpdir(), 'taas-check-'));
let pairs: Record<'good' | 'expired' | 'other', { private: string; cert: string }>;

beforeAll(async () => {
  const pair = (host: string, until: number) =>
    generate([{ name: 'commonName', value: host }], {
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - 9 * day),
      notAfterDate: new Date(Date.now() + until),
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
    });
  pairs = {
    good: await pair('localhost', day),
    expired: await pair('localhost', -day),
    other: await pair('other.example', day),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

type Change = (name: string, response: ServerResponse) => boolean | undefined;

interface Host {
  readonly change?: Change;
  readonly certificate?: 'good' | 'expired' | 'other';
  readonly trusted?: boolean;
  readonly build?: string;
}

/** Serves a small site under /taas, and answers what the check says of it. */
async function check({
  change,
  certificate = 'good',
  trusted = true,
  build,
}: Host): Promise<{ code: number; said: string }> {
  const { private: key, cert } = pairs[certificate];
  let base = '';
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    const files: Record<string, [string, string]> = {
      'manifest.xml': ['text/xml', `<x DefaultValue="${build ?? base}/taskpane.html"/>`],
      'taskpane.html': ['text/html', '<!doctype html><p>Pane'],
      'functions.js': ['text/javascript', 'let version = "1.0.0";'],
      'functions.json': ['application/json', '{}'],
      'chunks/7.0123456789.js': ['text/javascript', '7'],
      'assets/icon-32.png': ['image/png', 'png'],
    };
    const digests = Object.entries(files).map(([each, [, text]]) => [
      each,
      createHash('sha256').update(text).digest('hex'),
    ]);
    files['site.json'] = ['application/json', JSON.stringify({ version: '1.0.0', files: Object.fromEntries(digests) })];
    const name = (request.url ?? '').replace('/taas/', '');
    const [type, body] = files[name] ?? ['text/plain', ''];
    response.setHeader('Content-Type', type);
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (change?.(name, response)) return;
    if (!(name in files)) response.statusCode = 404;
    response.end(body);
  };
  const server: Server = createHttps({ key, cert }, handler);
  await new Promise<void>((ready) => server.listen(0, ready));
  base = `https://localhost:${(server.address() as AddressInfo).port}/taas`;
  try {
    return await run(base, trusted ? cert : undefined);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function run(address: string, trust?: string): Promise<{ code: number; said: string }> {
  const authority = join(folder, 'authority.crt');
  if (trust) writeFileSync(authority, trust);
  const env = { ...process.env, ...(trust && { NODE_EXTRA_CA_CERTS: authority }) };
  const child = spawn(process.execPath, [script, address], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const code = await new Promise<number>((ended) => child.on('close', (status) => ended(status ?? -1)));
  return { code, said: said.trim() };
}

const only =
  (which: string, does: (response: ServerResponse) => unknown): Change =>
  (name, response) =>
    name === which && does(response) === true;

const redirect = (to: string) => (response: ServerResponse) => {
  response.writeHead(302, { Location: to }).end();
  return true;
};
const instead = (text: string) => (response: ServerResponse) => {
  response.end(text);
  return true;
};

test('a site as it was built is one Excel can take', async () => {
  expect(await check({})).toMatchObject({ code: 0, said: expect.stringContaining('Excel can take it') as string });
});

test.each<[string, Host, string]>([
  [
    'a missing chunk',
    {
      change: only('chunks/7.0123456789.js', (r) => {
        r.statusCode = 404;
      }),
    },
    'chunks/7.0123456789.js answers 404: copy the whole folder',
  ],
  [
    'a wrong type',
    {
      change: only('functions.js', (r) => {
        r.setHeader('Content-Type', 'text/plain');
      }),
    },
    'functions.js has the type text/plain: set',
  ],
  [
    'no CORS',
    {
      change: only('functions.json', (r) => {
        r.removeHeader('Access-Control-Allow-Origin');
      }),
    },
    'functions.json has no Access-Control-Allow-Origin: *',
  ],
  [
    'X-Frame-Options',
    {
      change: only('taskpane.html', (r) => {
        r.setHeader('X-Frame-Options', 'DENY');
      }),
    },
    'take that header off',
  ],
  [
    'a redirect to another origin',
    { change: only('functions.js', redirect('https://cdn.example/functions.js')) },
    'redirected to https://cdn.example',
  ],
  [
    'a redirect to http',
    { change: only('functions.js', redirect('http://localhost/functions.js')) },
    'is redirected to http (',
  ],
  [
    'a page of errors with status 200',
    { change: only('functions.json', instead('<!DOCTYPE html><h1>Oops')) },
    'functions.json is a web page with status 200',
  ],
  [
    'a stale script',
    { change: only('functions.js', instead('let version = "0.9.0";')) },
    'functions.js is not that of version 1.0.0: copy',
  ],
  [
    'icons that may not be kept',
    {
      change: only('assets/icon-32.png', (r) => {
        r.setHeader('Cache-Control', 'no-store');
      }),
    },
    'Excel shows no icon',
  ],
  ['a manifest for another address', { build: 'https://example.com' }, 'build the site for this address'],
  ['an expired certificate', { certificate: 'expired' }, 'has expired: renew it'],
  ['a certificate nobody knows', { trusted: false }, 'is not trusted'],
  ['a certificate for another host', { certificate: 'other' }, 'is for another host'],
])('%s', async (_, host, sentence) => {
  const { code, said } = await check(host);
  expect(said).toContain(sentence);
  expect(said.split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});

test('a host that is down', async () => {
  const server = createHttp();
  await new Promise<void>((ready) => server.listen(0, ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  expect((await run(`https://localhost:${port}/taas`)).said).toMatch(
    /cannot be reached .*: see whether the host is up/,
  );
  expect((await run('example.com/taas')).said).toContain('it does not begin with https://');
});
