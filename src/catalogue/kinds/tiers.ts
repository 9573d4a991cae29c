import type { Tier } from '../../economics/deal';
import type { Assumption } from '../assumption';
import { asNumber, atMost, bad, cellsOf, numberAt, scalarIn, shown } from '../read';
import { brief, spoken } from '../units';
import { allows, perCent } from '../domain';
import type { Kind, KindInHelp } from '../kind';
import { NUMBER, share } from './number';

/** Two columns: threshold from, rate. */
export interface TiersParameter {
  readonly kind: 'tiers';
  readonly about: string;
  readonly most: number;
  readonly default: Assumption<readonly Tier[]>;
}

export const tiers = (about: string, fallback: Assumption<readonly Tier[]>) =>
  ({ kind: 'tiers', about, most: 100, default: fallback }) as const;

// A threshold is not a share: it is in the unit of what the tiers are about.
const FIRST = { unit: 'plain', min: 0, max: 0 } as const;
const RATE = { unit: 'share', min: 0, max: 1 } as const;
const A_RATE = 'a rate from 0 to 1';
const ASCENDING = 'thresholds that ascend';
const ONE_FOR_ALL = share('one rate for all', {});
const TWO_COLUMNS = 'one rate for all, or two columns, threshold and rate';

interface TiersTypes {
  readonly parameter: TiersParameter;
  readonly data: readonly (readonly number[])[];
  readonly seen: readonly Tier[];
  readonly written: readonly (readonly [from: number, rate: number])[];
}

export const TIERS: Kind<TiersTypes> = {
  shape: 'table',
  parse(name, { most }, given) {
    const rows = atMost(name, most, 'rows', cellsOf(given));
    const [only] = rows[0]!;
    if (rows.length * rows[0]!.length === 1 && asNumber(only) !== undefined)
      return [[0, NUMBER.parse(name, ONE_FOR_ALL, only)]];
    if (rows.some((row) => row.length !== 2)) throw bad(name, `is ${shown(given)}`, TWO_COLUMNS);
    const table = rows.map((row, i) =>
      row.map((cell, j) => {
        const where = `row ${i + 1}, column ${j + 1}`;
        const scalar = scalarIn(name, cell, where);
        if (scalar === null) throw bad(name, `has a blank in ${where}`, 'a number in every cell');
        return numberAt(name, scalar, where);
      }),
    );
    table.forEach(([from, rate], i) => {
      const row = `row ${i + 1}`;
      const before = table[i - 1]?.[0];
      if (before === undefined && !allows(FIRST, from!))
        throw bad(name, `starts at ${shown(from)} in ${row}`, 'the first threshold to be 0');
      if (before !== undefined && !(from! > before))
        throw bad(name, `has threshold ${shown(from)} in ${row} after ${shown(before)}`, ASCENDING);
      if (!allows(RATE, rate!)) {
        const hint = rate! > 0 && rate! <= 100 ? perCent(rate!) : '';
        throw bad(name, `has rate ${shown(rate)} in ${row}`, `${A_RATE}${hint}`);
      }
    });
    return table;
  },
  expected: () => `${TWO_COLUMNS}, the first threshold 0 and each one above the last`,
  /** `25% of the spend up to $0.5bn, 35% from there to $1.5bn, 40% above`. */
  print: (table) =>
    table
      .map(([, rate], i) => {
        const next = table[i + 1]?.[0];
        const part = `${spoken(rate!, 'share')}${i === 0 ? ' of the spend' : ''}`;
        if (next === undefined) return i === 0 ? part : `${part} above`;
        return `${part} ${i === 0 ? 'up' : 'from there'} to $${brief(next)}bn`;
      })
      .join(', '),
  numbers: {
    columns: ['from', 'rate'],
    bind: (name, table, enter) =>
      table.map((tier, i) => {
        const [from, rate] = 'from' in tier ? [tier.from, tier.rate] : [tier[0]!, tier[1]!];
        return { from: enter(`${name}[${i + 1}].from`, from), rate: enter(`${name}[${i + 1}].rate`, rate) };
      }),
    elements: (name, table = []) =>
      table.flatMap(([from, rate], i) => [
        [`${name}[${i + 1}].from`, from],
        [`${name}[${i + 1}].rate`, rate],
      ]),
    domain(_, { name, at, part }) {
      if (part === 'rate') return RATE;
      return at === 1
        ? FIRST
        : { unit: 'plain', min: 0, after: { path: `${name}[${at! - 1}].from`, expected: ASCENDING } };
    },
    expected(_, { at, part }) {
      if (part === 'rate') return A_RATE;
      return at === 1 ? '0, where the first tier starts' : 'a number of at least 0';
    },
  },
};

export const TIERS_IN_HELP: KindInHelp<TiersTypes> = {
  noun: '$bn a quarter and fraction',
  typescript: () => 'Quantity | readonly (readonly [from: Quantity, rate: Quantity])[]',
  mistakes: () => [
    ['percent in tiers', [[0, 25]]],
    ['first threshold', [[1, 0.25]]],
  ],
  sample: () => ({ steps: RATE }),
};
