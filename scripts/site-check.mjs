// npm run site:check URL: fetches the site as Excel does, and says what is wrong with it and what to do.
/* global fetch, AbortSignal */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import address from './addin-address.cjs';

const EXCEL = 'https://excel.officeapps.live.com';
const TYPES = {
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  json: /^application\/json/,
  css: /^text\/css/,
  png: /^image\/png/,
  svg: /^image\/svg\+xml/,
  xml: /^(text|application)\/xml/,
  txt: /^text\/plain/,
  xlsx: /^application\//,
};
const WITHIN_MS = 20_000;
const AT_ONCE = 8;

/** What is wrong with a site, a sentence each; nothing when Excel can take it. */
export async function problemsOf(base) {
  const problems = new Set();

  async function fetched(name) {
    const url = `${base}/${name}`;
    let response;
    try {
      response = await fetch(url, {
        headers: { Origin: EXCEL },
        redirect: 'manual',
        signal: AbortSignal.timeout(WITHIN_MS),
      });
    } catch (error) {
      throw new Error(unreachable(base, error));
    }
    const wrong = (sentence) => problems.add(sentence);
    if (response.status >= 300 && response.status < 400) {
      const to = new URL(response.headers.get('location') ?? '', url);
      const { origin } = new URL(base);
      if (to.protocol === 'http:')
        wrong(`${name} is redirected to http (${to.href}): let the host answer over https itself.`);
      else if (to.origin !== origin)
        wrong(
          `${name} is redirected to ${to.origin}: Excel stays with the address in the manifest; build the site for that one (ADDIN_URL), or let ${origin} answer itself.`,
        );
      else wrong(`${name} is redirected to ${to.href}: let the host answer it at its own address.`);
      return undefined;
    }
    if (response.status !== 200) {
      wrong(
        `${name} answers ${response.status}: copy the whole folder site/ to ${base}/, and see that everyone may read it.`,
      );
      return undefined;
    }
    const type = response.headers.get('content-type') ?? '';
    const ending = name.split('.').pop();
    const body = Buffer.from(await response.arrayBuffer());
    if (ending !== 'html' && /^\s*<(!doctype html|html)/i.test(body.subarray(0, 200).toString())) {
      wrong(
        `${name} is a web page with status 200: the file is missing and the host answers with a page of its own; copy the file there and switch that fallback off.`,
      );
      return undefined;
    }
    if (TYPES[ending] && !TYPES[ending].test(type))
      wrong(
        `${name} has the type ${type || 'none'}: set the host's type for .${ending} files (expected ${TYPES[ending].source.replace(/[\\^]/g, '')}).`,
      );
    const allowed = response.headers.get('access-control-allow-origin');
    if (allowed !== '*' && allowed !== EXCEL)
      wrong(
        `${name} has no Access-Control-Allow-Origin: * (found: ${allowed ?? 'none'}): let the host send it, or Excel's own pages cannot read it.`,
      );
    if (ending === 'html') {
      const frame = response.headers.get('x-frame-options');
      if (frame)
        wrong(`${name} has X-Frame-Options: ${frame}: take that header off, or Excel on the web cannot show the pane.`);
      if (/frame-ancestors/i.test(response.headers.get('content-security-policy') ?? ''))
        wrong(
          `${name} has a Content-Security-Policy with frame-ancestors: take it off, or Excel on the web cannot show the pane.`,
        );
    }
    if (ending === 'png' && /no-store|no-cache/i.test(response.headers.get('cache-control') ?? ''))
      wrong(
        `${name} may not be kept (Cache-Control: ${response.headers.get('cache-control')}): Excel shows no icon then; allow an hour, public, max-age=3600.`,
      );
    return body;
  }

  try {
    const listed = await fetched('site.json');
    const manifest = await fetched('manifest.xml');
    if (manifest) checkAddresses(manifest);
    if (!listed) return [...problems];
    const { version, files } = JSON.parse(listed);
    const names = Object.keys(files);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let name = names.shift(); name !== undefined; name = names.shift()) {
          const body = await fetched(name);
          if (body && createHash('sha256').update(body).digest('hex') !== files[name]) {
            problems.add(
              `${name} is not that of version ${version}: copy the whole folder site/ again, and empty the cache of the host if it has one.`,
            );
          }
        }
      }),
    );
  } catch (error) {
    problems.add(
      error instanceof SyntaxError ? `site.json is not what was built: copy it there again from site/.` : error.message,
    );
  }
  return [...problems];

  function checkAddresses(xml) {
    const addresses = [...xml.toString().matchAll(/DefaultValue="(https?:[^"]*)"/g)].map((match) => match[1]);
    const strange = addresses.find((each) => !each.startsWith(`${base}/`));
    if (strange)
      problems.add(
        `manifest.xml names ${strange}, which is not under ${base}: build the site for this address, ADDIN_URL=${base} npm run site, and copy it again.`,
      );
  }
}

function unreachable(base, error) {
  const code = error.cause?.code ?? error.name;
  if (/CERT_HAS_EXPIRED/.test(code)) return `The certificate of ${base} has expired: renew it.`;
  if (/ALTNAME/.test(code)) return `The certificate of ${base} is for another host: get one for this name.`;
  if (/CERT|SIGNED|SIGNATURE|SSL|TLS/.test(code))
    return `The certificate of ${base} is not trusted (${code}): Excel takes only one from an authority that machines know.`;
  if (/NOTFOUND|EAI_AGAIN/.test(code)) return `There is no host ${new URL(base).hostname}: check the address.`;
  if (/Timeout/i.test(code))
    return `${base} did not answer within ${WITHIN_MS / 1000} seconds: see whether the host is up.`;
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
