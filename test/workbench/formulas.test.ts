/** Formulas typed into the workbench's grid: the built add-in, the real engine, no screen. */
import { callByName } from '../../src/catalogue/call';
import { catalogueOf } from '../../src/catalogue/catalogue';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { loadAddIn } from './add-in';
import { formulaText } from './formula-text';
import { openSheet } from './headless';

const catalogue = catalogueOf(functions);
const { metadata, implementations } = loadAddIn();
let sheet: ReturnType<typeof openSheet>;

beforeEach(() => {
  sheet = openSheet(metadata, implementations);
});
afterEach(() => sheet.close());

test('every function of functions.json is there to be called', () => {
  expect([...implementations.keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
});

describe.each(functions.map((definition) => [definition.name, definition] as const))('%s', (_name, definition) => {
  test.each(definition.examples.map((example) => [formulaText(definition, example.args), example] as const))(
    '%s',
    async (formula, example) => {
      const expected = callByName(definition, example.args, catalogue);
      await sheet.type({ A1: formula });
      if (expected instanceof Problem) {
        expect([sheet.value('A1'), sheet.sentence('A1')]).toEqual([expected.code, expected.sentence]);
        return;
      }
      const rows = expected.cells.map((row) => row.map((cell) => (cell instanceof Problem ? cell.code : cell)));
      expect(sheet.block('A1', rows.length, rows[0]!.length)).toEqual(rows);
    },
  );
});

describe('arguments arrive as Excel passes them', () => {
  test.each([
    ['=TAAS_MARGIN()', 0.55],
    ['=taas_margin()', 0.55],
    ['=TAAS_MARGIN(2,,,,0.55,5%)', 0.55],
    ['=TAAS_MARGIN("2","70%")', 0.55],
    ['=TAAS_MARGIN(Y1)', 0.55],
    ['=TAAS_MARGIN(,,,,)', 0.55],
    ['=ROUND(TAAS_MARGIN()*2,4)', 1.1],
    ['=LET(m,TAAS_MARGIN(),m+m)', 1.1],
    ['=SUM(MAP({2,2},LAMBDA(g,TAAS_MARGIN(g))))', 1.1],
    ['=IFERROR(TAAS_MARGIN(,,,,,5),"caught")', 'caught'],
    ['=IFNA(TAAS_REQUIRED_SHARE(0.96),"none")', 'none'],
  ])('%s', async (formula, expected) => {
    const answer = await sheet.answer(formula);
    if (typeof expected === 'number') expect(answer).toBeCloseTo(expected, 12);
    else expect(answer).toBe(expected);
  });

  test('a range of two columns is a tier table, a range of one is a list', async () => {
    await sheet.type({ A1: 0, B1: 0.25, A2: 0.5, B2: 0.35, A3: 1.5, B3: 0.4, D1: 100, D2: 300, E1: 0.2, E2: 0.6 });
    expect(await sheet.answer('=TAAS_MARGIN(,,,A1:B3)')).toBeCloseTo(0.55, 12);
    expect(await sheet.answer('=TAAS_BLENDED_MARGIN(D1:D2,E1:E2)')).toBeCloseTo(0.5, 12);
  });
});

describe('errors', () => {
  test.each(['=Missing!A1', '=SUM(A1', '="abc', '=1+'])(
    '%s in a cell says nothing of the formula that was there',
    async (formula) => {
      await sheet.type({ Z1: '=TAAS_MARGIN("abc")' });
      await sheet.type({ Z1: formula });
      const [cell] = await sheet.host.read([{ sheet: 'Sheet1', address: 'Z1' }]);
      expect(cell).toMatchObject({ formula, value: '#VALUE!' });
      expect(cell!.sentence).toBeUndefined();
    },
  );

  test.each([
    ['=TAAS_MARGIN(,,,,,5)', '#VALUE!', /opex_rate is 5: .*5% is 0\.05/],
    ['=TAAS_MARGIN("abc")', '#VALUE!', /token_spend/],
    ['=TAAS_MARGIN(1,2,3,4,5,6,7,8,9,10,11)', '#VALUE!', /takes at most 10 values: 11 given/],
    ['=TAAS_VERSION(1)', '#VALUE!', /takes no values: 1 given/],
    ['=TAAS_BLENDED_MARGIN()', '#VALUE!', /revenues/],
    ['=TAAS_REQUIRED_SHARE(0.96)', '#N/A', /opex/],
    ['=TAAS_MARGIN(0,0)', '#DIV/0!', /./],
    ['=TAAS_FACT("no such fact")', '#N/A', /no such fact/i],
  ])('%s is %s and says why', async (formula, code, sentence) => {
    expect(await sheet.answer(formula)).toBe(code);
    expect(sheet.sentence('Z1')).toMatch(sentence);
  });

  test.each(['#N/A', '#DIV/0!', '#NUM!'])('%s passed in comes out again', async (code) => {
    const source = { '#N/A': '=NA()', '#DIV/0!': '=1/0', '#NUM!': '=SQRT(-1)' }[code]!;
    await sheet.type({ A1: source, A2: 1, B1: 0.5, B2: 0.5 });
    expect(await sheet.answer('=TAAS_MARGIN(A1)')).toBe(code);
    expect(await sheet.answer('=TAAS_BLENDED_MARGIN(A1:A2,B1:B2)', 'Z2')).toBe(code);
  });

  test('the latest are kept, newest first, at most fifty, each once', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`A${i + 1}`, `=TAAS_MARGIN(,,,,,${i + 5})`]));
    await sheet.type(many);
    await sheet.type({ B1: '=TAAS_MARGIN("late")' });
    await sheet.type({ B1: '=TAAS_MARGIN("late")' });
    const errors = sheet.answers.errors();
    expect(errors).toHaveLength(50);
    expect(errors[0]).toMatchObject({ cell: { row: 0, column: 1 }, functionName: 'TAAS_MARGIN' });
    expect(errors[1]!.cell.column).toBe(0);
  });
});

describe('tables and lists', () => {
  test('a table spills, with the format of each cell', async () => {
    await sheet.type({ A1: '=TAAS_PNL()' });
    expect(sheet.values('A5:B5')).toEqual([['Net revenue', 1.375]]);
    expect(sheet.values('A11:B11')).toEqual([['EBIT margin', 0.55]]);
    expect(sheet.formatOf('B11')).toMatch(/%$/);
    expect(sheet.formatOf('B5')).not.toMatch(/%/);
  });

  test('a table without room is #SPILL!, and spills when there is room', async () => {
    await sheet.type({ A4: 'in the way', A1: '=TAAS_PNL()' });
    expect(sheet.value('A1')).toBe('#SPILL!');
    // What is in the way stands for itself: it has not come from the table.
    const at = { sheet: 'Sheet1', address: 'A4' };
    const [cell] = await sheet.host.read([at]);
    expect(cell).toEqual({ place: at, formula: '', value: 'in the way', shown: 'in the way' });
    expect((await sheet.host.formulas(at))[0]!.formulas).toEqual([['in the way']]);
    sheet.sheet.getRange('A4').clearContent();
    await sheet.type({ F1: 1 });
    expect(sheet.values('A5:B5')).toEqual([['Net revenue', 1.375]]);
  });

  test('a range where one value is expected answers cell by cell', async () => {
    await sheet.type({ A1: 1, A2: 2, A3: 'x', C1: '=TAAS_MARGIN(A1:A3)' });
    expect(sheet.value('C2')).toBeCloseTo(0.55, 12);
    expect(sheet.value('C3')).toBe('#VALUE!');
    expect(sheet.sentence('C3')).toMatch(/token_spend/);
  });

  test('sixteen quarters in a row answer sixteen margins; a table for each of them has no room and says so', async () => {
    const quarters = Array.from({ length: 16 }, (_, i) => String.fromCharCode('C'.charCodeAt(0) + i));
    await sheet.type({
      ...Object.fromEntries(quarters.map((column, i) => [`${column}5`, i + 1])),
      C7: '=TAAS_MARGIN(C5:R5)',
      C9: '=TAAS_PNL(C5:R5)',
    });
    expect([sheet.value('C7'), sheet.value('R7')]).toEqual([0.4, expect.closeTo(0.8711, 4)]);
    expect(sheet.value('C9')).toBe('#VALUE!');
    expect(sheet.sentence('C9')).toMatch(/^TAAS_PNL answers a table .* TAAS_CALL/);
  });
});

describe('number formats', () => {
  test('a percentage shows as one, also where a cell only refers to it', async () => {
    await sheet.type({ A1: '=TAAS_MARGIN()', A2: '=A1' });
    expect([sheet.formatOf('A1'), sheet.formatOf('A2')]).toEqual(['0.0%', '0.0%']);
  });

  test('a format that the analyst has chosen stays', async () => {
    sheet.sheet.getRange('A1').setValue({ v: 1, s: { n: { pattern: '0.0000' } } });
    await sheet.type({ A1: '=TAAS_MARGIN()' });
    expect(sheet.formatOf('A1')).toBe('0.0000');
  });

  test('a default format leaves with the answer it came with', async () => {
    await sheet.type({ A1: '=TAAS_MARGIN()', A2: '=TAAS_PNL()' });
    await sheet.type({ A1: 3, A2: '=1+1' });
    expect([sheet.formatOf('A1'), sheet.formatOf('B12'), sheet.value('B12')]).toEqual([undefined, undefined, null]);
  });
});

test('formats keep to their lines when a row is inserted above', async () => {
  await sheet.type({ A2: '=TAAS_PNL()' });
  sheet.sheet.insertRowBefore(0);
  await sheet.recalculate();
  expect(sheet.values('A7:B7')).toEqual([['Net revenue', 1.375]]);
  expect([sheet.formatOf('B11'), sheet.formatOf('B12')]).toEqual([sheet.formatOf('B7'), expect.stringMatching(/%$/)]);
});

describe('recalculation', () => {
  test('a changed input moves all that stands on it', async () => {
    await sheet.type({ A1: 0.55, A2: '=TAAS_MARGIN(,,,,A1)', A3: '=A2*2', A4: '=TAAS_PNL(,,,,A1)' });
    expect(sheet.value('A3')).toBeCloseTo(1.1, 12);
    await sheet.type({ A1: 0.48125 });
    expect(sheet.value('A2')).toBeCloseTo(0.6, 12);
    expect(sheet.value('A3')).toBeCloseTo(1.2, 12);
    expect(sheet.value('B14')).toBeCloseTo(0.6, 12);
  });

  test('an error that is mended is gone from the cell', async () => {
    await sheet.type({ A1: 5, A2: '=TAAS_MARGIN(,,,,,A1)' });
    expect(sheet.sentence('A2')).toMatch(/opex_rate/);
    await sheet.type({ A1: 0.05 });
    expect(sheet.value('A2')).toBeCloseTo(0.55, 12);
    expect(sheet.sentence('A2')).toBeUndefined();
  });
});
