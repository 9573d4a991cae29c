/** Files that are not what they say: each is refused in a sentence, before it takes the memory. */
import { readXlsx } from '../../../src/models/xlsx/read';
import { LIMITS } from '../../../src/models/xlsx/unpack';
import { packed, smallest } from './packed';

const said = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readXlsx(bytes);
  } catch (fault) {
    expect((fault as Error).name).toBe('Unreadable');
    return (fault as Error).message;
  }
  throw new Error('it was opened');
};
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';

test('the smallest workbook opens', async () => {
  const { workbook, unread } = await readXlsx(packed(smallest(cell)));
  expect(workbook.sheets).toEqual([{ name: 'S', cells: [{ row: 0, column: 0, value: 1 }], widths: {} }]);
  expect(unread).toEqual([]);
});

test('a file that was cut off, at any length', async () => {
  const whole = packed(smallest(cell));
  for (let length = 0; length < whole.length; length += 37)
    expect(await said(whole.slice(0, length))).toMatch(/damaged|no \.xlsx/);
});

test('a file with a damaged byte says so or reads what is left, and never anything else', async () => {
  const whole = packed(smallest(cell));
  for (let at = 0; at < whole.length; at += 11) {
    const damaged = whole.slice();
    damaged[at]! ^= 0xff;
    await readXlsx(damaged).catch((fault: Error) => expect(fault.name).toBe('Unreadable'));
  }
});

test('a picture, a text, nothing', async () => {
  expect(await said(new TextEncoder().encode('spend;4.02\n'.repeat(10)))).toMatch(/no \.xlsx/);
  expect(await said(new Uint8Array())).toMatch(/no \.xlsx/);
});

describe('a file that unpacks to too much', () => {
  const zeros = new Uint8Array(40e6);
  test('is refused by its directory', async () => {
    const part = { name: 'xl/worksheets/sheet1.xml', text: zeros };
    expect(await said(packed([...smallest(cell).slice(0, 3), part]))).toMatch(
      /^The file of 3?\d+ KB unpacks to 40 MB or more, over 250 times its size/,
    );
    expect(await said(packed(smallest(cell, [{ name: 'x', text: 'x', said: 3e9 }])))).toMatch(
      /unpacks to 3 GB or more/,
    );
  });
  test('and, where the directory lies, while it comes out', async () => {
    const part = { name: 'xl/worksheets/sheet1.xml', text: zeros, said: 10 };
    expect(await said(packed([...smallest(cell).slice(0, 3), part]))).toMatch(/over 250 times its size/);
  });
  test('or has too many parts', async () => {
    const parts = Array.from({ length: 5001 }, (_, i) => ({ name: `p${i}`, text: '' }));
    expect(await said(packed(parts))).toMatch(/5001 parts/);
  });
  test('or is too large as it lies there', async () => {
    expect(await said(new Uint8Array(LIMITS.file + 1))).toBe('The file has 50 MB: at most 50 MB is opened here.');
  });
});

test('names that climb out of the folder are names and no more', async () => {
  const { workbook } = await readXlsx(packed(smallest(cell, [{ name: '../../etc/passwd', text: 'x' }])));
  expect(workbook.sheets).toHaveLength(1);
});

test('entities that unfold into each other', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`;
  const parts = smallest(cell).map((part) =>
    part.name.includes('sheet1') ? { ...part, text: `${bomb}${part.text as string}` } : part,
  );
  expect(await said(packed(parts))).toMatch(/declares entities in its part xl\/worksheets\/sheet1\.xml/);
});

test('a password: in the old container, or of the packed parts', async () => {
  const old = new Uint8Array(4096);
  old.set([0xd0, 0xcf, 0x11, 0xe0]);
  expect(await said(old)).toMatch(/\.xls of Excel 2003 or earlier: .* save it as \.xlsx/);
  old.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  expect(await said(old)).toMatch(/protected with a password/);
  expect(await said(packed(smallest(cell, [{ name: 'x', text: 'x', flags: 1 }])))).toMatch(/protected with a password/);
});

test('macros are left out, and it is said', async () => {
  const { unread } = await readXlsx(packed(smallest(cell, [{ name: 'xl/vbaProject.bin', text: 'x' }])));
  expect(unread).toEqual(['Macros were left out: the cells are here, and nothing of the macros runs.']);
});

test('a cell that no sheet has, and an element that is not closed', async () => {
  for (const address of ['A0', 'XFE1', 'A1048577', 'A99999999999', '1A', 'prototype'])
    expect(await said(packed(smallest(`<row r="1"><c r="${address}"><v>1</v></c></row>`)))).toMatch(/damaged/);
  expect(await said(packed(smallest('<row r="1"><c r="A1"><v>1</v></row>')))).toMatch(/damaged/);
});
