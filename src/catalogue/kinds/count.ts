import type { Num } from '../../formula/num';
import type { Assumption } from '../assumption';
import { asNumber } from '../read';
import type { Unit } from '../units';
import { allows, lowMistake, rangeInWords, percentMistake, refusalOf } from '../domain';
import type { Kind, KindInHelp, Alike } from '../kind';

/** A number that shapes the calculation (periods, bins): the formula sees a plain number. */
export interface CountParameter {
  readonly kind: 'count';
  readonly about: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /** what to do for more than the maximum */
  readonly beyond?: string;
  /** whole numbers only, unless false (a life in years may be 5.5) */
  readonly whole?: false;
  readonly default?: Assumption<Num>;
  readonly required?: true;
}

export const count = <const O extends Omit<CountParameter, 'kind' | 'about' | 'unit'>>(
  unit: Unit,
  about: string,
  options: O,
) => ({ kind: 'count', unit, about, ...options }) as const;

const expected = (parameter: CountParameter): string =>
  rangeInWords(parameter.whole === false ? 'a number' : 'a whole number', parameter);

type CountTypes = Alike<CountParameter, number>;

export const COUNT: Kind<CountTypes> = {
  shape: 'cell',
  parse(name, parameter, given) {
    const x = asNumber(given);
    if (x !== undefined && allows(parameter, x) && (parameter.whole === false || Number.isInteger(x))) return x;
    throw refusalOf(name, given, parameter, expected(parameter));
  },
  expected,
};

export const COUNT_IN_HELP: KindInHelp<CountTypes> = {
  noun: 'count',
  typescript: () => 'Quantity',
  mistakes: (parameter) => [
    ...percentMistake(parameter),
    ['text', 'lots'],
    ...lowMistake(parameter),
    ...(parameter.whole !== false && parameter.max >= 3 ? [['part', 2.5] as const] : []),
  ],
  facts: ({ min: minimum, max: maximum, whole }) => ({ minimum, maximum, whole: whole !== false }),
  sample: (parameter) => ({ number: parameter, shapes: true, whole: parameter.whole !== false }),
};
