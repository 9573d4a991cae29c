/**
 * A value for each period, t = 1 and on, from the one before it: the first from how things stood at the start. A period
 * keeps what the next one needs of it.
 */
export function timeline<Start, Period extends Start>(
  periods: number,
  start: Start,
  period: (before: Start, t: number) => Period,
): Period[] {
  const line: Period[] = [];
  for (let t = 1; t <= periods; t++) line.push(period(line.at(-1) ?? start, t));
  return line;
}
