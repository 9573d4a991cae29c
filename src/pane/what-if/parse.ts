import { numberIn } from '../../catalogue/number-in';
import { isCellLike, type Reference } from '../../catalogue/reference';

/** What was typed into a box: a number where it is one, else the text, for the function itself to judge. */
export function parseBox(text: string): number | string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : (numberIn(trimmed) ?? trimmed);
}

/** The same of a box that may name cells of the sheet, as B4 or D1:D5, or compute from them, as =B4*0.8. */
export function parseBoxOrCells(text: string): number | string | Reference | undefined {
  const trimmed = text.trim();
  if (isCellLike(trimmed)) return { reference: trimmed };
  return /^=./.test(trimmed) ? { reference: trimmed.slice(1).trim() } : parseBox(trimmed);
}

/** Values beside each other: `1, 1.5, 2` or `40% 45% 50%`. A comma inside a value is the value's: 1,375. */
export function parseList(text: string): (number | string)[] | Reference | undefined {
  const cells = parseBoxOrCells(text);
  if (typeof cells === 'object') return cells;
  const values = text.split(/,?(?:[; \t\r\n]+|$)/).flatMap((part) => parseBox(part) ?? []);
  return values.length > 0 ? values : undefined;
}
