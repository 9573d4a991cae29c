/** What was built, served to a real browser, for the tests of one file. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sirv from 'sirv';

export interface Site {
  readonly browser: Browser;
  readonly origin: string;
}

/** There before the first test, and gone after the last. */
export function openSite(): Site {
  let server: Server;
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    const files = sirv(resolve(__dirname, '../dist'), { dev: true });
    server = createServer((request, response) => files(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { CHROME_PATH: executablePath } = process.env;
    if (!executablePath) throw new Error('Install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get origin() {
      return origin;
    },
  };
}
