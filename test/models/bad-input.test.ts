/** What is typed badly: the sheet's verdict says so in a sentence that names it, whichever input of whichever model. */
import { DISTRIBUTIONS } from '../../src/analysis/distributions';
import { MODELS, workbookOf } from '../../src/models';
import { addressOf } from '../../src/models/address';
import { BLOCK, DRIVERS } from '../../src/models/base';
import { QUARTERS } from '../../src/models/base/quarters';
import { BASE, baseRows } from '../../src/models/base-sheet';
import {
  CHECK_FINDING,
  FILLED,
  FINDING,
  FIRST,
  HEADER,
  LABEL,
  LEAST,
  MOST,
  NOW,
  UNIT,
  VERDICT,
} from '../../src/models/columns';
import type { Allowed, Model } from '../../src/models/declaration';
import { placesOf, sheetName } from '../../src/models/layout';
import {
  isErrorValue,
  type FileCell,
  type FileSheet,
  type FileValue,
  type WorkbookFile,
} from '../../src/models/xlsx/workbook-file';
import { computed } from '../../src/workbench/models/compute';
import { opened, placeOf, type Judge } from '../engines/ironcalc';
import { loadAddIn } from '../workbench/add-in';
import { placesIn } from './dependents';
import { isTyped, withTyped, type Typing } from './typed-inputs';

const { metadata, implementations } = loadAddIn();
const live = (book: WorkbookFile): Promise<WorkbookFile> => computed(book, metadata, implementations);

/** A cell that is typed, what may be typed there, and what the sentence calls it. */
interface Input {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: FileValue | undefined;
  readonly allowed: Allowed;
  readonly called: string;
  readonly isAlone?: boolean;
}

const valuesIn = (sheet: FileSheet): ReadonlyMap<string, FileCell> =>
  new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));

/** What a model declares to be typed on its own sheet. */
function declaredBy(model: Model, sheet: FileSheet): readonly Input[] {
  const { tops } = placesOf(model.entries);
  const cells = valuesIn(sheet);
  const input = (row: number, column: number, allowed: Allowed, called: string): Input => ({
    sheet: sheet.name,
    row,
    column,
    value: cells.get(`${row},${column}`)?.value,
    allowed,
    called,
  });
  return model.entries.flatMap((entry, i): Input[] => {
    const at = tops[i]!;
    if (entry.is === 'constant') return [input(at, NOW, entry.allows, entry.label)];
    if (entry.is === 'table')
      return [
        ...entry.headings.flatMap((its, right) =>
          typeof its === 'number' ? [input(at + 1, NOW + right, entry.axes!.headings!.allows, entry.title)] : [],
        ),
        ...entry.labels.flatMap((its, down) =>
          typeof its === 'number' ? [input(at + 2 + down, LABEL, entry.axes!.labels!.allows, entry.title)] : [],
        ),
      ];
    if (entry.is !== 'inputs') return [];
    return entry.rows.flatMap((row, down) =>
      row.values.map((_, right): Input => {
        const allowed = entry.columns?.[right] ?? row.allows!;
        // A row that is free has to be filled whole: one cell of it alone is never right.
        const isAlone = row.values.every((each) => each === null);
        const called =
          isAlone || !entry.columns ? (isAlone ? entry.title : row.label) : `${entry.title}: ${entry.headings[right]!}`;
        return { ...input(at + 2 + down, NOW + right, allowed, called), isAlone };
      }),
    );
  });
}

const onBase: readonly Input[] = [...BLOCK, ...DRIVERS].flatMap(({ rows }) =>
  rows.flatMap(({ name, values, least, most, mayBeBlank }): Input[] =>
    typeof values === 'string'
      ? []
      : QUARTERS.map((_, i) => ({
          sheet: BASE,
          row: baseRows.quarterly.get(name.replace(/\[(\d+)\]\.?/, '_$1_').replace(/_$/, ''))!,
          column: FIRST + i,
          value: (typeof values === 'number' ? values : values[i]) ?? undefined,
          allowed: { least, most, ...(mayBeBlank && { mayBeBlank }) },
          called: name,
        })),
  ),
);

/** What somebody does to a cell: the content that is there then, or nothing where it cannot be done to it. */
const DEEDS: Readonly<Record<string, (input: Input) => { readonly to: FileValue | undefined } | undefined>> = {
  emptied: ({ value }) => (value === undefined ? undefined : { to: undefined }),
  negated: ({ value }) => (typeof value === 'number' && value !== 0 ? { to: -value } : undefined),
  'turned to text': () => ({ to: 'abc' }),
  'put below its range': ({ allowed }) => ('least' in allowed ? { to: allowed.least - 1 } : undefined),
  'put above its range': ({ allowed }) => ('most' in allowed ? { to: allowed.most + 1 } : undefined),
  'put between whole numbers': ({ allowed }) =>
    'whole' in allowed && allowed.whole ? { to: allowed.least + 0.5 } : undefined,
};

/** Whether the declaration has it so that this is right: a negative margin, a blank for what is undisclosed, any name. */
function isRight({ allowed, isAlone }: Input, to: FileValue | undefined): boolean {
  if (isAlone) return false;
  if (to === undefined) return allowed.mayBeBlank === true;
  if ('text' in allowed) return allowed.text === 'any';
  if ('oneOf' in allowed) return allowed.oneOf.some((each) => each === to);
  if (typeof to !== 'number') return false;
  return to >= allowed.least && to <= allowed.most && (!allowed.whole || Number.isInteger(to));
}

/**
 * What leads to the verdict of a sheet, less its rows: every check across rows stands as OK, and on a model's sheet the
 * inputs of the other too, so that what is asked is whether the input's own check sees it.
 */
function checksAlone(book: WorkbookFile, verdict: string): WorkbookFile {
  const cells = new Map(
    book.sheets.flatMap(({ name, cells: its }) => its.map((cell) => [placeOf(name, cell), { name, cell }])),
  );
  const on = verdict.split('!')[0]!;
  const isCheckOfRows = (name: string, { row, column }: FileCell): boolean =>
    column === NOW && cells.get(placeOf(name, { row, column: UNIT }))?.cell.value === 'check';
  const isHere = (name: string, cell: FileCell): boolean => name === on && !isCheckOfRows(name, cell);
  const kept = new Set([verdict]);
  for (const place of kept) {
    const found = cells.get(place);
    if (found?.cell.formula === undefined || !isHere(found.name, found.cell)) continue;
    for (const asked of placesIn(found.cell.formula, found.name)) kept.add(asked);
  }
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        if (cell.formula === undefined || (kept.has(placeOf(sheet.name, cell)) && isHere(sheet.name, cell)))
          return cell;
        const { row, column, look } = cell;
        const isHeading = row === HEADER && column >= FIRST && column <= FILLED;
        return { row, column, value: isHeading ? QUARTERS[column - FIRST]! : 'OK', ...(look && { look }) };
      }),
    })),
  };
}

test('the distributions that may be typed are those that are drawn from', () => {
  const spec = MODELS.flatMap(({ entries }) => entries).find((entry) => entry.is === 'inputs' && entry.name === 'spec');
  const choices = spec?.is === 'inputs' ? spec.columns![1]! : { oneOf: [] };
  expect('oneOf' in choices && [...choices.oneOf].sort()).toEqual(Object.keys(DISTRIBUTIONS).sort());
});

describe('the sheet of inputs', () => {
  const [model] = MODELS;
  const verdict = placeOf(BASE, { row: VERDICT, column: 1 });
  const noteOf = ({ row }: Input): string => placeOf(BASE, { row, column: NOTE });
  const NOTE = 4;
  let book: WorkbookFile;
  let judge: Judge;
  beforeAll(() => {
    book = checksAlone(workbookOf([model!]), verdict);
    judge = opened(book);
  });
  afterAll(() => judge.close());

  test('a row’s note asks its own row and the headings alone, so that rows may be judged side by side', () => {
    const base = book.sheets.find(({ name }) => name === BASE)!;
    for (const { row, column, formula } of base.cells) {
      if (column !== NOTE || formula === undefined) continue;
      for (const place of placesIn(formula, BASE)) {
        const [asked] = place.split('!')[1]!.split(',').map(Number);
        expect([row, HEADER]).toContain(asked);
      }
    }
  });

  test.each(Object.entries(DEEDS))('%s, a cell of each row at a time: the row says what is wrong', (_, deed) => {
    let done = 0;
    for (let column = FIRST; column <= FILLED; column++) {
      const inputs = onBase.filter((each) => each.column === column);
      const changed = inputs.flatMap((input) => {
        const its = deed(input);
        return its ? [{ input, to: its.to }] : [];
      });
      changed.forEach(({ input, to }) => judge.type(BASE, input, to));
      const shown = judge.shows(new Set(inputs.map(noteOf)));
      for (const { input, to } of changed) {
        const says = { input: input.called, column, to, note: shown.get(noteOf(input)) ?? '' };
        expect(says).toEqual({ ...says, note: isRight(input, to) ? '' : expect.stringMatching(/[a-z]{4}/) });
        judge.type(BASE, input, input.value);
        done++;
      }
    }
    expect(done).toBeGreaterThanOrEqual(deed(onBase[0]!) ? 100 : 0);
  });

  test.each([
    ...onBase.filter(({ row, column }) => (row + column) % 7 === 0).map((each) => [each.called, each] as const),
  ])('%s as a text: the verdict names it', (name, input) => {
    judge.type(BASE, input, 'abc');
    expect(judge.shows(new Set([verdict])).get(verdict)).toMatch(new RegExp(`^${name.replace(/[[\].]/g, '\\$&')}: `));
    judge.type(BASE, input, input.value);
    expect(judge.shows(new Set([verdict])).get(verdict)).toBe('OK');
  });

  test.each([
    ['a heading that is emptied', FIRST + 2, undefined, /^headings: a quarter has no heading$/],
    [
      'the last heading, emptied over its numbers',
      FILLED,
      undefined,
      /: not a number in every quarter, and in no other$/,
    ],
    ['a heading that is no quarter', FIRST + 1, 'abc', /^headings: expected the quarter after 1Q25A/],
    ['the first heading, no quarter', FIRST, 'abc', /^headings: expected a quarter such as 1Q25A/],
    ['a quarter that is left out', FILLED, '4Q26E', /^headings: expected the quarter after 1Q26A/],
    ['a quarter twice', FILLED, '1Q26A', /^headings: expected the quarter after 1Q26A/],
    ['a heading without its numbers', FILLED + 1, '3Q26E', /: not a number in every quarter, and in no other$/],
  ])('%s', (_, column, to, sentence) => {
    judge.type(BASE, { row: HEADER, column }, to);
    expect(judge.shows(new Set([verdict])).get(verdict)).toMatch(sentence);
    judge.type(BASE, { row: HEADER, column }, QUARTERS[column - FIRST]);
  });
});

describe.each(MODELS.map((model) => [sheetName(model), model] as const))('%s', (name, model) => {
  const verdict = placeOf(name, { row: VERDICT, column: NOW });
  const whole = workbookOf([model]);
  const inputs = declaredBy(model, whole.sheets[0]!);
  let judge: Judge;
  beforeAll(() => {
    judge = opened(checksAlone(whole, verdict));
  });
  afterAll(() => judge.close());
  const verdictNow = (): FileValue | undefined => judge.shows(new Set([verdict])).get(verdict);

  test('every cell that looks like an input is one that is checked, or a limit of one', () => {
    const checked = new Set(inputs.map(({ row, column }) => `${row},${column}`));
    const isLimit = ({ row, column }: FileCell): boolean =>
      column === LEAST ||
      column === MOST ||
      ['At least', 'At most'].some((each) => each === valuesIn(whole.sheets[0]!).get(`${row},${LABEL}`)?.value);
    const loose = whole.sheets[0]!.cells.filter(
      (cell) => isTyped(cell) && !isLimit(cell) && !checked.has(`${cell.row},${cell.column}`),
    );
    expect(loose.map(addressOf)).toEqual(['D4']);
  });

  test('the verdict asks every finding there is', () => {
    const asked = new Set(
      placesIn(whole.sheets[0]!.cells.find((cell) => cell.row === VERDICT && cell.column === NOW)!.formula!, name),
    );
    for (const cell of whole.sheets[0]!.cells)
      if (cell.formula !== undefined && (cell.column === FINDING || cell.column === CHECK_FINDING))
        expect(asked).toContain(placeOf(name, cell));
    expect(asked).toContain(placeOf(BASE, { row: VERDICT, column: 1 }));
  });

  test.each(Object.entries(DEEDS))('each input %s: the verdict names it', (_, deed) => {
    for (const input of inputs) {
      const its = deed(input);
      if (!its) continue;
      judge.type(name, input, its.to);
      const says = { input: input.called, at: addressOf(input), ...its, verdict: verdictNow() };
      const sentence = expect.stringContaining(input.called) as string;
      expect(says).toEqual({ ...says, verdict: isRight(input, its.to) ? 'OK' : sentence });
      judge.type(name, input, input.value);
    }
    expect(verdictNow()).toBe('OK');
  });

  test('a limit that is emptied', () => {
    const limit = whole.sheets[0]!.cells.find((cell) => cell.column === LEAST && typeof cell.value === 'number')!;
    judge.type(name, limit, undefined);
    expect(verdictNow()).toMatch(/expected a .*number from {2}to /);
    judge.type(name, limit, limit.value);
  });

  test('another quarter than there is', () => {
    for (const to of ['abc', undefined, 3]) {
      judge.type(name, { row: HEADER, column: NOW }, to);
      expect(verdictNow()).toMatch(/^Quarter: expected one of the headings/);
    }
    judge.type(name, { row: HEADER, column: NOW }, '1Q26A');
  });

  test('by the functions of the add-in: all inputs emptied at once, and a quarter of them turned to text', async () => {
    const typing = inputs.flatMap((input, i): Typing[number][] =>
      input.value === undefined ? [] : [[name, addressOf(input), i % 4 === 3 ? 'abc' : undefined]],
    );
    if (typing.length === 0) return;
    const spoilt = await live(withTyped(workbookOf([model]), typing));
    const cells = valuesIn(spoilt.sheets[0]!);
    expect(cells.get(`${VERDICT},${NOW}`)!.value).toContain('expected');
    const findings = spoilt.sheets[0]!.cells.filter(
      ({ column, value }) => column === FINDING && typeof value === 'string' && value !== '',
    );
    const wrong = new Set(
      inputs
        .filter((input, i) => input.value !== undefined && !isRight(input, i % 4 === 3 ? 'abc' : undefined))
        .map(({ row }) => row),
    );
    expect(findings.length).toBeGreaterThan(wrong.size / 10);
    expect(findings.some(({ value }) => isErrorValue(value))).toBe(false);
  });
});
