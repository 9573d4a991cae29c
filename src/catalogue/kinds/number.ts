import type { Num } from '../../formula/num';
import type { Assumption } from '../assumption';
import { asNumber } from '../read';
import type { Unit } from '../units';
import { allows, lowMistake, rangeInWords, percentMistake, refusalOf, type Limits } from '../domain';
import type { Kind, KindInHelp } from '../kind';

/** One number of the arithmetic. */
export interface NumberParameter extends Limits {
  readonly kind: 'number';
  readonly about: string;
  readonly unit: Unit;
  readonly default?: Assumption<Num>;
  /** the default on the other basis, or why there is none */
  readonly otherwise?: Assumption<Num> | string;
  readonly required?: true;
}

type Options = Omit<NumberParameter, 'kind' | 'about' | 'unit'>;

/** Money; costs are entered positive. The unit says how much of it and for how long. */
export const money = <const O extends Options>(unit: Unit, about: string, options: O) =>
  ({ kind: 'number', unit, about, min: 0, max: 1e6, ...options }) as const;

/** A fraction of something: 0 to 1. */
export const share = <const O extends Options>(about: string, options: O) =>
  ({ kind: 'number', unit: 'share', about, min: 0, max: 1, ...options }) as const;

/** A fraction that may be negative or above 1: a margin, a growth rate. */
export const rate = <const O extends Options>(about: string, options: O) =>
  ({ kind: 'number', unit: 'rate', about, ...options }) as const;

export const number = <const O extends Options>(unit: Unit, about: string, options: O) =>
  ({ kind: 'number', unit, about, ...options }) as const;

export const years = <const O extends Options>(about: string, options: O) =>
  ({ kind: 'number', unit: 'years', about, above: 0, max: 100, ...options }) as const;

const expected = (parameter: NumberParameter): string => rangeInWords('a number', parameter);

interface NumberTypes {
  readonly parameter: NumberParameter;
  readonly data: number;
  readonly seen: Num;
  readonly written: number;
}

export const NUMBER: Kind<NumberTypes> = {
  shape: 'cell',
  parse(name, parameter, given) {
    const x = asNumber(given);
    if (x !== undefined && allows(parameter, x)) return x;
    throw refusalOf(name, given, parameter, expected(parameter));
  },
  expected,
  numbers: {
    bind: (name, x, enter) => enter(name, x),
    elements: (name, x) => [[name, x]],
    domain: (parameter) => parameter,
    expected,
  },
};

export const NUMBER_IN_HELP: KindInHelp<NumberTypes> = {
  noun: 'number',
  typescript: () => 'Quantity',
  mistakes: (parameter) => [...percentMistake(parameter), ['text', 'lots'], ...lowMistake(parameter)],
  facts: ({ min: minimum, max: maximum, above }) => ({ minimum, maximum, above }),
  sample: (parameter) => ({ number: parameter }),
};
