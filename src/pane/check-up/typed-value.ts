import type { CellValue } from '../host';

/** `Mar 26` and `May-26` are dates to a sheet. */
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d/i;
/** `4 March 26`. */
const DATE = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** `1 quarter` is a text to any sheet; `1 a` is an hour. */
const WORDS = /^\d[^%]*\p{L}{4,}[^%\d]*$/u;
const QUARTER = /^\dQ\d{2}[AE]?$/;

/** A value as it is typed so that the cell holds just that: a text that the sheet would read as more is marked as text. */
export function typedValue(value: CellValue): CellValue {
  if (typeof value !== 'string' || value === '' || value.startsWith('#')) return value;
  const isPlain = /^[\p{L}_($]/u.test(value) && !/^(?:true|false)$/i.test(value) && !MONTH.test(value);
  const isAmount = /^[($]\s*[-\d.]/.test(value);
  return (isPlain && !isAmount) || QUARTER.test(value) || (WORDS.test(value) && !DATE.test(value))
    ? value
    : `'${value}`;
}
