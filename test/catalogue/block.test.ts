/** A block of cases: one range of an analyst's sheet, from which every function of the workbook takes its inputs. */
import fc from 'fast-check';
import { caseAt, casesIn, type Cases } from '../../src/catalogue/block';
import { orProblem, Problem } from '../../src/catalogue/problem';
import { catalogue } from '../functions/cell';
import './seed';

const MARGIN = catalogue.find('TAAS_MARGIN');

const BLOCK = [
  ['Name', 'Unit', 'Source', '1Q26A', '2Q26E', 'BEAR'],
  ['Deal', '', '', null, null, null],
  ['token_spend', '$bn a quarter', 'own model', 2, 4.02, 1.2],
  ['fixed_fee', '$bn a quarter', '', 0.7, 1.5, 0.7],
  ['infra_cogs', '$bn a quarter', '', 0.55, 1.18, 0.55],
  ['tiers[3].rate', 'share', '', '40%', 0.4, 0.35],
  ['arr', '$bn a year', '', 30, 54, 20],
] as const;

const read = (rows: readonly (readonly unknown[])[]): Cases => casesIn(rows, catalogue);
const sentence = (ask: () => unknown): string => {
  const answer = orProblem(ask);
  return answer instanceof Problem ? answer.sentence : `no error: ${JSON.stringify(answer)}`;
};
const pairs = (rows: readonly (readonly unknown[])[], name: string): unknown => {
  const cases = read(rows);
  return cases.pairs(caseAt(cases, name), MARGIN);
};
/** The block with one cell changed. */
const withCell = (row: number, column: number, value: unknown): unknown[][] =>
  BLOCK.map((cells, i) => cells.map((cell, j) => (i === row - 1 && j === column - 1 ? value : cell)));

test('the headings that describe are no cases; a row without values is a heading', () => {
  expect(read(BLOCK).names).toEqual(['1Q26A', '2Q26E', 'BEAR']);
  expect(pairs(BLOCK, ' 2q26e ')).toEqual([
    ['token_spend', 4.02, 'row 3 of cases'],
    ['fixed_fee', 1.5, 'row 4 of cases'],
    ['infra_cogs', 1.18, 'row 5 of cases'],
    ['tiers[3].rate', 0.4, 'row 6 of cases'],
  ]);
});

test('what the asked function lacks and another one has is passed over', () => {
  const lab = read(BLOCK);
  expect(lab.pairs(2, catalogue.find('TAAS_ARR_FORECAST'))).toEqual([]);
  expect(read([['arr', 30]]).pairs(0, MARGIN)).toEqual([]);
});

test('two columns without a heading are names and values', () => {
  const cases = read([
    ['token_spend', 1.272],
    [' TIERS [4] . from', 3],
    ['tiers[4].rate', 0.5],
  ]);
  expect(cases.names).toEqual(['']);
  expect(cases.pairs(0, MARGIN)).toEqual([
    ['token_spend', 1.272, 'row 1 of cases'],
    ['tiers[4].from', 3, 'row 2 of cases'],
    ['tiers[4].rate', 0.5, 'row 3 of cases'],
  ]);
});

test('a blank cell in a row that is used is never our default', () => {
  for (const blank of [null, undefined, '', '  ', { type: 'Empty', basicType: 'Empty', basicValue: '' }]) {
    const rows = withCell(5, 5, blank);
    expect(sentence(() => pairs(rows, '2Q26E'))).toBe(
      'infra_cogs is blank in 2Q26E, row 5: expected a number from 0 to 1,000,000.',
    );
    expect(pairs(rows, 'BEAR')).toContainEqual(['infra_cogs', 0.55, 'row 5 of cases']);
  }
});

test('an error in a cell that is used comes out with its place; in one that is not it does not', () => {
  for (const error of [
    { type: 'Error', basicType: 'Error', basicValue: '#DIV/0!' },
    { code: '#DIV/0!', message: '' },
  ]) {
    const rows = withCell(5, 5, error);
    const problem = orProblem(() => pairs(rows, '2Q26E'));
    expect(problem).toMatchObject({
      code: '#DIV/0!',
      sentence: 'infra_cogs is #DIV/0! in 2Q26E, row 5: the error is in what it was given.',
    });
    expect(pairs(rows, 'BEAR')).toContainEqual(['infra_cogs', 0.55, 'row 5 of cases']);
    expect(pairs(withCell(7, 5, error), '2Q26E')).toHaveLength(4);
    expect(pairs(withCell(3, 3, error), '2Q26E')).toHaveLength(4);
  }
});

const HEADED = [['Name', 'Base'] as const];

test.each<[string, unknown[][], string]>([
  [
    'a name that no function has',
    withCell(4, 1, 'fixed_fe'),
    'cases names "fixed_fe" in row 4, which no function takes: the nearest are fixed_fee',
  ],
  ['a name that is no name', withCell(4, 1, 2026), 'cases has 2026 in row 4, column 1: expected a parameter name.'],
  [
    'a name twice',
    withCell(4, 1, 'Token_Spend '),
    'token_spend is given in row 3 and again in row 4 of cases: expected one of the two.',
  ],
  [
    'an element twice',
    withCell(4, 1, 'tiers[ 3 ].rate'),
    'tiers[3].rate is given in row 4 and again in row 6 of cases: expected one of the two.',
  ],
  ['values without a name', withCell(4, 1, null), 'cases has blank in row 4, column 1: expected a parameter name.'],
  ['a case twice', withCell(1, 6, '2q26E'), 'cases has 2q26E in column 5 and again in column 6: expected two names.'],
  [
    'a merged heading',
    withCell(1, 5, null),
    'cases has no heading in column 5, whose row 3 is filled: expected a heading above every column (merged cells head only their first).',
  ],
  [
    'headings that only describe',
    [
      ['Name', 'Unit'],
      ['token_spend', '$bn'],
    ],
    'cases has no cases in row 1: expected a heading above each column of values.',
  ],
  [
    'no headings over several cases',
    [
      ['token_spend', 2, 4.02],
      ['fixed_fee', 0.7, 1.5],
    ],
    'cases has no headings: row 1 begins with token_spend, an input: expected a row of case names above the values.',
  ],
  [
    'a block on its side, headed',
    [
      ['Case', 'token_spend', 'fixed_fee'],
      ['2Q26E', 4.02, 1.5],
    ],
    'cases is on its side: token_spend stands in row 1: expected one row an input, one column a case (TRANSPOSE turns it).',
  ],
  [
    'a block on its side, bare',
    [
      ['token_spend', 'fixed_fee', 'infra_cogs'],
      [4.02, 1.5, 1.18],
    ],
    'cases is on its side: token_spend stands in row 1: expected one row an input, one column a case (TRANSPOSE turns it).',
  ],
  [
    'a block of two inputs on its side',
    [
      ['token_spend', 'fixed_fee'],
      [4.02, 1.5],
      [5, 1.7],
    ],
    'cases is on its side: token_spend stands in row 1: expected one row an input, one column a case (TRANSPOSE turns it).',
  ],
  [
    'one column',
    [['token_spend'], ['fixed_fee']],
    'cases is a range of 2×1 cells: expected a name beside its values: one row an input, one column a case.',
  ],
  [
    'nothing',
    [...HEADED, ['token_spend', null], [null, null]].map((row) => [...row]),
    'cases says nothing: every case is blank: expected a value beside at least one name.',
  ],
  [
    'a misspelt name where a heading could be',
    [
      ['tokn_spend', 2],
      ['fixed_fee', 0.7],
    ],
    'cases names "tokn_spend" in row 1, which no function takes: the nearest are token_spend',
  ],
  [
    'an error for a name',
    withCell(4, 1, { code: '#REF!' }),
    'cases is #REF! in row 4, column 1: the error is in what it was given.',
  ],
])('%s is refused in a sentence', (_what, rows, said) => {
  expect(sentence(() => read(rows).pairs(1, MARGIN))).toContain(said);
});

test('a case that is not there is answered with those that are', () => {
  expect(sentence(() => pairs([...BLOCK], '4Q26'))).toBe('case is "4Q26": expected 1Q26A, 2Q26E or BEAR.');
  expect(sentence(() => pairs([['token_spend', 2]], 'BEAR'))).toBe(
    'case is "BEAR": expected none, since the columns have no headings.',
  );
});

test('headings that are numbers, and a blank column between', () => {
  const rows = [
    [null, 2026, '', 2027],
    ['token_spend', 8, null, 16],
  ];
  expect(read(rows).names).toEqual(['2026', '2027']);
  expect(pairs(rows, '2027')).toEqual([['token_spend', 16, 'row 2 of cases']]);
});

test('a sentence of the gate says in which case and row', () => {
  const cases = read(BLOCK);
  const problem = new Problem('#VALUE!', 'fixed_fee is -1: expected a number from 0 to 1,000,000.', 'fixed_fee');
  expect(cases.located(problem, 1).sentence).toBe(
    'fixed_fee is -1: expected a number from 0 to 1,000,000 (2Q26E, row 4).',
  );
  expect(cases.located(new Problem('#N/A', 'no answer.', 'mode'), 1).sentence).toBe('no answer.');
});

test('the order of rows, headings between them and case and spaces of names change nothing', () => {
  const rows = BLOCK.slice(1).filter(([name]) => name !== 'Deal');
  const sorted = (given: unknown): unknown =>
    [...(given as [string, unknown][])].map(([k, v]) => `${k} ${String(v)}`).sort();
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (order, headings) => {
        const block = [
          BLOCK[0],
          ...order.flatMap((row, i) => [
            ...(headings[i] ? [['a heading', '', '', null, '', undefined]] : []),
            headings[5 - i] ? [` ${row[0].toUpperCase()}  `, ...row.slice(1)] : row,
          ]),
        ];
        for (const name of ['1Q26A', '2Q26E', 'BEAR'])
          expect(sorted(pairs(block, name))).toEqual(sorted(pairs([...BLOCK], name)));
      },
    ),
  );
});
