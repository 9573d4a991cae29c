/** What an Excel user expects of the workbench's grid: the built add-in, the real engine, no screen. */
import { readXlsx } from '../../src/models/xlsx/read';
import { writeXlsx } from '../../src/models/xlsx/write';
import { errorSentence } from '../../src/pane/error-sentence';
import { fromFile } from '../../src/workbench/files/from-file';
import { percentMeant } from '../../src/workbench/percent-entry';
import { loadAddIn } from './add-in';
import { openSheet } from './headless';

const { metadata, implementations } = loadAddIn();
let sheet: ReturnType<typeof openSheet>;

beforeEach(() => {
  sheet = openSheet(metadata, implementations);
});
afterEach(() => sheet.close());

const at = (address: string) => ({ sheet: 'Sheet1', address });
const content = async (address: string) => (await sheet.host.read([at(address)]))[0]!;
const why = async (address: string) => errorSentence(await content(address), sheet.host, []);

describe('a formula that comes back to itself', () => {
  test('says by way of which cells, and so does what is computed from it', async () => {
    await sheet.type({ A1: '=TAAS_MARGIN(B1)', B1: '=C1*2', C1: '=A1+1', D1: '=SUM(A1:A9)', E1: 3 });
    expect([sheet.value('A1'), sheet.value('C1'), sheet.value('D1')]).toEqual(['#CYCLE!', '#CYCLE!', '#CYCLE!']);
    expect(await why('A1')).toMatch(/comes back to itself \(A1 → B1 → C1 → A1\)/);
    expect(await why('B1')).toMatch(/\(B1 → C1 → A1 → B1\)/);
    expect(await why('D1')).toMatch(/computed from one that comes back to itself/);
    expect(sheet.host.complaints()).toContainEqual(
      expect.objectContaining({ code: '#CYCLE!', cell: at('A1'), sentence: await why('A1') }),
    );
  });

  test('answers as soon as the circle is opened', async () => {
    await sheet.type({ A1: '=B1+1', B1: '=A1+1', C1: '=A1' });
    await sheet.type({ B1: 2 });
    expect([sheet.value('A1'), sheet.value('C1')]).toEqual([3, 3]);
    expect((await content('A1')).sentence).toBeUndefined();
  });

  test.each([
    ['itself', { A1: '=A1' }],
    ['a range that it stands in', { A1: '=SUM(A1:A3)' }],
    ['a whole column', { A1: '=SUM(A:A)' }],
    ['a cell that its table spills into', { A1: '=SEQUENCE(B1)', B1: '=N(A2)+2' }],
  ])('%s', async (_what, cells) => {
    await sheet.type(cells);
    await sheet.recalculate();
    expect(sheet.value('A1')).toBe('#CYCLE!');
  });

  test.each([
    ['where it stands', { A1: '=ROW(A1)+ROWS(A1:A5)' }, 6],
    ['cells beside it', { A1: '=SUM(A2:A9)', A2: '=SUM(B1:B9)', B1: 4 }, 4],
    ['its name as text', { A1: '="A1"&""' }, 'A1'],
  ])('not if it asks for %s', async (_what, cells, value) => {
    await sheet.type(cells);
    expect(sheet.value('A1')).toBe(value);
  });
});

describe('a number typed into a cell of percents', () => {
  test.each([
    ['6', '0.0%', '6%'],
    ['1', '0%', '1%'],
    ['-12.5', '0.0%', '-12.5%'],
    ['1,200', '0%', '1,200%'],
    ['0.06', '0.0%', '0.06'],
    ['-.5', '0.0%', '-.5'],
    ['6%', '0.0%', '6%'],
    ['6', '0.00', '6'],
    ['6', '0" %"', '6'],
    ['6', undefined, '6'],
    ['six', '0.0%', 'six'],
  ])('%s in %s is %s', (typed, format, meant) => {
    expect(percentMeant(typed, format)).toBe(meant);
  });
});

test('A5# is the table that the formula in A5 answers with', async () => {
  await sheet.type({ A5: '=SEQUENCE(3,2)', D5: 1 });
  await expect(sheet.host.resolve('A5#', 'Sheet1')).resolves.toEqual(at('A5:B7'));
  await expect(sheet.host.resolve('$A$5#', 'Sheet1')).resolves.toEqual(at('A5:B7'));
  await expect(sheet.host.resolve('D5#', 'Sheet1')).resolves.toBeUndefined();
});

describe('a reference past the end of the data', () => {
  test.each([
    ['=ZZ2000', 0],
    ['=XFD1048576', 0],
    ['=SUM(A1:A5000)', 3],
    ['=SUM(A:A)', 3],
    ['=TAAS_MARGIN(ZZ2000)', 0.55],
    ['=COUNTA(A900:A1100)', 0],
  ])('%s is %s', async (formula, expected) => {
    await sheet.type({ A1: 1, A2: 2 });
    const answer = await sheet.answer(formula);
    expect(answer).toBeCloseTo(expected, 12);
  });

  test('past Excel’s last cell there is none', async () => {
    expect(await sheet.answer('=XFE1')).toBe('#NAME?');
    expect(await sheet.answer('=A1048577')).toBe('#NAME?');
  });

  test.each([
    ['=SUM(B1:XFD1048576)', /B1:XFD1048576 has 17,178,820,608 cells.* at most 200,000/],
    ['=COUNT(OFFSET(B1,0,0,1048576,9000))', /more than 200,000 cells/],
    ['=SUMIF(OFFSET(B1,0,0,1048576,9000),">1")', /more than 200,000 cells/],
  ])('%s is of more cells than the grid reads, and says how many', async (formula, sentence) => {
    await sheet.type({ A1: formula, A2: '=1+1' });
    expect([sheet.value('A1'), sheet.value('A2')]).toEqual(['#CALC!', 2]);
    await expect(why('A1')).resolves.toMatch(sentence);
  });
});

describe('the table that a cell answers with', () => {
  beforeEach(() => sheet.type({ B1: 3, H1: '=SEQUENCE(B1,2)' }));

  test.each([
    ['=SUM(H1#)', 21],
    ['=ROWS(H1#)&"×"&COLUMNS(Sheet1!$H$1#)', '3×2'],
    ['=SUM(H1#*2)', 42],
    ['=TAAS_BLENDED_MARGIN(INDEX(H1#,,1),{0.5;0.5;0.5})', 0.5],
    ['="H1#"', 'H1#'],
  ])('%s is %s', async (formula, expected) => {
    expect(await sheet.answer(formula)).toEqual(expected);
  });

  test('follows it when it grows, shrinks or moves', async () => {
    await sheet.type({ Z1: '=SUM(H1#)', L1: '=H1#' });
    await sheet.type({ B1: 4 });
    expect([sheet.value('Z1'), sheet.value('M4')]).toEqual([36, 8]);
    await sheet.type({ B1: 2 });
    expect([sheet.value('Z1'), sheet.value('M2'), sheet.value('M3')]).toEqual([10, 4, null]);
    sheet.sheet.insertRowBefore(0);
    await sheet.recalculate();
    expect((await content('Z2')).formula).toBe('=SUM(H2#)');
    expect(sheet.value('Z2')).toBe(10);
  });

  test('is missing where a cell holds a constant or nothing, and an error where the cell shows one', async () => {
    await sheet.type({ A9: '=SUM(B1#)', A10: '=A20#' });
    expect([sheet.value('A9'), sheet.value('A10')]).toEqual(['#REF!', '#REF!']);
    await sheet.type({ H2: 'in the way', A11: '=SUM(H1#)' });
    expect(sheet.value('A11')).toBe('#SPILL!');
  });
});

test('an @ takes of a range the cell in one’s own row or column', async () => {
  await sheet.type({ A1: 1, A2: 2, A3: 3, B5: 7, D2: '=@A1:A3', D3: '=TAAS_MARGIN(@A1:A3)*0+@$A$1:$A$3*10' });
  await sheet.type({ B6: '=@A5:C5+1', D4: '=@A1:A3', D5: '=@SEQUENCE(3,2)', D6: '=-@A1' });
  expect(['D2', 'D3', 'B6', 'D4', 'D5', 'D6'].map((at) => sheet.value(at))).toEqual([2, 30, 8, '#VALUE!', 1, -1]);
  expect([sheet.value('D7'), sheet.value('E5')]).toEqual([null, null]);
});

test.each([
  ['=1e3', 1000],
  ['=2.50', 2.5],
  ['=.5', 0.5],
  ['=1E+3', 1000],
  ['=9999999999999999', 1e16],
  ['=IF(TRUE,0.10,1)', 0.1],
])('the number %s is a number to whatever refers to it', async (formula, expected) => {
  await sheet.type({ A1: formula, A2: '=SUM(A1)' });
  expect([sheet.value('A1'), sheet.value('A2')]).toEqual([expected, expected]);
});

describe('what this grid has not got says so in the cell', () => {
  test.each([
    ['=LET(f,LAMBDA(x,x+1),f(2))', /LET has named f .* LAMBDA\(x,x\+1\)\(2\)/],
    ['=TAAS_MARGIN(LET(a,1,f,LAMBDA(x,x+a),f(2)))', /LET has named f/],
    ['=LAMBDA(x,x+1)', /given no values/],
    ['=LET(Q1,2,Q1*2)', /^Q1 is a cell: LET needs a name/],
    ['=LET(x,1)', /^LET ends with a name’s value/],
    ['={A1,B1}', /^A1 stands in braces/],
    ['=SUM(A1:A3 A2:B2)', /the cells they share, which this grid cannot do/],
    ['=SUM((A1,B1))', /^A1,B1 joins ranges/],
    ['=TAAS_CALL("TAAS_MARGIN",(A1:B3,D1:E3))', /^TAAS_CALL reads one block of cells, and A1:B3,D1:E3 are areas apart/],
    ['=TAAS_MARGIN(SUM((A1,B1)))', /^A1,B1 joins ranges/],
    ['=SUM(Sheet1:Sheet2!A1)', /reads several sheets at once/],
    ["=TAAS_MARGIN('[Book2.xlsx]Sheet1'!A1)", /stands in another workbook/],
    ['=SUM(Table1[spend])', /stands in a table/],
    ['=A1!=B1', /“is not” is <>/],
    ['=(A1+1)#', /only after a cell, as in A1#/],
    ['=SUM(INDIRECT("A1#"))', /INDIRECT takes no #/],
    ['=INDIRECT("A1#")', /INDIRECT takes no #/],
    ['=OFFSET(B1,0,0,1048576,9000)', /more than 200,000 cells/],
    ['=1E400', /more than a cell can hold/],
  ])('%s', async (formula, sentence) => {
    await sheet.type({ A1: 1, B1: 2, Z9: formula });
    expect(sheet.value('Z9')).toBe('#CALC!');
    await expect(why('Z9')).resolves.toMatch(sentence);
  });

  test.each([
    ['=LAMBDA(x,x+1)(2)', 3],
    ['=LET(f,LAMBDA(x,x+1),SUM(MAP({1,2},f)))', 5],
    ['=LET(x,5,y,x+1,x*y)', 30],
    ['="=LET(f,LAMBDA(x,x+1),f(2))"', '=LET(f,LAMBDA(x,x+1),f(2))'],
    ['=SUM((A1:A2),{1,-2;3,4})', 7],
    ['=SUM(A1:INDEX(A:A,2))', 1],
  ])('%s is computed', async (formula, expected) => {
    await sheet.type({ A1: 1, Z9: formula });
    expect(sheet.value('Z9')).toBe(expected);
  });
});

describe('what an apostrophe marks as text', () => {
  test('is text without it, and is not computed', async () => {
    await sheet.host.write({ place: at('A1:B1'), formulas: [["'=LET(x,1,x)", "'007"]] });
    await sheet.host.change([{ place: at('C1'), from: '', to: "'=1+1" }]);
    await sheet.type({ A2: '=A1&"!"' });
    expect(sheet.values('A1:C1')).toEqual([['=LET(x,1,x)', '007', '=1+1']]);
    expect(sheet.value('A2')).toBe('=LET(x,1,x)!');
    expect(await content('A1')).toMatchObject({ formula: '', value: '=LET(x,1,x)', shown: '=LET(x,1,x)' });
  });

  test('reads back as it can be written again, and stays text there', async () => {
    await sheet.host.write({ place: at('A1'), formulas: [["'=1+1"]] });
    const [block] = await sheet.host.formulas(at('A1'));
    await sheet.host.write({ ...block!, place: at('A5') });
    await sheet.host.change([{ place: at('A1'), from: block!.formulas[0]![0]!, to: 3 }]);
    expect([sheet.value('A5'), sheet.value('A1')]).toEqual(['=1+1', 3]);
  });

  test('stays text when it is kept and opened again, and in a file', async () => {
    await sheet.host.write({ place: at('A1'), formulas: [["'=1+1"]] });
    const again = openSheet(metadata, implementations, structuredClone(sheet.files.data()));
    const file = await again.files.file();
    again.close();
    expect(file.sheets[0]!.cells[0]).toMatchObject({ row: 0, column: 0, value: '=1+1' });
    expect(file.sheets[0]!.cells[0]).not.toHaveProperty('formula');
    const { workbook } = await readXlsx(await writeXlsx(file, new Set()));
    const opened = openSheet(metadata, implementations, fromFile(workbook));
    await opened.recalculate();
    expect((await opened.host.read([at('A1')]))[0]).toMatchObject({ formula: '', value: '=1+1' });
    opened.close();
  });
});

test('a text of which a part is bold, and a link, are read and kept in a file as texts', async () => {
  const bold = { st: 0, ed: 3, ts: { bl: 1 as const } };
  sheet.sheet.getRange('A1').setValue({
    p: {
      id: 'd',
      documentStyle: {},
      body: { dataStream: 'net revenue\r\n', textRuns: [bold], paragraphs: [{ startIndex: 11 }] },
    },
  });
  await sheet.type({ A2: '=HYPERLINK("https://example.com","the filing")', A3: '=A1&"!"' });
  expect(sheet.values('A1:A3')).toEqual([['net revenue'], ['the filing'], ['net revenue!']]);
  const { sheets } = await sheet.files.file();
  expect(sheets[0]!.cells.map(({ value }) => value)).toEqual(['net revenue', 'the filing', 'net revenue!']);
});

test('who comes to the last row or column finds more of them', () => {
  sheet.sheet.getRange('AX1000').activate();
  expect([sheet.sheet.getMaxRows(), sheet.sheet.getMaxColumns()]).toEqual([2000, 76]);
  sheet.sheet.getRange('AY1001').activate();
  sheet.sheet.getRange('A1:A2000').activate();
  expect([sheet.sheet.getMaxRows(), sheet.sheet.getMaxColumns()]).toEqual([2000, 76]);
});

test.each([
  ['=IF(TRUE,,2)', 0],
  ['=IF(FALSE,1,)', 0],
  ['=IF(TRUE,B5)', 0],
  ['=CHOOSE(2,1,,3)', 0],
  ['=IFERROR(1/0,)', 0],
  ['=LET(x,,x)', 0],
  ['=SUM(IF({TRUE;FALSE},B5:B6,1))', 1],
])('what comes to nothing is 0: %s', async (formula, expected) => {
  await sheet.type({ A1: formula, A2: '=COUNT(A1)+A1*10' });
  expect([sheet.value('A1'), sheet.value('A2')]).toEqual([expected, 1 + expected * 10]);
});

test.each([
  ['=A1', ''],
  ['=INDEX(A1:A2,1)', ''],
  ['=IF(TRUE,INDEX(A1:B1,1),5)', ''],
  ['=CHOOSE(1,A1)', ''],
  ['=IF(A1="","none",A1)', 'none'],
  ['=A1&"x"', 'x'],
  ['=COUNTA(A1:A2)', 1],
  ['=COUNT(A1:A2)', 0],
  ['=SUM(A1:A2)', 0],
  ['=ISBLANK(A1)', false],
])('a formula that answers "" answers a text, which is not 0: %s', async (formula, expected) => {
  await sheet.type({ A1: '=IF(TRUE,"",1)', C1: formula });
  expect(sheet.value('C1')).toBe(expected);
  // and again, when only what refers to it is computed
  await sheet.type({ C2: formula });
  expect(sheet.value('C2')).toBe(expected);
});

test.each([
  ['=SUM()', /^SUM is given no arguments: expected at least 1\.$/],
  ['=IFERROR(ROUND(1.5),1)', /^ROUND is given 1 argument: expected 2\.$/],
  ['=PI(1)', /^PI is given 1 argument: expected no arguments\.$/],
  [`=SUM(${Array(256).fill(1).join(',')})`, /256 arguments: expected at most 255/],
  [`="${'x'.repeat(256)}"`, /more than 255 characters/],
  [`=LEN("x")${'+LEN("x")'.repeat(1000)}`, /9,009 characters: Excel takes at most 8,192/],
  [`=1${'+1'.repeat(1001)}`, /more than 1,000 signs/],
  [`=${'SUM('.repeat(66)}1${')'.repeat(66)}`, /more than 64 levels/],
])('what Excel does not take to begin with is told: %.40s', async (formula, sentence) => {
  await sheet.type({ A1: formula });
  expect(sheet.value('A1')).toBe('#CALC!');
  await expect(why('A1')).resolves.toMatch(sentence);
});

test.each([
  [`=SUM(${Array(255).fill(1).join(',')})`, 255],
  [`=1${'+1'.repeat(1000)}`, 1001],
  [`=${'SUM('.repeat(64)}1${')'.repeat(64)}`, 1],
  ['=SUM({1,2},3)+ROUND(LOG(100),)', 8],
])('and what it takes is computed: %.40s', async (formula, expected) => {
  expect(await sheet.answer(formula)).toBe(expected);
});

test('a text longer than a cell can hold is none', async () => {
  await sheet.type({ A1: '=REPT("x",32767)&"y"', A2: '=LEN(REPT("x",32767))' });
  expect([sheet.value('A1'), sheet.value('A2')]).toEqual(['#VALUE!', 32767]);
  await expect(why('A1')).resolves.toMatch(/more than 32,767 characters/);
});

test('a text longer than a cell can hold is not taken, and the cell says so', async () => {
  await sheet.type({ A1: 'x'.repeat(32_767), A2: 5 });
  await sheet.host.write({ place: at('A2'), formulas: [['x'.repeat(32_768)]] }, true);
  expect(String(sheet.value('A1'))).toHaveLength(32_767);
  expect(sheet.value('A2')).toBe(
    'This text has 32,768 characters, and a cell holds 32,767 at most: nothing of it was taken.',
  );
  sheet.book.undo();
  expect(sheet.value('A2')).toBe(5);
});

describe('a cell of another sheet', () => {
  beforeEach(async () => {
    await sheet.host.addSheet('Other');
    await sheet.host.addSheet("O'Neil");
    await sheet.host.write({ place: { sheet: 'Other', address: 'A1' }, formulas: [['=SEQUENCE(3)']] });
    await sheet.host.write({ place: { sheet: "O'Neil", address: 'A1' }, formulas: [[4]] });
  });

  test.each([
    ['=other!A1+1', '=Other!A1+1', 2],
    ["=SUM('OTHER'!A1:A3)", "=SUM('Other'!A1:A3)", 6],
    ["='o''neil'!$A$1", "='O''Neil'!$A$1", 4],
    ['=SUM(oTHER!A1#)', '=SUM(Other!A1#)', 6],
    ['="other!A1"', '="other!A1"', 'other!A1'],
  ])('%s in any capitals is %s', async (typed, held, value) => {
    await sheet.type({ C1: typed });
    expect(await content('C1')).toMatchObject({ formula: held, value });
  });

  test('is #REF! once that sheet is deleted, also where its table was meant, and says so', async () => {
    await sheet.type({ D1: "='Other'!A1#", C1: '=SUM(Other!A1#)' });
    sheet.book.deleteSheet(sheet.book.getSheetByName('Other')!);
    await sheet.recalculate();
    for (const address of ['C1', 'D1']) {
      expect(sheet.value(address)).toBe('#REF!');
      await expect(why(address)).resolves.toMatch(/has #REF! where cells were that have been deleted/);
    }
  });
});

test('a name that stands for what a cell has spilled, or for a number with zeros', async () => {
  sheet.book.insertDefinedName('table', '=Sheet1!$H$1#');
  sheet.book.insertDefinedName('half', '=0.50');
  await sheet.type({ H1: '=SEQUENCE(3,2)', A1: '=SUM(table)*half', C1: '=table' });
  expect([sheet.value('A1'), sheet.value('D3')]).toEqual([10.5, 6]);
});

test('TRUE is shown as TRUE', async () => {
  await sheet.type({ A1: '=1=1' });
  expect(await content('A1')).toMatchObject({ value: true, shown: 'TRUE' });
});

describe('past the end of the sheet', () => {
  test('what the pane writes makes it longer', async () => {
    await sheet.host.write({ place: at('BA1500'), formulas: [['=1+1']] });
    await sheet.recalculate();
    expect(sheet.value('BA1500')).toBe(2);
    await expect(sheet.host.write({ place: at('A1048577'), formulas: [[1]] })).rejects.toThrow(/last cell of a sheet/);
  });

  test('so does a table that spills', async () => {
    await sheet.type({ A995: '=TAAS_PNL()', A1: '=ROWS(A995#)' });
    expect([sheet.value('A1'), sheet.value('A1007')]).toEqual([13, 'Revenue share of spend']);
    expect(sheet.sheet.getMaxRows()).toBeGreaterThan(1007);
  });

  test('beyond Excel’s own a table has no room, and says so', async () => {
    await sheet.host.write({ place: at('A1048570'), formulas: [['=TAAS_PNL()']] });
    await sheet.recalculate();
    expect(sheet.value('A1048570')).toBe('#SPILL!');
    await expect(why('A1048570')).resolves.toMatch(/table of 13 × 2, which goes beyond the last cell/);
  });
});

test('a table does not spill into merged cells, where they would hide a part of it', async () => {
  sheet.sheet.getRange('D2:E3').merge();
  await sheet.type({ D1: '=SEQUENCE(4,2)' });
  expect([sheet.value('D1'), sheet.value('D2')]).toEqual(['#SPILL!', null]);
  await expect(why('D1')).resolves.toMatch(/D2:E3 is merged/);
  sheet.sheet.getRange('D2:E3').breakApart();
  await sheet.recalculate();
  expect(sheet.value('E4')).toBe(8);
});
