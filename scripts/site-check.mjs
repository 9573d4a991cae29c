// npm run site:check URL: fetches the site as Excel does, and says what is wrong with it and what to do.
import { isDeepStrictEqual } from 'node:util';
import { DOMParser } from '@xmldom/xmldom';
import { createContext, runInContext } from 'node:vm';
import address from './addin-address.cjs';

const EXCEL = 'https://excel.officeapps.live.com';
const TYPES = {
  html: /^text\/html/, js: /^(text|application)\/javascript/, json: /^application\/json/, css: /^text\/css/,
  png: /^image\/png/, svg: /^image\/svg\+xml/, xml: /^(text|application)\/xml/, txt: /^text\/plain/,
};
const WITHIN_MS = 20_000;

/** What is wrong with a site, a sentence each; nothing when Excel can take it. */
export async function problemsOf(base) {
  const problems = new Set();
  const texts = new Map();

  async function fetched(name) {
    const url = `${base}/${name}`;
    let response;
    try {
      response = await fetch(url, { headers: { Origin: EXCEL }, redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS) });
    } catch (error) {
      throw new Error(unreachable(base, error));
    }
    const said = problems.size;
    const wrong = (sentence) => problems.add(sentence);
    if (response.status >= 300 && response.status < 400) {
      const to = new URL(response.headers.get('location') ?? '', url);
      const { origin } = new URL(base);
      if (to.protocol === 'http:') wrong(`${name} is redirected to http (${to.href}): let the host answer over https itself.`);
      else if (to.origin !== origin) wrong(`${name} is redirected to ${to.origin}: Excel stays with the address in the manifest; build the site for that one (ADDIN_URL), or let ${origin} answer itself.`);
      else wrong(`${name} is redirected to ${to.href}: let the host answer it at its own address.`);
      return undefined;
    }
    if (response.status !== 200) {
      wrong(`${name} answers ${response.status}: copy the whole folder site/ to ${base}/, and see that everyone may read it.`);
      return undefined;
    }
    const type = response.headers.get('content-type') ?? '';
    const ending = name.split('.').pop();
    const body = await response.text();
    if (ending !== 'html' && /^\s*<(!doctype html|html)/i.test(body)) {
      wrong(`${name} is a web page with status 200: the file is missing and the host answers with a page of its own; copy the file there and switch that fallback off.`);
      return undefined;
    }
    if (!TYPES[ending]?.test(type)) wrong(`${name} has the type ${type || 'none'}: set the host's type for .${ending} files (expected ${TYPES[ending].source.replace(/[\\^]/g, '')}).`);
    const allowed = response.headers.get('access-control-allow-origin');
    if (allowed !== '*' && allowed !== EXCEL) wrong(`${name} has no Access-Control-Allow-Origin: * (found: ${allowed ?? 'none'}): let the host send it, or Excel's own pages cannot read it.`);
    if (ending === 'html') {
      const frame = response.headers.get('x-frame-options');
      if (frame) wrong(`${name} has X-Frame-Options: ${frame}: take that header off, or Excel on the web cannot show the pane.`);
      if (/frame-ancestors/i.test(response.headers.get('content-security-policy') ?? '')) wrong(`${name} has a Content-Security-Policy with frame-ancestors: take it off, or Excel on the web cannot show the pane.`);
    }
    if (ending === 'png' && /no-store|no-cache/i.test(response.headers.get('cache-control') ?? '')) wrong(`${name} may not be kept (Cache-Control: ${response.headers.get('cache-control')}): Excel shows no icon then; allow an hour, public, max-age=3600.`);
    if (problems.size === said) texts.set(name, body);
    return body;
  }

  try {
    const manifest = await fetched('manifest.xml');
    const [pane, script, metadata, version] = [await fetched('taskpane.html'), await fetched('functions.js'), await fetched('functions.json'), await fetched('version.json')];
    const hosted = manifest && checkManifest(manifest);
    for (const name of hosted ?? []) if (!texts.has(name) && name !== 'taskpane.html') await fetched(name);
    const parts = new Set([...named(pane, /(?:src|href)="([^":]+)"/g), ...chunksOf(script, 'chunks/')]);
    for (const name of parts) if (!texts.has(name)) await fetched(name);
    const workbench = await fetched('workbench/index.html');
    for (const name of named(workbench, /(?:src|href)="([^":]+)"/g)) {
      const path = new URL(name, `${base}/workbench/`).href.slice(base.length + 1);
      if (!texts.has(path)) await fetched(path);
    }
    for (const name of ['help/index.html', 'help/support.html', 'help/privacy.html', 'third-party-notices.txt']) if (!texts.has(name)) await fetched(name);
    if (script && metadata && version && manifest) checkVersions(manifest, script, metadata, version);
  } catch (error) {
    problems.add(error.message);
  }
  return [...problems];

  /** The names, relative to the site, of what the manifest asks for. */
  function checkManifest(xml) {
    let root;
    try {
      root = new DOMParser({ onError: () => undefined }).parseFromString(xml, 'text/xml').documentElement;
    } catch {
      problems.add('manifest.xml is not well-formed XML: copy it there again from site/.');
      return [];
    }
    const addresses = [...root.getElementsByTagName('*')].map((each) => each.getAttribute('DefaultValue') ?? '').filter((value) => /^https?:/.test(value));
    const strange = addresses.find((each) => !each.startsWith(`${base}/`));
    if (strange) problems.add(`manifest.xml names ${strange}, which is not under ${base}: build the site for this address, ADDIN_URL=${base} npm run site, and copy it again.`);
    return [...new Set(addresses.filter((each) => each.startsWith(`${base}/`)).map((each) => each.slice(base.length + 1)))];
  }

  function checkVersions(xml, script, metadata, version) {
    const again = 'copy the whole folder site/ again, and empty the cache of the host if it has one';
    try {
      const { version: here } = JSON.parse(version);
      const inManifest = /<Version>([^<]*)</.exec(xml)?.[1];
      if (inManifest !== `${here}.0`) problems.add(`manifest.xml is of version ${inManifest}, version.json of ${here}: ${again}.`);
      const ids = new Set();
      const sandbox = createContext({ CustomFunctions: { associate: (id) => ids.add(id) } });
      sandbox.self = sandbox.window = sandbox;
      runInContext(script, sandbox, { timeout: 10_000 });
      const listed = new Set(JSON.parse(metadata).functions.map(({ id }) => id));
      const saysVersion = script.includes(`"${here}"`);
      if (!saysVersion || !isDeepStrictEqual([...ids].sort(), [...listed].sort())) problems.add(`functions.js is of another version than functions.json and version.json (${here}): ${again}.`);
    } catch (error) {
      problems.add(`functions.js or functions.json is not what was built (${error.message}): ${again}.`);
    }
  }
}

const named = (text, pattern) => [...(text ?? '').matchAll(pattern)].map((match) => match[1]);

/** webpack's map of chunks in functions.js: number or name → hash. */
function chunksOf(script, folder) {
  const maps = /"chunks\/"\+(?:\(?(\{[^}]*\})\[\w+\](?:\|\|\w+)?\)?|(\w+))\+"\."\+(\{[^}]*\})\[\w+\]\+"\.js"/.exec(script ?? '');
  if (!maps) return [];
  const read = (object) => Object.fromEntries([...object.matchAll(/["']?([\w-]+)["']?:["']([\w-]+)["']/g)].map((pair) => [pair[1], pair[2]]));
  const names = maps[1] ? read(maps[1]) : {};
  return Object.entries(read(maps[3])).map(([id, hash]) => `${folder}${names[id] ?? id}.${hash}.js`);
}

function unreachable(base, error) {
  const code = error.cause?.code ?? error.name;
  if (/CERT_HAS_EXPIRED/.test(code)) return `The certificate of ${base} has expired: renew it.`;
  if (/ALTNAME/.test(code)) return `The certificate of ${base} is for another host: get one for this name.`;
  if (/CERT|SIGNED|SIGNATURE|SSL|TLS/.test(code)) return `The certificate of ${base} is not trusted (${code}): Excel takes only one from an authority that machines know.`;
  if (/NOTFOUND|EAI_AGAIN/.test(code)) return `There is no host ${new URL(base).hostname}: check the address.`;
  if (/Timeout/i.test(code)) return `${base} did not answer within ${WITHIN_MS / 1000} seconds: see whether the host is up.`;
  return `${base} cannot be reached (${code}): see whether the host is up and answers over https.`;
}

if (process.argv[1]?.endsWith('site-check.mjs')) {
  try {
    const asked = process.argv[2];
    if (!asked) throw new Error('Say which site: npm run site:check https://example.com/taas');
    const local = /^https:\/\/localhost:\d+/.test(asked);
    const base = address.checkedAddress(asked, { site: !local });
    const problems = await problemsOf(base);
    for (const sentence of problems) console.error(sentence);
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`${base}: Excel can take it.`);
  } catch (error) {
    console.error(error.message.replace('ADDIN_URL is', 'The address is'));
    process.exitCode = 1;
  }
}
