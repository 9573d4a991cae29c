/** The selected cell, as the panel shows it. */
import type { CardLine } from '../pane/card';
import type { CellView } from '../pane/cell';
import { element } from '../pane/element';

function lineNode({ name, value }: CardLine): Node {
  const isLong = value.length > 28;
  return element('div', isLong ? { class: 'prose' } : {}, element('dt', {}, name), element('dd', {}, value));
}

function shownNodes(shows: CellView['shows']): Node[] {
  if ('empty' in shows)
    return [element('p', { class: 'hint' }, 'Empty. Type = and a function’s name, or pick one below.')];
  if ('error' in shows) {
    return [element('p', { class: 'error' }, element('strong', {}, shows.error), ' ', shows.sentence)];
  }
  return [
    element('p', { class: 'value' }, shows.value),
    ...(shows.about === '' ? [] : [element('p', { class: 'hint' }, shows.about)]),
    ...shows.card.map(({ title, isCollapsed, lines }) => {
      const list = element('dl', {}, ...lines.map(lineNode));
      if (title === '') return list;
      return element('details', isCollapsed ? {} : { open: '' }, element('summary', {}, title), list);
    }),
  ];
}

export const cellNodes = ({ address, spilledFrom, formula, shows }: CellView): Node[] => [
  element(
    'p',
    { class: 'where' },
    element('strong', {}, address),
    ...(spilledFrom === undefined ? [] : [element('span', { class: 'hint' }, `spilled from ${spilledFrom}`)]),
    element('code', {}, formula),
  ),
  ...shownNodes(shows),
];
