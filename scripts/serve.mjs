// The static site of dist/, as any host of the add-in should serve it: right types, open to Excel's own pages,
// no X-Frame-Options, scripts and pages revalidated, pictures cacheable.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import address from './addin-address.cjs';

const revalidated = 'no-cache';
const cacheable = 'public, max-age=3600';

function headers(response, pathname) {
  response.setHeader('Cache-Control', /\.(png|svg)$/.test(pathname) ? cacheable : revalidated);
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

/** A request handler for node:http or node:https. `home` is where the bare address leads; `addinUrl`, where the add-in is. */
export function site(folder, { home = '/workbench/', addinUrl = address.LOCALHOST } = {}) {
  const files = sirv(folder, { dev: true, etag: true, setHeaders: headers });
  return (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
      response.setHeader('Access-Control-Allow-Headers', '*');
      // Excel on the web is a public page; browsers ask before it may reach this machine.
      response.setHeader('Access-Control-Allow-Private-Network', 'true');
      response.writeHead(204).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD, OPTIONS' }).end();
      return;
    }
    const [pathname, question] = (request.url ?? '/').split('?');
    const notFound = () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    const leadTo = (place) =>
      response.writeHead(302, { Location: question === undefined ? place : `${place}?${question}` }).end();
    if (pathname === '/') leadTo(home);
    else if (isHidden(pathname)) notFound();
    // A page's own addresses are relative to its folder, which ends with a slash.
    else if (existsSync(join(folder, decodeURIComponent(pathname), 'index.html')) && !pathname.endsWith('/'))
      leadTo(`${pathname.replace(/^\/+/, '/')}/`);
    else if (
      addinUrl !== address.LOCALHOST &&
      address.NAMING.includes(pathname.slice(1)) &&
      existsSync(join(folder, pathname))
    ) {
      headers(response, pathname);
      response.setHeader('Content-Type', pathname.endsWith('.xml') ? 'text/xml' : 'application/json');
      response.end(readFileSync(join(folder, pathname), 'utf8').replaceAll(address.LOCALHOST, addinUrl));
    } else files(request, response, notFound);
  };
}

/** Whether any part of the path begins with a dot, however it is written. */
function isHidden(pathname) {
  try {
    return decodeURIComponent(pathname)
      .split(/[/\\]/)
      .some((part) => part.startsWith('.'));
  } catch {
    return true;
  }
}
