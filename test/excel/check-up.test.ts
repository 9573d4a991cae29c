/** Check-up on a workbook behind Microsoft's office.js, which refuses what Excel refuses. */
import { join } from 'node:path';
import { contentsOf } from '../../src/pane/check-up/contents';
import { freeze } from '../../src/pane/check-up/freeze';
import { goNative } from '../../src/pane/check-up/native';
import { repairs } from '../../src/pane/check-up/repair';
import { bringBack, replaceHere, replaceInCopies, returning } from '../../src/pane/check-up/replace';
import type { CellValue, Host, Place } from '../../src/pane/host';
import { answer, catalogue } from '../functions/cell';
import { looked } from '../pane/check-up/workbook';
import { BEFORE_RICH_VALUES, startExcel, TODAY, type Excel, type OpenAddin } from './host/excel';
import { sourceHost } from './host/source-host';

let excel: Excel;
let addin: OpenAddin;
let host: Host;
beforeAll(async () => (excel = await startExcel(join(__dirname, '../../dist'))));
afterAll(() => excel?.close());
const open = async (requirementSets: Readonly<Record<string, string>> = TODAY): Promise<void> => {
  addin = await excel.open({ requirementSets });
  ({ host } = await sourceHost(addin));
};
beforeEach(() => open());
afterEach(() => addin.close());

const at = (address: string, sheet = 'Sheet1'): Place => ({ sheet, address });
const typed = async (address: string, sheet?: string): Promise<readonly (readonly CellValue[])[]> =>
  (await host.formulas(at(address, sheet)))[0]!.formulas;
/** Types a formula and shows what it answers, a table spilled. */
async function enter(address: string, formula: string, shown: readonly (readonly unknown[])[]): Promise<void> {
  await addin.type({ [address]: formula });
  await addin.arrange('spill', address, shown);
}
const table = () => answer('TAAS_PNL').cells.map((row) => row.map((cell) => cell as CellValue));

describe('our formulas', () => {
  test('damaged names are repaired, and nothing else is touched', async () => {
    await addin.type({ A1: '=[2]!_xldudf_TAAS_MARGIN(B4)', A2: '=SUM(B1:B3)', A3: '="_xldudf_TAAS_MARGIN(1)"' });
    const changes = await repairs(await contentsOf(host), catalogue);
    expect(await host.change(changes)).toEqual([at('A1')]);
    expect(await typed('A1:A3')).toEqual([['=TAAS_MARGIN(B4)'], ['=SUM(B1:B3)'], ['="_xldudf_TAAS_MARGIN(1)"']]);
  });

  test('a cell and a table are frozen, each cell of it, and come back', async () => {
    await enter('A1', '=TAAS_MARGIN(1)', [[0.4]]);
    await enter('C1', '=TAAS_PNL()', table());
    const done = await replaceHere(await freeze(await looked(host), host), host);
    expect(done.left).toEqual([]);
    const rows = table().length;
    expect(await typed(`C1:D${rows}`)).toEqual(table());
    expect(await host.notes('Sheet1')).toHaveLength(2);
    const { returning: kept, left } = await returning('frozen', host);
    expect(left).toEqual([]);
    await bringBack(kept, host);
    expect((await typed(`A1:D${rows}`))[0]).toEqual(['=TAAS_MARGIN(1)', '', '=TAAS_PNL()', '']);
    expect((await typed(`C2:D${rows}`)).flat().every((each) => each === '')).toBe(true);
    expect(await host.notes('Sheet1')).toEqual([]);
  });

  test('native here, with every cell of the table, and back', async () => {
    await enter('C1', '=TAAS_PNL(A1)', table());
    await addin.type({ A1: 2 });
    const done = await replaceHere(await goNative(await looked(host), { host, catalogue }), host);
    expect(done.left).toEqual([]);
    const cells = await typed(`C1:D${table().length}`);
    expect(cells[0]![0]).toBe('Line');
    expect(cells.slice(1).every(([label, formula]) => typeof label === 'string' && /^=/.test(String(formula)))).toBe(
      true,
    );
    await bringBack((await returning('native', host)).returning, host);
    expect((await typed('C1'))[0]).toEqual(['=TAAS_PNL(A1)']);
  });

  test('native in a copy leaves the sheet as it is', async () => {
    await enter('C1', '=TAAS_PNL()', table());
    const { copies } = await replaceInCopies(await goNative(await looked(host), { host, catalogue }), host);
    expect(copies).toEqual(['Sheet1 (2)']);
    expect((await typed('C1'))[0]).toEqual(['=TAAS_PNL()']);
    expect((await typed('D2', 'Sheet1 (2)'))[0]![0]).toMatch(/^=/);
    expect(await host.sheets()).toEqual(['Sheet1', 'Sheet1 (2)']);
  });

  test('100,000 of them are read, in parts', async () => {
    const place = at('A1:A100000');
    const formulas = Array.from({ length: 100_000 }, (_, i) => [`=TAAS_RUN_RATE(B${i + 1})*1000000000000000000000000`]);
    await addin.page.evaluate((rows) => window.excelPage.workbook.type(`A1:A${rows.length}`, rows), formulas);
    expect(await host.formulas()).toEqual([{ place, formulas }]);
  });
});

describe('refused in a sentence', () => {
  test('a protected sheet', async () => {
    await addin.arrange('protect', true);
    const protectedSheet = 'is protected: take the protection off, or choose another sheet.';
    await expect(host.write({ place: at('A1'), formulas: [['=1']] })).rejects.toThrow(`A1 of Sheet1 ${protectedSheet}`);
    await expect(host.change([{ place: at('A1'), from: '', to: 1 }])).rejects.toThrow(`Sheet1 ${protectedSheet}`);
    await expect(host.copySheet('Sheet1')).rejects.toThrow('Sheet1 is protected, and so would be its copy');
    expect(await host.sheets()).toEqual(['Sheet1']);
    expect(await typed('A1')).toEqual([['']]);
    // Its unlocked cells may be written, but no note can be left at them.
    await addin.arrange('unlock', 'A1');
    await expect(host.change([{ place: at('A1'), from: '', to: 1, note: 'was' }])).rejects.toThrow(protectedSheet);
    expect(await host.change([{ place: at('A1'), from: '', to: 1 }])).toEqual([at('A1')]);
    expect(await typed('A1')).toEqual([[1]]);
  });

  test('a cell that is being edited', async () => {
    await addin.arrange('edit', true);
    await expect(host.activeCell()).rejects.toThrow('A cell is being edited: press Enter or Esc in it first.');
    await addin.arrange('edit', false);
    expect(await host.activeCell()).toEqual(at('A1'));
  });

  test('several areas selected', async () => {
    await addin.arrange('selectAreas');
    await expect(host.selectedRange()).rejects.toThrow('Several areas are selected: select one range.');
    expect(await host.activeCell()).toEqual(at('A1'));
  });

  test('a formula that Excel cannot read, with the cell and its sheet', async () => {
    await expect(host.write({ place: at('B2'), formulas: [['=TAAS_MARGIN(']] })).rejects.toThrow(
      /^Excel refused B2 of Sheet1: /,
    );
  });

  test('a sheet that is there already', async () => {
    await expect(host.addSheet('Sheet1')).rejects.toThrow(/Sheet1/);
  });

  test('one protected sheet among others: no formula is changed before its note can be left', async () => {
    await addin.type({ A1: '=TAAS_MARGIN(1)' });
    await host.addSheet('Deal');
    await addin.type({ A1: '=TAAS_MARGIN(2)' });
    await addin.arrange('protect', true);
    const change = (sheet: string, from: string) => ({ place: at('A1', sheet), from, to: 0.4, note: `was ${from}` });
    const changes = [change('Sheet1', '=TAAS_MARGIN(1)'), change('Deal', '=TAAS_MARGIN(2)')];
    await expect(host.change(changes)).rejects.toThrow(/^Deal is protected: /);
    expect([await typed('A1'), await typed('A1', 'Deal')]).toEqual([[['=TAAS_MARGIN(1)']], [['=TAAS_MARGIN(2)']]]);
  });

  test('a cell into which a table has spilled is in use', async () => {
    await enter('A1', '=TAAS_PNL()', table());
    expect(await host.write({ place: at('B2'), formulas: [[1]] })).toBe('in use');
    expect(await host.change([{ place: at('B2'), from: '', to: 1 }])).toEqual([]);
    expect((await host.read([at('B2')]))[0]).toMatchObject({ formula: '=TAAS_PNL()', spilledFrom: at('A1') });
    expect(await host.resolve('A1#', 'Sheet1')).toEqual(at(`A1:B${table().length}`));
  });

  test('a cell that holds something else by now is left', async () => {
    await addin.type({ A1: '=TAAS_MARGIN(2)' });
    expect(await host.change([{ place: at('A1'), from: '=TAAS_MARGIN(1)', to: 0.4 }])).toEqual([]);
    expect(await typed('A1')).toEqual([['=TAAS_MARGIN(2)']]);
  });
});

test('a name, the columns of no table, and notes', async () => {
  await addin.arrange('name', 'spend', 'B4:B6');
  expect(await host.resolve('spend', 'Sheet1')).toEqual(at('B4:B6'));
  expect(await host.resolve('nothing', 'Sheet1')).toBeUndefined();
  expect(await host.resolve('Deals[Spend]', 'Sheet1')).toBeUndefined();
  const change = { place: at('A1'), from: '', to: 1, note: 'first' };
  await host.change([change]);
  await host.change([{ ...change, from: 1, to: 2, note: 'second' }]);
  expect(await host.notes('Sheet1')).toEqual([{ place: at('A1'), text: 'second' }]);
});

test('work that is stopped tells what was changed', async () => {
  const changed = await addin.pane.evaluate(`(() => {
    const changes = Array.from({ length: 1200 }, (_, i) => ({ place: { sheet: 'Sheet1', address: 'A' + (i + 1) }, from: '', to: 1 }));
    let share = 0;
    return host.change(changes, { done: (is) => (share = is), isCancelled: () => share > 0 }).then(({ length }) => length);
  })()`);
  expect(changed).toBe(500);
});

describe('an Excel of before', () => {
  test('without ExcelApi 1.10 nothing is replaced where no note can keep it, and a copy does', async () => {
    await addin.close();
    await open({ ...BEFORE_RICH_VALUES, ExcelApi: '1.9' });
    await addin.type({ A1: '=TAAS_RUN_RATE(1)' });
    const plan = await freeze(await looked(host), host);
    await expect(replaceHere(plan, host)).rejects.toThrow('This Excel has neither notes nor comments');
    expect(await typed('A1')).toEqual([['=TAAS_RUN_RATE(1)']]);
    expect((await replaceInCopies(plan, host)).places).toEqual([at('A1', 'Sheet1 (2)')]);
  });

  test('without ExcelApi 1.12 there are no tables to spill, and cells are read all the same', async () => {
    await addin.close();
    await open({ ...BEFORE_RICH_VALUES, ExcelApi: '1.8' });
    await addin.type({ A1: '=TAAS_RUN_RATE(1)' });
    expect((await host.read([at('A1')]))[0]).toMatchObject({ formula: '=TAAS_RUN_RATE(1)' });
    expect(await host.resolve('A1#', 'Sheet1')).toBeUndefined();
    expect(await host.notes('Sheet1')).toEqual([]);
  });
});
