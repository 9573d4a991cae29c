// Where the add-in is served from, and as which environment: ADDIN_URL and ADDIN_ENVIRONMENT, checked. What is built names
// this machine; a site, and a server on another port, name their own address in its place.
const { URL } = require('node:url');
const environments = require('../environments.json');

const LOCALHOST = 'https://localhost:3000';
const onThisMachine = (hostname) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

/** The address, or a thrown sentence that says what to write instead. A site is for others: never on this machine. */
function checkedAddress(text, { site = false } = {}) {
  const wrong = (what, expected) => {
    throw new Error(`ADDIN_URL is ${text === '' ? 'empty' : text}: ${what}; write ${expected}.`);
  };
  const example = 'a full address such as https://example.com/taas';
  if (text === '') wrong('it names no address', example);
  if (/\s/.test(text)) wrong('it has a space', 'the address without spaces');
  if (/^http:\/\//i.test(text)) wrong('Excel loads add-ins over https only', `https://${text.slice(7)}`);
  if (!/^https:\/\//i.test(text)) wrong('it does not begin with https://', example);
  if (!URL.canParse(text)) wrong('it is no address', example);
  const url = new URL(text);
  const host = /^https:\/\/([^/?#]*)/i.exec(text)[1];
  if (host.includes('@')) wrong('it has a user or password, which everyone could read in the manifest', example);
  if (/[^\x20-\x7e]/.test(host)) wrong('Excel takes host names in ASCII only', `https://${url.host}${url.pathname}`);
  if (/[^\x20-\x7e]/.test(text)) wrong('it has letters outside ASCII', url.href);
  if (text.includes('?')) wrong('it has a query', `${url.origin}${url.pathname}`);
  if (text.includes('#')) wrong('it has a #', `${url.origin}${url.pathname}`);
  if (/\\|(^|\/)(\.|%2e){1,2}(\/|$)/i.test(text.slice(8))) wrong('its path has . or .. in it', 'the path it leads to');
  if (/\.(xml|html?|json|js)$/i.test(url.pathname)) {
    wrong('it names a file', `the folder the file lies in, ${url.origin}${url.pathname.replace(/\/[^/]*$/, '')}`);
  }
  if (text.endsWith('/')) wrong('it ends with a slash', text.replace(/\/+$/, ''));
  if (url.pathname.includes('//')) wrong('it has two slashes in a row', 'one');
  if (/[^\w/.~-]/.test(url.pathname))
    wrong('its path has other characters than letters, digits, -, _, . and ~', example);
  if (site && onThisMachine(url.hostname)) {
    wrong(
      'nobody else reaches this machine by it',
      `the address of the host, or run npm start to serve the add-in here`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

/** Which of environments.json is built: as asked, else localhost on this machine and production elsewhere. */
function environmentOf(address, asked = process.env.ADDIN_ENVIRONMENT) {
  const name = asked || (onThisMachine(new URL(address).hostname) ? 'localhost' : 'production');
  if (!Object.hasOwn(environments, name)) {
    throw new Error(
      `ADDIN_ENVIRONMENT is ${name}: expected one of ${Object.keys(environments).join(', ')} (environments.json).`,
    );
  }
  return environments[name];
}

/** The built files that name the address; nothing else does (test/start). */
const NAMING = ['manifest.xml', 'functions.json', 'catalogue.json'];

/**
 * The manifest as one environment installs it: its own id and name, its address, and the version of package.json, whose fourth part
 * counts what the environment has been given under one version. Excel keeps functions.json by its address, so that has the
 * version too.
 */
function manifestFor(xml, address, version) {
  const { id, name, revision } = environmentOf(address);
  const whole = `${version}.${revision}`;
  return xml
    .replaceAll(LOCALHOST, address)
    .replace(/<Id>[^<]*</, `<Id>${id}<`)
    .replace(/<Version>[^<]*</, `<Version>${whole}<`)
    .replace(/<DisplayName [^>]*>/, `<DisplayName DefaultValue="${name}"/>`)
    .replace(/(\/functions\.json)(\?[^"]*)?"/, `$1?version=${whole}"`)
    .replace(/(<bt:String id="Group.Label" DefaultValue=")[^"]*/, `$1${name}`);
}

module.exports = { LOCALHOST, NAMING, checkedAddress, environmentOf, manifestFor };
