/** What stands in a written file, read back by others than the package that writes it. */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import readExcelFile from 'read-excel-file/node';
import { readXlsx } from '../../../src/models/xlsx/read';
import { unpack } from '../../../src/models/xlsx/unpack';
import type { WorkbookFile } from '../../../src/models/xlsx/workbook-file';
import { writeXlsx } from '../../../src/models/xlsx/write';
import { everyPartIsWhole, faultsOf } from './every-part-is-whole';
import { CHARTS, EVERY_KIND, OURS } from './every-kind';
import { packed, smallest } from './packed';

const [deal] = EVERY_KIND.sheets;
const withSheet = (its: Partial<WorkbookFile['sheets'][number]>): WorkbookFile => ({
  sheets: [{ ...deal!, charts: [], ...its }],
  names: [],
});

let bytes: Uint8Array;
let parts: ReadonlyMap<string, Document>;
beforeAll(async () => {
  bytes = await writeXlsx(EVERY_KIND, OURS);
  const { names, text } = unpack(bytes);
  parts = new Map(
    await Promise.all(
      [...names].map(async (name) => {
        const xml = new DOMParser().parseFromString((await text(name))!, 'text/xml');
        return [name, xml] as const;
      }),
    ),
  );
});

const all = (part: Document | Element, name: string): Element[] => [...part.getElementsByTagNameNS('*', name)];
const first = (part: Document | Element, name: string): Element => all(part, name)[0]!;
const its = (element: Element, ...names: string[]): (string | null)[] =>
  names.map((name) => element.getAttribute(name));
const sheet = (): Document => parts.get('xl/worksheets/sheet1.xml')!;
const chart = (number: number): Document => parts.get(`xl/charts/chart${number}.xml`)!;
const textsOf = (element: Element, name: string): string[] => all(element, name).map((each) => each.textContent ?? '');

test('every part of the file is whole', () => everyPartIsWhole(bytes));

test('a file that is not whole is told', async () => {
  const relations = smallest('<row r="1"><c r="A1" s="3"/><c r="A1"/></row>');
  expect(await faultsOf(packed(relations))).toEqual(
    expect.arrayContaining([
      'The file has no [Content_Types].xml.',
      'xl/worksheets/sheet1.xml has two cells A1.',
      'xl/worksheets/sheet1.xml names s 3: there are 0.',
    ]),
  );
});

test('whoever does not calculate sees what every formula came to, and what it spilled', async () => {
  const [shown] = await readExcelFile(Buffer.from(bytes));
  const rows = shown!.data;
  expect(shown!.sheet).toBe(deal!.name);
  expect(rows[5]!.slice(0, 6)).toEqual(['ok', null, true, null, 0.395, 58.6]);
  expect(rows[6]!.slice(1, 3)).toEqual(['Revenue', 29.3]);
  expect(rows[7]!.slice(1, 3)).toEqual(['EBIT', 11.5]);
  for (const { row, column, value } of deal!.cells)
    if (typeof value === 'number') expect(rows[row]![column]).toBe(value);
});

test('our own reader finds the same cells and names, and says what it leaves out', async () => {
  const { workbook, unread } = await readXlsx(bytes);
  const at = ({ row, column }: { row: number; column: number }) => `${row},${column}`;
  const spilled = ['6,2', '7,1', '7,2'];
  const cells = new Map(workbook.sheets[0]!.cells.map((cell) => [at(cell), cell]));
  for (const cell of deal!.cells) if (!spilled.includes(at(cell))) expect(cells.get(at(cell))).toEqual(cell);
  // The grid has one meaning for a name: the second sheet's is renamed, and that is told.
  const renamed = EVERY_KIND.names.map((its) => (its.sheet === 'Lists' ? { ...its, name: `${its.name}_Lists` } : its));
  expect(workbook.names).toEqual(expect.arrayContaining(renamed));
  expect(unread.join(' ')).toContain('margin_Lists');
  expect(unread).toEqual(
    expect.arrayContaining([
      'Charts were left out.',
      'Conditional formats were left out.',
      'Rules for what may be typed (data validation) were left out.',
    ]),
  );
});

test('headings and labels stay in sight', async () => {
  expect(its(first(sheet(), 'pane'), 'xSplit', 'ySplit', 'topLeftCell', 'state')).toEqual(['1', '2', 'B3', 'frozen']);
  const rows = await readSheetXml(withSheet({ frozen: { rows: 3, columns: 0 } }));
  expect(its(first(rows, 'pane'), 'xSplit', 'ySplit', 'topLeftCell')).toEqual([null, '3', 'A4']);
});

async function readSheetXml(workbook: WorkbookFile): Promise<Document> {
  const xml = await unpack(await writeXlsx(workbook, OURS)).text('xl/worksheets/sheet1.xml');
  return new DOMParser().parseFromString(xml!, 'text/xml');
}

test('what may be typed, and the sentence for whoever types something else', () => {
  const rules = all(sheet(), 'dataValidation').map((rule) => [
    ...its(rule, 'sqref', 'type', 'error', 'allowBlank', 'showErrorMessage'),
    ...textsOf(rule, 'formula1'),
    ...textsOf(rule, 'formula2'),
  ]);
  expect(rules).toEqual([
    ['B3:G4', 'decimal', 'Revenue & EBIT are from 0 to 1,000 USD billion.', '1', '1', '0', '1000'],
    ['B1', 'list', 'Type SEED or REPORTED.', '1', '1', '"SEED,REPORTED"'],
    ['C1', 'list', 'Choose a quarter of the list.', '1', '1', 'Lists!$A$1:$A$3'],
  ]);
});

test('a sentence longer than Excel takes is cut, a list is refused', async () => {
  const sentence = 'x'.repeat(300);
  const cut = await readSheetXml(
    withSheet({ validations: [{ range: 'B1', allows: { least: 0, most: 1 }, sentence }] }),
  );
  expect(first(cut, 'dataValidation').getAttribute('error')).toBe(`${'x'.repeat(224)}…`);
  const oneOf = `"${'quarter,'.repeat(40)}"`;
  await expect(
    writeXlsx(withSheet({ validations: [{ range: 'B1', allows: { oneOf }, sentence }] }), OURS),
  ).rejects.toThrow(
    'What may be typed into B1 is a list of 320 letters: a file takes 255; let the list stand in cells.',
  );
});

test('a condition is a formula with a look; our functions are in it as in a cell', () => {
  const rules = all(sheet(), 'cfRule');
  expect(rules.map((rule) => [...its(rule, 'priority'), ...textsOf(rule, 'formula')])).toEqual([
    ['1', 'A6<>"ok"'],
    ['2', 'A6="ok"'],
    ['3', 'B5<_xldudf_TAAS_MARGIN(B3)'],
  ]);
  const looks = all(parts.get('xl/styles.xml')!, 'dxf');
  const look = looks[Number(rules[0]!.getAttribute('dxfId'))]!;
  expect(first(look, 'color').getAttribute('rgb')).toBe('FFB42318');
  expect(first(look, 'bgColor').getAttribute('rgb')).toBe('FFFDECEA');
});

test.each([...CHARTS.entries()])('chart %i has its title, axes, ranges and what they show', (i, declared) => {
  const its = chart(i + 1);
  expect(textsOf(first(its, 'title'), 't')).toEqual([declared.title]);
  const axes = ['catAx', 'valAx'].flatMap((axis) => all(its, axis));
  const titles = axes.flatMap((axis) => textsOf(axis, 't'));
  expect(titles).toEqual([declared.across.title, declared.up.title].filter((title) => title !== ''));
  const formats = axes.flatMap((axis) => all(axis, 'numFmt')).map((format) => format.getAttribute('formatCode'));
  expect(formats).toEqual([declared.across.format, declared.up.format].filter((format) => format !== undefined));
  const series = all(its, 'ser');
  expect(series).toHaveLength(declared.series.length);
  declared.series.forEach(({ name, values, colour }, j) => {
    const one = series[j]!;
    const numbers = first(one, declared.kind === 'points' ? 'yVal' : 'val');
    expect(textsOf(numbers, 'f')).toEqual([values]);
    expect(textsOf(numbers, 'v').map(Number)).toEqual(shownAt(values));
    const names = first(one, declared.kind === 'points' ? 'xVal' : 'cat');
    expect(textsOf(names, 'f')).toEqual([declared.categories]);
    expect(textsOf(names, 'v')).toEqual(shownAt(declared.categories).map(String));
    expect(textsOf(first(one, 'tx'), 'v')).toEqual([name.startsWith('=') ? 'Revenue' : name]);
    const paints = all(one, 'srgbClr').map((paint) => paint.getAttribute('val'));
    if (colour === 'none') expect([paints, all(one, 'noFill').length]).toEqual([[], 1]);
    else expect(paints).toContain(colour.slice(1).toUpperCase());
  });
});

/** What the cells of a range show. */
function shownAt(range: string): unknown[] {
  const [from, to] = range
    .slice(range.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':') as [string, string];
  const [row, last] = [Number(from.slice(1)) - 1, Number(to.slice(1)) - 1];
  const [left, right] = [from.charCodeAt(0) - 65, to.charCodeAt(0) - 65];
  return deal!.cells
    .filter((cell) => cell.row >= row && cell.row <= last && cell.column >= left && cell.column <= right)
    .map(({ value }) => value);
}

test('a chart covers its cells; what carries a waterfall is not in the legend', () => {
  const anchor = first(parts.get('xl/drawings/drawing1.xml')!, 'twoCellAnchor');
  const corners = ['col', 'row'].flatMap((name) => textsOf(anchor, name));
  expect(corners).toEqual(['0', '5', '16', '34']);
  const hidden = all(first(chart(2), 'legend'), 'legendEntry').map((entry) => first(entry, 'idx').getAttribute('val'));
  expect(hidden).toEqual(['0']);
});

test('a sheet is printed landscape, as wide as the page', () => {
  expect(its(first(sheet(), 'pageSetup'), 'orientation', 'fitToHeight')).toEqual(['landscape', '0']);
  expect(its(first(sheet(), 'pageSetUpPr'), 'fitToPage')).toEqual(['1']);
});
