/** Cells of a workbook, as a formula of Excel names them. */
import { isCellLike, parseReference } from '../../src/catalogue/reference';

test.each<[string, number, number]>([
  ['B4', 1, 1],
  ['$B$4', 1, 1],
  ['xfd1048576', 1, 1],
  ['C4:D6', 3, 2],
  ['D6:C4', 3, 2],
  ['Deal!B4', 1, 1],
  ['Données!B4', 1, 1],
  ['前提!B4:B9', 6, 1],
  ["'My deal'!$B$4", 1, 1],
  ["'Bob''s deal'!B4", 1, 1],
  ["'[Deals 2026.xlsx]My deal'!B4", 1, 1],
  ['[Deals.xlsx]Terms!B4', 1, 1],
])('%s is %i×%i cells', (text, rows, columns) => {
  expect(parseReference(text)).toEqual({ reference: text, size: { rows, columns } });
});

test.each([
  'spend',
  'Dépenses',
  '_x.1',
  'Deal!spend',
  'B4#',
  'Deal!B4#',
  'Deals[Spend]',
  'Deals[[#Totals],[Spend]]',
  'ABCD1',
])('%s has a size that only the workbook knows', (text) => {
  expect(parseReference(text)).toEqual({ reference: text });
});

test.each([
  ['2026!B4', "'2026'!B4"],
  ['Q1!B4', "'Q1'!B4"],
  ['[Deals.xlsx]2026!B4', "'[Deals.xlsx]2026'!B4"],
])('%s is written %s, as Excel has it', (text, written) => {
  expect(parseReference(text)?.reference).toBe(written);
});

test.each(['XFE1', 'A0', 'A1048577', 'A9999999', 'B4:XFE9', 'Deal!A0', 'AAA99999999', 'A0#'])(
  '%s would be a cell, were there one',
  (text) => {
    expect([parseReference(text), isCellLike(text)]).toEqual([undefined, true]);
  },
);

test.each([
  '',
  '4',
  '1:3',
  'B4*2',
  'R1C1',
  'c',
  'TRUE',
  "'My deal!B4",
  'My deal!B4',
  'Deals[Spend',
  'spend rate',
  '5%',
  "''!B4",
  '!B4',
])('"%s" is no reference', (text) => {
  expect([parseReference(text), isCellLike(text)]).toEqual([undefined, false]);
});
