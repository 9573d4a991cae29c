/** What was typed into a box: a number where it is one, else the text, for the function itself to judge. */
export function typed(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const percent = trimmed.endsWith('%');
  const number = Number(trimmed.replace(/[,%\s]/g, ''));
  if (!Number.isFinite(number) || !/\d/.test(trimmed)) return trimmed;
  return percent ? Number((number / 100).toPrecision(15)) : number;
}

/** Values beside each other: `1, 1.5, 2` or `40% 45% 50%`. */
export const typedList = (text: string): (number | string)[] | undefined => {
  const values = text.split(/[;\s]+|,\s*/).flatMap((part) => typed(part) ?? []);
  return values.length > 0 ? values : undefined;
};
