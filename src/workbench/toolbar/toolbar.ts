/**
 * The tools above the grid, in place of the grid's own, which have no names and no keys. Clicked, they leave the keyboard
 * where it was; with the keyboard, Tab comes to them, arrows go along them and Escape goes back to the grid.
 */
import { CommandType, ICommandService, IUndoRedoService, type Univer } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { SetNumfmtCommand } from '@univerjs/preset-sheets-core';
import { followArrows } from '../../pane/arrow-keys';
import { made } from '../files/made';
import { drawing } from './drawings';
import { menuButton } from './menu';
import { type Order, type Standing, type Tool, TOOLS } from './tools';
import './toolbar.css';

type Shown = { readonly elements: readonly HTMLElement[]; readonly follow: (standing: Standing) => void };

export function toolbar(univer: Univer, book: FWorkbook, toGrid: () => void): HTMLElement {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  let standing: Standing = { style: {}, undos: 0, redos: 0 };

  function does(order: Order): void {
    if ('id' in order) void commands.executeCommand(order.id, order.params);
    else {
      const cells = (book.getActiveSheet().getSelection()?.getActiveRangeList() ?? []).flatMap((range) =>
        Array.from({ length: range.getHeight() * range.getWidth() }, (_, i) => ({
          row: range.getRow() + Math.floor(i / range.getWidth()),
          col: range.getColumn() + (i % range.getWidth()),
          pattern: order.format,
        })),
      );
      void commands.executeCommand(SetNumfmtCommand.id, { values: cells });
    }
  }

  function shown(tool: Tool): Shown {
    const { name, shows } = tool;
    if ('choices' in tool) {
      const { button, menu, items } = menuButton(name, shows, tool.choices, does);
      return {
        elements: [button, menu],
        follow: ({ style }) =>
          tool.choices.forEach(({ isChosen }, i) => {
            if (isChosen) items[i]!.setAttribute('aria-checked', String(isChosen(style)));
          }),
      };
    }
    const { order, released, isPressed, isOff, keys } = tool;
    const title = keys === undefined ? name : `${name} (${keys.replace('Control', 'Ctrl')})`;
    const button = made('button', { type: 'button', title, 'aria-label': name }, drawing(shows));
    if (keys !== undefined) button.setAttribute('aria-keyshortcuts', keys);
    button.addEventListener('click', () => {
      if (isOff?.(standing)) return;
      does(released && isPressed?.(standing.style) ? released : order);
    });
    return {
      elements: [button],
      follow(now) {
        if (isPressed) button.setAttribute('aria-pressed', String(isPressed(now.style)));
        if (isOff) button.setAttribute('aria-disabled', String(isOff(now)));
      },
    };
  }

  const all = TOOLS.map((group) => group.map(shown));
  const tools = made(
    'div',
    { class: 'tools' },
    ...all.map((group) => made('div', { class: 'tool-group' }, ...group.flatMap(({ elements }) => elements))),
  );
  const more = made('button', { type: 'button', class: 'tool-more', 'aria-expanded': 'false' }, 'More');
  const bar = made('div', { role: 'toolbar', 'aria-label': 'Undo and formats', class: 'toolbar' }, tools, more);
  const buttons = [...bar.querySelectorAll('button')];
  const reachable = (): HTMLElement[] => buttons.filter((each) => !each.hidden && !each.closest('.beyond'));

  /** In one row as far as there is room; the rest when it is asked for. */
  function fit(): void {
    const isOpen = more.getAttribute('aria-expanded') === 'true';
    const groups = [...tools.children] as HTMLElement[];
    const isBeyond = groups.map((group) => group.offsetTop > groups[0]!.offsetTop);
    more.hidden = !isBeyond.includes(true);
    groups.forEach((group, i) => group.classList.toggle('beyond', isBeyond[i]! && !isOpen));
    if (!reachable().some((each) => each.tabIndex === 0)) stop(reachable()[0]!);
  }
  new ResizeObserver(fit).observe(tools);
  more.addEventListener('click', () => {
    more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') !== 'true'));
    fit();
  });

  /** Tab stops at one of the tools: the first, then the one that was last used. */
  const stop = (at: HTMLElement): void => buttons.forEach((each) => (each.tabIndex = each === at ? 0 : -1));
  stop(buttons[0]!);
  bar.addEventListener('focusin', ({ target }) => {
    if (buttons.includes(target as HTMLButtonElement)) stop(target as HTMLElement);
  });
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('keydown', (event) => {
    // The grid listens to keys of the whole page.
    event.stopPropagation();
    followArrows(event, reachable(), ['ArrowLeft', 'ArrowRight']);
    if (event.key === 'Escape' && buttons.includes(event.target as HTMLButtonElement)) toGrid();
  });

  function follow(): void {
    const sheet = book.getActiveSheet().getSheet();
    const range = book.getActiveRange();
    const style = (range && sheet.getComposedCellStyle(range.getRow(), range.getColumn())) ?? {};
    standing = { ...standing, style };
    all.flat().forEach((each) => each.follow(standing));
  }
  let isDue = false;
  function followSoon(): void {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      follow();
    });
  }
  commands.onCommandExecuted(({ type }) => {
    if (type !== CommandType.COMMAND) followSoon();
  });
  injector.get(IUndoRedoService).undoRedoStatus$.subscribe(({ undos, redos }) => {
    standing = { ...standing, undos, redos };
    followSoon();
  });
  return bar;
}
