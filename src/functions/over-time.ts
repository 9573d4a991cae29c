import type { Row, Table } from '../catalogue/define';
import { flag, quarter } from '../catalogue/parameters';
import { quarterAfter } from '../catalogue/quarter';

/** What every table over time may be asked. */
export const ACROSS = {
  across: flag('TRUE: time runs across, a column a period; FALSE: down, a line a period.', false),
};
export const START = {
  start: quarter('First quarter, such as 1Q26, for headings with dates; the quarters are numbered when left out.', {}),
};

/** `3Q26`, or `Quarter 3` where no start is known. */
export const quarterLabel = (start: string | undefined, t: number, numbered = 'Quarter'): string =>
  start === undefined ? `${numbered} ${t}` : quarterAfter(start, t - 1);

/** A table with a line a period; across, with a line for each of its columns. */
export function inTime({ header, rows }: Table, across: boolean): Table {
  if (!across) return { header, rows };
  const lines = header.slice(1).map((label, j): Row => ({
    label,
    unit: [rows[0]!.unit].flat()[j]!,
    values: rows.map(({ values }) => values[j]!),
  }));
  return { header: [header[0]!, ...rows.map(({ label }) => label)], rows: lines };
}
