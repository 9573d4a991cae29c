/** The sheet of inputs, which every model stands on: the block of cases, the drivers beside it, the conventions. */
import { BLOCK, DRIVERS } from './base';
import { CONVENTIONS } from './base/conventions';
import { QUARTERS } from './base/quarters';
import type { BaseRow, BaseSection } from './base/row';
import {
  ABOUT,
  acrossTime,
  cellText,
  DESCRIBING,
  fixed,
  FILLED,
  FIRST,
  HEADER,
  LAST,
  LEAST,
  MOST,
  TITLE,
  VERDICT,
} from './columns';
import { withReferences } from './formula-names';
import { FAILS, HOLDS, LOOKS } from './looks';
import { SheetOfCells } from './sheet-of-cells';
import type { FileSheet } from './xlsx/workbook-file';

export const BASE = 'Base';

const [NAME, LABEL, UNIT, RANGE, NOTE, STANDING, SOURCE] = DESCRIBING.map((_, column) => column) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The rows of the sheet of inputs, by the name that a formula gives them; from 0. */
export interface BaseRows {
  readonly quarterly: ReadonlyMap<string, number>;
  readonly constants: ReadonlyMap<string, number>;
  /** `Base!$A$4:$S$60`: what TAAS_CALL is given */
  readonly block: string;
}

type Placed = { readonly at: number } & (
  { readonly section: BaseSection } | { readonly row: BaseRow } | { readonly heading: string }
);

function placed(): { readonly rows: readonly Placed[]; readonly end: number; readonly blockEnd: number } {
  const rows: Placed[] = [];
  let at = HEADER + 1;
  const add = (sections: readonly BaseSection[]): void =>
    sections.forEach((section) => {
      rows.push({ at: at++, section });
      section.rows.forEach((row) => rows.push({ at: at++, row }));
    });
  add(BLOCK);
  const blockEnd = at - 1;
  at += 1;
  rows.push({ at: at++, heading: 'Drivers that are no input of a function' });
  add(DRIVERS);
  at += 1;
  rows.push({ at: at++, heading: 'Conventions' });
  return { rows, end: at, blockEnd };
}

const { rows: ROWS, end: END, blockEnd: BLOCK_END } = placed();

/** A formula has `tiers_2_rate` for `tiers[2].rate`. */
const wordOf = (name: string): string => name.replace(/\[(\d+)\]\.?/, '_$1_').replace(/_$/, '');

export const baseRows: BaseRows = {
  quarterly: new Map(ROWS.flatMap((each) => ('row' in each ? [[wordOf(each.row.name), each.at] as const] : []))),
  constants: new Map(CONVENTIONS.map(({ name }, i) => [name, END + i])),
  block: `${BASE}!${fixed(HEADER, 0, { row: BLOCK_END, column: LAST })}`,
};

/** The first column of the sheet, from its headings on: by these names another sheet of inputs is told from this one. */
export const BASE_NAMES: readonly string[] = [
  'Name',
  ...ROWS.filter((each) => each.at <= BLOCK_END).map((each) =>
    'row' in each ? each.row.name : 'section' in each ? each.section.title : each.heading,
  ),
];

/** The cell that says whether the inputs are whole. */
export const BASE_VERDICT = `${BASE}!${fixed(VERDICT, LABEL)}`;

const HEADINGS = fixed(HEADER, FIRST, { column: LAST });

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });
const shown = (x: number): string => NUMBER.format(x);

/** Above each heading: what is wrong with it, as what asks for a year before counts four columns to the left. */
function headingSentence(column: number): string {
  const [own, before] = [cellText(HEADER, column), cellText(HEADER, column - 1)];
  const [two, quarters] = ['1+1', fixed(baseRows.constants.get('QUARTERS')!, FIRST)];
  const count = (heading: string): string => `(MID(${heading},${two}+1,${two})*${quarters}+LEFT(${heading}))`;
  const isQuarter = [
    `LEN(${own})=${quarters}+1`,
    `MID(${own},${two},1)="Q"`,
    `OR(RIGHT(${own})="A",RIGHT(${own})="E")`,
    `LEFT(${own})*1>0`,
    `LEFT(${own})*1<=${quarters}`,
  ].join(',');
  const isFirst = `COLUMNS(${fixed(HEADER, FIRST)}:${own})=1`;
  const follows = `IF(${isFirst},TRUE,${count(own)}=${count(before)}+1)`;
  const otherwise = `IF(${isFirst},"expected a quarter such as 1Q25A","expected the quarter after "&${before})&", with A for actual or E for estimate"`;
  const rest = `COUNTA(${own}:${fixed(HEADER, LAST)})=0`;
  return `=IF(${own}="",IF(${rest},"","a quarter has no heading"),IF(IFERROR(AND(${isQuarter},${follows}),FALSE),"",${otherwise}))`;
}

const isTime = (column: number): boolean => column >= FIRST && column <= FILLED;

/** A computed row, in the cells of one column. */
function inColumn(formula: string, column: number): string {
  const text = withReferences(formula, (name) => {
    const constant = baseRows.constants.get(name);
    if (constant !== undefined) return fixed(constant, FIRST);
    const row = baseRows.quarterly.get(name);
    return row === undefined ? undefined : cellText(row, column);
  });
  return `=IF(${cellText(HEADER, column, false, true)}="","",${text.slice(1)})`;
}

function writeRow(sheet: SheetOfCells, { at, row }: { readonly at: number; readonly row: BaseRow }): void {
  const { name, label, unit, values, least, most, standing, estimate, source, format, mayBeBlank } = row;
  sheet.text(at, NAME, name, LOOKS.label);
  sheet.text(at, LABEL, label, LOOKS.label);
  sheet.text(at, UNIT, unit, LOOKS.unit);
  sheet.text(at, RANGE, least === most ? `${shown(least)} alone` : `${shown(least)} to ${shown(most)}`, LOOKS.unit);
  sheet.text(
    at,
    STANDING,
    typeof values === 'string' ? 'computed' : estimate ? `${standing}; E: ${estimate}` : standing,
    LOOKS.unit,
  );
  sheet.text(at, SOURCE, source, LOOKS.unit);
  for (let column = FIRST; column <= LAST; column++) {
    if (typeof values === 'string') sheet.formula(at, column, inColumn(values, column), LOOKS.formula, format);
    else {
      const value = !isTime(column) ? null : typeof values === 'number' ? values : values[column - FIRST];
      sheet.input(at, column, value ?? undefined, format);
    }
  }
  sheet.input(at, LEAST, least, 'General');
  sheet.input(at, MOST, most, 'General');
  const quarters = acrossTime(at);
  // Quarter by quarter: one number too many does not make up for one that is missing.
  const asked = `COUNTIF(${HEADINGS},"?*")`;
  const headed = `COUNTIFS(${HEADINGS},"?*",${quarters},">"&MIN(${quarters})-1)`;
  const isFull = `AND(COUNT(${quarters})=${asked},${headed}=${asked})`;
  const [low, high] = [cellText(at, LEAST, true), cellText(at, MOST, true)];
  const inRange = `IF(IFERROR(AND(ISNUMBER(${low}),ISNUMBER(${high}),MIN(${quarters},${high})>=${low},MAX(${quarters},${low})<=${high}),FALSE),"","outside its range")`;
  sheet.formula(
    at,
    NOTE,
    typeof values === 'string'
      ? `=IF(${isFull},"","not computed in every quarter")`
      : mayBeBlank
        ? `=IF(COUNTA(${quarters})>COUNT(${quarters}),"a text where a number belongs",IF(${headed}=COUNT(${quarters}),${inRange},"a number in no quarter"))`
        : `=IF(${isFull},${inRange},"not a number in every quarter, and in no other")`,
    LOOKS.formula,
  );
  if (typeof values !== 'string')
    sheet.validate({
      range: `${cellText(at, FIRST)}:${cellText(at, LAST)}`,
      allows: { least, most },
      sentence: `${label}: expected a number from ${shown(least)} to ${shown(most)} (${unit}).`,
    });
}

export function baseSheet(): FileSheet {
  const sheet = new SheetOfCells(BASE);
  sheet.text(TITLE, 0, 'Inputs', LOOKS.title);
  sheet.text(
    ABOUT,
    0,
    'One row an input, one column a quarter: change what is blue. A new quarter is the next free column; every sheet follows. Nothing here is investment advice.',
    LOOKS.about,
  );
  sheet.text(VERDICT, 0, 'Checks', LOOKS.tableTitle);
  const notes = fixed(HEADER + 1, NOTE, { row: END + CONVENTIONS.length - 1 });
  const names = fixed(HEADER + 1, NAME, { row: END + CONVENTIONS.length - 1 });
  const first = `MATCH("?*",${notes},0)`;
  const headings = fixed(VERDICT, FIRST, { column: LAST });
  sheet.formula(
    VERDICT,
    LABEL,
    `=IF(COUNTIF(${headings},"?*")>0,"headings: "&INDEX(${headings},MATCH("?*",${headings},0)),` +
      `IF(COUNTIF(${notes},"?*")=0,"OK",INDEX(${names},${first})&": "&INDEX(${notes},${first})))`,
    LOOKS.formula,
  );
  DESCRIBING.forEach((word, column) => sheet.text(HEADER, column, word, LOOKS.headerText));
  for (let column = FIRST; column <= LAST; column++) {
    sheet.input(HEADER, column, QUARTERS[column - FIRST], undefined, LOOKS.choice);
    sheet.formula(VERDICT, column, headingSentence(column), LOOKS.unit);
  }
  sheet.text(HEADER, LEAST, 'Least', LOOKS.header);
  sheet.text(HEADER, MOST, 'Most', LOOKS.header);
  for (const each of ROWS) {
    if ('row' in each) writeRow(sheet, each);
    else if ('section' in each) sheet.band(each.at, each.section.title, LAST, LOOKS.headerText);
    else sheet.band(each.at, each.heading, LAST, LOOKS.heading);
  }
  CONVENTIONS.forEach(({ name, label, unit, value, source, standing, format, allows }, i) => {
    const at = END + i;
    sheet.text(at, NAME, name, LOOKS.label);
    sheet.text(at, LABEL, label, LOOKS.label);
    sheet.text(at, UNIT, unit, LOOKS.unit);
    sheet.text(at, STANDING, standing, LOOKS.unit);
    sheet.text(at, SOURCE, source, LOOKS.unit);
    sheet.input(at, FIRST, value, format);
    if (!('least' in allows)) return;
    sheet.input(at, LEAST, allows.least, 'General');
    sheet.input(at, MOST, allows.most, 'General');
    const [cell, low, high] = [cellText(at, FIRST, true), cellText(at, LEAST, true), cellText(at, MOST, true)];
    sheet.text(at, RANGE, `${shown(allows.least)} to ${shown(allows.most)}`, LOOKS.unit);
    sheet.formula(
      at,
      NOTE,
      `=IF(NOT(ISNUMBER(${cell})),"not a number",IF(AND(ISNUMBER(${low}),ISNUMBER(${high}),${cell}>=${low},${cell}<=${high}),"","outside its range"))`,
      LOOKS.formula,
    );
    sheet.name(name, at, FIRST);
  });
  const last = END + CONVENTIONS.length - 1;
  const noteRange = `${cellText(HEADER + 1, NOTE)}:${cellText(last, NOTE)}`;
  const verdict = cellText(VERDICT, LABEL);
  const headingNotes = `${cellText(VERDICT, FIRST)}:${cellText(VERDICT, LAST)}`;
  sheet.condition({ range: headingNotes, formula: `=${cellText(VERDICT, FIRST)}<>""`, look: FAILS });
  sheet.condition({ range: noteRange, formula: `=${cellText(HEADER + 1, NOTE)}<>""`, look: FAILS });
  sheet.condition({ range: verdict, formula: `=${verdict}<>"OK"`, look: FAILS });
  sheet.condition({ range: verdict, formula: `=${verdict}="OK"`, look: HOLDS });
  return sheet.file({
    widths: [150, 250, 130, 120, 150, 150, 260, ...Array.from({ length: LAST - FIRST + 1 }, () => 72), 16, 72, 90],
    frozen: { rows: HEADER + 1, columns: 2 },
  });
}
