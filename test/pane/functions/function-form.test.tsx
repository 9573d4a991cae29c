/** @jest-environment jsdom */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FunctionForm } from '../../../src/pane/functions/function-form';
import { catalogue } from '../../functions/cell';
import { openPart } from '../open';
import { openSheet, type Sheet } from '../sheet';

function open({ host }: Sheet, name: string, { edit, start }: { edit?: string; start?: string } = {}): string[] {
  const props = {
    ...(edit !== undefined && { edit: { sheet: 'Sheet1', address: edit } }),
    ...(start !== undefined && { start }),
  };
  return openPart(host, () => <FunctionForm definition={catalogue.find(name)} {...props} />).said;
}
const held = async ({ host }: Sheet, address: string) =>
  (await host.formulas({ sheet: 'Sheet1', address }))[0]!.formulas[0]![0];
const field = (name: string): HTMLElement =>
  screen.getByLabelText(new RegExp(`^${name}\\b`), { selector: 'input, select' });

test('filled, answered while one types, and inserted', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  sheet.select('B4');
  const said = open(sheet, 'TAAS_MARGIN');
  await user.type(field('token_spend'), '1');
  await screen.findAllByText('40.0%');
  await user.click(screen.getByRole('button', { name: 'Insert into B4' }));
  await waitFor(async () => expect(await held(sheet, 'B4')).toBe('=TAAS_MARGIN(1)'));
  expect(said.at(-1)).toBe('=TAAS_MARGIN(1) is in B4.');
});

test('a filled cell is refused, and replaced when told so', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  sheet.type({ B4: 7 });
  sheet.select('B4');
  open(sheet, 'TAAS_MARGIN');
  await user.click(await screen.findByRole('button', { name: 'Insert into B4' }));
  await screen.findByText('B4 holds 7: nothing was written.');
  expect(await held(sheet, 'B4')).toBe(7);
  await user.click(screen.getByRole('button', { name: 'Replace what stands in B4' }));
  await waitFor(async () => expect(await held(sheet, 'B4')).toBe('=TAAS_MARGIN()'));
});

test('a call within other functions is edited; a cell that has changed meanwhile is left alone', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  sheet.type({ B4: '=ROUND(TAAS_MARGIN( spend ,,,A5#),2)' });
  const said = open(sheet, 'TAAS_MARGIN', { edit: 'B4' });
  await user.type(await screen.findByLabelText(/^fixed_fee/, { selector: 'input' }), '0.9');
  await user.click(screen.getByRole('button', { name: 'Change B4' }));
  await waitFor(async () => expect(await held(sheet, 'B4')).toBe('=ROUND(TAAS_MARGIN( spend ,0.9,,A5#),2)'));
  await waitFor(() => expect((field('fixed_fee') as HTMLInputElement).value).toBe('0.9'));
  sheet.type({ B4: 3 });
  await user.type(field('fixed_fee'), '5');
  await user.click(screen.getByRole('button', { name: 'Change B4' }));
  await waitFor(() => expect(said.at(-1)).toBe('B4 has changed and now holds 3: nothing was written.'));
  expect(await held(sheet, 'B4')).toBe(3);
});

test('four tiers of one’s own are typed row by row', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  open(sheet, 'TAAS_MARGIN');
  await user.click(screen.getByRole('button', { name: 'Type rows of tiers' }));
  while (screen.queryByLabelText('tiers, row 4, rate') === null)
    await user.click(screen.getByRole('button', { name: 'Add a row to tiers' }));
  for (const [i, [from, rate]] of [
    ['0', '20%'],
    ['1', '25%'],
    ['2', '30%'],
    ['3', '35%'],
  ].entries()) {
    for (const [column, text] of [
      ['from', from!],
      ['rate', rate!],
    ] as const) {
      const cell = screen.getByLabelText(`tiers, row ${i + 1}, ${column}`);
      await user.tripleClick(cell);
      await user.paste(text);
    }
  }
  await screen.findByText('=TAAS_MARGIN(,,,{0,0.2;1,0.25;2,0.3;3,0.35})');
});

test('options are chosen from a list, and what is wrong is said beside its field', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  const said = open(sheet, 'TAAS_MARGIN');
  await user.selectOptions(field('mode'), 'WHOLE');
  await screen.findByText('=TAAS_MARGIN(,,,,,,"WHOLE")');
  await user.type(field('token_spend'), '0,825');
  expect((await screen.findAllByText(/^token_spend is "0,825": expected a number/)).length).toBe(2);
  await user.click(screen.getByRole('button', { name: 'Insert into A1' }));
  await waitFor(() => expect(said.at(-1)).toMatch(/^Nothing was written\. token_spend is "0,825"/));
  expect(await held(sheet, 'A1')).toBe('');
});

test('a picked range goes into the field, and the formula into the cell one came from', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  sheet.type({ D1: 1 });
  sheet.select('B4');
  open(sheet, 'TAAS_MARGIN');
  await screen.findByRole('button', { name: 'Insert into B4' });
  sheet.select('D1');
  await screen.findByRole('button', { name: 'Insert into D1' });
  await user.click(screen.getByRole('button', { name: 'Pick the selected cells for token_spend' }));
  await user.click(await screen.findByRole('button', { name: 'Insert into B4' }));
  await waitFor(async () => expect(await held(sheet, 'B4')).toBe('=TAAS_MARGIN(D1)'));
});

test('an option may come from a cell, and the list is there again when that is cleared', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  open(sheet, 'TAAS_MARGIN', { start: '=TAAS_MARGIN(1,,,,,,"WHOLE")' });
  expect((field('mode') as HTMLSelectElement).value).toBe('WHOLE');
  await user.selectOptions(field('mode'), 'A cell or a formula');
  await user.clear(field('mode'));
  await user.keyboard('C7');
  await screen.findByText('=TAAS_MARGIN(1,,,,,,C7)');
  await screen.findByText('C7 is blank: mode takes the base case, MARGINAL.');
  await user.clear(field('mode'));
  await user.tab();
  expect(field('mode').tagName).toBe('SELECT');
  await screen.findByText('=TAAS_MARGIN(1)');
});

test('a spill in the way is said before anything is written, and by the keyboard alone one inserts', async () => {
  const [sheet, user] = [openSheet(), userEvent.setup()];
  sheet.type({ B3: 'mine' });
  sheet.select('A1');
  open(sheet, 'TAAS_PNL');
  await screen.findByText(/^The table needs A1:B\d+, and B3 is in use: it would show #SPILL!\.$/);
  sheet.select('D1');
  await screen.findByRole('button', { name: 'Insert into D1' });
  field('token_spend').focus();
  await user.keyboard('3{Enter}');
  await waitFor(async () => expect(await held(sheet, 'D1')).toBe('=TAAS_PNL(3)'));
});
