/** Formulas of ours that depend on themselves. */
import { circles } from '../../../src/pane/check-up/circles';
import { contentsOf } from '../../../src/pane/check-up/contents';
import { ourCells } from '../../../src/pane/check-up/ours';
import type { Host } from '../../../src/pane/host';
import { catalogue } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';

let sheet: Sheet;
beforeEach(() => (sheet = openSheet()));

async function ways(host: Host = sheet.host): Promise<string[]> {
  const contents = await contentsOf(host);
  const found = await circles(contents, await ourCells(contents, catalogue), host);
  return found.map(({ cells }) => cells.map(({ sheet: name, address }) => `${name}!${address}`).join(' '));
}

test('a model without one', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(B1)', B1: '=C1*2', C1: 1, D1: '=SUM(A1:C1)' });
  expect(await ways()).toEqual([]);
});

test('a cell that refers to itself, alone or within a range', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(A1)', B5: '=TAAS_BLENDED_MARGIN(B1:B9,C1:C9)' });
  expect(await ways()).toEqual(['Sheet1!A1', 'Sheet1!B5']);
});

test('the way around, over other formulas and another sheet', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(B1)', B1: '=SUM(Sheet2!A:A)' });
  sheet.select('A1', 'Sheet2');
  sheet.type({ A7: "='Sheet1'!$A$1*2" });
  expect(await ways()).toEqual(['Sheet1!A1 Sheet1!B1 Sheet2!A7']);
});

test('names, and cells into which a table has spilled', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(spend)', B4: '=A1*2', D1: '=TAAS_PNL(E9)', E9: '=E3+1' });
  sheet.name('spend', 'Sheet1!B4');
  sheet.spill('D1', 'D1:E8');
  expect(await ways()).toEqual(['Sheet1!A1 Sheet1!B4', 'Sheet1!D1 Sheet1!E9']);
});

test('a circle without a function of ours is not for us to tell', async () => {
  sheet.type({ A1: '=B1', B1: '=A1', C1: '=TAAS_MARGIN(A1)' });
  expect(await ways()).toEqual([]);
});

test('a formula that only asks where cells are, or what is typed into them, is in none', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(ROWS(A1:A9)+ROW(A1))', A2: '=TAAS_MARGIN(LEN(FORMULATEXT(A2)))' });
  expect(await ways()).toEqual([]);
  sheet.type({ A1: '=TAAS_MARGIN(ROWS(A1:A9)+SUM(ROW(B1),A1))' });
  expect(await ways()).toEqual(['Sheet1!A1']);
});

test('a sheet is the same in other capitals', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(SHEET1!A1)' });
  expect(await ways()).toEqual(['Sheet1!A1']);
});

test('100,000 formulas, each of all before it, in a circle', async () => {
  const rows = 100_000;
  const formulas = Array.from({ length: rows }, (_, i) => [i === 0 ? `=TAAS_MARGIN(A${rows})` : `=SUM(A$1:A${i})`]);
  const host: Host = {
    ...sheet.host,
    formulas: () => Promise.resolve([{ place: { sheet: 'Sheet1', address: `A1:A${rows}` }, formulas }]),
  };
  expect(await ways(host)).toEqual([`Sheet1!A1 Sheet1!A${rows}`]);
});

test('100,000 formulas, each of the one before it, in a circle', async () => {
  const rows = 100_000;
  const formulas = Array.from({ length: rows }, (_, i) => [i === 0 ? `=TAAS_MARGIN(A${rows})` : `=A${i}+1`]);
  const host: Host = {
    ...sheet.host,
    formulas: () => Promise.resolve([{ place: { sheet: 'Sheet1', address: `A1:A${rows}` }, formulas }]),
  };
  const [way] = await ways(host);
  expect(way!.split(' ')).toHaveLength(rows);
});
