/** The unified manifest: that it says what manifest.xml says, that Microsoft's schema takes it, and what one uploads. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { chromium } from 'playwright-core';
import { LOCALHOST, manifestFor } from '../../scripts/addin-address.cjs';
import { testWhere } from '../only-where';

const root = resolve(__dirname, '../..');
const kit = pathToFileURL(join(root, 'scripts/unified-manifest.mjs')).href;
const template = readFileSync(join(root, 'manifest.xml'), 'utf8');
const { description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { description: string };
const FUNCTIONS = { allowCustomDataForDataTypeAny: true, functions: [] };
const work = mkdtempSync(join(tmpdir(), 'taas-unified-'));
afterAll(() => rmSync(work, { recursive: true }));

/** What the module answers when `code` asks it, with `input` and the module in hand. */
function asked<T>(code: string, input: unknown): T {
  const script = `import(${JSON.stringify(kit)}).then((kit) => {
    let text = '';
    process.stdin.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
      const input = JSON.parse(text);
      console.log(JSON.stringify(${code}));
    });
  })`;
  const run = spawnSync(process.execPath, ['-e', script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as T;
}

const converted = (all: readonly string[]): unknown[] =>
  asked('input.all.map((xml) => kit.unifiedManifest(xml, input.functions))', { all, functions: FUNCTIONS });
const complaints = (all: readonly unknown[]): string[][] => asked('input.map(kit.complaintsOf)', all);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const said = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'aZ09 &<>"\'=().,;é–’#'), minLength: 1, maxLength }).map((text) => `~${text}~`);
const number = fc.nat({ max: 99999 });

/** A manifest with other words, numbers and addresses in every place. */
const variant = fc.record({
  id: fc.uuid(),
  version: fc.tuple(number, number, number),
  provider: said(30),
  name: said(28),
  full: said(240),
  base: fc.constantFrom('https://example.com', 'https://example.com:8443/taas', 'https://a.b.example/c/d-1.0'),
  group: said(60),
  buttons: fc.tuple(
    ...(['Open', 'Functions', 'Models', 'CheckUp'] as const).map((name) =>
      fc.record({ name: fc.constant(name), label: said(60), title: said(60), tip: said(240) }),
    ),
  ),
  welcome: fc.record({ title: said(60), text: said(240) }),
  set: fc.constantFrom('1.1', '1.3', '1.10'),
  domains: fc.uniqueArray(fc.constantFrom('https://one.example', 'https://two.example'), { maxLength: 2 }),
});
type Variant = typeof variant extends fc.Arbitrary<infer T> ? T : never;

function xmlOf(each: Variant): string {
  const texts: Record<string, string> = {
    'Group.Label': each.group,
    'GetStarted.Title': each.welcome.title,
    'GetStarted.Description': each.welcome.text,
  };
  for (const { name, label, title, tip } of each.buttons)
    Object.assign(texts, { [`${name}.Label`]: label, [`${name}.Title`]: title, [`${name}.Tip`]: tip });
  const put = (xml: string, tag: string, text: string) =>
    xml.replace(new RegExp(`(<${tag}>)[^<]*`), (_, open: string) => open + escaped(text));
  const value = (xml: string, tag: string, text: string) =>
    xml.replace(new RegExp(`(<${tag} DefaultValue=")[^"]*`), (_, open: string) => open + escaped(text));
  let xml = template.replaceAll(LOCALHOST, each.base);
  xml = put(xml, 'Id', each.id);
  xml = put(xml, 'Version', `${each.version.join('.')}.0`);
  xml = put(xml, 'ProviderName', each.provider);
  xml = value(xml, 'DisplayName', each.name);
  xml = value(xml, 'Description', each.full);
  xml = xml.replace('Name="SharedRuntime" MinVersion="1.1"', `Name="SharedRuntime" MinVersion="${each.set}"`);
  const domains = each.domains.map((domain) => `<AppDomain>${domain}</AppDomain>`).join('');
  if (domains) xml = xml.replace('  <Hosts>', `  <AppDomains>${domains}</AppDomains>\n  <Hosts>`);
  return xml.replace(/(<bt:String id="([\w.]+)" DefaultValue=")[^"]*/g, (_, open: string, id: string) => {
    expect(Object.keys(texts)).toContain(id);
    return open + escaped(texts[id]!);
  });
}

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const ACTIONS = ['openPane', 'showFunctions', 'showModels', 'showCheckUp'];

/** What Microsoft's documentation says each of those is called in JSON, written down by hand. */
function jsonOf(each: Variant): object {
  const icons = SIZES.map((size) => ({ size, url: `${each.base}/assets/icon-${size}.png` }));
  const scriptUrl = (resid: string) =>
    new RegExp(`id="${resid}" DefaultValue="([^"]*)"`).exec(template)![1]!.replace(LOCALHOST, each.base);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    // Microsoft: a GUID other than the <Id> of the XML
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string,
    version: each.version.join('.'),
    localizationInfo: { defaultLanguageTag: 'en-us' },
    name: { short: each.name },
    description: { short: description, full: each.full },
    developer: {
      name: each.provider,
      websiteUrl: `${each.base}/help/support.html`,
      privacyUrl: `${each.base}/help/privacy.html`,
      termsOfUseUrl: `${each.base}/license.txt`,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0f5c4d',
    ...(each.domains.length > 0 && { validDomains: each.domains }),
    authorization: {
      permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
    },
    extensions: [
      {
        requirements: {
          scopes: ['workbook'],
          capabilities: [
            { name: 'CustomFunctionsRuntime', minVersion: '1.3' },
            { name: 'SharedRuntime', minVersion: each.set },
          ],
        },
        runtimes: [
          {
            id: 'Taas.Runtime',
            type: 'general',
            lifetime: 'long',
            code: { page: `${each.base}/taskpane.html`, script: scriptUrl('Functions.Script.Url') },
            actions: ACTIONS.map((id) => ({ id, type: id === 'openPane' ? 'openPage' : 'executeFunction' })),
            customFunctions: {
              metadataUrl: scriptUrl('Functions.Metadata.Url'),
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
                groups: [
                  {
                    id: 'Taas.Group',
                    label: each.group,
                    icons,
                    controls: each.buttons.map(({ name, label, title, tip }, i) => ({
                      id: name === 'Open' ? 'Taas.OpenPane' : `Taas.${name}`,
                      type: 'button',
                      label,
                      icons,
                      supertip: { title, description: tip },
                      actionId: ACTIONS[i],
                    })),
                  },
                ],
              },
            ],
          },
        ],
        getStartedMessages: [
          {
            title: each.welcome.title,
            description: each.welcome.text,
            learnMoreUrl: `${each.base}/help/index.html`,
          },
        ],
        alternates: [
          {
            hide: { customOfficeAddin: { officeAddinId: each.id } },
            alternateIcons: {
              icon: { size: 32, url: `${each.base}/assets/icon-32.png` },
              highResolutionIcon: { size: 64, url: `${each.base}/assets/icon-64.png` },
            },
          },
        ],
      },
    ],
  };
}

test('it says what manifest.xml says, whatever that is, and Microsoft’s schema takes it', () => {
  const variants = fc.sample(variant, { numRuns: 100, seed: 1 });
  const manifests = converted(variants.map(xmlOf));
  variants.forEach((each, i) => expect(manifests[i]).toEqual(jsonOf(each)));
  expect(complaints(manifests).flat()).toEqual([]);
  const ids = [...manifests.map((manifest) => (manifest as { id: string }).id), ...variants.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(2 * new Set(variants.map(({ id }) => id)).size);
});

test('the short description is a sentence of at most 80 characters', () => {
  expect(description.length).toBeLessThanOrEqual(80);
  expect(description).not.toMatch(/…|\.\.\.|[,;]$/);
});

test.each<[string, (manifest: Record<string, unknown>) => unknown, RegExp]>([
  [
    'no id',
    (m) => ({ ...m, id: undefined }),
    /manifest\.json: \/ must have required property 'id'.*Microsoft's schema/,
  ],
  ['a long name', (m) => ({ ...m, name: { short: 'x'.repeat(31) } }), /\/name\/short must NOT have more than 30/],
  [
    'an address without https',
    (m) => ({ ...m, developer: { ...(m.developer as object), privacyUrl: 'privacy' } }),
    /\/developer\/privacyUrl/,
  ],
  ['a word that the schema does not know', (m) => ({ ...m, extra: 1 }), /additionalProperty.*extra/],
])('%s is refused', (_, change, sentence) => {
  const [manifest] = converted([manifestFor(template, 'https://example.com/taas', '1.0.0')]);
  expect(complaints([change(manifest as Record<string, unknown>)])[0]!.join('\n')).toMatch(sentence);
});

/** A small site: what check:manifest looks for, and the package. */
function smallSite(name: string): string {
  const folder = join(work, name);
  const files = [
    'taskpane.html',
    'functions.js',
    'license.txt',
    'help/index.html',
    'help/support.html',
    'help/privacy.html',
  ];
  for (const each of files) {
    mkdirSync(dirname(join(folder, each)), { recursive: true });
    writeFileSync(join(folder, each), '');
  }
  cpSync(join(root, 'assets'), join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'functions.json'), JSON.stringify(FUNCTIONS));
  writeFileSync(join(folder, 'manifest.xml'), manifestFor(template, 'https://example.com/taas', '1.2.3'));
  asked('kit.writeUnifiedManifest(input) ?? null', folder);
  return folder;
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
testWhere(hasPython, 'python3 is not on this machine')('another program reads the package: three files, whole', () => {
  const folder = smallSite('zip');
  const read = `import base64, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps({i.filename: base64.b64encode(archive.read(i)).decode() for i in archive.infolist()}))`;
  const output = execFileSync('python3', ['-c', read, join(folder, 'taas-excel.zip')], { encoding: 'utf8' });
  const files = new Map(
    Object.entries(JSON.parse(output) as Record<string, string>).map(([name, text]) => [
      name,
      Buffer.from(text, 'base64'),
    ]),
  );
  expect([...files.keys()].sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  expect(files.get('manifest.json')).toEqual(readFileSync(join(folder, 'manifest.json')));
  for (const name of ['color.png', 'outline.png'])
    expect(files.get(name)).toEqual(readFileSync(join(root, 'assets/unified', name)));
});

testWhere(hasPython, 'python3 is not on this machine')('its id is the name-based one within that of the XML', () => {
  const xml = manifestFor(template, 'https://example.com/taas', '1.0.0');
  const [, own] = /<Id>(.*)<\/Id>/.exec(xml)!;
  const read = 'import sys, uuid; print(uuid.uuid5(uuid.UUID(sys.argv[1]), "unified manifest"))';
  const expected = execFileSync('python3', ['-c', read, own!], { encoding: 'utf8' }).trim();
  expect(converted([xml])).toMatchObject([{ id: expected }]);
});

test('the same site gives the same package, byte for byte', () => {
  const [one, other] = ['one', 'other'].map((name) => readFileSync(join(smallSite(name), 'taas-excel.zip')));
  expect(one!.equals(other!)).toBe(true);
});

test('the pictures are as Microsoft wants them: 192×192 without transparency, 32×32 white on nothing', async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH!, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const pixels = async (name: string) => {
      const bytes = readFileSync(join(root, 'assets/unified', name)).toString('base64');
      return page.evaluate(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const all = Array.from({ length: data.length / 4 }, (_, i) => [...data.slice(4 * i, 4 * i + 4)]);
        return { width: canvas.width, height: canvas.height, all };
      }, `data:image/png;base64,${bytes}`);
    };
    const color = await pixels('color.png');
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.all.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const outline = await pixels('outline.png');
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const seen = outline.all.filter(([, , , alpha]) => alpha! > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(outline.all.length - seen.length).toBeGreaterThan(500);
    expect(seen.filter(([red, green, blue]) => Math.min(red!, green!, blue!) < 250)).toEqual([]);
  } finally {
    await browser.close();
  }
});

test.each<[string, ((folder: string) => void) | undefined, RegExp]>([
  ['as it was made', undefined, /^manifest\.xml: nothing wrong\.$/],
  [
    'another label',
    (folder) => change(folder, (text) => text.replace('"label": "Check-up"', '"label": "Check"')),
    /says other than manifest\.xml at \/extensions\/0\/ribbons\/0\/tabs\/0\/groups\/0\/controls\/3\/label: run npm run site/,
  ],
  [
    'a long description',
    (folder) => change(folder, (text) => text.replace(description, 'x'.repeat(81))),
    /\/description\/short must NOT have more than 80 characters/,
  ],
  [
    'no licence',
    (folder) => rmSync(join(folder, 'license.txt')),
    /names https:\/\/example\.com\/taas\/license\.txt, but there is no license\.txt/,
  ],
  ['not JSON', (folder) => change(folder, () => '{'), /manifest\.json is not JSON/],
])('check:manifest and a manifest.json with %s', (name, spoil, sentence) => {
  const folder = smallSite(`check ${name}`);
  spoil?.(folder);
  const run = spawnSync(process.execPath, [join(root, 'scripts/check-manifest.mjs'), folder], { encoding: 'utf8' });
  expect(run.status).toBe(spoil ? 1 : 0);
  expect((run.stdout + run.stderr).trim()).toMatch(sentence);
});

function change(folder: string, how: (text: string) => string): void {
  const file = join(folder, 'manifest.json');
  const was = readFileSync(file, 'utf8');
  const is = how(was);
  expect(is).not.toBe(was);
  writeFileSync(file, is);
}
