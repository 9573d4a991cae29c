/** The files of the ready models: what they show is what the core answers, with the add-in and without it. */
import { readSheet } from 'read-excel-file/node';
import { MODELS, workbookOf } from '../../src/models';
import { addressOf } from '../../src/models/address';
import { BASE } from '../../src/models/base-sheet';
import { FILLED, FIRST, HEADER, LAST, NOW, UNIT, VERDICT } from '../../src/models/columns';
import { fileNames } from '../../src/models/file-names';
import { sheetName } from '../../src/models/layout';
import { readXlsx } from '../../src/models/xlsx/read';
import {
  isErrorValue,
  type FileCell,
  type FileSheet,
  type FileValue,
  type WorkbookFile,
} from '../../src/models/xlsx/workbook-file';
import { computed } from '../../src/workbench/models/compute';
import { filesOf, type FilesOfModel } from '../../src/workbench/models/files';
import { opened, placeOf, type Judge } from '../engines/ironcalc';
import { recalculated } from '../engines/second-spreadsheet';
import { sameTo } from '../functions/cell';
import { loadAddIn } from '../workbench/add-in';
import { dependentsOf } from './dependents';
import { baseOf, inputsOf, isTyped, withTyped, type Input, type Typing } from './typed-inputs';
import { everyPartIsWhole } from './xlsx/every-part-is-whole';

const { metadata, implementations } = loadAddIn();
const live = (book: WorkbookFile): Promise<WorkbookFile> => computed(book, metadata, implementations);

/** One minus another that is almost as large loses digits that both have. */
const isSame = (a: FileValue | undefined, b: FileValue | undefined): boolean => {
  if (isErrorValue(a) || isErrorValue(b)) return JSON.stringify(a) === JSON.stringify(b);
  if (typeof a === 'number' && typeof b === 'number') return sameTo(1e-9, a, b) || Math.abs(a - b) < 1e-12;
  return (a ?? '') === (b ?? '');
};

type Shown = ReadonlyMap<string, FileValue>;

const shownIn = ({ sheets }: WorkbookFile): Shown =>
  new Map(
    sheets.flatMap(({ name, cells }) =>
      cells.flatMap((cell) => (cell.value === undefined ? [] : [[placeOf(name, cell), cell.value] as const])),
    ),
  );

/** Where two differ, in words. */
const differences = (of: readonly string[], [one, other]: readonly [Shown, Shown]): string[] =>
  of.flatMap((place) =>
    isSame(one.get(place), other.get(place))
      ? []
      : [`${place}: ${JSON.stringify(one.get(place))}, not ${JSON.stringify(other.get(place))}`],
  );

const placesOf = ({ sheets }: WorkbookFile): string[] =>
  sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell) => (cell.formula === undefined ? [] : [placeOf(name, cell)])),
  );

/** Parts that sum to one are no longer right when each goes its own way: odds of demand. */
const isPartOfWhole = ({ sheets }: WorkbookFile, { sheet, cell }: Input): boolean => {
  const its = sheets.find(({ name }) => name === sheet)!;
  const label = its.cells.find(({ row, column }) => row === cell.row && column === 0)?.value;
  return typeof label === 'string' && /^Demand \d/.test(label);
};

/** Without its formula. */
const asShown = ({ row, column, value }: FileCell): FileCell => ({
  row,
  column,
  ...(value === undefined ? {} : { value }),
});

/**
 * A row has one formula across its quarters, so the first, the last and one kept free are enough to judge by; the others
 * show what they came to.
 */
const inFewColumns = (book: WorkbookFile): WorkbookFile => {
  const isJudged = (column: number): boolean =>
    column <= FIRST || column === FILLED || column === FILLED + 1 || column > LAST;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells
        .filter(({ column }) => column <= FILLED + 1 || column > LAST)
        .map((cell) => (isJudged(cell.column) || cell.spill ? cell : asShown(cell))),
    })),
  };
};

describe.each(MODELS.map((model) => [sheetName(model), model] as const))('%s', (name, model) => {
  const names = fileNames(model);
  const bytesOf = (file: string): Uint8Array => built.files.get(file) as Uint8Array;
  const verdict = placeOf(name, { row: VERDICT, column: NOW });
  let built: FilesOfModel;
  let book: WorkbookFile;
  let native: WorkbookFile;
  /** The native workbook in another spreadsheet, opened once: reading thousands of formulas is what takes its time. */
  let judge: Judge;
  beforeAll(async () => {
    book = await live(workbookOf([model]));
    built = await filesOf(model, book, new Set(metadata.functions.map(({ id }) => id)));
    ({ native } = built);
    judge = opened(inFewColumns(native));
  }, 120_000);
  afterAll(() => judge.close());

  /** What the second spreadsheet, which is quick, makes of the file with these typed. */
  const judgedWith = (typing: Typing): Promise<Shown> => recalculated(bytesOf(names.native), typing);

  test('the live file holds every formula and what the core answers, read by us and by another', async () => {
    const { workbook } = await readXlsx(bytesOf(names.live));
    const shown = shownIn(book);
    expect(differences(placesOf(book), [shownIn(workbook), shown])).toEqual([]);
    const formulas = (of: WorkbookFile) =>
      of.sheets.map(({ cells }) => cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula])));
    expect(formulas(workbook)).toEqual(formulas(book));
    const rows = await readSheet(Buffer.from(bytesOf(names.live)), name);
    const theirs = new Map(
      rows.flatMap((row, i) =>
        row.flatMap((value, j) =>
          value === null || value === undefined
            ? []
            : [[placeOf(name, { row: i, column: j }), value as FileValue] as const],
        ),
      ),
    );
    const numbers = [...shown].flatMap(([place, value]) =>
      place.startsWith(`${name}!`) && typeof value === 'number' ? [place] : [],
    );
    expect(numbers.length).toBeGreaterThan(50);
    expect(differences(numbers, [theirs, shown])).toEqual([]);
  });

  test('without the add-in, computed from its inputs by another spreadsheet: the same, cell for cell', async () => {
    const { workbook } = await readXlsx(bytesOf(names.native));
    const formulas = placesOf(inFewColumns(workbook));
    expect(placesOf(workbook).length).toBeGreaterThanOrEqual(placesOf(book).length - asValues());
    for (const sheet of workbook.sheets)
      for (const { formula = '' } of sheet.cells) expect(formula).not.toMatch(/TAAS_|BEDROCK_\w+\(|VSTACK|HSTACK/);
    const formulaAt = ({ sheets }: WorkbookFile): Map<string, string | undefined> =>
      new Map(sheets.flatMap((sheet) => sheet.cells.map((cell) => [placeOf(sheet.name, cell), cell.formula])));
    const [written, declared] = [formulaAt(workbook), formulaAt(native)];
    expect([...declared].filter(([place, formula]) => written.get(place) !== formula)).toEqual([]);
    const there = judge.shows();
    expect(differences(formulas, [there, shownIn(workbook)])).toEqual([]);
    expect(differences(formulas, [there, shownIn(book)])).toEqual([]);
  });

  test('and by a second one, which comes with the writer', async () => {
    const there = await recalculated(bytesOf(names.native));
    const formulas = placesOf(native).filter((place) => there.has(place));
    expect(formulas.length).toBeGreaterThan(300);
    expect(differences(formulas, [there, shownIn(book)])).toEqual([]);
  });

  /** Cells whose formula needs the add-in, and what these fill. */
  const valuesOf = (without: WorkbookFile): string[] => {
    // What stands for a formula of ours without computing it is #N/A as soon as anything below it changes.
    const isHeld = (formula = ''): boolean => /^=IF\((IFERROR\(AND|NOT\(ISNA)\(.*,NA\(\)\)$/s.test(formula);
    const kept = new Set(
      placesOf({
        ...without,
        sheets: without.sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.filter(({ formula }) => !isHeld(formula)),
        })),
      }),
    );
    return book.sheets.flatMap(({ name: sheet, cells }) =>
      cells.flatMap(({ row, column, formula, spill = usualSpill(cells, row, column) }) =>
        formula === undefined || kept.has(placeOf(sheet, { row, column }))
          ? []
          : Array.from({ length: spill.rows * spill.columns }, (_, i) =>
              placeOf(sheet, { row: row + Math.floor(i / spill.columns), column: column + (i % spill.columns) }),
            ),
      ),
    );
  };

  /** In a quarter without a name a table is one blank cell; with one it fills as many as in the quarters beside it. */
  const usualSpill = (cells: FileSheet['cells'], row: number, column: number): { rows: number; columns: number } => {
    const beside = cells.filter((cell) => cell.row === row && cell.column >= FIRST && cell.spill);
    return column < FIRST || beside.length === 0 ? { rows: 1, columns: 1 } : beside[0]!.spill!;
  };

  const asValues = (): number => built.entry.asValues;

  /** Each input by a tenth as far as it may go, up where the one before goes down; and then each the other way. */
  test.each<[string, (i: number) => number]>([
    ['up and down in turn', (i) => (i % 2 ? 0.9 : 1.1)],
    ['down and up in turn', (i) => (i % 2 ? 1.1 : 0.9)],
  ])('every input a tenth %s: live and native agree again', async (_way, by) => {
    const moved = inputsOf(native)
      .filter((input) => !isPartOfWhole(native, input))
      .map(({ sheet, cell, value, least, most }, i): Typing[number] => {
        const to = Math.min(most, Math.max(least, value * by(i)));
        // What is counted, such as quarters of a ramp, stays whole.
        return [sheet, addressOf(cell), /[.%E]/.test(cell.format ?? '.') ? to : Math.round(to)];
      });
    expect(moved.length).toBeGreaterThan(100);
    const here = shownIn(await live(withTyped(workbookOf([model]), moved)));
    const there = await judgedWith(moved);
    const values = dependentsOf(native, valuesOf(native));
    const formulas = placesOf(native).filter((place) => !values.has(place));
    expect(formulas.length).toBeGreaterThan(placesOf(book).length / 2);
    expect(differences(formulas, [there, here])).toEqual([]);
    const before = shownIn(book);
    expect(formulas.filter((place) => !isSame(before.get(place), here.get(place))).length).toBeGreaterThan(50);
  });

  test('both files are whole, and small', async () => {
    for (const file of [names.live, names.native]) {
      await everyPartIsWhole(bytesOf(file));
      expect(bytesOf(file).length).toBeLessThan(200_000);
    }
    for (const picture of names.pictures) expect(built.files.get(picture)).toMatch(/^<svg /);
  });

  test('a quarter typed into the next free column: every row follows, and the checks say OK or why not', async () => {
    const base = baseOf(book);
    const last = FILLED;
    const next = last + 1;
    const typing = base.cells
      .filter((cell) => isTyped(cell) && cell.column === last && cell.value !== undefined)
      .map((cell): Typing[number] => [
        BASE,
        addressOf({ row: cell.row, column: next }),
        cell.row === HEADER ? '3Q26E' : cell.value,
      ]);
    expect(typing.length).toBeGreaterThan(20);
    const longer = await live(withTyped(workbookOf([model]), typing));
    const at = (sheet: FileSheet, row: number, column: number): FileValue | undefined =>
      sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    for (const sheet of longer.sheets) {
      const rows = [...new Set(sheet.cells.map(({ row }) => row))];
      const empty = rows.filter((row) => {
        const [was, is] = [at(sheet, row, last), at(sheet, row, next)];
        return (was ?? '') !== '' && ((is ?? '') === '' || isErrorValue(is));
      });
      expect(empty.map((row) => addressOf({ row, column: FIRST }))).toEqual([]);
    }
    // The same figures again may contradict each other, such as an opening that is not what closed before.
    const [sheet] = longer.sheets;
    const red = sheet!.cells.filter(({ row, column, value }) => {
      const isCheck = at(sheet!, row, UNIT) === 'check' && column === NOW;
      return isCheck && value !== 'OK';
    });
    for (const { value } of red) expect(value).toMatch(/ in 3Q26E$/);
    if (red.length === 0) expect(shownIn(longer).get(verdict)).toBe('OK');
    const there = await judgedWith(typing);
    const values = dependentsOf(native, valuesOf(native));
    const formulas = placesOf(native).filter((place) => !values.has(place));
    expect(differences(formulas, [there, shownIn(longer)])).toEqual([]);
  });
});
