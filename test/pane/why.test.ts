/** Why?: the errors of late, newest first. */
import { latest } from '../../src/pane/latest';
import { whyLines } from '../../src/pane/why';
import { openSheet, type Sheet } from './sheet';

let sheet: Sheet;
beforeEach(() => (sheet = openSheet()));

test('where the host tells no cell, the function and its sentence', async () => {
  sheet.complain({ sentence: 'token_spend is "lots".' });
  sheet.complain({ sentence: 'opex_rate is 5.' });
  const lines = await whyLines(sheet.host);
  expect(lines.map(({ sentence }) => sentence)).toEqual(['opex_rate is 5.', 'token_spend is "lots".']);
  expect(lines[0]).toMatchObject({ function: 'TAAS_MARGIN', code: '#VALUE!', isOver: false });
  expect(lines[0]).not.toHaveProperty('where');
});

test('a cell is named as a formula of the sheet in view would name it', async () => {
  sheet.complain({ cell: { sheet: 'Sheet1', address: 'C27' } });
  sheet.complain({ cell: { sheet: 'Sheet2', address: 'B1' } });
  expect((await whyLines(sheet.host)).map(({ where }) => where)).toEqual(['Sheet2!B1', 'C27']);
});

test('what the cell no longer shows is over', async () => {
  sheet.complain({ cell: { sheet: 'Sheet1', address: 'A1' } });
  sheet.show('A1', { value: '#VALUE!' });
  expect((await whyLines(sheet.host))[0]!.isOver).toBe(false);
  sheet.show('A1', { value: 0.55 });
  expect((await whyLines(sheet.host))[0]!.isOver).toBe(true);
});

test('an error without a sentence was handed on', async () => {
  sheet.complain({ sentence: '' });
  expect((await whyLines(sheet.host))[0]!.sentence).toBe('An error was handed on.');
});

test('the latest are kept, each once, at most so many', () => {
  const log = latest<number>(3, (a, b) => a === b);
  for (const told of [1, 2, 3, 2, 4, 5]) log.add(told);
  expect(log.list()).toEqual([5, 4, 2]);
});
