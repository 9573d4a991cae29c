/** From the declaration of a model to its sheet: where each row stands, and its formulas with the cells they name. */
import { BASE, BASE_VERDICT, baseRows } from './base-sheet';
import { CHOSEN } from './base/quarters';
import { chartsOf } from './chart-layout';
import {
  ABOUT,
  acrossTime,
  BEFORE,
  cellText,
  CHECK_FINDING,
  FILLED,
  FINDING,
  FIRST,
  fixed,
  FLAGS,
  HEADER,
  LABEL,
  LAST,
  LEAST,
  NOW,
  SOURCE,
  TITLE,
  UNIT,
  VERDICT,
  YEAR_AGO,
} from './columns';
import type {
  Allowed,
  Check,
  Constant,
  Entry,
  InputTable,
  Line,
  Lines,
  Model,
  Reference,
  Single,
  Table,
} from './declaration';
import { withReferences, wordsIn } from './formula-names';
import { checkTyped, findCheck, findInput } from './input-checks';
import { FAILS, HOLDS, LOOKS } from './looks';
import { quoted, SheetOfCells } from './sheet-of-cells';
import type { CellLook, FileName, FileSheet } from './xlsx/workbook-file';

/** Where the names of a sheet stand; rows and columns from 0. */
export interface Places {
  readonly quarterly: ReadonlyMap<string, number>;
  /** what has one value, in the column of the chosen quarter */
  readonly once: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, PlacedTable>;
  readonly end: number;
}

export interface PlacedTable {
  /** of its title; headings and body are below */
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
}

export const sheetName = ({ key, name }: Pick<Model, 'key' | 'name'>): string => `${key} ${name}`;

/** Under a table of inputs by the column: what its columns may hold, and whether they do. */
const BELOW = ['At least', 'At most', 'Check of the column'] as const;

const heightOf = (entry: Entry): number => {
  if (entry.is === 'lines') return entry.rows.length;
  if (entry.is === 'inputs' && entry.columns) return rowsOf(entry) + 2 + BELOW.length;
  if (isTable(entry)) return rowsOf(entry) + 2;
  return 1;
};

const isTable = (entry: Entry | undefined): entry is Table | InputTable =>
  entry?.is === 'table' || entry?.is === 'inputs';
const rowsOf = (its: Table | InputTable): number => (its.is === 'table' ? its.labels : its.rows).length;

export function placesOf(entries: readonly Entry[]): Places & { readonly tops: readonly number[] } {
  const [quarterly, once] = [new Map<string, number>(), new Map<string, number>()];
  const tables = new Map<string, PlacedTable>();
  const taken = (name: string): void => {
    if (quarterly.has(name) || once.has(name) || tables.has(name)) throw new Error(`${name} is the name of two rows.`);
  };
  let at = FLAGS + 1;
  const tops = entries.map((entry, i) => {
    // A heading has a free row above it, a table one around it.
    if (entry.is === 'heading' || isTable(entry) || isTable(entries[i - 1])) at += 1;
    const top = at;
    at += heightOf(entry);
    if ('name' in entry) taken(entry.name);
    if (entry.is === 'line') quarterly.set(entry.name, top);
    else if (entry.is === 'lines')
      entry.rows.forEach(({ name }, down) => {
        taken(name);
        quarterly.set(name, top + down);
      });
    else if (entry.is === 'single' || entry.is === 'constant') once.set(entry.name, top);
    else if (isTable(entry)) tables.set(entry.name, { at: top, rows: rowsOf(entry), columns: entry.headings.length });
    return top;
  });
  return { quarterly, once, tables, end: at, tops };
}

const PLACE = /^(?:(Base)\.)?(?:(prior|now|before|yearago|all)\.)?(\w+)$/;
const IN_TABLE = /^(\w+)\.(?:r(\d+)\.c(\d+)|([rchl])(\d*))$/;
const COLUMN_OF: Readonly<Record<string, number>> = { now: NOW, before: BEFORE, yearago: YEAR_AGO };

/** What a name stands for in a formula of a column: that of a quarter, or the chosen quarter's. */
function referenceIn(name: string, column: number, { quarterly, once, tables }: Places): string | undefined {
  if (name === 'BLOCK') return baseRows.block;
  if (name === 'CASE') return column === NOW ? fixed(HEADER, NOW) : cellText(HEADER, column, false, true);
  if (name === 'CASES') return fixed(HEADER, FIRST, { column: LAST });
  const inTable = IN_TABLE.exec(name);
  if (inTable) {
    const [, its, row, across, part, which] = inTable;
    const found = tables.get(its!);
    if (!found) return undefined;
    if (part !== undefined) return partOf(found, part, which === '' ? undefined : Number(which));
    return fixed(found.at + 1 + Number(row), NOW + Number(across) - 1);
  }
  const [, base, when, row] = PLACE.exec(name) ?? [];
  if (row === undefined) return undefined;
  const on = base === undefined ? '' : `${BASE}!`;
  const found = tables.get(row);
  if (!base && !when && found) {
    const top = found.at + 2;
    return fixed(top, NOW, { row: top + found.rows - 1, column: NOW + found.columns - 1 });
  }
  const constant = base === undefined ? (once.get(row) ?? undefined) : undefined;
  if (constant !== undefined && when === undefined) return fixed(constant, NOW);
  if (base === undefined && when === undefined && baseRows.constants.has(row))
    return `${BASE}!${fixed(baseRows.constants.get(row)!, FIRST)}`;
  const at = (base === undefined ? quarterly : baseRows.quarterly).get(row);
  if (at === undefined) return undefined;
  if (when === 'all') return on + acrossTime(at);
  if (when !== undefined && when !== 'prior') return base ? onBase(at, COLUMN_OF[when]!) : fixed(at, COLUMN_OF[when]!);
  if (column === NOW) return base ? onBase(at, NOW) : fixed(at, NOW);
  return on + cellText(at, when === 'prior' ? column - 1 : column);
}

/** A name of a model's sheet, as a formula on another sheet refers to it: `'T1 Margin bridge'!$D$40`. */
export function referenceFromOutside(name: string, model: Model): string {
  const reference = referenceIn(name, NOW, placesOf(model.entries));
  if (reference === undefined) throw new Error(`${name} is no row of ${sheetName(model)}.`);
  return reference.includes('!') ? reference : `${quoted(sheetName(model))}!${reference}`;
}

/** Headings, labels, a row or a column of a table; `which` is counted from 1. */
function partOf({ at, rows, columns }: PlacedTable, part: string, which: number | undefined): string | undefined {
  const [top, right] = [at + 2, NOW + columns - 1];
  if (part === 'h') return which ? fixed(at + 1, NOW + which - 1) : fixed(at + 1, NOW, { column: right });
  if (part === 'l') return which ? fixed(at + 1 + which, LABEL) : fixed(top, LABEL, { row: at + 1 + rows });
  if (which === undefined) return undefined;
  if (part === 'r') return fixed(at + 1 + which, NOW, { column: right });
  return fixed(top, NOW + which - 1, { row: at + 1 + rows, column: NOW + which - 1 });
}

/** The sheet of inputs has no column of the chosen quarter: it is looked up there. */
const onBase = (row: number, column: number): string => `INDEX(${BASE}!${acrossTime(row)},${fixed(FLAGS, column)})`;

const inColumn = (formula: string, column: number, places: Places): string =>
  withReferences(formula, (name) => referenceIn(name, column, places));

/** Blank where the quarter is, and where a quarter before it is asked for and there is none. */
function guarded(formula: string, column: number, places: Places, within = (text: string): string => text): string {
  const text = within(inColumn(formula, column, places).slice(1));
  const header = cellText(HEADER, column, false, true);
  const asksPrior = wordsIn(formula).some((word) => /(?:^|\.)prior\./.test(word));
  const none = asksPrior ? `OR(${header}="",${cellText(HEADER, column - 1, false, true)}="")` : `${header}=""`;
  return `=IF(${none},"",${text})`;
}

const isLink = (formula: string): boolean => /^=Base\.\w+$/.test(formula);

/** The chosen quarter, the one before and a year before, read from the row. */
function readings(sheet: SheetOfCells, row: number, format: string, look: CellLook): void {
  for (const column of [NOW, BEFORE, YEAR_AGO]) {
    const place = cellText(FLAGS, column, false, true);
    sheet.formula(
      row,
      column,
      `=IF(ISNUMBER(${place}),INDEX(${acrossTime(row)},${place}),"")`,
      { ...look, ...LOOKS.reading },
      format,
    );
  }
}

function describe(sheet: SheetOfCells, row: number, label: string, unit: string, look: CellLook = LOOKS.label): void {
  sheet.text(row, LABEL, label, look);
  sheet.text(row, UNIT, unit, LOOKS.unit);
}

function writeLine(sheet: SheetOfCells, at: number, line: Line, places: Places): void {
  const { label, unit, formula, format, note } = line;
  const look: CellLook = line.look === 'total' ? LOOKS.total : isLink(formula) ? LOOKS.link : LOOKS.formula;
  describe(sheet, at, label, unit, line.look === 'total' ? LOOKS.total : LOOKS.label);
  readings(sheet, at, format, look);
  for (let column = FIRST; column <= LAST; column++)
    sheet.formula(at, column, guarded(formula, column, places), look, format);
  if (note !== undefined) sheet.text(at, SOURCE, note, LOOKS.unit);
}

function writeLines(sheet: SheetOfCells, at: number, { formula, rows }: Lines, places: Places): void {
  rows.forEach(({ label, unit, format, look }, down) => {
    const its: CellLook = look === 'total' ? LOOKS.total : LOOKS.formula;
    describe(sheet, at + down, label, unit, look === 'total' ? LOOKS.total : LOOKS.label);
    readings(sheet, at + down, format, its);
    for (let column = FIRST; column <= LAST; column++) {
      if (down > 0) sheet.filled(at + down, column, its, format);
      else
        sheet.formula(
          at,
          column,
          guarded(formula, column, places),
          its,
          format,
          column <= FILLED ? { rows: rows.length, columns: 1 } : undefined,
        );
    }
  });
}

function writeSingle(sheet: SheetOfCells, at: number, single: Single, places: Places): void {
  const { label, unit, formula, format, note } = single;
  describe(sheet, at, label, unit);
  sheet.formula(at, NOW, inColumn(formula, NOW, places), LOOKS.formula, format);
  if (note !== undefined) sheet.text(at, SOURCE, note, LOOKS.unit);
}

function writeConstant(sheet: SheetOfCells, at: number, constant: Constant): void {
  const { name, label, unit, value, allows, source, standing, format } = constant;
  describe(sheet, at, label, unit);
  sheet.text(at, SOURCE, `${standing}: ${source}`, LOOKS.unit);
  sheet.input(at, NOW, value, typeof value === 'number' ? format : undefined);
  sheet.name(name, at, NOW);
  validate(sheet, at, NOW, label, unit, allows);
  checkTyped(sheet, { typed: { row: at, column: NOW }, allowed: allows, note: { row: at, column: NOW + 1 } });
  findInput(sheet, at, fixed(at, LABEL), NOW + 1);
}

/** What Excel refuses as it is typed; the check beside it sees what comes in another way. */
function validate(sheet: SheetOfCells, row: number, column: number, label: string, unit: string, allows: Allowed) {
  if ('text' in allows) return;
  const expected =
    'oneOf' in allows
      ? `one of ${allows.oneOf.join(', ')}`
      : `a ${allows.whole ? 'whole ' : ''}number from ${allows.least} to ${allows.most} (${unit})`;
  sheet.validate({
    range: cellText(row, column),
    allows: 'oneOf' in allows ? { oneOf: `"${allows.oneOf.join(',')}"` } : { least: allows.least, most: allows.most },
    sentence: `${label}: expected ${expected}.`,
  });
}

function writeInputs(sheet: SheetOfCells, at: number, its: InputTable): void {
  const { title, unit, headings, rows, format, columns } = its;
  describe(sheet, at, title, unit, LOOKS.tableTitle);
  headings.forEach((its, right) => sheet.text(at + 1, NOW + right, its, LOOKS.header));
  rows.forEach((row, down) => {
    const its = at + 2 + down;
    describe(sheet, its, row.label, row.unit);
    sheet.text(its, SOURCE, `${row.standing}: ${row.source}`, LOOKS.unit);
    row.values.forEach((value, right) => {
      const allowed = columns ? columns[right] : row.allows;
      if (!allowed) throw new Error(`${row.label} of ${title} does not say what may be typed into it.`);
      sheet.input(its, NOW + right, value ?? undefined, row.format ?? format?.[right], {
        ...LOOKS.input,
        align: 'right',
      });
      validate(sheet, its, NOW + right, `${row.label}, ${headings[right]!}`, row.unit, allowed);
    });
    if (columns) return;
    const [typed, note] = [
      { row: its, column: NOW, columns: headings.length },
      { row: its, column: NOW + headings.length },
    ];
    checkTyped(sheet, { typed, allowed: row.allows!, note });
    findInput(sheet, its, fixed(its, LABEL), note.column);
  });
  if (columns) checkColumns(sheet, at, its, columns);
}

/** A row that has something in any of its cells has to have all that its columns ask for. */
function checkColumns(
  sheet: SheetOfCells,
  at: number,
  { rows, headings }: InputTable,
  columns: readonly Allowed[],
): void {
  const top = at + 2;
  const [least, most, check] = BELOW.map((label, down) => {
    sheet.text(top + rows.length + down, LABEL, label, LOOKS.unit);
    return top + rows.length + down;
  }) as [number, number, number];
  const column = (right: number): string =>
    fixed(top, NOW + right, { row: top + rows.length - 1, column: NOW + right });
  const isFree = rows.some(({ values }) => values.every((value) => value === null));
  const filled = isFree ? `SUMPRODUCT(1-${headings.map((_, right) => `(${column(right)}="")`).join('*')})` : undefined;
  columns.forEach((allowed, right) =>
    checkTyped(sheet, {
      typed: { row: top, column: NOW + right, rows: rows.length },
      allowed,
      limits: { least: { row: least, column: NOW + right }, most: { row: most, column: NOW + right } },
      note: { row: check, column: NOW + right },
      ...(filled !== undefined && { filled }),
    }),
  );
  findInput(sheet, check, fixed(at, LABEL), NOW, NOW + columns.length - 1, at + 1);
}

function writeTable(sheet: SheetOfCells, at: number, table: Table, places: Places): void {
  const { title, unit, headings, labels, format, formula, axes, note, bringsLabels } = table;
  describe(sheet, at, title, unit, LOOKS.tableTitle);
  if (note !== undefined) sheet.text(at, SOURCE, note, LOOKS.unit);
  if (bringsLabels && typeof formula === 'string') {
    const size = { rows: labels.length + 1, columns: headings.length + 1 };
    for (let down = 0; down < size.rows; down++)
      for (let right = 0; right < size.columns; right++) {
        const look = down === 0 ? (right === 0 ? LOOKS.headerText : LOOKS.header) : LOOKS.formula;
        const its = down === 0 || right === 0 ? undefined : typeof format === 'string' ? format : format[right - 1];
        if (down + right > 0) sheet.filled(at + 1 + down, LABEL + right, look, its);
        else sheet.formula(at + 1, LABEL, inColumn(formula, NOW, places), look, its, size);
      }
    return;
  }
  const edge = (row: number, column: number, its: string | number | Reference, look: CellLook, its_format?: string) => {
    if (typeof its === 'string') sheet.text(row, column, its, look);
    else if (typeof its === 'number') sheet.input(row, column, its, its_format, { ...LOOKS.input, align: 'right' });
    else sheet.formula(row, column, inColumn(its.formula, NOW, places), look, its.format ?? its_format);
  };
  headings.forEach((its, right) => edge(at + 1, NOW + right, its, LOOKS.header, axes?.headings?.format));
  labels.forEach((its, down) => edge(at + 2 + down, LABEL, its, LOOKS.label, axes?.labels?.format));
  checkAxes(sheet, at, table);
  labels.forEach((_, row) =>
    headings.forEach((__, column) => {
      const [down, right] = [at + 2 + row, NOW + column];
      const its = typeof format === 'string' ? format : format[column];
      if (typeof formula !== 'string')
        sheet.formula(down, right, inColumn(formula(row, column), NOW, places), LOOKS.formula, its);
      else if (row + column > 0) sheet.filled(down, right, LOOKS.formula, its);
      else
        sheet.formula(down, right, inColumn(formula, NOW, places), LOOKS.formula, its, {
          rows: labels.length,
          columns: headings.length,
        });
    }),
  );
}

/** Numbers along a table are inputs as others are. */
function checkAxes(sheet: SheetOfCells, at: number, { name, headings, labels, axes }: Table): void {
  const ofAxis = (axis: 'headings' | 'labels'): Allowed => {
    const its = axes?.[axis];
    if (!its) throw new Error(`${name} does not say what its ${axis} may be.`);
    return its.allows;
  };
  const right = NOW + headings.length;
  if (headings.some((its) => typeof its === 'number')) {
    const typed = { row: at + 1, column: NOW, columns: headings.length };
    checkTyped(sheet, { typed, allowed: ofAxis('headings'), note: { row: at + 1, column: right } });
    findInput(sheet, at + 1, fixed(at, LABEL), right);
  }
  labels.forEach((its, down) => {
    if (typeof its !== 'number') return;
    const row = at + 2 + down;
    checkTyped(sheet, { typed: { row, column: LABEL }, allowed: ofAxis('labels'), note: { row, column: right } });
    findInput(sheet, row, fixed(at, LABEL), right);
  });
}

function writeCheck(sheet: SheetOfCells, at: number, { label, holds, sentence, once }: Check, places: Places): void {
  describe(sheet, at, label, 'check');
  const verdict = cellText(at, NOW);
  if (once) {
    const text = inColumn(holds, NOW, places).slice(1);
    sheet.formula(at, NOW, `=IFERROR(IF(${text},"OK","${sentence}"),"cannot be computed: ${sentence}")`, LOOKS.formula);
  } else {
    for (let column = FIRST; column <= LAST; column++) {
      const text = guarded(holds, column, places, (condition) => `IFERROR(IF(${condition},1,0),0)`);
      sheet.formula(at, column, text, LOOKS.formula, CHECK_FORMAT);
    }
    const quarters = acrossTime(at);
    const header = fixed(HEADER, FIRST, { column: LAST });
    sheet.formula(
      at,
      NOW,
      `=IF(COUNTIF(${quarters},0)=0,"OK","${sentence} in "&INDEX(${header},MATCH(0,${quarters},0)))`,
      LOOKS.formula,
    );
    const range = `${cellText(at, FIRST)}:${cellText(at, LAST)}`;
    sheet.condition({ range, formula: `=${cellText(at, FIRST)}=0`, look: FAILS });
  }
  findCheck(sheet, at, fixed(at, NOW));
  sheet.condition({ range: verdict, formula: `=${verdict}<>"OK"`, look: FAILS });
  sheet.condition({ range: verdict, formula: `=${verdict}="OK"`, look: HOLDS });
}

const CHECK_FORMAT = '"OK";;"no"';

function write(sheet: SheetOfCells, entry: Entry, at: number, places: Places): void {
  if (entry.is === 'heading') sheet.band(at, entry.text, LAST, LOOKS.heading);
  else if (entry.is === 'remark') sheet.text(at, LABEL, entry.text, LOOKS.remark);
  else if (entry.is === 'line') writeLine(sheet, at, entry, places);
  else if (entry.is === 'lines') writeLines(sheet, at, entry, places);
  else if (entry.is === 'single') writeSingle(sheet, at, entry, places);
  else if (entry.is === 'constant') writeConstant(sheet, at, entry);
  else if (entry.is === 'table') writeTable(sheet, at, entry, places);
  else if (entry.is === 'inputs') writeInputs(sheet, at, entry);
  else writeCheck(sheet, at, entry, places);
}

/** Title, verdict, and the quarters with the one that is chosen. */
function writeTop(sheet: SheetOfCells, model: Model, end: number): void {
  sheet.text(TITLE, LABEL, model.name, LOOKS.title);
  sheet.text(ABOUT, LABEL, `${model.question} ${model.about}`, LOOKS.about);
  sheet.text(VERDICT, LABEL, 'Checks', LOOKS.tableTitle);
  const verdict = cellText(VERDICT, NOW);
  // What is typed comes first: a check that fails may do so because of it.
  const [inputs, checks] = [FINDING, CHECK_FINDING].map((column) => fixed(FLAGS, column, { row: end, column }));
  const first = (findings: string, otherwise: string): string =>
    `IF(COUNTIF(${findings},"?*")>0,INDEX(${findings},MATCH("?*",${findings},0)),${otherwise})`;
  sheet.formula(
    VERDICT,
    NOW,
    `=IF(${BASE_VERDICT}="OK",${first(inputs!, first(checks!, '"OK"'))},"inputs: "&${BASE_VERDICT})`,
    LOOKS.formula,
  );
  ['Least', 'Most', 'Inputs', 'Checks'].forEach((word, right) => sheet.text(HEADER, LEAST + right, word, LOOKS.header));
  sheet.condition({ range: verdict, formula: `=${verdict}<>"OK"`, look: FAILS });
  sheet.condition({ range: verdict, formula: `=${verdict}="OK"`, look: HOLDS });

  const quarters = fixed(HEADER, FIRST, { column: LAST });
  const now = cellText(FLAGS, NOW);
  sheet.formula(
    FLAGS,
    FINDING,
    `=IF(ISNUMBER(${fixed(FLAGS, NOW)}),"","Quarter: expected one of the headings of row "&ROW(${fixed(HEADER, NOW)}))`,
    LOOKS.unit,
  );
  const a = `${BASE}!${fixed(baseRows.constants.get('QUARTERS')!, FIRST)}`;
  sheet.text(HEADER, LABEL, 'Quarter, chosen from those on the right', LOOKS.headerText);
  sheet.text(HEADER, UNIT, 'Unit', LOOKS.headerText);
  sheet.text(HEADER, SOURCE, 'Note', LOOKS.headerText);
  sheet.input(HEADER, NOW, CHOSEN, undefined, LOOKS.choice);
  sheet.name('QUARTER', HEADER, NOW);
  sheet.validate({
    range: cellText(HEADER, NOW),
    allows: { oneOf: quarters },
    sentence: 'Quarter: expected one of the headings of this row.',
  });
  for (const column of [BEFORE, YEAR_AGO])
    sheet.formula(
      HEADER,
      column,
      `=IF(ISNUMBER(${cellText(FLAGS, column)}),INDEX(${quarters},${cellText(FLAGS, column)}),"none")`,
      LOOKS.header,
    );
  sheet.text(FLAGS, LABEL, 'Its place, that of the quarter before, and of a year before', LOOKS.unit);
  sheet.formula(FLAGS, NOW, `=MATCH(${fixed(HEADER, NOW)},${quarters},0)`, LOOKS.unit, '0');
  sheet.formula(FLAGS, BEFORE, `=IF(${now}>1,${now}-1,"none")`, LOOKS.unit, '0');
  sheet.formula(FLAGS, YEAR_AGO, `=IF(${now}>${a},${now}-${a},"none")`, LOOKS.unit, '0');
  for (let column = FIRST; column <= LAST; column++) {
    const own = cellText(HEADER, column, false, true);
    const base = `${BASE}!${own}`;
    sheet.formula(HEADER, column, `=IF(${base}="","",${base})`, LOOKS.header);
    sheet.formula(
      FLAGS,
      column,
      `=IF(${own}="","",IF(RIGHT(${own})="A","actual",IF(RIGHT(${own})="E","estimate","")))`,
      { ...LOOKS.unit, align: 'right' },
    );
  }
}

const WIDTHS = [
  330,
  130,
  150,
  84,
  84,
  84,
  84,
  ...Array.from({ length: LAST - FIRST + 1 }, () => 72),
  16,
  72,
  90,
  90,
  90,
];

export function modelSheet(model: Model): { readonly sheet: FileSheet; readonly names: readonly FileName[] } {
  const sheet = new SheetOfCells(sheetName(model));
  const { tops, ...places } = placesOf(model.entries);
  writeTop(sheet, model, places.end);
  model.entries.forEach((entry, i) => write(sheet, entry, tops[i]!, places));
  chartsOf(sheet, model, places, (formula) => inColumn(formula, NOW, places));
  return { sheet: sheet.file({ widths: WIDTHS, frozen: { rows: FLAGS + 1, columns: 1 } }), names: sheet.names };
}
