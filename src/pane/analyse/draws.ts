import { button, element } from '../element';
import { boxes, controlOf, type Boxes } from './fields';
import type { Filled } from './form';
import type { Draws } from './questions';

/** The uncertain inputs as they are drawn: a row for each, which can be left out again. */
export function drawRows({ start, choices, values, another }: Draws): {
  readonly body: HTMLElement;
  readonly filled: () => readonly Filled[];
} {
  const rows = element('div', { class: 'draws' });
  const filled = new Map<HTMLElement, () => Filled>();
  const all = (): Filled[] => [...filled.values()].map((row) => row());

  function add(input: string): void {
    const [path, distribution] = choices(input).map((field) => controlOf(field, { 'aria-label': field.label }));
    const head = element('div', { class: 'draw-head' }, path!, distribution!);
    const row = element('div', { class: 'draw', role: 'group', 'aria-label': 'Uncertain input' }, head);
    let its: Boxes | undefined;
    const showValues = (): void => {
      its?.body.remove();
      its = boxes(values(path!.value, distribution!.value), 'values');
      row.append(its.body);
    };
    const leave = { class: 'quiet', 'aria-label': `Leave ${input} certain`, title: 'Leave this input certain' };
    head.append(
      button('×', leave, () => {
        filled.delete(row);
        row.remove();
      }),
    );
    for (const control of [path!, distribution!]) control.addEventListener('change', showValues);
    showValues();
    filled.set(row, () => ({ path: path!.value, distribution: distribution!.value, ...its!.filled() }));
    rows.append(row);
  }

  start.forEach(add);
  const more = button('Add an input', { class: 'quiet' }, () => add(another(all().map(({ path }) => path!))));
  return { body: element('div', {}, rows, more), filled: all };
}
