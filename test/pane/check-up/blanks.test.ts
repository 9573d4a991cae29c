/** Arguments that point at empty cells. */
import { blanks } from '../../../src/pane/check-up/blanks';
import { contentsOf } from '../../../src/pane/check-up/contents';
import { ourCells } from '../../../src/pane/check-up/ours';
import type { Host } from '../../../src/pane/host';
import { catalogue } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';

let sheet: Sheet;
beforeEach(() => (sheet = openSheet()));

async function found(host: Host = sheet.host): Promise<string[]> {
  const contents = await contentsOf(host);
  const its = await blanks(contents, await ourCells(contents, catalogue), { host, catalogue });
  return its.map((each) => `${each.place.address} ${each.parameter} ${each.text} takes ${each.takes}`);
}

test('which parameter, and the number of the base case that it takes', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(B2)', A2: '=IF(1,TAAS_MARGIN(1,B3),0)', B3: 0.1 });
  expect(await found()).toEqual(['A1 token_spend B2 takes $2.000bn']);
});

test('a name, a range, another sheet; not a blank that was left out, nor a number', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(spend,,0.9,C1:D3,Sheet2!B7)', C9: 1 });
  sheet.name('spend', 'Sheet1!B4');
  expect(await found()).toEqual([
    'A1 token_spend spend takes $2.000bn',
    expect.stringMatching(/^A1 tiers C1:D3 takes 25% of the spend/),
    expect.stringMatching(/^A1 infra_cogs Sheet2!B7 takes \$/),
  ]);
});

test('a cell that shows the line of a table is not empty', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(C3)', B1: '=TAAS_PNL()' });
  sheet.show('C3', { value: 2, shown: '2' });
  expect(await found()).toEqual([]);
});

test.each([
  ['one empty cell', () => 1],
  ['an empty cell each', (row: number) => row],
])('20,000 formulas of %s are not asked one by one', async (_, rowOf) => {
  const formulas = Array.from({ length: 20_000 }, (_row, i) => [`=TAAS_MARGIN(Z${rowOf(i + 1)})`]);
  let asked = 0;
  const host: Host = {
    ...sheet.host,
    formulas: () => Promise.resolve([{ place: { sheet: 'Sheet1', address: 'A1:A20000' }, formulas }]),
    values: (range) => ((asked += 1), sheet.host.values(range)),
  };
  expect(await found(host)).toHaveLength(20_000);
  expect(asked).toBeLessThan(30);
});
