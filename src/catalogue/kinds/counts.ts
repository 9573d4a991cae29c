import type { Num } from '../../formula/num';
import type { Assumption } from '../assumption';
import { allows, lowMistake, rangeInWords, refusalOutside } from '../domain';
import type { Alike, Kind, KindInHelp } from '../kind';
import { line, numberAt, place } from '../read';
import type { Unit } from '../units';
import { COUNT } from './count';

/** One number for all of something, or one for each; it shapes the calculation, as a life does. */
export interface CountsParameter {
  readonly kind: 'counts';
  readonly about: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /** as many values as are worked on in a fraction of a second, and more than anyone has */
  readonly most: number;
  /** part numbers too: a life in years may be 5.5 */
  readonly whole: false;
  readonly default?: Assumption<Num>;
  readonly required?: true;
}

export const counts = <const O extends Omit<CountsParameter, 'kind' | 'about' | 'unit' | 'whole'>>(
  unit: Unit,
  about: string,
  options: O,
) => ({ kind: 'counts', unit, about, whole: false, ...options }) as const;

type CountsTypes = Alike<CountsParameter, number | readonly number[]>;

export const COUNTS: Kind<CountsTypes> = {
  shape: 'line',
  parse(name, parameter, given) {
    const cells: unknown[] = [given].flat(2);
    if (cells.length === 1) return COUNT.parse(name, { ...parameter, kind: 'count' }, given);
    return line(name, 'number', parameter.most, given).map((cell, i) => {
      const where = place(given, i);
      const x = numberAt(name, cell, where);
      if (allows(parameter, x)) return x;
      throw refusalOutside(name, `${where} is`, x, parameter, rangeInWords('numbers', parameter));
    });
  },
  expected: (parameter) => `${rangeInWords('a number', parameter)}, or a row or column of them`,
};

export const COUNTS_IN_HELP: KindInHelp<CountsTypes> = {
  noun: 'counts',
  typescript: () => 'Quantity | Line<Quantity>',
  mistakes: (parameter) => [['text', 'lots'], ...lowMistake(parameter)],
  facts: ({ min: minimum, max: maximum }) => ({ minimum, maximum }),
  sample: (parameter) => ({ listOf: { number: parameter } }),
};
