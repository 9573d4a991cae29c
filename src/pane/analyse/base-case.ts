import type { Scalar } from '../../catalogue/parameters';
import { UNITS } from '../../catalogue/units';
import { element } from '../element';
import { box, choice, labelled } from './fields';
import { givenOf, type Analysed } from './subject';
import { typed } from './typed';

/** The inputs that are held, prefilled with the base case; what is changed goes into the formula. */
export interface BaseCase {
  readonly body: HTMLElement;
  /** names and values that differ from the defaults, or have none */
  pairs(): [string, Scalar][];
}

export function baseCase({ definition, knobs }: Analysed): BaseCase {
  const given = new Map(givenOf(definition));
  const fields: { name: string; start: string; node: HTMLElement; read: () => string; isGiven: boolean }[] = [];
  const add = (name: string, start: string, field: HTMLInputElement | HTMLSelectElement, unit = ''): void => {
    const read = (): string => field.value;
    fields.push({ name, start, node: labelled(name, field, unit), read, isGiven: given.has(name) });
  };
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    if (parameter.kind === 'choice') {
      add(name, parameter.default, choice(Object.keys(parameter.options), parameter.default));
      continue;
    }
    for (const { path, base, unit } of knobs.filter((knob) => knob.path === name || knob.path.startsWith(`${name}[`)))
      add(path, String(base), box(base), UNITS[unit].words.replace(/ \(.*/, ''));
    if (parameter.kind === 'count' && given.has(name)) add(name, String(given.get(name)), box(Number(given.get(name))));
  }
  return {
    body: element('div', { class: 'boxes' }, ...fields.map(({ node }) => node)),
    pairs: () =>
      fields.flatMap(({ name, start, read, isGiven }): [string, Scalar][] => {
        const value = read();
        return value === start && !isGiven ? [] : [[name, typed(value) ?? '']];
      }),
  };
}
