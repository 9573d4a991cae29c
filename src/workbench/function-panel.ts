/** The functions of the add-in by family, searchable; a click puts an example of one into the selected cell. */
import { element } from './element';
import type { Grid } from './grid';
import { type FunctionMetadata, helpPage, type Metadata, parameterList } from './metadata';

function matches(its: FunctionMetadata, words: readonly string[]): boolean {
  const text = [its.name, its.family, its.description, ...its.parameters.map(({ name }) => name)]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word) || text.replaceAll('_', ' ').includes(word));
}

export function showFunctions(
  search: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  grid: Grid,
  { functions }: Metadata,
): void {
  const formulaOf = ({ name, example }: FunctionMetadata): string => example ?? `=${name}()`;

  function insert(its: FunctionMetadata): void {
    const cell = grid.selected();
    const where = grid.addressOf(cell);
    if (!grid.isEmpty(cell)) {
      status.textContent = `${where} is in use: select an empty cell first.`;
      return;
    }
    grid.write(cell, formulaOf(its));
    status.textContent = `${formulaOf(its)} is in ${where}.`;
    grid.focus();
  }

  function entry(its: FunctionMetadata): HTMLElement {
    const button = element(
      'button',
      { type: 'button', title: `Put ${formulaOf(its)} into the cell` },
      element('span', { class: 'name' }, its.name),
      element('span', { class: 'about' }, its.description ?? ''),
      element('span', { class: 'signature' }, parameterList(its) || 'no parameters'),
    );
    button.addEventListener('click', () => insert(its));
    const help = element('a', { class: 'help', href: helpPage(its.name), target: '_blank', rel: 'noopener' }, 'Help');
    help.setAttribute('aria-label', `Help on ${its.name}`);
    return element('li', {}, button, help);
  }

  function show(): void {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const inName = ({ name }: FunctionMetadata): boolean => words.every((word) => name.toLowerCase().includes(word));
    const matching = functions.filter((its) => matches(its, words));
    const found = [...matching.filter(inName), ...matching.filter((its) => !inName(its))];
    const families = [...new Set(found.map(({ family }) => family ?? ''))];
    list.replaceChildren(
      ...families.flatMap((family) => [
        ...(family === '' ? [] : [element('li', { class: 'family' }, family)]),
        ...found.filter((its) => (its.family ?? '') === family).map(entry),
      ]),
    );
    const few = words.length > 0 && found.length === 0;
    status.textContent = few ? 'No function has all these words.' : '';
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
