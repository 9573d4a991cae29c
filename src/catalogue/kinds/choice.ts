import { either } from '../problem';
import { bad, shown } from '../read';
import type { Kind, KindInHelp, Alike } from '../kind';

/** One of a few words, in any case. */
export interface ChoiceParameter<K extends string = string> {
  readonly kind: 'choice';
  readonly about: string;
  /** option → what it means */
  readonly options: Readonly<Record<K, string>>;
  readonly default: NoInfer<K>;
}

export const choice = <const K extends string>(
  about: string,
  options: Readonly<Record<K, string>>,
  fallback: NoInfer<K>,
) => ({ kind: 'choice', about, options, default: fallback }) as const satisfies ChoiceParameter<K>;

type ChoiceTypes = Alike<ChoiceParameter, string>;

export const CHOICE: Kind<ChoiceTypes> = {
  shape: 'cell',
  parse(name, parameter, given) {
    const word = typeof given === 'string' ? given.trim().toUpperCase() : '';
    if (Object.hasOwn(parameter.options, word)) return word;
    throw bad(name, `is ${shown(given)}`, CHOICE.expected(parameter));
  },
  expected: ({ options }) => either(Object.keys(options)),
};

export const CHOICE_IN_HELP: KindInHelp<ChoiceTypes> = {
  noun: 'option',
  typescript: ({ options }) =>
    Object.keys(options)
      .map((option) => `'${option}'`)
      .join(' | '),
  mistakes: ({ options }) => [['option', Object.keys(options)[0]!.slice(0, -1)]],
  facts: ({ options }) => ({ options }),
  brief: ({ options }) =>
    Object.entries(options)
      .map(([option, means]) => `"${option}" ${means}`)
      .join('; '),
  sample: ({ options }) => ({ oneOf: Object.keys(options) }),
};
