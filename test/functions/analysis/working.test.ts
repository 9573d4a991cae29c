/** TAAS_EXPLAIN of any function: its lines lead to its answer, and each line says how. */
import { evaluated } from '../../engines/ironcalc';
import { functions } from '../../../src/functions';
import { answer, cell, error, sameTo, type Arguments } from '../cell';

type Line = readonly [name: string, value: number, words: string, formula: string];

const working = (name: string, inputs?: readonly (readonly [string, unknown])[]): Line[] =>
  answer('TAAS_EXPLAIN', { function: name, inputs }).cells.slice(1) as unknown as Line[];

const withoutArguments = functions
  .filter(
    ({ formula, parameters }) => formula && Object.values(parameters).every((parameter) => !('required' in parameter)),
  )
  .map((definition) => [definition.name, definition] as const);

describe('the working of the base case', () => {
  test.each(withoutArguments)('%s names every line, in words and symbols', (name) => {
    for (const [line, value, words, formula] of working(name)) {
      expect(line).toMatch(/^\w+$/);
      expect(Number.isFinite(value)).toBe(true);
      expect(words).not.toBe('');
      expect(typeof formula).toBe('string');
    }
  });

  const scalars = withoutArguments.filter(([, { result }]) => result.shape === 'number');
  test.each(scalars)('%s ends in the answer', (name) => {
    expect(working(name).at(-1)![1]).toBe(cell(name));
  });

  test.each(scalars)('%s: each line is what its formula makes of the lines before it', (name) => {
    const lines = working(name);
    const steps = lines.filter(([, , , formula]) => formula !== '');
    const before = (at: Line): string =>
      lines
        .slice(0, lines.indexOf(at))
        .map(([line, value]) => `${line.replace(/^arr0$/, 'arr0_')},${value}`)
        .join(',');
    // Elements of lists and tiers are numbers in their line, so a line needs no more than those above it.
    const formulas = steps.map((step) => `=LET(${before(step)}${before(step) && ','}${step[3]})`);
    const judged = evaluated(formulas);
    const wrong = steps.filter(([, value], i) => !sameTo(1e-9, judged[i], value, 1e-9));
    expect(wrong).toEqual([]);
  });
});

test('names are found in any case, and pasted formulas are understood', () => {
  expect(working(' taas_margin ')).toEqual(working('TAAS_MARGIN'));
  expect(working('=TAAS_MARGIN()')).toEqual(working('TAAS_MARGIN'));
  const called = [
    ['token_spend', 1],
    ['fixed_fee', 0.7],
  ];
  expect(working('=TAAS_MARGIN(1, 0.7)')).toEqual(working('TAAS_MARGIN', called as never));
});

describe('inputs that replace defaults', () => {
  const margin = (inputs: readonly (readonly [string, unknown])[]): number => working('TAAS_MARGIN', inputs).at(-1)![1];

  test('by name, in any case and in any form', () => {
    expect(margin([['token_spend', 1]])).toBe(0.4);
    expect(margin([['TOKEN_SPEND', '1']])).toBe(0.4);
    expect(margin([['mode', 'whole']])).toBe(cell('TAAS_MARGIN', { mode: 'WHOLE' }));
  });

  test('element by element', () => {
    const tiers = [
      [0, 0.25],
      [0.5, 0.35],
      [1.5, 0.8],
    ];
    expect(margin([['tiers[3].rate', 0.8]])).toBe(cell('TAAS_MARGIN', { tiers }));
    expect(
      margin([
        ['tiers[2].from', 1],
        ['tiers[2].rate', 0.3],
      ]),
    ).toBe(
      cell('TAAS_MARGIN', {
        tiers: [
          [0, 0.25],
          [1, 0.3],
          [1.5, 0.4],
        ],
      }),
    );
  });

  test('and say where each number comes from', () => {
    const lines = working('TAAS_MARGIN', [['token_spend', 3]]);
    expect(lines[0]).toEqual(['token_spend', 3, 'given', '']);
    expect(lines[1]).toEqual(['fixed_fee', 0.7, 'base case, assumption', '']);
  });

  test.each<[Arguments, string, string]>([
    [{ function: 'TAAS_MARGN' }, '#N/A', 'no function TAAS_MARGN; the nearest are TAAS_MARGIN'],
    [{ function: 'TAAS_FACT' }, '#N/A', 'TAAS_FACT has no formula to show: a look-up in the data book.'],
    [
      { inputs: [['tokn_spend', 1]] },
      '#VALUE!',
      'TAAS_MARGIN has no parameter tokn_spend; the nearest are token_spend',
    ],
    [{ inputs: [['token_spend', 'two']] }, '#VALUE!', 'token_spend is "two": expected a number from 0 to 1,000,000.'],
    [
      { inputs: [['tiers[9].rate', 0.5]] },
      '#VALUE!',
      'inputs name tiers[9].rate: expected tiers[1].rate to tiers[3].rate.',
    ],
    [{ inputs: [['token_spend[1]', 0.5]] }, '#VALUE!', 'token_spend of TAAS_MARGIN is not a list or a table'],
    [{ function: 'TAAS_BLENDED_MARGIN' }, '#VALUE!', 'revenues is missing'],
  ])('%j is answered with what is wrong', (args, code, start) => {
    const [got, sentence] = error('TAAS_EXPLAIN', args);
    expect(got).toBe(code);
    expect(sentence.startsWith(start)).toBe(true);
  });
});

test('a line of thousands of terms is cut where a formula would be too long, and still fits its cell', () => {
  const list = `{${'1;'.repeat(4999)}1}`;
  const [, , words, formula] = working(`TAAS_BLENDED_MARGIN(${list},${list})`).at(-2)!;
  expect([words.length, formula.length]).toEqual([8192, 8192]);
  expect(formula).toMatch(/^SUM\(.* …$/);
});
