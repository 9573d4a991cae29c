/** What the pane may ask of a workbook: the same of Excel's, of the workbench's grid, and of the one in these tests. */
import { join } from 'node:path';
import type { Host, Place } from '../../src/pane/host';
import { pickRange } from '../../src/pane/follow';
import { startExcel, type Excel } from '../excel/host/excel';
import { sourceHost } from '../excel/host/source-host';
import { loadAddIn } from '../workbench/add-in';
import { openSheet as openGrid } from '../workbench/headless';
import { openSheet } from './sheet';

/** A host with an empty workbook, and an analyst who works in it. */
interface Desk {
  readonly host: Host;
  readonly sheet: string;
  readonly select: (address: string) => unknown;
  readonly type: (cells: Readonly<Record<string, string | number>>) => unknown;
  /** TAAS_MARGIN answers that opex_rate is 5. */
  readonly err: () => unknown;
  readonly close: () => unknown;
}

const inMemory = (): Desk => {
  const sheet = openSheet();
  const err = () => sheet.complain({ sentence: 'opex_rate is 5: expected a number from 0 to 1.' });
  return { ...sheet, sheet: 'Sheet1', err, close: () => undefined };
};

const { metadata, implementations } = loadAddIn();
const grid = (): Desk => {
  const { host, sheet, type, close } = openGrid(metadata, implementations);
  const select = (address: string) => sheet.getRange(address).activate();
  return { host, sheet: 'Sheet1', select, type, err: () => type({ Z99: '=TAAS_MARGIN(,,,,,5)' }), close };
};

let excel: Excel | undefined;
afterAll(() => excel?.close());

async function excelDesk(): Promise<Desk> {
  excel ??= await startExcel(join(__dirname, '../../dist'));
  const addin = await excel.open();
  const { host, complain } = await sourceHost(addin);
  const sentence = 'opex_rate is 5: expected a number from 0 to 1.';
  return { ...addin, host, sheet: 'Sheet1', err: () => complain('TAAS_MARGIN', { code: '#VALUE!', sentence }) };
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((later) => setTimeout(later, 10));
}

describe.each([
  ['the sheet of these tests', inMemory],
  ['the grid', grid],
  ['Excel', excelDesk],
])('%s', (_name, open) => {
  let desk: Desk;
  let host: Host;
  beforeEach(async () => {
    desk = await open();
    host = desk.host;
  });
  afterEach(() => desk.close());
  const at = (address: string): Place => ({ sheet: desk.sheet, address });

  test('knows the range selected and the active cell in it', async () => {
    await desk.select('B2:C4');
    expect(await host.selectedRange()).toEqual(at('B2:C4'));
    expect(await host.activeCell()).toEqual(at('B2'));
  });

  test('selects what it is told to', async () => {
    await host.select(at('D5'));
    expect([await host.activeCell(), await host.selectedRange()]).toEqual([at('D5'), at('D5')]);
  });

  test('puts a formula into an empty cell, and reads what stands in cells', async () => {
    expect(await host.write({ place: at('B2'), formulas: [['=1-1']] })).toBe('written');
    await desk.type({ B3: 2.5, B4: 'revenue' });
    const nothing = { place: at('B5'), formula: '', value: '', shown: '' };
    const [formula, number, text, empty] = await host.read(['B2', 'B3', 'B4', 'B5'].map(at));
    expect(formula).toMatchObject({ place: at('B2'), formula: '=1-1' });
    expect(number).toEqual({ place: at('B3'), formula: '', value: 2.5, shown: '2.5' });
    expect(text).toEqual({ place: at('B4'), formula: '', value: 'revenue', shown: 'revenue' });
    expect(empty).toEqual(nothing);
    expect(await host.read([])).toEqual([]);
  });

  test('reads what a range shows, spilled or typed', async () => {
    await desk.type({ B2: 'Name', C2: '1Q26A', B3: 'token_spend', C3: 2 });
    expect(await host.values(at('B2:D3'))).toEqual([
      ['Name', '1Q26A', ''],
      ['token_spend', 2, ''],
    ]);
  });

  test('leaves a cell in use alone, unless it may be replaced', async () => {
    await desk.type({ A2: 1 });
    const block = { place: at('A1:A3'), formulas: [['=1+1'], ['=2+2'], ['x']] };
    expect(await host.write(block)).toBe('in use');
    expect(await host.formulas(at('A1:A3'))).toEqual([{ ...block, formulas: [[''], [1], ['']] }]);
    expect(await host.write(block, true)).toBe('written');
    expect(await host.formulas(at('A1:A3'))).toEqual([block]);
  });

  test('reads the formulas and constants of a range, and of every used cell', async () => {
    await desk.type({ B2: 2, C2: 'a name', B3: '=B2*2' });
    const formulas = [
      [2, 'a name'],
      ['=B2*2', ''],
    ];
    expect(await host.formulas(at('B2:C3'))).toEqual([{ place: at('B2:C3'), formulas }]);
    const used = (await host.formulas()).flatMap((block) => block.formulas.flat()).filter((each) => each !== '');
    expect(used).toEqual([2, 'a name', '=B2*2']);
  });

  test('changes cells that still hold what was read, in their order, and keeps a note at each', async () => {
    await desk.type({ A1: '=1+1', A2: 5 });
    const changed = await host.change([
      { place: at('A1'), from: '=1+1', to: 2, note: 'the formula was =1+1' },
      { place: at('A2'), from: 4, to: 6 },
      { place: at('A3'), from: '', to: 'new' },
    ]);
    expect(changed).toEqual([at('A1'), at('A3')]);
    expect(await host.formulas(at('A1:A3'))).toEqual([{ place: at('A1:A3'), formulas: [[2], [5], ['new']] }]);
    expect(await host.notes(desk.sheet)).toEqual([{ place: at('A1'), text: 'the formula was =1+1' }]);
    await host.change([{ place: at('A1'), from: 2, to: '=1+1', note: '' }]);
    expect(await host.notes(desk.sheet)).toEqual([]);
    expect((await host.formulas(at('A1')))[0]!.formulas).toEqual([['=1+1']]);
  });

  test('adds a sheet and copies one, beside the others', async () => {
    await desk.type({ B2: '=1+1', B3: 7 });
    const before = await host.sheets();
    const copy = await host.copySheet(desk.sheet);
    expect(copy).not.toBe(desk.sheet);
    expect((await host.formulas({ sheet: copy, address: 'B2:B3' }))[0]!.formulas).toEqual([['=1+1'], [7]]);
    await host.addSheet('Self-test');
    expect([...(await host.sheets())].sort()).toEqual([...before, copy, 'Self-test'].sort());
    await expect(host.addSheet('Self-test')).rejects.toThrow('Self-test');
  });

  test('tells of a selection and of an edit, until it is told to stop', async () => {
    let told = 0;
    const stop = host.onChange(() => (told += 1));
    await host.activeCell();
    await desk.select('B7');
    await until(() => told > 0);
    const before = told;
    await desk.type({ B8: 1 });
    await until(() => told > before);
    stop();
    await host.activeCell();
    await new Promise((later) => setTimeout(later, 50));
    const after = told;
    await desk.select('B9');
    await host.activeCell();
    await new Promise((later) => setTimeout(later, 50));
    expect(told).toBe(after);
  });

  test('tells each range that is selected while one is picked', async () => {
    const picked: string[] = [];
    const stop = pickRange(host, ({ address }) => picked.push(address));
    await until(() => picked.length === 1);
    await desk.select('C3:D9');
    await until(() => picked.length === 2);
    await desk.type({ F1: 1 });
    await desk.select('E1');
    await until(() => picked.length === 3);
    stop();
    expect(picked.slice(1)).toEqual(['C3:D9', 'E1']);
  });

  test('lists what the functions complained of, and tells when there is more', async () => {
    expect(host.complaints()).toEqual([]);
    let told = 0;
    host.onComplaint(() => (told += 1));
    await host.activeCell();
    await desk.err();
    await until(() => told > 0);
    expect(host.complaints()).toEqual([
      expect.objectContaining({
        function: 'TAAS_MARGIN',
        code: '#VALUE!',
        sentence: expect.stringMatching(/^opex_rate is 5: /),
        at: expect.any(Date),
      }),
    ]);
  });

  test('a sheet that is not there is refused', async () => {
    await expect(host.read([{ sheet: 'No such', address: 'A1' }])).rejects.toThrow('No such');
    await expect(host.write({ place: { sheet: 'No such', address: 'A1' }, formulas: [[1]] })).rejects.toThrow();
  });
});
