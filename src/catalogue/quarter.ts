import { Problem } from './problem';

/** 1Q26, Q1 2026, Q1'26, 1Q2026, 2026Q1 and 2026-Q1; an A marks what was reported, an E an estimate. */
const QUARTER =
  /^(?:q([1-4])|([1-4])q)['’-]?(?:20)?(\d{2})[ae]?$|^(?:20)?(\d{2})-?q([1-4])[ae]?$|^20(\d{2})-?([1-4])q[ae]?$/i;

/** A quarter of a calendar year → a running number of quarters; undefined for anything else. */
export function quarterNumber(period: string): number | undefined {
  const parts = QUARTER.exec(period.replace(/\s+/g, ''))?.slice(1);
  if (!parts) return undefined;
  const [quarter, year] = [parts[0] ?? parts[1] ?? parts[4] ?? parts[6], parts[2] ?? parts[3] ?? parts[5]];
  return Number(year) * 4 + Number(quarter) - 1;
}

/** A century, in which two digits are a year. */
const QUARTERS = 400;

export function quarterName(number: number): string {
  if (number >= 0 && number < QUARTERS) return `${(number % 4) + 1}Q${String(Math.floor(number / 4)).padStart(2, '0')}`;
  const way = number < 0 ? 'before 1Q00' : 'after 4Q99';
  throw new Problem('#VALUE!', `a quarter would be ${way}: expected quarters from 1Q00 to 4Q99.`);
}

/** So many quarters after that one, or before it: -4 of 1Q26 is 1Q25. */
export const quarterAfter = (quarter: string, quarters: number): string =>
  quarterName(quarterNumber(quarter)! + quarters);

/** So many quarters in a row, of which that is the last. */
export const quartersTo = (quarter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => quarterAfter(quarter, i + 1 - count));
