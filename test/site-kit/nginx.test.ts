/** docs/nginx.conf as it stands, in nginx, with the site that npm run site makes. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from 'selfsigned';
import { describeWhere } from '../only-where';
import { headersOf } from './headers-rules';

const root = resolve(__dirname, '../..');
const TYPES = '/etc/nginx/mime.types';
const there = spawnSync('nginx', ['-v']).status === 0 && existsSync(TYPES);

const freePort = (): Promise<number> =>
  new Promise((answer) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => answer(port));
    });
  });

/** The example around which it is put: a server with a certificate, as the machine's own nginx.conf has it. */
const around = (work: string, port: number, example: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${work}/nginx.pid;
error_log stderr;
events {}
http {
  include ${TYPES};
  default_type application/octet-stream;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${work}/${each};`).join(' ')}
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${work}/host.crt;
    ssl_certificate_key ${work}/host.key;
    ${example.replaceAll('/srv/taas', `${work}/taas`)}
  }
}
`;

describeWhere(there, 'nginx is not on this machine')('docs/nginx.conf', () => {
  const work = mkdtempSync(join(tmpdir(), 'taas-nginx-'));
  const folder = join(work, 'taas');
  let server: ChildProcess;
  let said = '';
  let origin: string;
  let cert: string;

  const asked = (path: string, headers = {}): Promise<IncomingMessage> =>
    new Promise((answer, fail) => {
      const call = request(`${origin}${path}`, { headers, ca: cert, agent: false }, (response) =>
        answer(response.resume()),
      );
      call.on('error', fail).end();
    });

  beforeAll(async () => {
    const port = await freePort();
    origin = `https://localhost:${port}`;
    cpSync(join(root, 'dist'), folder, {
      recursive: true,
      filter: (from) => !/\.map$|dist.(node|core)|\.built/.test(from),
    });
    const kit = pathToFileURL(join(root, 'scripts/site.mjs')).href;
    const script = `import(${JSON.stringify(kit)}).then(({ finishSite }) => finishSite(${JSON.stringify(folder)}, '${origin}/taas'))`;
    expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    const made = await generate([{ name: 'commonName', value: 'localhost' }], {
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
    });
    cert = made.cert;
    writeFileSync(join(work, 'host.crt'), cert);
    writeFileSync(join(work, 'host.key'), made.private);
    mkdirSync(join(work, 'logs'));
    const example = readFileSync(join(root, 'docs/nginx.conf'), 'utf8');
    writeFileSync(join(work, 'nginx.conf'), around(work, port, example));
    server = spawn('nginx', ['-p', work, '-c', 'nginx.conf', '-e', 'stderr']);
    server.stderr!.on('data', (text) => (said += String(text)));
    for (;;) {
      if (server.exitCode !== null) throw new Error(`nginx ended: ${said}`);
      const up = await asked('/taas/version.json').catch(() => undefined);
      if (up) break;
      await new Promise((ready) => setTimeout(ready, 50));
    }
  });
  afterAll(async () => {
    if (server && server.exitCode === null) {
      const ended = new Promise((done) => server.once('close', done));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(work, { recursive: true });
  });

  test('site:check finds nothing wrong', async () => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(work, 'host.crt') };
    const check = spawn(process.execPath, [join(root, 'scripts/site-check.mjs'), `${origin}/taas`], { env });
    let answer = '';
    for (const stream of [check.stdout, check.stderr]) stream.on('data', (text) => (answer += String(text)));
    const code = await new Promise((ended) => check.on('close', ended));
    expect({ code, answer: answer.trim() }).toEqual({ code: 0, answer: `${origin}/taas: Excel can take it.` });
  });

  test('every file has the headers that the file _headers gives it', async () => {
    const { files } = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8')) as { files: object };
    const rules = readFileSync(join(folder, '_headers'), 'utf8');
    const names = Object.keys(files);
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) {
      const { statusCode, headers } = await asked(`/taas/${name}`);
      const expected = Object.entries(headersOf(rules, `/taas/${name}`)).map(([key, values]) => [key, values.join()]);
      expect({ name, statusCode, ...headers }).toMatchObject({
        name,
        statusCode: 200,
        ...Object.fromEntries(expected),
      });
      expect(headers).not.toHaveProperty('x-frame-options');
    }
  });

  test.each([
    ['help/index.html', 'text/html; charset=utf-8'],
    ['help/', 'text/html; charset=utf-8'],
    ['workbench/', 'text/html; charset=utf-8'],
    ['functions.js', 'application/javascript; charset=utf-8'],
    ['functions.json', 'application/json; charset=utf-8'],
    ['manifest.xml', 'text/xml; charset=utf-8'],
    ['assets/icon-32.png', 'image/png'],
    ['models/t4-lab-live.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['taas-excel.zip', 'application/zip'],
  ])('%s is %s', async (name, type) => {
    expect((await asked(`/taas/${name}`)).headers['content-type']).toBe(type);
  });

  test.each([
    'no-such.html',
    'assets/no-such.png',
    'no-such.0123456789.js',
    'chunks/no-such.0123456789.js',
    '../nginx.conf',
    'assets/../../nginx.conf',
    'assets/%2e%2e/%2e%2e/nginx.conf',
  ])('%s is a real 404 that no browser keeps', async (name) => {
    const { statusCode, headers } = await asked(`/taas/${name}`);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(headers).not.toHaveProperty('cache-control');
  });

  test('what has not changed is not sent again, and long text goes compressed', async () => {
    const first = await asked('/taas/taskpane.html');
    const again = await asked('/taas/taskpane.html', { 'If-None-Match': first.headers.etag });
    expect(again.statusCode).toBe(304);
    const list = await asked('/taas/functions.json', { 'Accept-Encoding': 'gzip' });
    expect(list.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  });
});
