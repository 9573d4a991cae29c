/** The selected cell: its formula and value; why, if it shows an error; else the answer's card. */
import type { Answer, Answers } from './answers';
import { type Card, type CardLine, cardOf, numberOf } from './card';
import { element } from './element';
import { errorSentence, isError } from './error-sentence';
import type { Grid } from './grid';
import type { Metadata } from './metadata';

function lineNode({ name, value }: CardLine): Node {
  const isLong = value.length > 28;
  return element('div', isLong ? { class: 'prose' } : {}, element('dt', {}, name), element('dd', {}, value));
}

/** The card without the line that only repeats what the function answers. */
function cardNodes(card: Card, about: string): Node[] {
  return card.flatMap(({ title, isCollapsed, lines }): Node[] => {
    const shown = lines.filter(({ value }) => value !== about);
    if (shown.length === 0) return [];
    const list = element('dl', {}, ...shown.map(lineNode));
    if (title === '') return [list];
    const open = isCollapsed ? {} : { open: '' };
    return [element('details', open, element('summary', {}, title), list)];
  });
}

function answerShown(answers: readonly Answer[], formula: string, value: unknown): Answer | undefined {
  const last = answers.at(-1);
  const isHere = last && formula.toUpperCase().includes(last.functionName);
  return isHere && numberOf(last.value) === value ? last : undefined;
}

export function showSelectedCell(body: HTMLElement, grid: Grid, answers: Answers, metadata: Metadata): void {
  let before = '';

  grid.onChange(() => {
    const cell = grid.selected();
    const source = grid.spilledFrom(cell);
    const formula = grid.formulaOf(source ?? cell);
    const value = grid.valueOf(cell);
    const shown = grid.shownIn(cell);
    const here = answers.at(cell);
    const now = JSON.stringify([cell, formula, value, shown, here]);
    if (now === before) return;
    before = now;

    const head = element(
      'p',
      { class: 'where' },
      element('strong', {}, grid.addressOf(cell)),
      ...(source ? [element('span', { class: 'hint' }, `spilled from ${grid.addressOf(source)}`)] : []),
      element('code', {}, formula),
    );
    if (isError(value)) {
      const sentence = errorSentence(value, formula, cell, answers, metadata);
      body.replaceChildren(head, element('p', { class: 'error' }, element('strong', {}, value), ' ', sentence));
      return;
    }
    if (grid.isEmpty(cell)) {
      const hint = 'Empty. Type = and a function’s name, or pick one below.';
      body.replaceChildren(head, element('p', { class: 'hint' }, hint));
      return;
    }
    const answer = answerShown(here, formula, value);
    const its = metadata.functions.find(({ name }) => name === answer?.functionName);
    const about = its?.description ?? '';
    body.replaceChildren(
      head,
      element('p', { class: 'value' }, shown),
      ...(about === '' ? [] : [element('p', { class: 'hint' }, about)]),
      ...cardNodes(cardOf(answer?.value), about),
    );
  });
}
