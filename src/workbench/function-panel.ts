/** The functions of the add-in by family, searchable; a click puts an example of one into the selected cell. */
import { button, element } from '../pane/element';
import { byFamily, found, foundSentence, type Listed } from '../pane/functions';
import { insert } from '../pane/insert';
import type { Grid } from './grid';
import { helpPage } from './metadata';

export function showFunctions(
  search: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  grid: Grid,
  functions: readonly Listed[],
): void {
  async function put({ example }: Listed): Promise<void> {
    const { done, said } = await insert(grid, example);
    status.textContent = said;
    if (done) grid.focus();
  }

  function entry(its: Listed): HTMLElement {
    const content = [
      element('span', { class: 'name' }, its.name),
      element('span', { class: 'about' }, its.answers),
      element('span', { class: 'signature' }, its.parameters || 'no parameters'),
    ];
    const help = { class: 'help', href: helpPage(its.name), target: '_blank', rel: 'noopener' };
    return element(
      'li',
      {},
      button(content, { title: `Put ${its.example} into the cell` }, () => void put(its)),
      element('a', { ...help, 'aria-label': `Help on ${its.name}` }, 'Help'),
    );
  }

  function show(): void {
    const matching = found(functions, search.value);
    list.replaceChildren(
      ...byFamily(matching).flatMap(({ title, functions: its }) => [
        ...(title === '' ? [] : [element('li', { class: 'family' }, title)]),
        ...its.map(entry),
      ]),
    );
    status.textContent = matching.length === 0 ? foundSentence(matching) : '';
  }

  function move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [search, ...list.querySelectorAll('button')];
    const at = stops.indexOf(document.activeElement as HTMLButtonElement);
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  search.oninput = show;
  search.onkeydown = move;
  list.onkeydown = move;
  show();
}
