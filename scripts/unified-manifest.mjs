// The newer, unified manifest (JSON) from the built manifest.xml and functions.json, valid by Microsoft's own schema.
import { createRequire } from 'node:module';
import { DOMParser } from '@xmldom/xmldom';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';

const require = createRequire(import.meta.url);
const SCHEMA = 'v1.30';

/** @param xml the manifest of a site */
export function unifiedManifest(xml) {
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
  const sets = all('Set').map((set) => ({
    name: set.getAttribute('Name'),
    minVersion: set.getAttribute('MinVersion'),
  }));
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA.slice(1),
    id: first('Id').textContent,
    // Three numbers, as Microsoft asks of this one.
    version: first('Version').textContent.split('.').slice(0, 3).join('.'),
    name: { short: value('DisplayName') },
    description: {
      short: resources.get('Functions.Tip').slice(0, 80).replace(/ \S*$/, ''),
      full: value('Description'),
    },
    developer: {
      name: first('ProviderName').textContent,
      websiteUrl: value('SupportUrl'),
      privacyUrl: `${base}help/privacy.html`,
      termsOfUseUrl: `${base}help/support.html`,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#FFFFFF',
    authorization: { permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] } },
    extensions: [
      {
        requirements: { scopes: ['workbook'], capabilities: sets },
        runtimes: [
          {
            id: 'Taas.Runtime',
            type: 'general',
            lifetime: 'long',
            code: { page: value('SourceLocation'), script: resources.get('Functions.Script.Url') },
            actions: controls.map(({ actionId }) => ({
              id: actionId,
              type: actionId === 'openPane' ? 'openPage' : 'executeFunction',
            })),
            customFunctions: {
              metadataUrl: resources.get('Functions.Metadata.Url'),
              allowCustomDataForDataTypeAny: true,
            },
          },
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: 'TabHome',
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
        // Where both are installed, the older one is hidden.
        alternates: [{ hide: { customOfficeAddin: { officeAddinId: first('Id').textContent } } }],
      },
    ],
  };
}

/** A sentence for everything that Microsoft's schema refuses. */
export function complaintsOf(manifest) {
  const schema = require(`@microsoft/app-manifest/build/json-schemas/teams/${SCHEMA}/MicrosoftTeams.schema.json`);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (validate(manifest)) return [];
  return validate.errors.map(
    ({ instancePath, message, params }) =>
      `manifest.json: ${instancePath || '/'} ${message} ${JSON.stringify(params)} (Microsoft's schema).`,
  );
}
