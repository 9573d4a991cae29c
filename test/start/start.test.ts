/** `npm start` as a newcomer meets it: what it says before it installs, of its ports, and where its addresses lead. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** Runs a script of Node's to its end. */
const ended = (script: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [script], { cwd: ROOT, env: { ...process.env, CI: 'true', ...env } });
    let said = '';
    const hear = (text: Buffer): void => void (said += text.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (status) => done({ status, said: said.trim() }));
  });

const freePorts = async (): Promise<[number, number]> => {
  const servers = await Promise.all(
    [0, 0].map(
      () =>
        new Promise<Server>((done) => {
          const server = createServer().listen(0, 'localhost', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports as [number, number];
};

const get = (url: string): Promise<{ status?: number; type?: string; place?: string; text: string }> =>
  new Promise((done, fail) => {
    const ask = url.startsWith('https') ? secureRequest : request;
    ask(url, { rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        const { 'content-type': type, location: place } = response.headers;
        done({
          text,
          ...(response.statusCode && { status: response.statusCode }),
          ...(type && { type }),
          ...(place && { place }),
        });
      });
    })
      .on('error', fail)
      .end();
  });

describe('an older Node', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'taas-old-node-'));
    mkdirSync(join(folder, 'scripts'));
    for (const name of ['install.mjs', 'pretest.mjs', 'node-version.mjs']) {
      copyFileSync(join(ROOT, 'scripts', name), join(folder, 'scripts', name));
    }
    for (const name of ['build.mjs', 'find-browser.mjs']) {
      writeFileSync(
        join(folder, 'scripts', name),
        'export const build = () => {}; export const findBrowser = () => {};',
      );
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ engines: { node: '>=99' } }));
    writeFileSync(join(folder, 'package-lock.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['install.mjs', 'pretest.mjs'])('is named by %s before anything is installed or built', async (script) => {
    expect(await ended(join(folder, 'scripts', script))).toEqual({
      status: 1,
      said: `TaaS for Excel needs Node.js 99 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
    });
  });
});

describe('ports', () => {
  const start = join(ROOT, 'scripts/start.mjs');

  test.each(['abc', '0', '65536', '3001.5', '3e3', ' 3001'])('PORT=%s is refused', async (asked) => {
    const said = `PORT is ${asked}: expected a port number from 1 to 65535.`;
    expect(await ended(start, { PORT: asked })).toEqual({ status: 1, said });
  });

  test('one port for both is refused', async () => {
    const said = 'PORT and ADDIN_PORT are both 3456: the workbench and the add-in need a port each.';
    expect(await ended(start, { PORT: '3456', ADDIN_PORT: '3456' })).toEqual({ status: 1, said });
  });

  test('a port in use offers both', async () => {
    const [taken, other] = await freePorts();
    const server = createServer().listen(taken, 'localhost');
    const said = `Port ${taken} is in use. Stop what runs there, or choose others: PORT=${taken + 10} ADDIN_PORT=${other + 10} npm start`;
    expect(await ended(start, { PORT: `${taken}`, ADDIN_PORT: `${other}` })).toEqual({ status: 1, said });
    await new Promise((done) => server.close(done));
  });
});

describe('a second server on other ports', () => {
  let server: ChildProcess;
  let workbench: string;
  let addin: string;
  let said = '';
  const manifest = join(ROOT, 'dist/manifest.xml');
  const before = statSync(manifest).mtimeMs;

  beforeAll(async () => {
    const [port, addinPort] = await freePorts();
    workbench = `http://localhost:${port}`;
    addin = `https://localhost:${addinPort}`;
    const env = { ...process.env, CI: 'true', PORT: `${port}`, ADDIN_PORT: `${addinPort}` };
    const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], { cwd: ROOT, env });
    server = child;
    await new Promise<void>((done, fail) => {
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Ctrl-C stops both.')) done();
      });
      child.on('exit', () => fail(new Error(`npm start ended: ${said}`)));
    });
  });
  afterAll(() => new Promise((done) => server.on('exit', done) && server.kill('SIGINT')));

  test('builds nothing anew, and leaves the manifest of the first as it is', () => {
    expect(statSync(manifest).mtimeMs).toBe(before);
    expect(readFileSync(manifest, 'utf8')).toContain('https://localhost:3000/functions.js');
  });

  test('serves a manifest and metadata with its own address, and says where', async () => {
    expect(said).toContain(`manifest: ${addin}/manifest.xml`);
    for (const [name, type] of [
      ['manifest.xml', 'text/xml'],
      ['functions.json', 'application/json'],
      ['catalogue.json', 'application/json'],
    ]) {
      const answer = await get(`${addin}/${name}`);
      expect({ status: answer.status, type: answer.type }).toEqual({ status: 200, type });
      expect(answer.text).toContain(`${addin}/`);
      expect(answer.text).not.toContain('https://localhost:3000');
    }
  });

  test.each([
    ['', '/workbench/'],
    ['/workbench', '/workbench/'],
    ['/help', '/help/'],
    ['/models', '/models/'],
    ['/story', '/story/'],
    ['/workbench?sheet=T2', '/workbench/?sheet=T2'],
    ['//workbench', '/workbench/'],
  ])('"%s" leads to %s', async (typed, place) => {
    expect(await get(`${workbench}${typed}`)).toMatchObject({ status: 302, place });
    expect(await get(`${workbench}${place}`)).toMatchObject({ status: 200 });
  });

  test.each(['/nothing', '/%E0%A4%A', '/..%2fpackage.json', '/.built', '/help/nothing'])(
    '%s is not there',
    async (typed) => {
      expect(await get(`${workbench}${typed}`)).toMatchObject({ status: 404 });
    },
  );
});

test('the page that Excel opens is the same by every port', () => {
  // What is served anew names an address; nothing else that is built may.
  const named = execFileSync('grep', ['-rlF', '--include=*', 'https://localhost:3000', join(ROOT, 'dist')], {
    encoding: 'utf8',
  });
  const files = named
    .trim()
    .split('\n')
    .map((path) => path.slice(ROOT.length + 6))
    .filter((path) => !/\.map$|^node\/|^\.built$/.test(path));
  expect(files.sort()).toEqual(['catalogue.json', 'functions.json', 'manifest.xml']);
});
