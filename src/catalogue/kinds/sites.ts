import { grouped, atMost, asNumber, bad, cellsOf, scalarIn, shown } from '../read';
import { quarterName, quarterNumber } from '../quarter';
import type { Kind, KindInHelp } from '../kind';
import { A_QUARTER } from './quarter';

/** Sites that are built: a row a site. */
export interface SitesParameter {
  readonly kind: 'sites';
  readonly about: string;
  /** as many rows as are worked on in a fraction of a second, and more than anyone has */
  readonly most: number;
  readonly required?: true;
}

/** Quarters are running numbers; the end is the last quarter in service, -1 for none. */
export type SiteRow = readonly [
  name: string,
  company: string,
  first: number,
  mw: number,
  ramp: number,
  delay: number,
  end: number,
];

export const sites = <const O extends Omit<SitesParameter, 'kind' | 'about'>>(about: string, options: O) =>
  ({ kind: 'sites', about, ...options }) as const;

interface SitesTypes {
  readonly parameter: SitesParameter;
  readonly data: readonly SiteRow[];
  readonly seen: readonly SiteRow[];
  readonly written: readonly (readonly (string | number | null)[])[];
}

const COLUMNS = ['name', 'company', 'first quarter', 'MW', 'ramp quarters', 'delay quarters', 'end quarter'];
const expected = `a row a site: ${COLUMNS.join(', ')} (blank: none)`;
const MOST_MW = 1e6;
const MOST_QUARTERS = 400;

export const SITES: Kind<SitesTypes> = {
  shape: 'table',
  parse(name, { most }, given): readonly SiteRow[] {
    const rows = cellsOf(given);
    if (rows[0]!.length !== COLUMNS.length)
      throw bad(name, `has ${rows[0]!.length} columns`, `${COLUMNS.length}, ${expected}`);
    const cells = rows.map((row, i) => row.map((cell, j) => scalarIn(name, cell, `row ${i + 1}, column ${j + 1}`)));
    const [top] = cells;
    const isHeaded =
      typeof top![0] === 'string' &&
      [3, 4, 5].every((j) => typeof top![j] === 'string' && asNumber(top![j]) === undefined);
    const first = new Map<string, number>();
    const read = cells.flatMap((row, i): SiteRow[] => {
      if ((isHeaded && i === 0) || row.every((cell) => cell === null)) return [];
      const site = siteIn(name, row, i + 1);
      const same = site[0].toLowerCase();
      if (first.has(same))
        throw bad(name, `has ${site[0]} in row ${first.get(same)!} and again in row ${i + 1}`, 'two names');
      first.set(same, i + 1);
      return [site];
    });
    if (read.length === 0) throw bad(name, 'has no site', expected);
    return atMost(name, most, 'rows', read);
  },
  expected: () => expected,
};

function siteIn(name: string, row: readonly unknown[], at: number): SiteRow {
  const wrong = (j: number, wanted: string) =>
    bad(
      name,
      `${row[j] === null ? 'has a blank' : `has ${shown(row[j])}`} in row ${at}, column ${j + 1}, the ${COLUMNS[j]!}`,
      wanted,
    );
  const text = (j: number): string => {
    const cell = row[j];
    if (typeof cell === 'string' && /^total$/i.test(cell.trim()))
      throw wrong(j, 'another name than that of the last line');
    if (typeof cell !== 'string' && typeof cell !== 'number') throw wrong(j, 'a name');
    return String(cell).trim();
  };
  const quarter = (j: number): number => {
    const number = typeof row[j] === 'string' ? quarterNumber(row[j]) : undefined;
    if (number === undefined) throw wrong(j, A_QUARTER);
    return number;
  };
  const within = (j: number, low: number, high: number, whole: boolean): number => {
    const x = row[j] === null ? undefined : asNumber(row[j]);
    if (x === undefined || x < low || x > high || (whole && !Number.isInteger(x)))
      throw wrong(j, `a ${whole ? 'whole ' : ''}number from ${low} to ${grouped(high)}`);
    return x;
  };
  const [first, delay] = [quarter(2), row[5] === null ? 0 : within(5, 0, MOST_QUARTERS, true)];
  const end = row[6] === null ? -1 : quarter(6);
  if (end >= 0 && end < first + delay)
    throw wrong(6, `the ${String(row[2])} of its start or later, the delay included`);
  return [text(0), text(1), first, within(3, 0, MOST_MW, false), within(4, 1, MOST_QUARTERS, true), delay, end];
}

export const SITES_IN_HELP: KindInHelp<SitesTypes> = {
  noun: 'sites',
  typescript: () => 'Rows',
  mistakes: () => [
    ['a site without a ramp', [['North', 'Acme', '1Q26', 100, null, 0, null]]],
    ['an end before its start', [['North', 'Acme', '1Q26', 100, 2, 0, '3Q25']]],
    ['no quarter', [['North', 'Acme', 'spring', 100, 2, 0, null]]],
  ],
  brief: ({ about }) => about,
  sample: () => ({
    rows: (i) => [`Site ${i}`, `Company ${i % 3}`, quarterName(102 + (i % 7)), 50 * (i % 9), 1 + (i % 5), i % 3, null],
  }),
};
