// npm start: builds what is stale, serves the workbench over http and the add-in over https, and opens the workbench.
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { fileURLToPath } from 'node:url';
import { parseNumber } from 'office-addin-cli/lib/parse.js';
import open from 'open';
import { LOCALHOST } from './addin-address.cjs';

function port(variable, otherwise) {
  const asked = process.env[variable];
  if (!asked) return otherwise;
  const sentence = `${variable} is ${asked}: expected a port number from 1 to 65535.`;
  const number = parseNumber(asked, sentence);
  if (String(number) !== asked || !Number.isInteger(number) || number < 1 || number > 65535) throw new Error(sentence);
  return number;
}

function listen(server, number, another) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.code})`;
      reject(new Error(`Port ${number} ${reason}. Stop what runs there, or choose others: ${another}`));
    });
    server.listen(number, 'localhost', resolve);
  });
}

const hasDisplay = () =>
  !process.env.CI && (process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));

async function start() {
  const workbenchPort = port('PORT', 3001);
  const addinPort = port('ADDIN_PORT', 3000);
  if (workbenchPort === addinPort) {
    throw new Error(`PORT and ADDIN_PORT are both ${addinPort}: the workbench and the add-in need a port each.`);
  }
  const addinUrl = `https://localhost:${addinPort}`;
  const { build } = await import('./build.mjs');
  const { site } = await import('./serve.mjs');
  const { certificate } = await import('./certificate.mjs');
  build({ ifStale: true });

  const handler = site(fileURLToPath(new URL('../dist', import.meta.url)), { addinUrl });
  const servers = [createHttp(handler), createHttps(await certificate(), handler)];
  const stop = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const another = `PORT=${workbenchPort + 10} ADDIN_PORT=${addinPort + 10} npm start`;
    await listen(servers[0], workbenchPort, another);
    await listen(servers[1], addinPort, another);
  } catch (error) {
    stop();
    throw error;
  }

  const isUsual = addinUrl === LOCALHOST;
  const manifest = isUsual ? 'dist/manifest.xml' : `${addinUrl}/manifest.xml`;
  const upload = isUsual ? 'choose dist/manifest.xml' : 'choose the manifest.xml that you download from there';
  const workbench = `http://localhost:${workbenchPort}/workbench/`;
  console.log(`
Workbench  ${workbench}
Add-in     ${addinUrl}  (manifest: ${manifest})

In Excel on the web:
  1. Open ${addinUrl}/taskpane.html once and accept the certificate made on this machine.
  2. In a workbook: Home, Add-ins, More Settings, Upload My Add-in, ${upload}; if the browser asks, allow local access.
  3. Type =TAAS_MARGIN() in any cell.

Ctrl-C stops both.`);
  if (hasDisplay()) {
    const opened = await open(workbench);
    opened.on('error', () => {}); // no browser to open: the address is printed above
  }
}

start().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
