/** 1Q26, Q1 2026, Q1'26, 1Q2026, 2026Q1 and 2026-Q1; an E marks an estimate. */
const QUARTER = /^(?:q([1-4])|([1-4])q)[\s'’-]*(?:20)?(\d{2})e?$|^(?:20)?(\d{2})[\s-]*(?:q([1-4])|([1-4])q)e?$/i;

/** A quarter of a calendar year → a running number of quarters; undefined for anything else. */
export function quarterNumber(period: string): number | undefined {
  const parts = QUARTER.exec(period.trim())?.slice(1);
  if (!parts) return undefined;
  const [quarter, year] = [parts[0] ?? parts[1] ?? parts[4] ?? parts[5], parts[2] ?? parts[3]];
  return Number(year) * 4 + Number(quarter) - 1;
}

export const quarterName = (number: number): string =>
  `${(number % 4) + 1}Q${String(Math.floor(number / 4)).padStart(2, '0')}`;

/** So many quarters after that one, or before it: -4 of 1Q26 is 1Q25. */
export const quarterAfter = (quarter: string, quarters: number): string =>
  quarterName(quarterNumber(quarter)! + quarters);

/** So many quarters in a row, of which that is the last. */
export const quartersTo = (quarter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => quarterAfter(quarter, i + 1 - count));

/** The quarters that a base case compares. */
export interface Quarters {
  /** as the case names itself: 2Q26E is an estimate */
  readonly now: string;
  readonly quarter_before: string;
  readonly year_before: string;
  readonly next: string;
  readonly year_before_next: string;
}

export const quartersAround = (now: string): Quarters => ({
  now,
  quarter_before: quarterAfter(now, -1),
  year_before: quarterAfter(now, -4),
  next: quarterAfter(now, 1),
  year_before_next: quarterAfter(now, -3),
});

const NOT_NOW = /_(quarter_before|year_before|year_before_next)$/;

/** The quarter that a role is of: its name ends in one, or it is of now. */
export const quarterOf = (role: string, quarters: Quarters): string =>
  quarters[(NOT_NOW.exec(role)?.[1] ?? 'now') as keyof Quarters];

/** A role as it is named in a case, by its date: aws_ebit_quarter_before of 1Q26 is aws_ebit_4q25. */
export const dated = (role: string, quarters: Quarters): string =>
  role.replace(NOT_NOW, () => `_${quarterOf(role, quarters).toLowerCase()}`);
