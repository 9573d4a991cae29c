/** A formula put into the sheet from beside it. */
import { put, putInstead } from '../../src/pane/put';
import { openSheet, type Sheet } from './sheet';

let sheet: Sheet;
beforeEach(() => {
  sheet = openSheet();
  sheet.select('C4:D9');
});
const holds = async (address: string) => (await sheet.host.formulas({ sheet: 'Sheet1', address }))[0]!.formulas[0]![0];

test('it goes into the active cell, or where it is told to, and is said to be there', async () => {
  expect(await put(sheet.host, '=TAAS_MARGIN()')).toEqual({ done: true, said: '=TAAS_MARGIN() is in C4.' });
  expect(await holds('C4')).toBe('=TAAS_MARGIN()');
  const into = { sheet: 'Sheet1', address: 'B7' };
  expect((await put(sheet.host, '=TAAS_PNL()', into)).said).toBe('=TAAS_PNL() is in B7.');
  expect(await sheet.host.activeCell()).toEqual(into);
});

test('a cell in use is left as it is, and so is one of a table', async () => {
  sheet.type({ C4: 7 });
  expect(await put(sheet.host, '=TAAS_MARGIN()')).toEqual({
    done: false,
    said: 'C4 holds 7: nothing was written.',
    holds: 7,
  });
  expect(await holds('C4')).toBe(7);
  sheet.show('C4', { spilledFrom: { sheet: 'Sheet1', address: 'B3' } });
  expect((await put(sheet.host, '=TAAS_MARGIN()')).said).toBe('C4 belongs to the table of B3: select another cell.');
});

test('instead of what was read, but of nothing else', async () => {
  sheet.type({ C4: 7 });
  const at = { sheet: 'Sheet1', address: 'C4' };
  expect((await putInstead(sheet.host, at, 8, '=TAAS_MARGIN()')).said).toMatch(/^C4 has changed and now holds 7/);
  expect((await putInstead(sheet.host, at, 7, '=TAAS_MARGIN()')).done).toBe(true);
});

test('what the host refuses is told in its words', async () => {
  const refuse = () => Promise.reject(new Error('the sheet is protected.'));
  const said = 'Excel did not take the formula: the sheet is protected.';
  for (const host of [
    { ...sheet.host, name: 'Excel', write: refuse },
    { ...sheet.host, name: 'Excel', activeCell: refuse },
  ]) {
    expect(await put(host, '=TAAS_MARGIN()')).toEqual({ done: false, said });
  }
});
