import { parsePath } from '../catalogue/path';
import { UNITS, type Unit } from '../catalogue/units';

/** The number formats of the catalogue: `$#,##0.00"bn"`, `0.0%`, `#,##0" bp"`; General has no digits of its own. */
const FORMAT = /^(\$?)[#,]*0(?:\.0+)?(%?)(?:"([^"]*)")?$/;

/**
 * How numbers of a unit are written on a chart: with the sign and the word of their cell format, and with as few
 * decimals as tell these numbers apart. A cell shows one number at a time; a chart shows them side by side.
 * @param digits how many digits the spread of the numbers is worth
 * @param fewest decimals that are written in any case
 */
export function figures(unit: Unit, values: readonly number[], digits = 2, fewest = 0): (x: number) => string {
  const [, sign = '', percent = '', word = ''] = FORMAT.exec(UNITS[unit].format) ?? [];
  const scale = percent ? 100 : 1;
  const decimals = Math.max(fewest, decimalsFor(values.map((x) => x * scale).filter(Number.isFinite), digits));
  return (x) => {
    const written = Math.abs(x * scale).toLocaleString('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    const minus = x < 0 && /[1-9]/.test(written) ? '−' : '';
    return `${minus}${sign}${written}${percent}${word}`;
  };
}

/** A result: like its cell, with at least one decimal where it is a percentage. */
export const resultFigures = (unit: Unit, values: readonly number[], digits = 2): ((x: number) => string) =>
  figures(unit, values, digits, isPercentage(unit) ? 1 : 0);

/** A change: with its sign, whichever it is. */
export const signed = (write: (x: number) => string): ((x: number) => string) => {
  return (x) => (x > 0 && /[1-9]/.test(write(x)) ? `+${write(x)}` : write(x));
};

const isPercentage = (unit: Unit): boolean => UNITS[unit].format.endsWith('%');

const SHORT = 4;
const MOST = 8;

function decimalsFor(values: readonly number[], digits: number): number {
  const largest = Math.max(...values.map(Math.abs), 0);
  if (largest === 0) return 0;
  const clamped = (decimals: number): number => Math.min(MOST, Math.max(0, decimals));
  const place = (x: number): number => Math.floor(Math.log10(x));
  const short = clamped(SHORT - 1 - place(largest));
  for (let decimals = 0; decimals <= short; decimals++) {
    const isExact = (x: number): boolean => Math.abs(Number(x.toFixed(decimals)) - x) <= largest * 1e-9;
    if (values.every(isExact)) return decimals;
  }
  const spread = Math.max(...values) - Math.min(...values);
  return clamped(digits - 1 - place(spread > largest * 1e-9 ? spread : largest));
}

/** `infra_cogs` as a label: a name in a formula has no spaces, a label has. */
export function spokenPath(path: string): string {
  const { name, at, part } = parsePath(path)!;
  return [name.replaceAll('_', ' '), at, part].filter((each) => each !== undefined).join(' ');
}

/** The name of an axis: `token spend, $bn a quarter`; a percentage says so itself. */
export function axisName(name: string, unit: Unit): string {
  return isPercentage(unit) || unit === 'plain' ? name : `${name}, ${UNITS[unit].words}`;
}
