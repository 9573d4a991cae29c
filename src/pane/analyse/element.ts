/** `element('p', { class: 'note' }, 'text')`: text is only ever text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export const button = (text: string, attributes: Readonly<Record<string, string>>, click: () => void) => {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', click);
  return made;
};

export function choice(options: readonly string[], chosen: string, attributes: Readonly<Record<string, string>> = {}) {
  const made = element('select', attributes, ...options.map((name) => element('option', { value: name }, name)));
  made.value = chosen;
  return made;
}

/** A box to type in, with its name above it and its unit, if any, beside the name. */
export function labelled(name: string, box: HTMLElement, unit = ''): HTMLLabelElement {
  const hint = unit === '' ? [] : [element('span', { class: 'unit' }, unit)];
  return element('label', {}, element('span', { class: 'label' }, name, ...hint), box);
}

export const box = (value: string | number, attributes: Readonly<Record<string, string>> = {}): HTMLInputElement =>
  element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', value: String(value), ...attributes });
