/** The sheet of the story: a row a figure, computed with the sheets of the models beside it. */
import type { FileSheet, FileValue, WorkbookFile } from '../../models/xlsx/workbook-file';
import { isErrorValue } from '../../models/xlsx/workbook-file';
import { CLAIMS } from './claims';
import { OPENING } from './claims/opening';
import type { Claim } from './claim';
import type { Figure } from './figure';

export const STORY = 'Story';
const [LABEL, VALUE] = [0, 1];

/** In the order of their rows. */
export const TOLD: readonly Claim[] = [OPENING, ...CLAIMS];

/** By claim and name. */
const figuresOf = (claims: readonly Claim[]): readonly (readonly [key: string, figure: Figure])[] =>
  claims.flatMap(({ id, figures }) =>
    Object.entries(figures).map(([name, figure]) => [`${id}.${name}`, figure] as const),
  );

export const storySheet = (claims = TOLD): FileSheet => ({
  name: STORY,
  widths: { [LABEL]: 420, [VALUE]: 120 },
  cells: figuresOf(claims).flatMap(([, { label, formula, format }], row) => [
    { row, column: LABEL, value: label },
    { row, column: VALUE, formula, ...(format !== undefined && { format }) },
  ]),
});

/** What each figure came to, by claim and name. A story with a number that is none is not told. */
export type Values = ReadonlyMap<string, number | string>;

export function valuesOf(book: WorkbookFile, claims = TOLD): Values {
  const cells = new Map(
    book.sheets.find(({ name }) => name === STORY)!.cells.map(({ row, column, value }) => [`${row},${column}`, value]),
  );
  return new Map(
    figuresOf(claims).map(([key, figure], row): [string, number | string] => {
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
