// The static site of dist/, as any host of the add-in should serve it: right types, open to Excel's own pages,
// no X-Frame-Options, scripts and pages revalidated, pictures cacheable.
import sirv from 'sirv';

const revalidated = 'no-cache';
const cacheable = 'public, max-age=3600';

function headers(response, pathname) {
  response.setHeader('Cache-Control', /\.(png|svg)$/.test(pathname) ? cacheable : revalidated);
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

/** A request handler for node:http or node:https. `home` is where the bare address leads. */
export function site(folder, home = '/workbench/') {
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
    const [pathname] = (request.url ?? '/').split('?');
    if (pathname === '/') {
      response.writeHead(302, { Location: home }).end();
      return;
    }
    const notFound = () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    if (isHidden(pathname)) notFound();
    else files(request, response, notFound);
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
