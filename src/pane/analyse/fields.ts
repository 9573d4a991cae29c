import { element } from '../element';
import type { Field, Filled } from './form';

export function controlOf(
  { start, options, placeholder, isCount }: Field,
  attributes: Readonly<Record<string, string>> = {},
): HTMLInputElement | HTMLSelectElement {
  if (options) {
    const option = (name: string) => element('option', { value: name, ...(name === start && { selected: '' }) }, name);
    return element('select', attributes, ...options.map(option));
  }
  return element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    value: start,
    ...(placeholder !== undefined && { placeholder }),
    ...(isCount && { inputmode: 'numeric' }),
    ...attributes,
  });
}

/** A control with its name above it and its unit, if any, beside the name. */
export function labelled(name: string, control: HTMLElement, unit = ''): HTMLLabelElement {
  const hint = unit === '' ? [] : [element('span', { class: 'unit' }, unit)];
  return element('label', {}, element('span', { class: 'label' }, name, ...hint), control);
}

/** Boxes as they are drawn, and what stands in them by now. */
export interface Boxes {
  readonly body: HTMLElement;
  readonly filled: () => Filled;
  readonly fill: (values: Filled) => void;
}

export function boxes(fields: readonly Field[], className = 'boxes'): Boxes {
  const controls = new Map(fields.map((field) => [field.name, controlOf(field)]));
  const fill = (values: Filled): void => {
    for (const [name, text] of Object.entries(values)) controls.get(name)!.value = text;
  };
  for (const { name, sets } of fields) {
    const control = controls.get(name)!;
    if (sets) control.addEventListener('change', () => fill(sets(control.value)));
  }
  const nodes = fields.map(({ name, label, unit }) => labelled(label, controls.get(name)!, unit));
  return {
    body: element('div', { class: className }, ...nodes),
    filled: () => Object.fromEntries([...controls].map(([name, { value }]) => [name, value])),
    fill,
  };
}
