/** What an analysis holds: names and values beside each other, or a case of a block. */
import { pairsOf } from '../../../src/catalogue/block';
import { orProblem } from '../../../src/catalogue/problem';
import { answer, catalogue } from '../../functions/cell';

const MARGIN = catalogue.find('TAAS_MARGIN');

const BLOCK = [
  ['Name', 'Unit', '1Q26A', '2Q26E', 'BEAR'],
  ['token_spend', '$bn a quarter', 2, 4.02, 1.2],
  ['fixed_fee', '$bn a quarter', 0.7, 1.5, 0.7],
  ['infra_cogs', '$bn a quarter', 0.55, 1.18, 0.55],
  ['tiers[3].rate', 'share', 0.4, 0.4, 0.35],
  ['arr', '$bn a year', 30, 54, 20],
];

describe('inputs of an analysis', () => {
  const held = (rows: unknown[][], name?: string) => orProblem(() => pairsOf(rows, name, MARGIN, catalogue));

  test.each<[string, unknown[][], unknown]>([
    ['omitted', [], []],
    ['blank', [[null, null], ['', null]], []],
    ['two columns', [['token_spend', 3], [' mode ', 'WHOLE']], [['token_spend', 3, 'row 1 of inputs'], ['mode', 'WHOLE', 'row 2 of inputs']]],
    ['blank lines between', [[null, null], ['token_spend', 3], ['', '']], [['token_spend', 3, 'row 2 of inputs']]],
    ['two columns with a heading', [['Name', 'Base'], ['token_spend', 3]], [['token_spend', 3, 'row 2 of inputs']]],
    ['what the function does not know, for it to say so', [['arr', 30]], [['arr', 30, 'row 1 of inputs']]],
  ])('%s', (_what, rows, expected) => {
    expect(held(rows)).toEqual(expected);
  }); // prettier-ignore

  test('an input that is called name is no heading', () => {
    expect(orProblem(() => pairsOf([['name', 'BULL']], undefined, catalogue.find('TAAS_SCENARIO'), catalogue))).toEqual(
      [['name', 'BULL', 'row 1 of inputs']],
    );
  });

  test('a block of cases asks for one of them, and gives what the function takes', () => {
    expect(held(BLOCK, 'BEAR')).toContainEqual(['infra_cogs', 0.55, 'row 4 of inputs']);
    expect(held(BLOCK)).toMatchObject({
      sentence: 'case is missing: expected 1Q26A, 2Q26E or BEAR of inputs.',
    });
    expect(held([], 'BEAR')).toMatchObject({ sentence: 'case is "BEAR": expected inputs that have cases.' });
    expect(held([['token_spend', 3]], 'BEAR')).toMatchObject({
      sentence: 'case is "BEAR": expected none, since the columns have no headings.',
    });
  });

  test.each<[string, unknown[][], string]>([
    ['one column', [['token_spend'], [3]], 'inputs is a range of 2×1 cells: expected two columns, parameter name and value.'],
    ['a name without a value', [['token_spend', null]], 'inputs has no value for token_spend in row 1: expected a value beside every name.'],
    ['a name without a value, beside others', [['token_spend', 3], ['infra_cogs', '']], 'inputs has no value for infra_cogs in row 2: expected a value beside every name.'],
    ['a value without a name', [['token_spend', 3], [null, 4]], 'inputs has blank in row 2, column 1: expected a parameter name.'],
    ['a name with something invisible', [['token_spend\u200b', 3]], 'inputs has "token_spend" with a zero-width space (U+200B) in row 1, column 1: expected a parameter name.'],
    ['a number for a name', [[3, 4]], 'inputs has 3 in row 1, column 1: expected a parameter name.'],
    ['a name twice', [['token_spend', 3], ['Token_Spend', 4]], 'token_spend is given in row 1 and again in row 2 of inputs: expected one of the two.'],
  ])('%s is refused', (_what, rows, said) => {
    expect(held(rows)).toMatchObject({ sentence: said });
  }); // prettier-ignore

  test.each(['TAAS_EXPLAIN', 'TAAS_NATIVE', 'TAAS_TORNADO'])('%s takes a case of a block', (name) => {
    const given = { token_spend: 1.2, fixed_fee: 0.7, infra_cogs: 0.55 };
    const rates = [['tiers[3].rate', 0.35]];
    expect(answer(name, { inputs: BLOCK, case: 'bear' }).cells).toEqual(
      answer(name, { inputs: [...Object.entries(given), ...rates] }).cells,
    );
  });
});
