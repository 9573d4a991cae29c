/** The typeface of every chart: what Excel's pane, a browser and a printer have. */
export const FONT = "'Segoe UI', Arial, 'Liberation Sans', Helvetica, sans-serif";

/** Of all but titles. */
export const SIZE = 12;

/** Widths of Arial in thousandths of the size; a chart is also drawn where no text can be measured. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'ijl|", 222],
  [' !,./:;I[]ft\\', 290],
  ['"()-r`{}', 345],
  ['Jckvxyz', 500],
  ['+<=>~−', 584],
  ['ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['Mm%', 861],
  ['W@', 960],
];
const USUAL = 560;
const widthOf = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/** About how wide a text is, in pixels; bold is a tenth wider. */
export const textWidth = (text: string, size: number, weight = 400): number =>
  ([...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? USUAL), 0) * size * (weight > 400 ? 1.1 : 1)) / 1000;

/** The text in lines that fit. */
export function lines(text: string, width: number, size: number, weight = 400): string[] {
  const done: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      done.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? done : [...done, line];
}

/** The text, cut where it has to be. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}
