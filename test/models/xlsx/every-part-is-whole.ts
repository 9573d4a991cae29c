/** An .xlsx as Excel wants it, part by part: Excel offers to repair a file in which one of these does not hold. */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { posix } from 'node:path';
import { unpack } from '../../../src/models/xlsx/unpack';

/** What is wrong with a file, each a sentence; none of a whole one. */
export async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const faults: string[] = [];
  const packed = unpack(bytes);
  const names = [...packed.names];
  const parts = new Map<string, Document>();
  for (const name of names) {
    try {
      const parser = new DOMParser({ onError: (_level, message) => faults.push(`${name} is no XML: ${message}`) });
      parts.set(name, parser.parseFromString((await packed.text(name)) ?? '', 'text/xml'));
    } catch (fault) {
      faults.push(`${name} is no XML: ${String(fault)}`);
    }
  }
  faults.push(
    ...twice(names.map((name) => name.toLowerCase())).map((name) => `The part ${name} is packed twice.`),
    ...contentTypes(parts, names),
  );
  for (const name of names.filter((each) => !each.endsWith('.rels'))) faults.push(...relations(name, parts, names));
  for (const [name, part] of parts) faults.push(...ids(name, part));
  faults.push(...sheetsAndNames(parts), ...styles(parts));
  return faults;
}

export async function everyPartIsWhole(bytes: Uint8Array): Promise<void> {
  expect(await faultsOf(bytes)).toEqual([]);
}

const elements = (part: Document | Element, name: string): Element[] => [...part.getElementsByTagNameNS('*', name)];
const attributes = (part: Document | Element, element: string, attribute: string): string[] =>
  elements(part, element).map((each) => each.getAttribute(attribute) ?? '');
const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, i) => values.indexOf(value) !== i)),
];

function contentTypes(parts: ReadonlyMap<string, Document>, names: readonly string[]): string[] {
  const types = parts.get('[Content_Types].xml');
  if (!types) return ['The file has no [Content_Types].xml.'];
  const declared = attributes(types, 'Override', 'PartName').map((name) => name.slice(1));
  const endings = attributes(types, 'Default', 'Extension').map((each) => each.toLowerCase());
  const ending = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  // Of what ends in .xml only its declaration says what it is.
  const isDeclared = (name: string): boolean =>
    declared.includes(name) || (ending(name) !== 'xml' && endings.includes(ending(name)));
  return [
    ...names
      .filter((name) => name !== '[Content_Types].xml' && !isDeclared(name))
      .map((name) => `${name} has no type.`),
    ...declared.filter((name) => !names.includes(name)).map((name) => `${name} has a type and is not there.`),
    ...twice([...declared, ...endings]).map((name) => `${name} has two types.`),
  ];
}

/** Every `r:id` of a part is among its relationships, and each of those leads to a part. */
function relations(name: string, parts: ReadonlyMap<string, Document>, names: readonly string[]): string[] {
  const its = parts.get(`${posix.dirname(name)}/_rels/${posix.basename(name)}.rels`);
  const known = its ? elements(its, 'Relationship') : [];
  const ids = known.map((each) => each.getAttribute('Id') ?? '');
  const used = elements(parts.get(name)!, '*').flatMap((element) =>
    [...element.attributes].filter(({ namespaceURI }) => /\/relationships$/.test(namespaceURI ?? '')),
  );
  const targets = known
    .filter((each) => each.getAttribute('TargetMode') !== 'External')
    .map((each) => each.getAttribute('Target') ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(name), target)));
  return [
    ...used.filter(({ value }) => !ids.includes(value)).map(({ value }) => `${name} has no relationship ${value}.`),
    ...targets
      .filter((target) => !names.includes(target))
      .map((target) => `${name} leads to ${target}: it is not there.`),
    ...twice(ids).map((id) => `${name} has two relationships ${id}.`),
    ...twice(targets).map((target) => `${name} leads to ${target} twice.`),
  ];
}

/** What tells the cells of a sheet, the pictures of a drawing and the series and axes of a chart apart. */
function ids(name: string, part: Document): string[] {
  const told: readonly (readonly [string, readonly string[]])[] = [
    ['cells', attributes(part, 'c', 'r').filter((address) => address !== '')],
    ['rules with the priority', attributes(part, 'cfRule', 'priority')],
    ['shapes', attributes(part, 'cNvPr', 'id')],
    ['series', elements(part, 'ser').flatMap((series) => attributes(series, 'idx', 'val').slice(0, 1))],
    [
      'axes',
      ['catAx', 'valAx'].flatMap((axis) => elements(part, axis)).flatMap((axis) => attributes(axis, 'axId', 'val')),
    ],
  ];
  return told.flatMap(([what, values]) => twice(values).map((value) => `${name} has two ${what} ${value}.`));
}

function sheetsAndNames(parts: ReadonlyMap<string, Document>): string[] {
  const workbook = parts.get('xl/workbook.xml');
  if (!workbook) return ['The file has no xl/workbook.xml.'];
  const sheets = attributes(workbook, 'sheet', 'name');
  const named = elements(workbook, 'definedName').map(
    (each) => `${each.getAttribute('name')} of ${each.getAttribute('localSheetId') ?? 'the workbook'}`,
  );
  const scopes = attributes(workbook, 'definedName', 'localSheetId').filter((scope) => scope !== '');
  return [
    ...twice(sheets.map((name) => name.toLowerCase())).map((name) => `Two sheets are called ${name}.`),
    ...sheets.filter((name) => name.length > 31).map((name) => `The name of the sheet ${name} is too long.`),
    ...twice(attributes(workbook, 'sheet', 'sheetId')).map((id) => `Two sheets are number ${id}.`),
    ...twice(named.map((name) => name.toLowerCase())).map((name) => `Two names are ${name}.`),
    ...scopes.filter((scope) => !sheets[Number(scope)]).map((scope) => `A name is of a sheet ${scope}.`),
  ];
}

/** A style, a shared text or a look of a condition is named by its place in a list, which must be long enough. */
function styles(parts: ReadonlyMap<string, Document>): string[] {
  const looks = parts.get('xl/styles.xml');
  const count = (list: string, of: string): number =>
    looks ? elements(looks, list).flatMap((each) => elements(each, of)).length : 0;
  const texts = elements(
    parts.get('xl/sharedStrings.xml') ?? new DOMParser().parseFromString('<none/>', 'text/xml'),
    'si',
  );
  const lists: readonly (readonly [string, string, number])[] = [
    ['c', 's', count('cellXfs', 'xf')],
    ['cfRule', 'dxfId', count('dxfs', 'dxf')],
  ];
  const beyond = (value: string, length: number): boolean => value !== '' && Number(value) >= length;
  return [...parts]
    .filter(([name]) => name.startsWith('xl/worksheets/') && name.endsWith('.xml'))
    .flatMap(([name, sheet]) => [
      ...lists.flatMap(([element, attribute, length]) =>
        attributes(sheet, element, attribute)
          .filter((value) => beyond(value, length))
          .map((value) => `${name} names ${attribute} ${value}: there are ${length}.`),
      ),
      ...elements(sheet, 'c')
        .filter((cell) => cell.getAttribute('t') === 's' && beyond(cell.textContent ?? '', texts.length))
        .map((cell) => `${name} names text ${cell.textContent}: there are ${texts.length}.`),
    ]);
}
