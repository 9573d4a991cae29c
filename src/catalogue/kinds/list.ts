import type { Num } from '../../formula/num';
import type { Assumption } from '../assumption';
import { line, numberAt, place } from '../read';
import type { Unit } from '../units';
import { allows, rangeInWords, refusalOutside, percentMistake, type Limits } from '../domain';
import type { Kind, KindInHelp } from '../kind';

/** A row or a column of numbers. */
export interface ListParameter extends Limits {
  readonly kind: 'list';
  readonly about: string;
  readonly unit: Unit;
  /** as many values as are worked on in a fraction of a second, and more than anyone has */
  readonly most: number;
  readonly default?: Assumption<readonly Num[]>;
  /** the default on the other basis, or why there is none */
  readonly otherwise?: Assumption<readonly Num[]> | string;
  readonly required?: true;
}

export const list = <const O extends Omit<ListParameter, 'kind' | 'about' | 'unit'>>(
  unit: Unit,
  about: string,
  options: O,
) => ({ kind: 'list', unit, about, ...options }) as const;

interface ListTypes {
  readonly parameter: ListParameter;
  readonly data: readonly number[];
  readonly seen: readonly Num[];
  readonly written: readonly number[];
}

export const LIST: Kind<ListTypes> = {
  shape: 'line',
  parse: (name, parameter, given) =>
    line(name, 'number', parameter.most, given).map((cell, i) => {
      const where = place(given, i);
      const x = numberAt(name, cell, where);
      if (allows(parameter, x)) return x;
      throw refusalOutside(name, `${where} is`, x, parameter, rangeInWords('numbers', parameter));
    }),
  expected: (parameter) => rangeInWords('one row or column of numbers', parameter),
  numbers: {
    bind: (name, xs, enter) => xs.map((x, i) => enter(`${name}[${i + 1}]`, x)),
    elements: (name, xs = []) => xs.map((x, i) => [`${name}[${i + 1}]`, x]),
    domain: (parameter) => parameter,
    expected: (parameter) => rangeInWords('a number', parameter),
  },
};

export const LIST_IN_HELP: KindInHelp<ListTypes> = {
  noun: 'numbers',
  typescript: () => 'Quantity | Line<Quantity>',
  mistakes: (parameter, xs = [1, 2]) => [
    ...percentMistake(parameter).map(([sort, x]) => [sort, [x, ...xs.slice(1)]] as const),
    ['text in a list', [...xs.slice(0, -1), 'n/a']],
  ],
  facts: ({ min: minimum, max: maximum }) => ({ minimum, maximum }),
  sample: (parameter) => ({ listOf: { number: parameter } }),
};
