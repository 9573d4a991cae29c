/** Fluent's icons for jsdom: its 17 MB of pictures, which every suite would load anew and nobody there sees, are empty. */
const providers = require('@fluentui/react-icons/providers');
const utils = require('@fluentui/react-icons/utils');

const isIcon = (name) => typeof name === 'string' && /^[A-Z]\w*(?:Regular|Filled|Light)$/.test(name);

module.exports = new Proxy(
  { ...utils, ...providers },
  { get: (known, name) => (known[name] ??= isIcon(name) ? utils.createFluentIcon(name, '1em', []) : undefined) },
);
