/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Where } from '../../../src/pane/context';
import { FunctionsTab } from '../../../src/pane/functions/functions-tab';
import { openPart } from '../open';
import { openSheet } from '../sheet';

type Start = Where & { tab: 'functions' };
const open = (start: Start = { tab: 'functions' }) =>
  openPart(openSheet().host, (where) => <FunctionsTab where={where as Start} />, start);

beforeEach(() => localStorage.clear());

test('the families are headings, and TAAS_MARGIN is first in its own', () => {
  open();
  expect(screen.getAllByRole('heading').map((each) => each.textContent)[0]).toBe('Deal economics');
  const first = within(screen.getByRole('region', { name: 'Deal economics' })).getAllByRole('button')[0]!;
  expect(first.textContent).toMatch(/^TAAS_MARGIN/);
});

test('a word narrows the list, Enter opens the first, and it is there again among the recent', async () => {
  const user = userEvent.setup();
  open();
  await user.type(screen.getByRole('searchbox', { name: 'Search the functions' }), 'goal seek');
  expect(screen.getAllByRole('button', { name: /^TAAS/ })[0]!.textContent).toMatch(/^TAAS_SOLVE/);
  await user.keyboard('{Enter}');
  expect(screen.getByRole('heading', { name: 'TAAS_SOLVE' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'All functions' }));
  expect(within(screen.getByRole('region', { name: 'Recent' })).getByRole('button').textContent).toMatch(/^TAAS_SOLVE/);
});

test('arrow down goes from the search box into what was found', async () => {
  const user = userEvent.setup();
  open();
  await user.type(screen.getByRole('searchbox', { name: 'Search the functions' }), 'monte carlo{ArrowDown}');
  expect(document.activeElement?.textContent).toMatch(/^TAAS_SIMULATE/);
});

test('what nobody calls so is said', async () => {
  const user = userEvent.setup();
  open();
  await user.type(screen.getByRole('searchbox', { name: 'Search the functions' }), 'qqqqqqq');
  expect(screen.getByRole('status').textContent).toMatch(/^Nothing is called so here/);
});

test('Edit opens the form on the function of the cell; a cell without one says so, and so does an unknown name', async () => {
  const { unmount } = open({ tab: 'functions', edit: { sheet: 'Sheet1', address: 'A1' } });
  expect(await screen.findByText('There is no function of ours in A1.')).toBeTruthy();
  unmount();
  open({ tab: 'functions', name: 'TAAS_MARGN' });
  expect(screen.getByText('There is no function TAAS_MARGN here.')).toBeTruthy();
});

test('where the browser keeps nothing, the list is there all the same', () => {
  const blocked = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('blocked');
  });
  open();
  expect(screen.getAllByRole('button', { name: /^TAAS/ }).length).toBeGreaterThan(60);
  blocked.mockRestore();
});
