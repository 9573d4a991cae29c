/** Analyses in doubles say what the cell says, also where doubles alone could not tell. */
import { inputsOf } from '../../src/catalogue/call';
import { define, type Cell } from '../../src/catalogue/define';
import { number, share } from '../../src/catalogue/parameters';
import { Problem } from '../../src/catalogue/problem';
import { columnsOf } from '../../src/catalogue/columns';
import { answer, error } from '../functions/cell';

/** What is asked for by what is left of revenue; no answer where nothing is left. */
function asked() {
  const counted = { runs: 0 };
  const definition = define({
    name: 'TAAS_TEST',
    family: 'deal',
    answers: 'A test.',
    parameters: {
      margin: share('A margin.', { required: true }),
      opex: share('A rate.', { required: true }),
      amount: number('plain', 'An amount.', { required: true }),
    },
    result: { shape: 'number', unit: 'plain', about: 'a test' },
    formula: ({ margin, opex, amount }, m) => {
      counted.runs++;
      return amount.div(m.num(1).minus(opex).minus(margin));
    },
    examples: [
      { args: { margin: 0.5, opex: 0.25, amount: 1 }, gives: 4, says: 'a quarter is left' },
      { args: { margin: 0.3, opex: 0.7, amount: 1 }, gives: '#DIV/0!', says: 'nothing is left' },
    ],
  });
  return { definition, counted };
}

const PATHS = ['margin', 'opex', 'amount'];

function inColumns({ definition }: ReturnType<typeof asked>, rows: readonly (readonly number[])[]): number[] {
  const program = columnsOf(definition, inputsOf(definition, [0, 0, 1]), PATHS);
  const given = Object.fromEntries(PATHS.map((path, j) => [path, Float64Array.from(rows, (row) => row[j]!)]));
  const out = new Float64Array(rows.length);
  program.run(given, rows.length, [out]);
  return [...out];
}

/** How many rows are computed in decimals: how often the formula is read, besides what it is read for no rows at all. */
function decimalsFor(...rows: readonly (readonly number[])[]): number {
  const [some, none] = [asked(), asked()];
  inColumns(some, rows);
  inColumns(none, []);
  return some.counted.runs - none.counted.runs;
}

describe('a row in doubt is computed as the cell would', () => {
  test('nothing is divided by what is only rounding', () => {
    expect(inColumns(asked(), [[0.3, 0.7, 1]])).toEqual([NaN]);
  });

  test('numbers are the fifteen digits that a cell shows', () => {
    expect(inColumns(asked(), [[0.1 + 0.2, 0.7, 1]])).toEqual([NaN]);
  });

  test('a difference in the last digits that was given is one', () => {
    const [value] = inColumns(asked(), [[0.3, 0.699999999999999, 1]]);
    expect(value).toBe(1e15);
  });

  test('every complement of two digits', () => {
    const complements = Array.from({ length: 101 }, (_, i) => [i / 100, (100 - i) / 100, 1]);
    expect(inColumns(asked(), complements).every(Number.isNaN)).toBe(true);
  });

  test('others are not', () => {
    expect(decimalsFor([0.3, 0.6, 1], [0.3, 0.5, 1])).toBe(0);
    expect(decimalsFor([0.3, 0.7, 1], [0.3, 0.5, 1])).toBe(1);
  });
});

test('however many rows are in doubt, the work has an end, and they are decided all the same', () => {
  const test = asked();
  const rows = Array.from({ length: 300_000 }, (_, i) => [0.3, 0.7, i + 1]);
  expect(inColumns(test, rows).every(Number.isNaN)).toBe(true);
  expect(test.counted.runs).toBeLessThan(20_000);
});

test('one row many times is computed once', () => {
  expect(decimalsFor(...Array.from({ length: 2000 }, () => [0.3, 0.7, 1]))).toBe(1);
});

describe('what has no answer in the cell has none', () => {
  test('in a grid', () => {
    const axes = { param_x: 'target_margin', values_x: [[0.2, 0.3]], param_y: 'opex_rate', values_y: [[0.6], [0.7]] };
    const codes = answer('TAAS_GRID', { function: 'TAAS_REQUIRED_SHARE', ...axes }).cells.map((row) =>
      row.map((cell) => (cell instanceof Problem ? cell.code : typeof cell)),
    );
    expect(codes).toEqual([
      ['number', 'number'],
      ['number', '#N/A'],
    ]);
  });

  test('where a total is zero but for rounding', () => {
    const axes = { param_x: 'revenues[1]', values_x: [[0.1, 0.2]], param_y: 'revenues[2]', values_y: [[0.2]] };
    const [[none, some]] = answer('TAAS_GRID', {
      function: 'TAAS_BLENDED_MARGIN({1;1;-0.3},{0.5;0.5;0.5})',
      ...axes,
    }).cells as [Cell[]];
    expect(none).toMatchObject({ code: '#DIV/0!' });
    expect(some).toBeCloseTo(0.5, 12);
  });

  test('in a simulation', () => {
    const spec = [['target_margin', 'UNIFORM', 0.3, 0.3]];
    const inputs = [['opex_rate', 0.7]];
    const [code] = error('TAAS_SIMULATE', { function: 'TAAS_REQUIRED_SHARE', spec, trials: 10, inputs });
    expect(code).toBe('#N/A');
  });
});
