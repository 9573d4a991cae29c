/** Addresses as formulas write them. */
import fc from 'fast-check';
import { addressOf, cellsOf, columnName, columnNumber } from '../../../src/models/address';
import { placeOf, referenceTo } from '../../../src/derive/formula/address';
import '../../catalogue/seed';

test('columns go on after Z', () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

test('a cell and a range have their rows and columns', () => {
  expect(cellsOf('$B$12')).toEqual({ row: 11, column: 1, rows: 1, columns: 1 });
  expect(cellsOf('B2:C9')).toEqual({ row: 1, column: 1, rows: 8, columns: 2 });
  expect(() => cellsOf('B')).toThrow('B is no address: expected B12 or B2:C9.');
});

test('there and back', () => {
  const count = fc.integer({ min: 1, max: 2000 });
  const cells = fc.record({ row: fc.nat(1_000_000), column: fc.nat(16_383), rows: count, columns: count });
  fc.assert(fc.property(cells, (range) => expect(cellsOf(addressOf(range))).toEqual(range)));
  fc.assert(fc.property(fc.nat(16_383), (column) => columnNumber(columnName(column)) === column));
});

test('a sheet is named where it is another one, in quotes where it must be', () => {
  const place = { sheet: 'Deal P&L', address: 'B2' };
  expect(referenceTo(place, 'Deal P&L')).toBe('B2');
  expect(referenceTo(place, 'Sheet1')).toBe("'Deal P&L'!B2");
  expect(referenceTo({ sheet: 'Sheet1', address: 'B2' }, 'Deal')).toBe('Sheet1!B2');
  expect(['FY26', 'q1', 'R1C1', 'rc', 'C'].map((sheet) => referenceTo({ ...place, sheet }, ''))).toEqual([
    "'FY26'!B2",
    "'q1'!B2",
    "'R1C1'!B2",
    "'rc'!B2",
    "'C'!B2",
  ]);
  const sheet = fc.string({ minLength: 1, maxLength: 31 }).filter((name) => !/[:\\/?*[\]!]|^'|'$/.test(name));
  fc.assert(
    fc.property(sheet, (name) =>
      expect(placeOf(referenceTo({ ...place, sheet: name }, ''))).toEqual({ ...place, sheet: name }),
    ),
  );
});
