/** Beside what is typed: what it may be, and a sentence where it is something else. No input of a model goes without. */
import { cellText, CHECK_FINDING, FINDING, fixed, LABEL, LEAST, MOST } from './columns';
import type { Allowed } from './declaration';
import { FAILS, LOOKS } from './looks';
import type { SheetOfCells } from './sheet-of-cells';

/** A row or a column of cells that are typed, by the same rule. */
export interface Typed {
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
}

const areaOf = ({ row, column, rows = 1, columns = 1 }: Typed): string =>
  rows * columns === 1 ? fixed(row, column) : fixed(row, column, { row: row + rows - 1, column: column + columns - 1 });

/** Where the least and the most stand that a number may be. */
export interface Limits {
  readonly least: { readonly row: number; readonly column: number };
  readonly most: { readonly row: number; readonly column: number };
}

export const limitsBeside = (row: number): Limits => ({
  least: { row, column: LEAST },
  most: { row, column: MOST },
});

/**
 * The sentence where a cell is not what it may be, else nothing.
 * @param filled how many of the cells have to be filled; all of them, when left out
 */
function sentenceFor(typed: Typed, allowed: Allowed, limits: Limits, filled?: string): string {
  const cells = areaOf(typed);
  const asked = allowed.mayBeBlank ? `COUNTA(${cells})` : (filled ?? `ROWS(${cells})*COLUMNS(${cells})`);
  const says = (condition: string, sentence: string): string => `=IF(IFERROR(${condition},FALSE),"",${sentence})`;
  if ('oneOf' in allowed) {
    const choices = allowed.oneOf.map((each) => `(${cells}="${each}")`).join('+');
    return says(`SUMPRODUCT(${choices})=${asked}`, `"expected one of ${allowed.oneOf.join(', ')}"`);
  }
  if ('text' in allowed)
    return allowed.text === 'any'
      ? says(`COUNTA(${cells})=${asked}`, `"expected ${allowed.what}"`)
      : says(`COUNTIF(${cells},"?Q??")=${asked}`, '"expected a quarter such as 3Q26"');
  const [least, most] = [fixed(limits.least.row, limits.least.column), fixed(limits.most.row, limits.most.column)];
  const conditions = [
    `ISNUMBER(${least})`,
    `ISNUMBER(${most})`,
    `COUNT(${cells})=${asked}`,
    `MIN(${cells},${most})>=${least}`,
    `MAX(${cells},${least})<=${most}`,
    ...(allowed.whole ? [`SUMPRODUCT(ABS(${cells}-INT(${cells})))=0`] : []),
  ];
  const number = `a ${allowed.whole ? 'whole ' : ''}number`;
  return says(`AND(${conditions.join(',')})`, `"expected ${number} from "&${least}&" to "&${most}`);
}

/** The limits as cells of their own, since they may be moved, and the sentence in a cell that shows red. */
export function checkTyped(
  sheet: SheetOfCells,
  {
    typed,
    allowed,
    limits = limitsBeside(typed.row),
    note,
    filled,
  }: {
    readonly typed: Typed;
    readonly allowed: Allowed;
    readonly limits?: Limits;
    readonly note: { readonly row: number; readonly column: number };
    readonly filled?: string;
  },
): void {
  if ('least' in allowed) {
    const limit = { ...LOOKS.input, align: 'right' } as const;
    sheet.input(limits.least.row, limits.least.column, allowed.least, 'General', limit);
    sheet.input(limits.most.row, limits.most.column, allowed.most, 'General', limit);
  }
  sheet.formula(note.row, note.column, sentenceFor(typed, allowed, limits, filled), LOOKS.formula);
  const its = cellText(note.row, note.column);
  sheet.condition({ range: its, formula: `=${its}<>""`, look: FAILS });
}

/** What the sheet's verdict reads: the first note of a row, with the name of what it speaks of. */
export function findInput(sheet: SheetOfCells, row: number, name: string, first: number, last = first, heads?: number) {
  const notes = fixed(row, first, last === first ? {} : { column: last });
  const at = `MATCH("?*",${notes},0)`;
  const heading = heads === undefined ? '' : `INDEX(${fixed(heads, first, { column: last })},${at})&": "&`;
  const found =
    last === first
      ? `IF(${notes}="","",${name}&": "&${notes})`
      : `IF(COUNTIF(${notes},"?*")=0,"",${name}&": "&${heading}INDEX(${notes},${at}))`;
  sheet.formula(row, FINDING, `=IFERROR(${found},${name}&": its check cannot be computed")`, LOOKS.unit);
}

/** The same of a check. */
export function findCheck(sheet: SheetOfCells, row: number, verdict: string): void {
  sheet.formula(
    row,
    CHECK_FINDING,
    `=IFERROR(IF(${verdict}="OK","",${verdict}),${cellText(row, LABEL, true)}&": cannot be computed")`,
    LOOKS.unit,
  );
}
