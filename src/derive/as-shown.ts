import { Problem } from '../catalogue/problem';
import type { Cell } from '../catalogue/define';
import { formatOf, type Unit } from '../catalogue/units';

/** The number formats of the catalogue: `$#,##0.00"bn"`, `0.0%`, `#,##0" bp"`. */
const FORMAT = /^(\$?)(#,##)?0(?:\.(0+))?(%?)(?:"([^"]*)")?$/;

/** A number as its cell shows it. */
export function numberAsShown(value: number, unit: Unit): string {
  const shown = formatted(value, formatOf(unit));
  if (shown === undefined) throw new RangeError(`the format of ${unit} is not one that help can show`);
  return shown;
}

/** A number in one of the catalogue's formats; undefined in any other. */
export function formatted(value: number, format: string): string | undefined {
  if (format === 'General') return plainNumber(value);
  const match = FORMAT.exec(format);
  if (!match) return undefined;
  const [, sign, grouped, decimals = '', percent, suffix = ''] = match;
  const digits = (percent ? Number((value * 100).toPrecision(15)) : value).toLocaleString('en-US', {
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
    useGrouping: grouped !== undefined,
  });
  const shown = /^-[0.,]*$/.test(digits) ? digits.slice(1) : digits;
  return `${shown.startsWith('-') ? '-' : ''}${sign}${shown.replace('-', '')}${percent}${suffix}`;
}

/** Anything that a cell of an answer holds, as text. */
export function cellAsShown(cell: Cell, unit: Unit | undefined): string {
  if (cell instanceof Problem) return cell.code;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? numberAsShown(cell, unit ?? 'plain') : cell;
}

/** Whole numbers in full, others with at most nine digits, as in a column of usual width. */
export function plainNumber(value: number): string {
  if (value !== 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15)) return value.toExponential(4);
  return value.toLocaleString('en-US', Number.isInteger(value) ? {} : { maximumSignificantDigits: 9 });
}
