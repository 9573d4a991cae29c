import { invisibleIn } from '../invisible';
import { bad, shown } from '../read';
import type { Kind, KindInHelp, Alike } from '../kind';

/** A text that the function itself knows how to read. */
export interface TextParameter {
  readonly kind: 'text';
  readonly about: string;
  readonly default?: string;
  readonly required?: true;
}

export const text = <const O extends Omit<TextParameter, 'kind' | 'about'>>(about: string, options: O) =>
  ({ kind: 'text', about, ...options }) as const;

const expected = 'a text';

type TextTypes = Alike<TextParameter, string>;

export const TEXT: Kind<TextTypes> = {
  shape: 'cell',
  parse(name, _, given) {
    if (typeof given === 'string' && !invisibleIn(given)) return given.trim();
    if (typeof given === 'number' && Number.isFinite(given)) return String(given);
    throw bad(name, `is ${shown(given)}`, expected);
  },
  expected: () => expected,
};

export const TEXT_IN_HELP: KindInHelp<TextTypes> = {
  noun: 'text',
  typescript: () => 'string',
  mistakes: (_, text) => (text === undefined ? [] : [['name', text.slice(0, -2) + text.slice(-1)]]),
  brief: ({ about }) => about,
};
