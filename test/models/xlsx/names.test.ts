/** Names and colours that the grid cannot take as a file has them: told, each in a sentence. */
import { colourOf, readTheme } from '../../../src/models/xlsx/colours';
import { withoutClashes } from '../../../src/models/xlsx/name-clashes';
import { readXlsx } from '../../../src/models/xlsx/read';
import { sheetNames } from '../../../src/models/xlsx/sheet-names';
import type { FileName } from '../../../src/models/xlsx/workbook-file';
import { packed, smallest } from './packed';

const ours = new Set(['TAAS_MARGIN']);
const cell = (formula: string) => ({ row: 0, column: 0, formula });
function opened(formula: string, ...names: FileName[]) {
  const sheets = [
    { name: 'Deal', widths: {}, cells: [cell(formula)] },
    { name: 'Next one', widths: {}, cells: [cell(formula)] },
  ];
  const { sheets: read, names: kept, told } = withoutClashes(sheets, names, ours);
  return { formulas: read.map(({ cells }) => cells[0]!.formula), names: kept.map(({ name }) => name), told };
}

test('a name that is a function of ours is called otherwise, in formulas too, and the function stays', () => {
  expect(opened('=taas_margin*TAAS_MARGIN(1)&"TAAS_MARGIN"', { name: 'TAAS_MARGIN', refersTo: '=0.4' })).toEqual({
    formulas: Array(2).fill('=TAAS_MARGIN_*TAAS_MARGIN(1)&"TAAS_MARGIN"'),
    names: ['TAAS_MARGIN_'],
    told: ['The name TAAS_MARGIN is a function here: it is TAAS_MARGIN_, in formulas too.'],
  });
});

test('what a name means on one sheet alone is not taken for what it means elsewhere', () => {
  const names = [
    { name: 'rate', refersTo: '=1' },
    { name: 'Rate', refersTo: '=2', sheet: 'Next one' },
  ];
  expect(opened("=rate+'Next one'!rate", ...names)).toEqual({
    formulas: ['=rate+Rate_Next_one', '=Rate_Next_one+Rate_Next_one'],
    names: ['rate', 'Rate_Next_one'],
    told: ['The name Rate means something else on the sheet Next one: there it is Rate_Next_one, in its formulas too.'],
  });
});

test('a name that reads as a cell, one that Excel would refuse, one that stands twice, one of another workbook', () => {
  const { names, told } = opened(
    '=1',
    { name: 'TAX26', refersTo: '=7' },
    { name: 'R1C1', refersTo: '=7' },
    { name: 'two words', refersTo: '=7' },
    { name: 'größe', refersTo: '=7' },
    { name: 'GRÖSSE_2', refersTo: '=7' },
    { name: 'Größe', refersTo: '=8' },
    { name: 'far', refersTo: '=[1]S!$A$1' },
  );
  expect(names).toEqual(['größe', 'GRÖSSE_2']);
  expect(told).toEqual([
    'The name TAX26 reads as a cell: it was left out (it stood for =7), and a formula with it means the cell.',
    'The name R1C1 reads as a cell: it was left out (it stood for =7), and a formula with it means the cell.',
    'two words is no name that Excel takes: it was left out (it stood for =7).',
    'The name Größe stands twice in the file: the first was kept.',
    'The name far refers to another workbook: it was left out.',
  ]);
});

test('ten thousand names are read, and a file tells of those that clash', async () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `<definedName name="n_${i}">S!$A$${i + 1}</definedName>`);
  const parts = smallest('<row r="1"><c r="A1"><v>1</v></c></row>').map((part) =>
    part.name === 'xl/workbook.xml'
      ? {
          ...part,
          text: (part.text as string).replace(
            '</sheets>',
            `</sheets><definedNames>${names.join('')}<definedName name="TAAS_MARGIN">1</definedName></definedNames>`,
          ),
        }
      : part,
  );
  const { workbook, unread } = await readXlsx(packed(parts), { ours });
  expect(workbook.names).toHaveLength(10_001);
  expect(unread).toEqual(['The name TAAS_MARGIN is a function here: it is TAAS_MARGIN_, in formulas too.']);
});

test('sheets that are alike but for capitals, too long, or without a name', () => {
  const { names, told } = sheetNames(['Deal', 'deal', 'größe 数', 'a/b', '', 'x'.repeat(40)]);
  expect(names).toEqual(['Deal', 'deal 2', 'größe 数', 'a b', 'Sheet', 'x'.repeat(31)]);
  expect(told).toHaveLength(4);
  expect(told[0]).toBe(
    'Two sheets are called deal, but for capitals: the second is deal 2 here, and formulas that name it read the first.',
  );
});

// What Excel shows for the colours of its own theme, lighter and darker.
test.each([
  [{ theme: '4', tint: '0.7999816888943144' }, '#dae3f3'],
  [{ theme: '4', tint: '-0.249977111117893' }, '#2f5597'],
  [{ theme: '0', tint: '-0.0499893185216834' }, '#f2f2f2'],
  [{ theme: '1', tint: '0.499984740745262' }, '#7f7f7f'],
  [{ theme: '1' }, '#000000'],
  [{ rgb: 'FF0B4FC4' }, '#0b4fc4'],
  [{ indexed: '10' }, '#ff0000'],
  [{ indexed: '64' }, undefined],
  [{ auto: '1' }, undefined],
])('the colour %j', (its: Readonly<Record<string, string>>, colour) => {
  const close = (text: string | undefined) =>
    text && [1, 3, 5].map((at) => Math.round(parseInt(text.slice(at, at + 2), 16) / 3));
  expect(close(colourOf(its, readTheme(undefined)))).toEqual(close(colour));
});

test('a theme of its own', () => {
  const theme = readTheme(
    '<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1><a:lt1><a:srgbClr val="FEFEFE"/></a:lt1><a:accent1><a:srgbClr val="FF9900"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
  );
  expect([theme[0], theme[1], theme[4]]).toEqual(['#fefefe', '#101010', '#ff9900']);
});
