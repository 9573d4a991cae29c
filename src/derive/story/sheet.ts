/** The sheet of the story: a row a figure, computed with the sheets of the models beside it. */
import type { FileSheet, FileValue, WorkbookFile } from '../../models/xlsx/workbook-file';
import { isErrorValue } from '../../models/xlsx/workbook-file';
import { CLAIMS } from './claims';
import { OPENING } from './claims/opening';
import type { Figure } from './figure';

export const STORY = 'Story';
const [LABEL, VALUE] = [0, 1];

/** By claim and name, in the order of their rows. */
const FIGURES: readonly (readonly [key: string, figure: Figure])[] = [OPENING, ...CLAIMS].flatMap(({ id, figures }) =>
  Object.entries(figures).map(([name, figure]) => [`${id}.${name}`, figure] as const),
);

export const storySheet = (): FileSheet => ({
  name: STORY,
  widths: { [LABEL]: 420, [VALUE]: 120 },
  cells: FIGURES.flatMap(([, { label, formula, format }], row) => [
    { row, column: LABEL, value: label },
    { row, column: VALUE, formula, ...(format !== undefined && { format }) },
  ]),
});

/** What each figure came to, by claim and name. A story with a number that is none is not told. */
export type Values = ReadonlyMap<string, number | string>;

export function valuesOf(book: WorkbookFile): Values {
  const cells = new Map(
    book.sheets.find(({ name }) => name === STORY)!.cells.map(({ row, column, value }) => [`${row},${column}`, value]),
  );
  return new Map(
    FIGURES.map(([key, figure], row): [string, number | string] => {
      const value: FileValue | undefined = cells.get(`${row},${VALUE}`);
      const expected = figure.format === undefined ? 'string' : 'number';
      if (isErrorValue(value) || typeof value !== expected)
        throw new Error(
          `The story: ${figure.label} (${key}) came to ${JSON.stringify(value)}, expected a ${expected}: ${figure.formula}`,
        );
      return [key, value as number | string];
    }),
  );
}
