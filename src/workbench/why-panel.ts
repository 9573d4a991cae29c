/** Why?: the latest errors with their sentences, newest first; a click goes to the cell. */
import type { Answers, LoggedError } from './answers';
import { element } from './element';
import type { Grid } from './grid';

export function showErrors(list: HTMLElement, none: HTMLElement, grid: Grid, answers: Answers): void {
  function entry(logged: LoggedError): HTMLElement {
    const { cell, functionName, error } = logged;
    const isOver = grid.valueOf(cell) !== error.code;
    const button = element(
      'button',
      { type: 'button', ...(isOver ? { class: 'over' } : {}) },
      element(
        'span',
        { class: 'where' },
        element('strong', {}, grid.addressOf(cell)),
        ` ${functionName} `,
        element('span', { class: 'code' }, isOver ? 'no longer shown' : error.code),
      ),
      element('span', { class: 'sentence' }, error.sentence || 'An error was handed on.'),
    );
    button.addEventListener('click', () => {
      grid.select(cell);
      grid.focus();
    });
    return element('li', {}, button);
  }

  let before = '';
  grid.onChange(() => {
    const errors = answers.errors();
    const now = JSON.stringify(errors.map((logged) => [logged, grid.valueOf(logged.cell)]));
    if (now === before) return;
    before = now;
    list.replaceChildren(...errors.map(entry));
    none.hidden = errors.length > 0;
  });
}
