/** Files as the strict half of ECMA-376 has them, and a cell in the last row. */
import { readXlsx } from '../../../src/models/xlsx/read';
import { fromFile } from '../../../src/workbench/files/from-file';
import { loadAddIn } from '../../workbench/add-in';
import { openSheet } from '../../workbench/headless';
import { packed, smallest } from './packed';

const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
/** Other names of what refers to parts and of elements, and days as dates instead of counts. */
const strict = (sheetData: string): Uint8Array =>
  packed(
    smallest(sheetData).map(({ name, text }) => ({
      name,
      text: String(text)
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', STRICT)
        .replace('<workbook', '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict"'),
    })),
  );

test('a strict workbook is read as any other; days are counted from 1900', async () => {
  const { workbook, unread } = await readXlsx(
    strict(
      '<row r="1"><c r="A1" t="d"><v>2026-03-31</v></c><c r="B1" t="d"><v>2026-03-31T12:00:00</v></c>' +
        '<c r="C1" t="d"><v>18:00:00</v></c><c r="D1" t="d"><v>2026-03-31T06:00:00.000Z</v></c>' +
        '<c r="E1"><f>A1+1</f><v>46113</v></c><c r="F1" t="d"><v>soon</v></c><c r="G1" t="d"><v>1900-01-01</v></c></row>',
    ),
  );
  expect(unread).toEqual([]);
  expect(workbook.sheets[0]!.cells.map(({ value }) => value)).toEqual([
    46112,
    46112.5,
    0.75,
    46112.25,
    46113,
    'soon',
    1,
  ]);
});

test('a cell in the last row is read, and the sheet computes', async () => {
  const { workbook } = await readXlsx(
    packed(
      smallest(
        '<row r="1"><c r="A1"><f>SUM(B:B)+XFD1048576</f></c><c r="B1"><v>2</v></c></row>' +
          '<row r="1048576"><c r="B1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>',
      ),
    ),
  );
  const { metadata, implementations } = loadAddIn();
  const grid = openSheet(metadata, implementations, fromFile(workbook));
  await grid.recalculate();
  const { sheets } = await grid.files.file();
  expect(sheets[0]!.cells.map(({ row, value }) => [row, value])).toEqual([
    [0, 9],
    [0, 2],
    [1_048_575, 3],
    [1_048_575, 4],
  ]);
  grid.close();
});
