/** A .csv of this or another country, as its author would see it. */
import { readCsv } from '../../src/models/csv';

const cells = (text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const grid: unknown[][] = [];
  for (const { row, column, value } of readCsv(bytes, 'deal').workbook.sheets[0]!.cells)
    (grid[row] ??= [])[column] = value;
  return grid;
};

test.each<[string, string, unknown[][]]>([
  [
    'commas',
    'spend,fee\n4.02,"1,234.5"\r\n',
    [
      ['spend', 'fee'],
      [4.02, 1234.5],
    ],
  ],
  [
    'semicolons, and commas for decimals',
    'Umsatz;Satz\n4,02;1.234,5\n',
    [
      ['Umsatz', 'Satz'],
      [4.02, 1234.5],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      [1, 2],
    ],
  ],
  ['quotes within quotes, and a line within a field', 'a,"x ""y""\nz"\n', [['a', 'x "y"\nz']]],
  ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
  ['codes stay what they are', 'a,007,-05,12345678901234567890\n', [['a', '007', '-05', '12345678901234567890']]],
  ['exponents', 'a,1e3,-2.5E-2\n', [['a', 1000, -0.025]]],
  [
    'semicolons, and dots for decimals, as the other numbers show',
    'a;1.234\nb;0.5\n',
    [
      ['a', 1.234],
      ['b', 0.5],
    ],
  ],
  [
    'commas between, and commas for decimals within quotes',
    'a,"0,55"\nb,"1,234"\n',
    [
      ['a', 0.55],
      ['b', 1.234],
    ],
  ],
  [
    'percents, dollars, brackets, truths, days',
    '5.5%,"$1,234.50",(12),-3%,TRUE,2026-03-31\n',
    [[0.055, 1234.5, -12, -0.03, true, 46112]],
  ],
  ['no day, and no number', '2026-02-30,1.2.3,$5%,(4,4)\n', [['2026-02-30', '1.2.3', '$5%', '(4', '4)']]],
  ['a separator that the file says', 'sep=|\na|1\n', [['a', 1]]],
])('%s', (_name, text, expected) => expect(cells(text)).toEqual(expected));

test('what starts with = is a text, and it is said', () => {
  const { workbook, unread } = readCsv(new TextEncoder().encode('=1+1,=cmd()\n'), 'x');
  expect(workbook.sheets[0]!.cells.map(({ value, formula }) => [value, formula])).toEqual([
    ['=1+1', undefined],
    ['=cmd()', undefined],
  ]);
  expect(unread).toEqual(['2 texts read as formulas in Excel: kept as text, since a .csv may come from anyone.']);
  expect(readCsv(new TextEncoder().encode("-5,+2,=cmd|'/c calc'!A0,@SUM(1),+cmd|x\n"), 'x').unread).toEqual([
    '3 texts read as formulas in Excel: kept as text, since a .csv may come from anyone.',
  ]);
});

test('a file of Windows, and one of Excel in Unicode', () => {
  expect(cells(new Uint8Array([0xdf, 0x2c, 0xe9]))).toEqual([['ß', 'é']]);
  expect(cells(new Uint8Array([0xff, 0xfe, ...Buffer.from('a\tb', 'utf16le')]))).toEqual([['a', 'b']]);
});

test('quotes without an end', () => {
  expect(() => cells('a,"b\n')).toThrow(/ends within quotation marks/);
});

test('a number that can be read in two ways is told, and so are those that differ from the others', () => {
  const unread = (text: string) => readCsv(new TextEncoder().encode(text), 'x').unread;
  expect(unread('a;1.234\n')).toEqual([
    'Numbers such as 1.234 can be read in two ways: here it is 1234, with a comma before decimals, as files with ; have it.',
  ]);
  expect(unread('a;1,5;2,5;3.75\n')).toEqual(['1 number has a decimal dot where most have a comma: kept as text.']);
  expect(unread('a,1.234\n')).toEqual([]);
});

test('UTF-16 of either order, with a mark and without', () => {
  const swapped = (bytes: Buffer) => new Uint8Array(Buffer.from(bytes).swap16());
  const plain = Buffer.from('spend\t4.02', 'utf16le');
  const marked = Buffer.from('\ufeffspend\t4.02', 'utf16le');
  for (const bytes of [new Uint8Array(plain), swapped(plain), new Uint8Array(marked), swapped(marked)])
    expect(cells(bytes)).toEqual([['spend', 4.02]]);
});
