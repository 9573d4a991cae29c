import { bad, shown } from '../read';
import type { Kind, KindInHelp, Alike } from '../kind';

/** TRUE or FALSE. */
export interface FlagParameter {
  readonly kind: 'flag';
  readonly about: string;
  readonly default: boolean;
}

export const flag = (about: string, fallback: boolean) => ({ kind: 'flag', about, default: fallback }) as const;

/** The last parameter of every table function. */
export const headers = flag('TRUE for a header row and a label column, FALSE for the numbers alone.', true);

const expected = 'TRUE or FALSE';

type FlagTypes = Alike<FlagParameter, boolean>;

export const FLAG: Kind<FlagTypes> = {
  shape: 'cell',
  parse(name, _, given) {
    if (typeof given === 'boolean') return given;
    if (given === 1 || given === 0) return given === 1;
    if (typeof given === 'string' && /^(true|false)$/i.test(given.trim())) return /^true$/i.test(given.trim());
    throw bad(name, `is ${shown(given)}`, expected);
  },
  expected: () => expected,
};

export const FLAG_IN_HELP: KindInHelp<FlagTypes> = {
  noun: expected,
  typescript: () => 'boolean',
  mistakes: () => [['flag', 'maybe']],
  sample: () => ({ oneOf: [false, true] }),
};
