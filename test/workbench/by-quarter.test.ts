/** The model by quarter as the grid computes it: every answer is the core's, and nothing is answered without a word. */
import { byQuarter } from '../../src/models/by-quarter';
import { answer, catalogue } from '../functions/cell';
import { loadAddIn } from './add-in';
import { openSheet } from './headless';

const { metadata, implementations } = loadAddIn();
let sheet: ReturnType<typeof openSheet>;

beforeEach(async () => {
  sheet = openSheet(metadata, implementations);
  await sheet.write(byQuarter);
});
afterEach(() => sheet.close());

const QUARTERS = 'EFGHIJKLMNOP';
const textAt = new Map(byQuarter.cells.map(({ at, value }) => [at, value]));
const rowLabelled = (label: string): number =>
  Number([...textAt].find(([at, value]) => at.startsWith('A') && value === label)![0].slice(1));
const HEADER = rowLabelled('Name');
const formulaIn = (at: string): string => byQuarter.cells.find((cell) => cell.at === at)!.formula!;
const END = Number(/\$Q\$(\d+)/.exec(formulaIn(`D${rowLabelled('EBIT margin') - 1}`))![1]);
const rows = Array.from({ length: END - HEADER }, (_, i) => HEADER + 1 + i).filter((row) => textAt.has(`B${row}`));
const nameIn = (row: number): string => textAt.get(`A${row}`) as string;

/** Every formula that answers the block: its function and the first row of its values. */
const OUTPUTS = byQuarter.cells.flatMap(({ at, formula }) => {
  const [, name] = /^=TAAS_CALL\("(\w+)"/.exec(formula ?? '') ?? [];
  if (name === undefined) return [];
  const { gives } = catalogue.find(name).examples[0]!;
  return [
    {
      name,
      at,
      first: Number(at.slice(1)) + (at.startsWith('D') ? 1 : 0),
      lines: Array.isArray(gives) ? gives.length : 1,
    },
  ];
});

/** What a column of the block gives a function, number by number. */
function argumentsIn(column: string, name: string): Record<string, unknown> {
  const { parameters } = catalogue.find(name);
  const args: Record<string, unknown> = {};
  const tiers: number[][] = [];
  for (const row of rows) {
    const [, input = '', at] = /^(\w+)(?:\[(\d)\]\.\w+)?$/.exec(nameIn(row))!;
    if (!(input in parameters)) continue;
    const value = sheet.value(`${column}${row}`) as number;
    if (at === undefined) args[input] = value;
    else args[input] = ((tiers[Number(at) - 1] ??= []).push(value), tiers);
  }
  return args;
}

/** The values of one quarter from its function alone, without a block. */
function linesOf(name: string, column: string): unknown[] {
  const { cells, single } = answer(name, argumentsIn(column, name));
  return single ? cells.flat() : cells.slice(1).map((row) => row[1]);
}
const shown = (column: string, { first, lines }: (typeof OUTPUTS)[number]): unknown[] =>
  sheet.block(`${column}${first}`, lines, 1).flat();

test('the first quarter of 2026 is the base case: fee 0.7, cost 0.55, margin 55%', () => {
  const value = (name: string): unknown => sheet.value(`I${rows.find((row) => nameIn(row) === name)!}`);
  expect(value('fixed_fee')).toBeCloseTo(0.7, 12);
  expect(value('infra_cogs')).toBeCloseTo(0.55, 12);
  expect(sheet.value(`I${rowLabelled('EBIT margin')}`)).toBeCloseTo(0.55, 12);
});

test('what the block computes is what the sheet says it comes to', () => {
  const computed = byQuarter.cells.filter(({ value, formula }) => value !== undefined && formula !== undefined);
  expect(computed).not.toHaveLength(0);
  for (const { at, value } of computed) expect([at, sheet.value(at)]).toEqual([at, expect.closeTo(value as number, 9)]);
});

test('what AWS reported is what the series has', () => {
  const row = rows.find((each) => nameIn(each) === 'aws_revenue')!;
  const series = answer('TAAS_SERIES', { entity: 'AWS', metric: 'REVENUE', from: '1Q25', to: '1Q26' });
  expect(sheet.values(`E${row}:I${row}`)).toEqual(series.cells);
});

test('every row of the block is an input of some function, with its unit and range', () => {
  const numbers = (text: string): string[] => text.match(/\d+(?:,\d{3})*/g)!;
  const known = new Map(
    OUTPUTS.flatMap(({ name }) => answer('TAAS_ASSUMPTIONS', { function: name }).cells.slice(1)).map(
      ([name, , unit, range]) => [name, { unit, range }],
    ),
  );
  for (const row of rows.filter((each) => nameIn(each) !== 'mw')) {
    const { unit, range } = known.get(nameIn(row))!;
    expect(unit).toMatch(new RegExp(`^${(textAt.get(`B${row}`) as string).replaceAll('$', '\\$')}`));
    expect(numbers(textAt.get(`C${row}`) as string)).toEqual(numbers(range as string));
  }
});

test.each(OUTPUTS.map((each) => [each.name, each] as const))(
  '%s answers every quarter as the core does',
  (name, each) => {
    for (const column of QUARTERS) {
      const expected = linesOf(name, column);
      expect(expected).toHaveLength(each.lines);
      shown(column, each).forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 12));
    }
  },
);

test('lines that sum up what is above are the bold ones', () => {
  const bold = [
    ...new Set(byQuarter.cells.filter(({ look }) => look === 'total').map(({ at }) => at.replace(/^\D+/, ''))),
  ];
  expect(bold.map((row) => sheet.value(`D${row}`))).toEqual(['Net revenue', 'Gross profit', 'EBIT', 'Gross profit']);
});

test('by the spend alone the margin climbs, where infrastructure that follows the spend holds it', () => {
  const row = rowLabelled('EBIT margin by the spend alone');
  const [alone] = sheet.values(`I${row}:P${row}`) as [number[]];
  const [followed] = sheet.values(`I${rowLabelled('EBIT margin')}:P${rowLabelled('EBIT margin')}`) as [number[]];
  alone.slice(1).forEach((margin, i) => expect(margin).toBeGreaterThan(alone[i]!));
  expect(alone.at(-1)).toBeGreaterThan(0.8);
  for (const margin of followed) expect(Math.abs(margin - 0.565)).toBeLessThan(0.016);
  const percent = (x: number): string => `${(x * 100).toFixed(1)}%`;
  expect(sheet.value(`A${row + 1}`)).toBe(
    `Fee and cost stand still at our base case: from ${percent(alone[0]!)} it climbs to ${percent(alone.at(-1)!)} in 4Q27E, and nothing says so. Where infrastructure follows the spend it is ${percent(followed.at(-1)!)}.`,
  );
});

test('the walk from 1Q26A to 2Q26E adds up to the change of the margin', () => {
  const first = rowLabelled('To') + 1;
  const [header, ...lines] = sheet.block(`D${first}`, 5, 4) as [string[], ...[string, number, number, number][]];
  expect(header).toEqual(['Driver', '1Q26A', '2Q26E', 'Effect']);
  expect(lines.map(([driver]) => driver)).toEqual(['token_spend', 'fixed_fee', 'infra_cogs', 'Total']);
  const [from, to] = ['I', 'J'].map((column) => sheet.value(`${column}${rowLabelled('EBIT margin')}`) as number);
  const effects = lines.map((line) => line[3]);
  expect(effects[3]).toBeCloseTo((to! - from!) * 10_000, 9);
  expect(effects[0]! + effects[1]! + effects[2]!).toBeCloseTo(effects[3]!, 9);
});

describe('nothing is answered without a word', () => {
  test.each(rows.map((row) => [nameIn(row), row]))('%s of 2Q26E is cleared', async (name, row) => {
    const before = new Map([...QUARTERS].map((column) => [column, OUTPUTS.map((each) => shown(column, each))]));
    await sheet.clear(`J${row}`);
    for (const column of QUARTERS)
      OUTPUTS.forEach((each, i) => {
        const values = shown(column, each);
        if (column !== 'J') return expect(values).toEqual(before.get(column)![i]);
        const takes = name.replace(/\[.*/, '') in catalogue.find(each.name).parameters;
        if (!takes && values.every((value) => typeof value === 'number')) {
          return expect(values).toEqual(before.get(column)![i]);
        }
        values.forEach((value, k) => {
          expect(value).toMatch(/^#(VALUE!|DIV\/0!)$/);
          const sentence = sheet.sentence(`J${each.first + k}`)!;
          expect(sentence).toMatch(/2Q26E, row \d+/);
          if (takes)
            expect(sentence).toBe(`${name} is blank in 2Q26E, row ${row - HEADER + 1}: ${sentence.split(': ')[1]}`);
        });
      });
  });

  const drivers = byQuarter.cells.filter(
    ({ at, look }) => look === 'input' && at.startsWith('E') && Number(at.slice(1)) < HEADER,
  );
  test.each(drivers.map(({ at }) => [textAt.get(at.replace('E', 'A')), at]))('%s is cleared', async (_label, at) => {
    await sheet.clear(at);
    const [margin] = OUTPUTS;
    expect(sheet.value(margin!.at)).toMatch(/^#/);
    expect(sheet.sentence(margin!.at)).toMatch(/^(fixed_fee|infra_cogs) is /);
  });
});

test('another quarter: a column inserted before the empty one, and every answer follows', async () => {
  sheet.sheet.insertColumnBefore('Q'.charCodeAt(0) - 65);
  const copied = byQuarter.cells
    .filter(({ at }) => /^P\d/.test(at) && Number(at.slice(1)) <= END && Number(at.slice(1)) > HEADER)
    .filter(({ value, formula }) => value !== undefined || formula !== undefined);
  await sheet.type({
    [`Q${HEADER}`]: '1Q28E',
    ...Object.fromEntries(
      copied.map(({ at, value, formula }) => [`Q${at.slice(1)}`, formula?.replace(/\bP(?=\d)/g, 'Q') ?? value!]),
    ),
    [`Q${rows[0]!}`]: 12.5,
  });
  expect(sheet.value(`Q${rowLabelled('EBIT margin') - 1}`)).toBe('1Q28E');
  for (const each of OUTPUTS) {
    const expected = linesOf(each.name, 'Q');
    shown('Q', each).forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 12));
  }
  expect(sheet.value(`Q${rowLabelled('EBIT margin')}`)).not.toBe(sheet.value(`P${rowLabelled('EBIT margin')}`));
});

test('a quarter that is not in the block is no number either', async () => {
  await sheet.type({ [`D${rowLabelled('To')}`]: '2Q28E' });
  const at = `D${rowLabelled('To') + 1}`;
  expect([sheet.value(at), sheet.sentence(at)]).toEqual(['#VALUE!', expect.stringContaining('to is "2Q28E"')]);
});
