/** Why?, as the panel lists it; a click goes to the cell. */
import { button, element } from '../pane/element';
import type { Host } from '../pane/host';
import type { WhyLine } from '../pane/why';

export const whyItems = (lines: readonly WhyLine[], host: Host): HTMLElement[] =>
  lines.map(({ function: name, code, sentence, cell, where = '', isOver }) => {
    const about = element(
      'span',
      { class: 'where' },
      element('strong', {}, where),
      ` ${name} `,
      element('span', { class: 'code' }, isOver ? 'no longer shown' : code),
    );
    const goTo = (): void => void (cell && host.select(cell));
    const told = element('span', { class: 'sentence' }, sentence);
    return element('li', {}, button([about, told], isOver ? { class: 'over' } : {}, goTo));
  });
