import { constant, type Constant } from '../declaration';

const fixed = (name: string, label: string, unit: string, value: number, why = 'the unit itself'): Constant =>
  constant(name, label, unit, value, { least: value, most: value }, why, { standing: 'fact' });

/** Numbers that no formula may hold: what a unit is, and what counts as none. */
export const CONVENTIONS: readonly Constant[] = [
  fixed('QUARTERS', 'Quarters in a year', 'quarters', 4),
  { ...fixed('BP', 'Basis points in one', 'bp', 10_000), format: '#,##0' },
  { ...fixed('PP', 'Percentage points in one', 'pp', 100), format: '#,##0' },
  {
    ...fixed('THOUSAND', 'Millions in a billion; trillion tokens that cost $1bn at $1 a million', '', 1000),
    format: '#,##0',
  },
  {
    ...constant(
      'TOLERANCE',
      'A difference below this counts as none',
      'of what is compared',
      1e-9,
      { least: 0, most: 1e-6 },
      'our choice: sums of doubles differ in the sixteenth digit',
    ),
    format: '0E+00',
  },
];
