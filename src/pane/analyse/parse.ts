import { numberIn } from '../../catalogue/number-in';

/** What was typed into a box: a number where it is one, else the text, for the function itself to judge. */
export function parseBox(text: string): number | string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : (numberIn(trimmed) ?? trimmed);
}

/** Values beside each other: `1, 1.5, 2` or `40% 45% 50%`. A comma inside a value is the value's: 1,375. */
export const parseList = (text: string): (number | string)[] | undefined => {
  const values = text.split(/,?(?:[; \t\r\n]+|$)/).flatMap((part) => parseBox(part) ?? []);
  return values.length > 0 ? values : undefined;
};
