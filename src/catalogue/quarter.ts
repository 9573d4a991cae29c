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

/** 1Q26; from the next century on with the whole year, 1Q2100, which no other can be taken for. */
export function quarterName(number: number): string {
  if (number < 0) throw new Problem('#VALUE!', 'a quarter would be before 1Q00: expected a later one.');
  const year = Math.floor(number / 4);
  return `${(number % 4) + 1}Q${year < 100 ? String(year).padStart(2, '0') : 2000 + year}`;
}

/** So many quarters after that one, or before it: -4 of 1Q26 is 1Q25. */
export const quarterAfter = (quarter: string, quarters: number): string =>
  quarterName(quarterNumber(quarter)! + quarters);

/** So many quarters in a row, of which that is the last. */
export const quartersTo = (quarter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => quarterAfter(quarter, i + 1 - count));
