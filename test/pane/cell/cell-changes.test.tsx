/** @jest-environment jsdom */
/** Making a cell native, and explaining it below, from the tab of the cell. */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CellChanges } from '../../../src/pane/cell/cell-changes';
import { cellView } from '../../../src/pane/cell/cell-view';
import { catalogue } from '../../functions/cell';
import { enter } from '../check-up/workbook';
import { openPart } from '../open';
import { openSheet, type Sheet } from '../sheet';

let sheet: Sheet;
beforeEach(() => {
  sheet = openSheet();
});

async function press(name: string, at = 'A1'): Promise<string> {
  sheet.select(at);
  const view = await cellView(sheet.host, catalogue);
  const { said, unmount } = openPart(sheet.host, () => <CellChanges view={view} />);
  await userEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(said).not.toEqual([]));
  unmount();
  return said.at(-1)!;
}
const typed = async (address: string, name = 'Sheet1') =>
  (await sheet.host.formulas({ sheet: name, address }))[0]!.formulas[0]![0];

test('native here: the formula of Excel’s own, and ours in a note', async () => {
  sheet.type({ B1: 1 });
  await enter(sheet, '=TAAS_RUN_RATE(B1)');
  expect(await press('Make native here')).toBe(
    'A1 is native; a note has its formula, and Back in Check-up puts it back.',
  );
  expect(await typed('A1')).toMatch(/^=LET\(revenue,B1,/);
  expect((await sheet.host.notes('Sheet1'))[0]!.text).toContain('=TAAS_RUN_RATE(B1)');
});

test('native in a copy, of the whole table that the cell is a part of', async () => {
  await enter(sheet, '=TAAS_PNL()');
  expect(await press('Make native in a copy', 'B3')).toBe('A1 of Sheet1 (2) is native.');
  expect(await typed('A1')).toBe('=TAAS_PNL()');
  expect(await typed('A1', 'Sheet1 (2)')).toBe('Line');
  expect(await typed('B3', 'Sheet1 (2)')).toMatch(/^=/);
});

test('what cannot be native is told', async () => {
  await enter(sheet, '=TAAS_FACT("AWS.EBIT_MARGIN.1Q26","KIND")');
  expect(await press('Make native here')).toMatch(/^A1 stays as it is: TAAS_FACT has no formula: a look-up/);
  expect(await sheet.host.notes('Sheet1')).toEqual([]);
});

test('the working is written below, and follows the cells of the formula', async () => {
  sheet.type({ F1: 1.5, F2: 0.5 });
  await enter(sheet, '=TAAS_RUN_RATE(F1,4,F2)');
  expect(await press('Explain below')).toBe('The working of TAAS_RUN_RATE is in A2:D6.');
  expect(await typed('A2')).toBe(
    '=TAAS_EXPLAIN("TAAS_RUN_RATE(,4)",CHOOSE({1,2;3,4},"revenue",F1,"monthly_subscriptions",F2))',
  );
});

test('below a table, under all of it; tiers as they are now', async () => {
  sheet.type({ F1: 0, G1: 0.3 });
  await enter(sheet, '=TAAS_PNL(,,,F1:G1)');
  expect(await press('Explain below')).toMatch(/^The working of TAAS_PNL is in A\d+:D\d+; tiers as now\.$/);
});

test('where a cell below is filled, nothing is written', async () => {
  await enter(sheet, '=TAAS_RUN_RATE(1)');
  sheet.type({ C4: 'mine' });
  expect(await press('Explain below')).toMatch(/^The working needs A2:D6, and not all of these cells are free/);
  expect(await typed('A2')).toBe('');
});

test('a look-up has no working', async () => {
  await enter(sheet, '=TAAS_FACT("AWS.EBIT_MARGIN.1Q26")');
  expect(await press('Explain below')).toBe('TAAS_FACT has no working to show: a look-up in the data book.');
});
