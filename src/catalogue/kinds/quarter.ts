import type { Alike, Kind, KindInHelp } from '../kind';
import { quarterName, quarterNumber } from '../quarter';
import { bad, shown } from '../read';

/** A quarter of a calendar year; the formula sees it as 1Q26, however it was written. */
export interface QuarterParameter {
  readonly kind: 'quarter';
  readonly about: string;
  readonly default?: string;
  readonly required?: true;
}

export const quarter = <const O extends Omit<QuarterParameter, 'kind' | 'about'>>(about: string, options: O) =>
  ({ kind: 'quarter', about, ...options }) as const;

export const A_QUARTER = 'a quarter such as 1Q26 or Q1 2026';

type QuarterTypes = Alike<QuarterParameter, string>;

export const QUARTER: Kind<QuarterTypes> = {
  shape: 'cell',
  parse(name, _, given) {
    const number = typeof given === 'string' ? quarterNumber(given) : undefined;
    if (number === undefined) throw bad(name, `is ${shown(given)}`, A_QUARTER);
    return quarterName(number);
  },
  expected: () => A_QUARTER,
};

export const QUARTER_IN_HELP: KindInHelp<QuarterTypes> = {
  noun: 'quarter',
  typescript: () => 'string',
  mistakes: () => [['no quarter', '5Q26']],
  sample: () => ({ oneOf: ['3Q25', '1Q26', 'Q4 2026'] }),
};
