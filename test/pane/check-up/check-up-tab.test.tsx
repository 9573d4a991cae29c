/** @jest-environment jsdom */
/** The Check-up tab, as an analyst uses it. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CheckUpTab } from '../../../src/pane/check-up/check-up-tab';
import type { Host } from '../../../src/pane/host';
import { openPart } from '../open';
import { openSheet, type Sheet } from '../sheet';

let sheet: Sheet;
let said: readonly string[];
const user = userEvent.setup();
beforeEach(() => {
  sheet = openSheet();
});

function open(host: Host = sheet.host): void {
  ({ said } = openPart(host, () => <CheckUpTab />));
}
const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }));
const look = async (): Promise<void> => {
  await press('Look through the workbook');
  await waitFor(() => expect(said.at(-1)).toMatch(/function of ours/));
};
const typed = async (address: string, sheetName = 'Sheet1') =>
  (await sheet.host.formulas({ sheet: sheetName, address }))[0]!.formulas[0]![0];

test('why: the newest first, with its call; a press selects the cell', async () => {
  sheet.type({ B2: '=1+TAAS_MARGIN(,,,,,5)' });
  sheet.show('B2', { value: '#VALUE!', shown: '#VALUE!' });
  open();
  const cell = { sheet: 'Sheet1', address: 'B2' };
  sheet.complain({ function: 'TAAS_PNL', sentence: 'an older one.' });
  sheet.complain({ sentence: 'opex_rate is 5: expected a number from 0 to 1.', cell });
  const errors = await screen.findByRole('list', { name: 'Errors' });
  await waitFor(() => expect(within(errors).getAllByRole('listitem')).toHaveLength(2));
  const [newest] = within(errors).getAllByRole('listitem');
  expect(newest!.textContent).toMatch(/Sheet1!B2 #VALUE!opex_rate is 5.*TAAS_MARGIN\(,,,,,5\)/);
  await user.click(within(newest!).getByRole('button', { name: 'Sheet1!B2' }));
  expect(await sheet.host.selectedRange()).toEqual(cell);
});

test('10,000 errors: the first are listed, and it is told how many are not', async () => {
  for (let i = 0; i < 10_000; i++)
    sheet.complain({ sentence: `${i}`, cell: { sheet: 'Sheet1', address: `A${i + 1}` } });
  let read = 0;
  open({ ...sheet.host, read: (cells) => ((read += cells.length), sheet.host.read(cells)) });
  await screen.findByText(/The first 200 of 10,000; 9,800 are not listed/);
  const errors = screen.getByRole('list', { name: 'Errors' });
  expect([errors.childElementCount, read]).toEqual([200, 200]);
});

test('blanks and circles are told with their cells', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(B2)', A2: '=TAAS_MARGIN(B3)', B3: '=A2*2' });
  open();
  await look();
  expect((await screen.findByRole('list', { name: 'Blanks' })).textContent).toBe(
    'Sheet1!A1 TAAS_MARGIN: B2 is empty, so token_spend takes the base case, $2.000bn.',
  );
  expect(screen.getByRole('list', { name: 'Circular references' }).textContent).toBe(
    'Sheet1!A2 → Sheet1!B3 → Sheet1!A2',
  );
});

test('repair shows what would change, and then changes that', async () => {
  sheet.type({ A1: '=_xldudf_TAAS_MARGIN(B4)*2', A2: '=TAAS_MARGIN()' });
  sheet.show('A2', { value: '#NAME?', shown: '#NAME?' });
  const again: unknown[] = [];
  open({ ...sheet.host, recalculate: (cells) => Promise.resolve(void again.push(...cells)) });
  await look();
  expect((await screen.findByRole('list', { name: 'Damaged names' })).textContent).toContain('→ =TAAS_MARGIN(B4)*2');
  await press('Repair 2 cells');
  await waitFor(() => expect(said.at(-1)).toBe('1 cell repaired, 1 entered again.'));
  expect(await typed('A1')).toBe('=TAAS_MARGIN(B4)*2');
  expect(again).toEqual([{ sheet: 'Sheet1', address: 'A2' }]);
});

test('freeze asks first, and unfreeze brings the formula back', async () => {
  sheet.type({ A1: '=TAAS_RUN_RATE(1)' });
  sheet.show('A1', { value: 4, shown: '4' });
  open();
  await press('Recalculate, freeze, go native');
  await user.click(screen.getByRole('radio', { name: /where the formulas stand/ }));
  await press('Freeze…');
  await screen.findByText(/Put values in place of the formulas of 1 cell where they stand\?/);
  expect(await typed('A1')).toBe('=TAAS_RUN_RATE(1)');
  await press('Yes');
  await waitFor(() => expect(said.at(-1)).toMatch(/^1 cell frozen/));
  expect(await typed('A1')).toBe(4);
  await press('Unfreeze…');
  await press('Yes');
  await waitFor(() => expect(said.at(-1)).toBe('1 cell as before.'));
  expect(await typed('A1')).toBe('=TAAS_RUN_RATE(1)');
});

test('go native in a copy leaves the sheet; what cannot be native is listed with the reason', async () => {
  sheet.type({ A1: '=TAAS_RUN_RATE(B1)', A2: '=TAAS_FACT("AWS.EBIT_MARGIN.1Q26","KIND")', B1: 1 });
  sheet.show('A1', { value: 4, shown: '4' });
  sheet.show('A2', { value: 'fact', shown: 'fact' });
  open();
  await press('Recalculate, freeze, go native');
  await press('Go native…');
  await press('Yes');
  await waitFor(() =>
    expect(said.at(-1)).toBe('1 cell made native in Sheet1 (2). 1 cell left, listed with the reason.'),
  );
  expect(screen.getByRole('list', { name: 'Left as they are' }).textContent).toContain('a look-up in the data book');
  expect(await typed('A1')).toBe('=TAAS_RUN_RATE(B1)');
  expect(await typed('A1', 'Sheet1 (2)')).toContain('=LET(revenue,B1,');
});

test('long work is told and can be stopped', async () => {
  let isCancelled: (() => boolean) | undefined;
  sheet.type({ A1: '=TAAS_RUN_RATE(1)' });
  open({
    ...sheet.host,
    recalculate: async (_, progress) => {
      progress!.done(0.5);
      isCancelled = progress!.isCancelled;
      while (!progress!.isCancelled()) await new Promise((later) => setTimeout(later, 5));
    },
  });
  await press('Recalculate, freeze, go native');
  await press('Recalculate ours');
  expect(await screen.findByRole('progressbar', { name: 'Calculating our formulas again' })).toBeTruthy();
  await press('Cancel');
  await waitFor(() => expect(said.at(-1)).toMatch(/^Stopped before/));
  expect(isCancelled!()).toBe(true);
});

test('a host that refuses is told in its words', async () => {
  open({ ...sheet.host, formulas: () => Promise.reject(new Error('Sheet1 is protected.')) });
  await press('Look through the workbook');
  await waitFor(() => expect(said.at(-1)).toBe('Sheet1 is protected.'));
});

test('settings are off, and kept where the host heeds them', async () => {
  const { settings } = sheet.host;
  open({ ...sheet.host, settings: { ...settings, known: ['plainNumbers'] } });
  await press('Settings of this workbook');
  const plain = await screen.findByRole('switch', { name: 'Plain numbers' });
  expect((plain as HTMLInputElement).checked).toBe(false);
  expect(screen.queryByRole('switch', { name: 'Load on open' })).toBeNull();
  await user.click(plain);
  await waitFor(() => expect(settings.get('plainNumbers')).toBe(true));
});

test('diagnostics are text to copy, and tell what did not come', async () => {
  open();
  await press('Diagnostics');
  await press('Diagnose');
  const text = await screen.findByRole('textbox', { name: 'Diagnostics' });
  expect((text as HTMLTextAreaElement).value).toMatch(/TaaS for Excel: [\s\S]*Host: The sheet[\s\S]*functions\.json/);
});
