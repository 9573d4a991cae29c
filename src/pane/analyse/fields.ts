import { element } from '../element';

export const choice = (options: readonly string[], chosen: string, attributes: Readonly<Record<string, string>> = {}) =>
  element(
    'select',
    attributes,
    ...options.map((name) => element('option', { value: name, ...(name === chosen && { selected: '' }) }, name)),
  );

/** A box to type in, with its name above it and its unit, if any, beside the name. */
export function labelled(name: string, box: HTMLElement, unit = ''): HTMLLabelElement {
  const hint = unit === '' ? [] : [element('span', { class: 'unit' }, unit)];
  return element('label', {}, element('span', { class: 'label' }, name, ...hint), box);
}

export const box = (value: string | number, attributes: Readonly<Record<string, string>> = {}): HTMLInputElement =>
  element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', value: String(value), ...attributes });
