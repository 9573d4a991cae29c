/** A button that opens a list of choices. The page's own popover closes it, and gives the keyboard back. */
import { followArrows } from '../../pane/arrow-keys';
import { made } from '../files/made';
import { drawing } from './drawings';
import type { Choice, Order } from './tools';

let count = 0;

export function menuButton(
  name: string,
  shows: string,
  choices: readonly Choice[],
  does: (order: Order) => void,
): { readonly button: HTMLButtonElement; readonly menu: HTMLElement; readonly items: readonly HTMLElement[] } {
  const id = `tool-menu-${++count}`;
  const items = choices.map(({ name: title, colour, order, isChosen }) => {
    const role = isChosen ? 'menuitemradio' : 'menuitem';
    const item = made('div', { role, tabindex: '-1', ...(isChosen && { 'aria-checked': 'false' }) }, title);
    if (colour !== undefined) {
      const patch = made('span', { class: 'patch', 'aria-hidden': 'true' });
      patch.style.backgroundColor = colour;
      item.prepend(patch);
    }
    item.addEventListener('click', () => {
      menu.hidePopover();
      does(order);
    });
    return item;
  });
  const menu = made('div', { id, role: 'menu', popover: 'auto', class: 'tool-menu', 'aria-label': name }, ...items);
  const enter = (): void => (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  const button = made('button', { type: 'button', title: name, 'aria-label': `${shows}: ${name}` }, shows);
  if (name.toLowerCase().includes(shows.toLowerCase())) button.setAttribute('aria-label', name);
  button.append(drawing('down'));
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.popoverTargetElement = menu;
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (!menu.matches(':popover-open')) menu.showPopover();
    enter();
  });
  menu.addEventListener('beforetoggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    const { left, bottom } = button.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - 268))}px`;
    menu.style.top = `${bottom + 2}px`;
    menu.style.maxHeight = `${innerHeight - bottom - 12}px`;
  });
  menu.addEventListener('toggle', ({ newState }) => {
    if (newState === 'open' && !menu.contains(document.activeElement)) enter();
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      (event.target as HTMLElement).click();
    } else if (event.key === 'Tab') menu.hidePopover();
    else followArrows(event, items, ['ArrowUp', 'ArrowDown']);
  });
  return { button, menu, items };
}
