// The newer, unified manifest (JSON) from the built manifest.xml and functions.json, valid by Microsoft's own schema,
// and the package in which it is uploaded.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { zip } from '@cj-tech-master/excelts/archive';
import { DOMParser } from '@xmldom/xmldom';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';

const require = createRequire(import.meta.url);
const { description } = require('../package.json');
const SCHEMA = 'v1.30';
const PICTURES = { color: 'color.png', outline: 'outline.png' };
/** What the XML's Permissions are called here. */
const PERMISSIONS = { ReadWriteDocument: 'Document.ReadWrite.User', ReadDocument: 'Document.Read.User' };

/** Microsoft asks for an id other than that of the XML: a name-based one (RFC 9562, version 5) within it. */
function idWithin(id) {
  const bytes = createHash('sha1')
    .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
    .update('unified manifest')
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * @param xml the manifest of a site
 * @param functions its functions.json
 */
export function unifiedManifest(xml, functions) {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const all = (name, within = root) => [...within.getElementsByTagName('*')].filter((each) => each.localName === name);
  const first = (name, within) => all(name, within)[0];
  const value = (name) => first(name).getAttribute('DefaultValue');
  const resources = new Map(
    [...first('Resources').getElementsByTagName('*')].map((each) => [
      each.getAttribute('id'),
      each.getAttribute('DefaultValue'),
    ]),
  );
  const text = (name, within) => resources.get(first(name, within).getAttribute('resid'));
  const base = new URL('.', value('SourceLocation')).href;
  const icons = (within) =>
    all('Image', first('Icon', within)).map((image) => ({
      size: Number(image.getAttribute('size')),
      url: resources.get(image.getAttribute('resid')),
    }));
  const group = first('Group');
  const controls = all('Control', group).map((control) => ({
    id: control.getAttribute('id'),
    type: 'button',
    label: text('Label', control),
    icons: icons(control),
    supertip: { title: text('Title', control), description: text('Description', control) },
    actionId: first('FunctionName', control)?.textContent ?? 'openPane',
  }));
  const domains = all('AppDomain').map((domain) => domain.textContent.trim());
  const sets = all('Set').map((set) => ({
    name: set.getAttribute('Name'),
    minVersion: set.getAttribute('MinVersion'),
  }));
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA.slice(1),
    id: idWithin(first('Id').textContent),
    // Three numbers, as Microsoft asks of this one.
    version: first('Version').textContent.split('.').slice(0, 3).join('.'),
    localizationInfo: { defaultLanguageTag: first('DefaultLocale').textContent.toLowerCase() },
    name: { short: value('DisplayName') },
    description: { short: description, full: value('Description') },
    developer: {
      name: first('ProviderName').textContent,
      websiteUrl: value('SupportUrl'),
      privacyUrl: `${base}help/privacy.html`,
      // The terms of use are those of the licence.
      termsOfUseUrl: `${base}license.txt`,
    },
    icons: PICTURES,
    accentColor: '#0f5c4d',
    ...(domains.length > 0 && { validDomains: domains }),
    authorization: {
      permissions: {
        resourceSpecific: [{ name: PERMISSIONS[first('Permissions').textContent], type: 'Delegated' }],
      },
    },
    extensions: [
      {
        requirements: { scopes: [first('Host').getAttribute('Name').toLowerCase()], capabilities: sets },
        runtimes: [
          {
            id: 'Taas.Runtime',
            type: 'general',
            lifetime: first('Runtime').getAttribute('lifetime'),
            code: { page: value('SourceLocation'), script: resources.get('Functions.Script.Url') },
            actions: controls.map(({ actionId }) => ({
              id: actionId,
              type: actionId === 'openPane' ? 'openPage' : 'executeFunction',
            })),
            customFunctions: {
              metadataUrl: resources.get('Functions.Metadata.Url'),
              allowCustomDataForDataTypeAny: functions.allowCustomDataForDataTypeAny === true,
            },
          },
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: first('OfficeTab').getAttribute('id'),
                groups: [{ id: group.getAttribute('id'), label: text('Label', group), icons: icons(group), controls }],
              },
            ],
          },
        ],
        getStartedMessages: [
          {
            title: text('Title', first('GetStarted')),
            description: text('Description', first('GetStarted')),
            learnMoreUrl: text('LearnMoreUrl', first('GetStarted')),
          },
        ],
        alternates: [
          {
            // Where both are installed, that of the XML is hidden.
            hide: { customOfficeAddin: { officeAddinId: first('Id').textContent } },
            alternateIcons: {
              icon: { size: 32, url: value('IconUrl') },
              highResolutionIcon: { size: 64, url: value('HighResolutionIconUrl') },
            },
          },
        ],
      },
    ],
  };
}

let validate;

/** A sentence for everything that Microsoft's schema refuses. */
export function complaintsOf(manifest) {
  validate ??= addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: true })).compile(
    require(`@microsoft/app-manifest/build/json-schemas/teams/${SCHEMA}/MicrosoftTeams.schema.json`),
  );
  if (validate(manifest)) return [];
  return validate.errors.map(
    ({ instancePath, message, params }) =>
      `manifest.json: ${instancePath || '/'} ${message} ${JSON.stringify(params)} (Microsoft's schema).`,
  );
}

/** Writes manifest.json beside a site's manifest.xml, and taas-excel.zip, which is what one uploads of it. */
export function writeUnifiedManifest(folder) {
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  const manifest = unifiedManifest(read('manifest.xml'), JSON.parse(read('functions.json')));
  const complaints = complaintsOf(manifest);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  // The same bytes for the same site.
  const archive = zip({ reproducible: true }).add('manifest.json', Buffer.from(json));
  for (const name of Object.values(PICTURES)) {
    archive.add(name, readFileSync(new URL(`../assets/unified/${name}`, import.meta.url)));
  }
  writeFileSync(join(folder, 'manifest.json'), json);
  writeFileSync(join(folder, 'taas-excel.zip'), archive.bytesSync());
}
