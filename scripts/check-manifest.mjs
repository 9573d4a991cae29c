// Checks the built manifest as Excel would take it, offline: order of elements, resources, lengths, addresses, icons;
// and the unified manifest, where it lies beside: that Microsoft's schema takes it and that it says the same.
// node scripts/check-manifest.mjs [folder of the built add-in]
import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DOMParser } from '@xmldom/xmldom';
import { complaintsOf, unifiedManifest } from './unified-manifest.mjs';

const dist = process.argv[2] ?? 'dist';
const problems = [];
const wrong = (sentence) => problems.push(sentence);
let base = '';

// Excel reads children in this order and no other; "?" marks those it can do without.
const order = {
  OfficeApp:
    'Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides',
  VersionOverrides: 'Description? Requirements? Hosts Resources WebApplicationInfo? EquivalentAddins?',
  'VersionOverrides/Hosts/Host': 'Runtimes AllFormFactors DesktopFormFactor',
  AllFormFactors: 'ExtensionPoint',
  'AllFormFactors/ExtensionPoint': 'Script Page Metadata',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint',
  GetStarted: 'Title Description LearnMoreUrl',
  OfficeTab: 'Group',
  Group: 'Label Icon Control',
  Control: 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  Resources: 'Images Urls ShortStrings LongStrings',
};

const longest = { resid: 32, ShortStrings: 125, LongStrings: 250, DisplayName: 125, Description: 250, Url: 2048 };
const ribbonIconSizes = [16, 32, 80];

const children = (element) => [...element.childNodes].filter((node) => node.nodeType === 1);
const named = (element, name) => [...element.getElementsByTagName('*')].filter((each) => each.localName === name);
const path = (element) =>
  element.parentNode?.localName ? `${path(element.parentNode)}/${element.localName}` : element.localName;

function checkOrder(element) {
  const here = path(element);
  const rule = Object.keys(order)
    .filter((key) => here === key || here.endsWith(`/${key}`))
    .sort((a, b) => b.length - a.length)[0];
  if (rule) {
    const expected = order[rule].split(' ');
    const known = expected.map((name) => name.replace('?', ''));
    const found = children(element).map((child) => child.localName);
    for (const name of found) if (!known.includes(name)) wrong(`<${name}> does not belong in ${here}.`);
    for (const name of expected) if (!name.endsWith('?') && !found.includes(name)) wrong(`${here} has no <${name}>.`);
    const places = found.map((name) => known.indexOf(name)).filter((place) => place >= 0);
    places.forEach((place, i) => {
      if (i > 0 && place < places[i - 1]) {
        wrong(`In ${here}, <${known[place]}> comes after <${known[places[i - 1]]}>; Excel wants it before.`);
      }
    });
  }
  for (const child of children(element)) checkOrder(child);
}

function checkResources(root) {
  const resources = new Map();
  for (const group of ['Images', 'Urls', 'ShortStrings', 'LongStrings']) {
    for (const element of named(root, group).flatMap(children)) {
      const id = element.getAttribute('id') ?? '';
      const value = element.getAttribute('DefaultValue') ?? '';
      if (resources.has(id)) wrong(`The resource ${id} is there twice.`);
      resources.set(id, { group, value });
      if (id.length > longest.resid)
        wrong(`The resource id ${id} has ${id.length} characters; Excel takes ${longest.resid}.`);
      if (value === '') wrong(`The resource ${id} is empty.`);
      const limit = longest[group];
      if (limit && value.length > limit)
        wrong(`The text ${id} has ${value.length} characters; Excel takes ${limit} in ${group}.`);
    }
  }
  const belongs = {
    Image: ['Images'],
    SourceLocation: ['Urls'],
    Runtime: ['Urls'],
    FunctionFile: ['Urls'],
    LearnMoreUrl: ['Urls'],
  };
  const text = { Title: ['ShortStrings'], Label: ['ShortStrings'], Description: ['LongStrings', 'ShortStrings'] };
  const used = new Set();
  for (const element of named(root, 'VersionOverrides').flatMap((overrides) => [
    ...overrides.getElementsByTagName('*'),
  ])) {
    const id = element.getAttribute('resid');
    if (!id) continue;
    used.add(id);
    const resource = resources.get(id);
    const groups = { ...belongs, ...text }[element.localName];
    if (!resource) wrong(`<${element.localName}> names the resource ${id}, which is not among the resources.`);
    else if (groups && !groups.includes(resource.group)) {
      wrong(`<${element.localName}> names ${id}, which is in ${resource.group}; it must be in ${groups.join(' or ')}.`);
    }
  }
  for (const id of resources.keys()) if (!used.has(id)) wrong(`Nothing uses the resource ${id}.`);
  return resources;
}

function checkSharedRuntime(root) {
  const resid = (element) => element?.getAttribute('resid');
  const source = (name) => named(root, name).flatMap((element) => named(element, 'SourceLocation'));
  const runtime = named(root, 'Runtime')[0];
  if (runtime?.getAttribute('lifetime') !== 'long')
    wrong('The runtime is not long-lived: <Runtime> needs lifetime="long".');
  const places = {
    'the runtime': resid(runtime),
    "the functions' page": resid(source('Page')[0]),
    'the function file': resid(named(root, 'FunctionFile')[0]),
  };
  const panes = named(root, 'Action').filter((action) => action.getAttribute('xsi:type') === 'ShowTaskpane');
  if (panes.length === 0) wrong('No button opens the task pane.');
  panes.forEach((action, i) => (places[`task pane button ${i + 1}`] = resid(named(action, 'SourceLocation')[0])));
  if (new Set(Object.values(places)).size > 1) {
    const said = Object.entries(places).map(([place, id]) => `${place} names ${id}`);
    wrong(`Pane, functions and commands must share one page, but ${said.join(', ')}.`);
  }
}

function checkRequirements(root) {
  const needed = { CustomFunctionsRuntime: '1.3', SharedRuntime: '1.1' };
  const sets = new Map(named(root, 'Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]));
  for (const [name, version] of Object.entries(needed)) {
    if (sets.get(name) !== version)
      wrong(`The requirement set ${name} ${version} is not asked for (found: ${sets.get(name) ?? 'none'}).`);
  }
  for (const name of sets.keys()) {
    if (!(name in needed))
      wrong(`The requirement set ${name} hides the add-in where it is missing; look for it at run time instead.`);
  }
}

/** Width and height of a PNG, from its header. */
function pixels(file) {
  const bytes = readFileSync(file);
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

/** The folder's address is where the pane lies; what an address names is found relative to it. */
const fileAt = (address) =>
  join(
    dist,
    address.startsWith(base)
      ? new URL(address).pathname.slice(new URL(base).pathname.length)
      : new URL(address).pathname,
  );

function checkIcon(what, url, size) {
  const file = URL.canParse(url) ? fileAt(url) : undefined;
  if (!file || !existsSync(file)) return; // said by checkAddresses
  const found = pixels(file);
  if (!found) wrong(`${what}, ${url}, is not a PNG.`);
  else if (found[0] !== size || found[1] !== size) {
    wrong(`${what}, ${url}, is ${found[0]}×${found[1]} pixels; it must be ${size}×${size}.`);
  }
}

function checkIcons(root, resources) {
  const top = (name) => children(root).find((child) => child.localName === name);
  checkIcon('The icon', top('IconUrl')?.getAttribute('DefaultValue'), 32);
  checkIcon('The large icon', top('HighResolutionIconUrl')?.getAttribute('DefaultValue'), 64);
  for (const icon of named(root, 'Icon')) {
    const images = children(icon);
    const sizes = images.map((image) => Number(image.getAttribute('size')));
    for (const size of ribbonIconSizes)
      if (!sizes.includes(size)) wrong(`${path(icon)} has no image of ${size} pixels.`);
    images.forEach((image, i) =>
      checkIcon('A ribbon icon', resources.get(image.getAttribute('resid'))?.value ?? '', sizes[i]),
    );
  }
}

/** Every address is https, and what it names has been built. */
function checkAddresses(root) {
  const addresses = [...root.getElementsByTagName('*')]
    .map((element) => element.getAttribute('DefaultValue') ?? '')
    .filter((value) => /^[a-z]+:\/\//i.test(value));
  for (const address of new Set(addresses)) {
    if (!URL.canParse(address)) {
      wrong(`${address} is not an address.`);
      continue;
    }
    const { protocol, pathname } = new URL(address);
    if (protocol !== 'https:') wrong(`${address} must begin with https://.`);
    if (address.length > longest.Url)
      wrong(`${address.slice(0, 60)}… has ${address.length} characters; Excel takes ${longest.Url}.`);
    if (/\.[a-z]+$/.test(pathname) && !existsSync(fileAt(address))) {
      wrong(`The manifest names ${address}, but there is no ${relative(dist, fileAt(address))} in ${dist}.`);
    }
  }
}

function checkHead(root) {
  const text = (name) =>
    children(root)
      .find((child) => child.localName === name)
      ?.textContent.trim() ?? '';
  const value = (name) =>
    children(root)
      .find((child) => child.localName === name)
      ?.getAttribute('DefaultValue') ?? '';
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text('Id')) || /^[0-]+$/.test(text('Id'))) {
    wrong(`The id ${text('Id')} is not a GUID.`);
  }
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(text('Version'))) {
    wrong(`The version ${text('Version')} must have four numbers, such as 1.0.0.0.`);
  }
  for (const name of ['DisplayName', 'Description']) {
    if (value(name).length > longest[name])
      wrong(`The ${name} has ${value(name).length} characters; Excel takes ${longest[name]}.`);
  }
  if (named(root, 'Namespace').length > 0)
    wrong('There is a <Namespace>: the analyst would have to type a prefix before every function.');
}

/** Where two values differ first, as a path. */
function differing(a, b, path = '') {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return path;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .map((key) => differing(a[key], b[key], `${path}/${key}`))
    .find((found) => found !== undefined);
}

function checkUnified(xml) {
  const file = join(dist, 'manifest.json');
  if (!existsSync(file)) return;
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return wrong(`manifest.json is not JSON (${error.message}): run npm run site again.`);
  }
  for (const sentence of complaintsOf(manifest)) wrong(sentence);
  const functions = JSON.parse(readFileSync(join(dist, 'functions.json'), 'utf8'));
  const place = differing(manifest, unifiedManifest(xml, functions));
  if (place !== undefined) wrong(`manifest.json says other than manifest.xml at ${place}: run npm run site again.`);
  for (const address of [manifest.developer?.privacyUrl, manifest.developer?.termsOfUseUrl]) {
    if (URL.canParse(address) && !existsSync(fileAt(address)))
      wrong(`manifest.json names ${address}, but there is no ${relative(dist, fileAt(address))} in ${dist}.`);
  }
}

function parsed(xml) {
  const bare = /&(?!#?\w+;)/.exec(xml);
  if (bare)
    throw new Error(
      `The manifest is not well-formed XML: a bare & before "${xml.slice(bare.index + 1, bare.index + 20).trim()}".`,
    );
  let complaint;
  const onError = (level, message) => (complaint ??= message);
  try {
    const document = new DOMParser({ onError }).parseFromString(xml, 'text/xml');
    if (!complaint) return document.documentElement;
  } catch (error) {
    complaint ??= error.message;
  }
  throw new Error(`The manifest is not well-formed XML: ${complaint}`);
}

try {
  const manifest = join(dist, 'manifest.xml');
  if (!existsSync(manifest)) throw new Error(`There is no ${manifest}: run npm run build first.`);
  const xml = readFileSync(manifest, 'utf8');
  const root = parsed(xml);
  const pane = named(root, 'SourceLocation')[0]?.getAttribute('DefaultValue') ?? '';
  if (URL.canParse(pane)) base = new URL('.', pane).href;
  checkHead(root);
  checkOrder(root);
  checkIcons(root, checkResources(root));
  checkSharedRuntime(root);
  checkRequirements(root);
  checkAddresses(root);
  checkUnified(xml);
} catch (error) {
  wrong(error.message);
}

for (const sentence of problems) console.error(sentence);
if (problems.length === 0) console.log('manifest.xml: nothing wrong.');
process.exit(problems.length === 0 ? 0 : 1);
