import { Problem } from './problem';
import { shown } from './read';

const EXPECTED = 'plain data: a finite number, a text, true or false, null, or an array or rows of these';

/**
 * A copy of what a program gives for an input, which nobody can change afterwards; throws the Problem of what is no
 * plain data. Excel's rich values are for cells.
 */
export function plainCopy(name: string, value: unknown): unknown {
  if (!Array.isArray(value)) return scalar(name, value, '');
  return everyPlace(value, (item, i) =>
    Array.isArray(item)
      ? everyPlace(item, (cell, j) => scalar(name, cell, ` in row ${i + 1}, column ${j + 1}`))
      : scalar(name, item, ` in place ${i + 1}`),
  );
}

/** Gaps of a sparse array too, which map passes over. */
const everyPlace = (items: readonly unknown[], read: (item: unknown, i: number) => unknown): unknown[] =>
  Array.from({ length: items.length }, (_, i) => read(items[i], i));

function scalar(name: string, value: unknown, where: string): unknown {
  const isPlain =
    value == null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value));
  if (isPlain) return value;
  throw new Problem('#VALUE!', `${name} is ${whatItIs(value)}${where}: expected ${EXPECTED}.`, name);
}

/** How anything at all reads in a sentence. */
export function whatItIs(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shown(value);
  return value instanceof Date ? 'a Date' : 'an object';
}
