/** Any function on the analyst's own block of cases: a column for each quarter, and one formula for each row. */
import { callByName } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { growthOf } from '../../work';
import { answer, catalogue, cell, difference, error, sameTo, type Arguments } from '../cell';

const BLOCK = [
  ['Name', 'Unit', 'Source', '1Q26A', '2Q26E', 'BEAR'],
  ['Deal', '', '', null, null, null],
  ['token_spend', '$bn a quarter', 'own model', 2, 4.02, 1.2],
  ['fixed_fee', '$bn a quarter', '', 0.7, 1.5, 0.7],
  ['infra_cogs', '$bn a quarter', '', 0.55, 1.18, 0.55],
  ['arr', '$bn a year', '', 30, 54, 20],
];
const withCell = (row: number, column: number, value: unknown): unknown[][] =>
  BLOCK.map((cells, i) => cells.map((each, j) => (i === row - 1 && j === column - 1 ? value : each)));
const called = (args: Arguments = {}) => answer('TAAS_CALL', { function: 'TAAS_MARGIN', cases: BLOCK, ...args }).cells;
const refused = (args: Arguments): string => error('TAAS_CALL', { function: 'TAAS_MARGIN', cases: BLOCK, ...args })[1];

test('all cases side by side, with their names above', () => {
  expect(called()).toEqual([
    ['Case', '1Q26A', '2Q26E', 'BEAR'],
    ['TAAS_MARGIN', 0.55, expect.closeTo(0.554425075427422, 14), expect.closeTo(0.435981, 5)],
  ]);
  expect(called({ headers: false })[0]).toEqual(called()[1]!.slice(1));
});

test('a case is the function with these arguments', () => {
  expect(called({ case: ' 2q26e' })).toEqual(
    answer('TAAS_MARGIN', { token_spend: 4.02, fixed_fee: 1.5, infra_cogs: 1.18 }).cells,
  );
  expect(called({ function: 'TAAS_PNL', case: 'BEAR' })).toEqual(
    answer('TAAS_PNL', { token_spend: 1.2, fixed_fee: 0.7, infra_cogs: 0.55 }).cells,
  );
});

test('the lines of a table, in a column for each case', () => {
  const pnl = called({ function: 'TAAS_PNL' });
  expect(pnl[0]).toEqual(['Line', '1Q26A', '2Q26E', 'BEAR']);
  for (const [j, name] of ['1Q26A', '2Q26E', 'BEAR'].entries())
    expect(pnl.slice(1).map((row) => [row[0], row[j + 1]])).toEqual(
      called({ function: 'TAAS_PNL', case: name }).slice(1),
    );
});

test('a line of a table is a number for each case', () => {
  expect(called({ function: 'TAAS_PNL[EBIT]' })).toEqual([
    ['Case', '1Q26A', '2Q26E', 'BEAR'],
    ['TAAS_PNL[EBIT]', 0.75625, 1.65385, expect.closeTo(0.4665, 12)],
  ]);
  const { units } = answer('TAAS_CALL', {
    function: 'TAAS_GROSS_NET[EBIT, Agent (net)]',
    cases: BLOCK,
    headers: false,
  });
  expect(units).toEqual([['usd_bn_quarter', 'usd_bn_quarter', 'usd_bn_quarter']]);
});

test('what a call gives is the same in every case', () => {
  expect(called({ function: 'TAAS_MARGIN(,,,,,0)', case: '1Q26A' })).toEqual(
    answer('TAAS_MARGIN', { opex_rate: 0 }).cells,
  );
  expect(refused({ function: 'TAAS_MARGIN(3)' })).toBe(
    'token_spend is given in the call and again in row 3 of cases: expected one of the two.',
  );
});

test('a case that fails shows its error in its own column only', () => {
  const cells = called({ cases: withCell(5, 5, null) });
  expect(cells[1]![1]).toBe(0.55);
  expect(cells[1]![2]).toBeInstanceOf(Problem);
  expect((cells[1]![2] as Problem).sentence).toBe(
    'infra_cogs is blank in 2Q26E, row 5: expected a number from 0 to 1,000,000.',
  );
  const pnl = called({ function: 'TAAS_PNL', cases: withCell(5, 5, { code: '#DIV/0!' }), headers: false });
  expect(pnl.map((row) => row[1])).toEqual(pnl.map(() => expect.objectContaining({ code: '#DIV/0!' })));
  expect(pnl.map((row) => row[0])).toEqual(called({ function: 'TAAS_PNL', headers: false }).map((row) => row[0]));
});

test('where every case fails, so does the call, in a sentence', () => {
  const rows = BLOCK.map((row) => (row[0] === 'infra_cogs' ? [...row.slice(0, 3), -1, -1, -1] : row));
  expect(refused({ cases: rows })).toBe('infra_cogs is -1: expected a number from 0 to 1,000,000 (1Q26A, row 5).');
});

test('strict lists every input that is not among the cases', () => {
  const without = BLOCK.filter(([name]) => name !== 'infra_cogs');
  const listed = refused({ cases: without, case: '2Q26E', strict: true });
  expect(listed).toMatch(
    /^infra_rate, tiers, infra_cogs, opex_rate, .* are not among the cases: expected a row for every input of TAAS_MARGIN, since strict is TRUE\.$/,
  );
  expect(called({ cases: without, case: '1Q26A' })).toEqual([[0.55]]);
  const rows = [...BLOCK, ['tiers[3].rate', '', '', 0.4, 0.4, 0.4]];
  expect(refused({ cases: rows, strict: true })).toMatch(
    /infra_rate, tiers\[1\]\.from, tiers\[1\]\.rate, tiers\[2\]\.from, tiers\[2\]\.rate, tiers\[3\]\.from, opex_rate/,
  );
  const held = 'TAAS_REV_SHARE(,{0,0.3})';
  expect(
    called({
      function: held,
      cases: [
        ['token_spend', 2],
        ['rev_share_scale', 1],
      ],
      strict: true,
    }),
  ).toEqual([[0.6]]);
});

describe('tiers of a block', () => {
  const tiers = (...rows: unknown[][]) => called({ function: 'TAAS_REV_SHARE', cases: [['token_spend', 4], ...rows] });
  test('a fourth goes on where ours end', () => {
    expect(tiers(['tiers[4].from', 3], ['tiers[4].rate', 0.5])).toEqual([[0.125 + 0.35 + 0.6 + 0.5]]);
    expect(
      refused({
        cases: [
          ['token_spend', 4],
          ['tiers[4].from', 3],
        ],
      }),
    ).toBe('cases name tiers[4].from: expected tiers[1].rate to tiers[3].rate.');
  });
  test('both numbers of every tier from the first on are the whole table', () => {
    expect(tiers(['tiers[1].from', 0], ['tiers[1].rate', 0.3])).toEqual([[1.2]]);
    expect(tiers(['tiers[1].from', 0], ['tiers[1].rate', 0.3], ['tiers[2].from', 1], ['tiers[2].rate', 0.4])).toEqual([
      [1.5],
    ]);
  });
  test('some rates alone replace some of ours', () => {
    expect(tiers(['tiers[3].rate', 0])).toEqual([[0.475]]);
  });
});

test('a table of several columns asks for a case', () => {
  expect(refused({ function: 'TAAS_MARGIN_BRIDGE' })).toBe(
    'TAAS_MARGIN_BRIDGE answers several columns for each case: expected a case, or a line and its column in brackets, as in TAAS_GROSS_NET[EBIT, Agent (net)].',
  );
  expect(called({ function: 'TAAS_MARGIN_BRIDGE', case: '1Q26A' })).toEqual(answer('TAAS_MARGIN_BRIDGE').cells);
});

const withDefaults = catalogue.functions.filter(
  ({ name, parameters }) =>
    Object.values(parameters).some((parameter) => 'default' in parameter && typeof parameter.default === 'object') &&
    !(callByName(catalogue.find(name), {}, catalogue) instanceof Problem),
);

test.each(withDefaults.map(({ name }) => name))('what TAAS_ASSUMPTIONS says of %s is a block as it is', (name) => {
  const cases = answer('TAAS_ASSUMPTIONS', { function: name }).cells;
  const { cells } = answer('TAAS_CALL', { function: name, cases, case: 'Value' });
  expect(difference(cells, answer(name).cells, (got, wanted) => sameTo(1e-12, got, wanted))).toBeUndefined();
});

test('a long block is read in proportion to its cells', () => {
  const long = (rows: number): unknown[][] => [
    ['Name', ...Array.from({ length: 40 }, (_, j) => `case ${j}`)],
    ['token_spend', ...Array.from({ length: 40 }, (_, j) => j + 1)],
    ...Array.from({ length: rows }, (_, i) => [`heading ${i}`, ...Array.from({ length: 40 }, () => null)]),
  ];
  expect(
    growthOf((rows) => void cell('TAAS_CALL', { function: 'TAAS_MARGIN', cases: long(rows), case: 'case 3' }), 1000),
  ).toBeLessThan(2.2);
});

test('half a million cells are the most', () => {
  const rows = Array.from({ length: 5001 }, () => Array.from({ length: 100 }, () => 1));
  expect(refused({ cases: rows })).toMatch(/^cases is a range of 5001×100 cells: expected at most 500,000 cells\.$/);
});
