/** What is written is read again as it was, and what other programs wrote is read as they show it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readXlsx } from '../../../src/models/xlsx/read';
import type { FileCell, WorkbookFile } from '../../../src/models/xlsx/workbook-file';
import { writeXlsx } from '../../../src/models/xlsx/write';
import { packed, smallest } from './packed';

const ours = new Set(['TAAS_MARGIN', 'TAAS_PNL']);
const at = (cells: readonly FileCell[], row: number, column: number): FileCell | undefined =>
  cells.find((cell) => cell.row === row && cell.column === column);
const fixture = (name: string) => readXlsx(new Uint8Array(readFileSync(resolve(__dirname, name))));

const workbook: WorkbookFile = {
  sheets: [
    {
      name: 'Deal, "2026"',
      widths: { 0: 232, 3: 64 },
      merged: ['A20:C20'],
      heights: { 2: 44, 30: 20 },
      hiddenRows: [2, 30],
      hiddenColumns: [3],
      cells: [
        { row: 0, column: 0, value: 'Spend', look: { bold: true, size: 16, colour: '#1d2733' } },
        { row: 0, column: 1, value: 4.02, format: '0.00', look: { fill: '#f3f7ff', align: 'right' } },
        { row: 1, column: 0, value: 0.1 + 0.2 },
        { row: 2, column: 0, value: true },
        { row: 3, column: 0, value: '=no formula' },
        { row: 4, column: 0, value: 'a < b & "c"\nnext _x000D_ line', look: { wrap: true } },
        { row: 5, column: 0, formula: '=TAAS_MARGIN(B1)', value: 0.55, format: '0.0%', note: 'ours' },
        { row: 6, column: 0, formula: '=1/0', value: { error: '#DIV/0!' } },
        { row: 7, column: 0, formula: '=LET(x,B1,y,x*2,SUM(x,y)&"x")', value: '12.06x' },
        { row: 7, column: 3, value: { error: '#N/A' } },
        { row: 8, column: 0, formula: '=A10#+@B2', value: 1 },
        { row: 9, column: 0, formula: '=TAAS_PNL()', value: 'line', spill: { rows: 3, columns: 2 } },
        { row: 9, column: 1, look: { edges: { top: { line: 'thin', colour: '#c4ccd6' }, left: { line: 'dashed' } } } },
        { row: 15, column: 0, note: 'a note alone' },
      ],
    },
    { name: 'Hidden', widths: {}, cells: [{ row: 0, column: 0, formula: '=\'Deal, "2026"\'!A1' }], hidden: true },
  ],
  names: [
    { name: 'spend', refersTo: `='Deal, "2026"'!$B$1` },
    { name: 'rate', refersTo: '=0.25' },
    { name: 'twice', refersTo: '=LAMBDA(x,x*2)' },
    { name: 'own', refersTo: '=Hidden!$A$1', sheet: 'Hidden' },
  ],
};

test('written and read again, a workbook is the same', async () => {
  const { workbook: read, unread } = await readXlsx(await writeXlsx(workbook, ours));
  expect(unread).toEqual([]);
  expect(read.names).toHaveLength(workbook.names.length);
  expect(read.names).toEqual(expect.arrayContaining([...workbook.names]));
  const around = ({ sheets }: WorkbookFile) => sheets.map((sheet) => ({ ...sheet, cells: [] }));
  expect(around(read)).toEqual(around(workbook));
  for (const [i, { cells }] of workbook.sheets.entries())
    for (const cell of cells) expect(at(read.sheets[i]!.cells, cell.row, cell.column)).toEqual(cell);
});

test('a text longer than a cell can hold is cut in the file, and a note says so', async () => {
  const value = `${'x'.repeat(32_766)}😀`;
  const cells = [
    { row: 0, column: 0, value, note: 'ours' },
    { row: 1, column: 0, value, formula: '=B1' },
  ];
  const long = { sheets: [{ name: 'S', widths: {}, cells }], names: [] };
  const { workbook: read } = await readXlsx(await writeXlsx(long, ours));
  for (const cell of read.sheets[0]!.cells)
    expect(cell).toMatchObject({
      value: 'x'.repeat(32_766),
      note: expect.stringMatching(/has 32,768 characters/) as string,
    });
});

test('a workbook of openpyxl', async () => {
  const { workbook, unread } = await fixture('openpyxl.xlsx');
  const [deal, next] = workbook.sheets;
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Deal, 2026', 'Next']);
  expect(at(deal!.cells, 0, 1)).toEqual({ row: 0, column: 1, value: 4.02, format: '0.00' });
  expect(at(deal!.cells, 2, 1)).toEqual({
    row: 2,
    column: 1,
    formula: '=B1*B2',
    look: { bold: true, colour: '#0b4fc4', fill: '#f3f7ff' },
    note: "the cloud's share",
  });
  expect(at(deal!.cells, 3, 1)).toMatchObject({ value: 46112, format: 'yyyy-mm-dd' });
  expect(at(deal!.cells, 4, 0)?.value).toBe(true);
  expect(at(deal!.cells, 5, 0)?.value).toBe('a < b & "c"\nnext line');
  expect(at(deal!.cells, 6, 0)?.formula).toBe('=IF(B2>0.1,"high","low")');
  expect(deal!.widths[0]).toBe(215);
  expect(deal!.merged).toEqual(['A9:C9']);
  expect(at(next!.cells, 0, 0)?.formula).toBe("='Deal, 2026'!B3*2");
  expect(workbook.names).toEqual([{ name: 'spend', refersTo: "='Deal, 2026'!$B$1" }]);
  expect(deal!.frozen).toEqual({ rows: 1, columns: 0 });
  expect(unread).toEqual([]);
});

test('a workbook of XlsxWriter', async () => {
  const { workbook, unread } = await fixture('xlsxwriter.xlsx');
  const { cells } = workbook.sheets[0]!;
  expect(at(cells, 1, 1)).toEqual({ row: 1, column: 1, formula: '=A2*2', value: 4 });
  expect(at(cells, 0, 3)).toEqual({
    row: 0,
    column: 3,
    formula: '=SEQUENCE(3)',
    value: 1,
    spill: { rows: 3, columns: 1 },
  });
  expect(at(cells, 1, 3)?.value).toBeUndefined();
  expect(at(cells, 1, 5)?.formula).toBe('=XLOOKUP(2,A1:A4,B1:B4)');
  expect(at(cells, 2, 5)).toEqual({ row: 2, column: 5, value: 0.1234, format: '0.0%' });
  expect(workbook.names).toEqual([{ name: 'rate', refersTo: '=0.25' }]);
  expect([...unread].sort()).toEqual([
    'Charts were left out.',
    'Conditional formats were left out.',
    'Of links the text was kept.',
    'Rules for what may be typed (data validation) were left out.',
  ]);
});

// openpyxl.xlsx, converted by LibreOffice 7.4 without a window, which keeps no frozen panes.
test('a workbook of LibreOffice', async () => {
  const [{ workbook }, { workbook: before }] = await Promise.all([
    fixture('libreoffice.xlsx'),
    fixture('openpyxl.xlsx'),
  ]);
  expect(workbook.names).toEqual(before.names);
  for (const [i, { name, cells, merged }] of before.sheets.entries()) {
    const sheet = workbook.sheets[i]!;
    expect([sheet.name, sheet.merged]).toEqual([name, merged]);
    for (const { row, column, value, formula, format, note } of cells) {
      const its = at(sheet.cells, row, column);
      if (formula === undefined) expect(its?.value).toEqual(value);
      else expect(its).toMatchObject({ formula, value: expect.anything() });
      expect([its?.format?.replaceAll('\\', ''), its?.note]).toEqual([format, note]);
    }
  }
});

describe('what Excel writes in its own way', () => {
  const read = async (sheetData: string) => (await readXlsx(packed(smallest(sheetData)))).workbook.sheets[0]!.cells;

  test('formulas that cells share move with the cell, and what is fixed stays', async () => {
    const cells = await read(
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(A$1:A1)</f><v>1</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
        '<row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row>',
    );
    expect(cells.map(({ formula }) => formula)).toEqual([
      '=A1*$C$1+SUM(A$1:A1)',
      '=A2*$C$1+SUM(A$1:A2)',
      '=B3*$C$1+SUM(B$1:B3)',
    ]);
  });

  test('cells without an address, texts within, and errors', async () => {
    const cells = await read(
      '<row><c><v>1</v></c><c t="inlineStr"><is><r><t>in </t></r><r><t>two</t></r></is></c></row><row><c t="e"><v>#REF!</v></c></row>',
    );
    expect(cells).toEqual([
      { row: 0, column: 0, value: 1 },
      { row: 0, column: 1, value: 'in two' },
      { row: 1, column: 0, value: { error: '#REF!' } },
    ]);
  });

  test('a table by its name: what it showed last, and it is said', async () => {
    const { workbook, unread } = await readXlsx(
      packed(smallest('<row r="1"><c r="A1"><f>SUM(Deal[Spend])&amp;"[1]"</f><v>7</v></c></row>')),
    );
    expect(workbook.sheets[0]!.cells).toEqual([{ row: 0, column: 0, value: 7 }]);
    expect(unread).toEqual(['Formulas that refer to a table by its name are here with the value they showed last.']);
  });

  test('days that begin in 1904 move, and hours do not', async () => {
    const cells =
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1.5</v></c><c r="C1" s="3"><v>0.5</v></c></row>';
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`;
    const parts = smallest(cells, [{ name: 'xl/styles.xml', text: styles }]).map((part) => {
      const text = part.text as string;
      if (part.name === 'xl/workbook.xml')
        return { ...part, text: text.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') };
      return part.name.endsWith('workbook.xml.rels')
        ? { ...part, text: text.replace('</Rel', '<Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Rel') }
        : part;
    });
    const { workbook } = await readXlsx(packed(parts));
    expect(workbook.sheets[0]!.cells.map(({ value }) => value)).toEqual([1463, 1.5, 0.5]);
  });

  test('our functions as another add-in may have damaged them, and other workbooks', async () => {
    const cells = await read(
      '<row r="1"><c r="A1"><f>_xldudf_TAAS_MARGIN(1)</f></c><c r="B1"><f>[2]!_xldudf_TAAS_MARGIN(1)</f></c><c r="C1"><f>[1]S!A1</f><v>7</v></c></row>',
    );
    expect(cells).toEqual([
      { row: 0, column: 0, formula: '=TAAS_MARGIN(1)' },
      { row: 0, column: 1, formula: '=TAAS_MARGIN(1)' },
      { row: 0, column: 2, value: 7 },
    ]);
  });
});
