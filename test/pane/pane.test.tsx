/** @jest-environment jsdom */
/** The pane as a whole: its parts, and where each of them begins. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Pane } from '../../src/pane/pane';
import { catalogue } from '../functions/cell';
import { openPart } from './open';
import { openSheet } from './sheet';

test('the cell one stands on comes first, and each part is read from its beginning', async () => {
  const { host } = openSheet();
  openPart(host, () => <Pane host={host} catalogue={catalogue} url={(path) => path} />);
  expect(screen.getAllByRole('tab')[0]!.id).toBe('tab-cell');
  const panel = screen.getByRole('tabpanel');
  for (const [name, shows] of [
    ['Functions', 'Search the functions'],
    ['Data book', 'Figures of the articles and public series'],
  ] as const) {
    panel.scrollTop = 900;
    await userEvent.click(screen.getByRole('tab', { name: new RegExp(`^${name}`) }));
    expect(await screen.findByRole('searchbox', { name: shows })).toBeTruthy();
    expect(panel.scrollTop).toBe(0);
  }
});
