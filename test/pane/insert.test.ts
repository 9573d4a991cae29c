/** A formula put into the sheet from beside it. */
import { insert } from '../../src/pane/insert';
import { openSheet, type Sheet } from './sheet';

let sheet: Sheet;
beforeEach(() => {
  sheet = openSheet();
  sheet.select('C4:D9');
});

test('it goes into the active cell, and is said to be there', async () => {
  expect(await insert(sheet.host, '=TAAS_MARGIN()')).toEqual({ done: true, said: '=TAAS_MARGIN() is in C4.' });
  expect(await sheet.host.formulas({ sheet: 'Sheet1', address: 'C4' })).toMatchObject([
    { formulas: [['=TAAS_MARGIN()']] },
  ]);
  sheet.select('C5');
  expect((await insert(sheet.host, '=TAAS_PNL()', 'The formula')).said).toBe('The formula is in C5.');
});

test('a cell in use is left as it is', async () => {
  sheet.type({ C4: 7 });
  expect(await insert(sheet.host, '=TAAS_MARGIN()')).toEqual({
    done: false,
    said: 'C4 is in use: select an empty cell first.',
  });
  expect(await sheet.host.formulas({ sheet: 'Sheet1', address: 'C4' })).toMatchObject([{ formulas: [[7]] }]);
});

test('what the host refuses is told in its words', async () => {
  const host = { ...sheet.host, name: 'Excel', write: () => Promise.reject(new Error('the sheet is protected.')) };
  expect(await insert(host, '=TAAS_MARGIN()')).toEqual({
    done: false,
    said: 'Excel did not take the formula: the sheet is protected.',
  });
});
