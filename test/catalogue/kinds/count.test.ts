/** A number that shapes the calculation. */
import { read } from '../read';

describe('a whole number', () => {
  const bins = (given: unknown): ReturnType<typeof read> =>
    read('TAAS_HISTOGRAM', 'bins', given, { spec: [['token_spend', 'UNIFORM', 1, 2]] });
  test.each<[unknown, number]>([
    [null, 20],
    [1, 1],
    ['1,000', 1000],
    [[[7]], 7],
  ])('%j', (given, expected) => {
    expect(bins(given)).toBe(expected);
  });

  const WANTED = 'expected a whole number from 1 to 1,000.';
  test.each<[unknown, string]>([
    [2.5, `bins is 2.5: ${WANTED}`],
    [0, `bins is 0: ${WANTED}`],
    [1001, `bins is 1001: ${WANTED}`],
    ['many', `bins is "many": ${WANTED}`],
    [true, `bins is TRUE: ${WANTED}`],
  ])('%j is refused', (given, sentence) => {
    expect(bins(given)).toEqual(['#VALUE!', sentence]);
  });
});

test('a term may have part years', () => {
  expect(read('TAAS_FLEET_DEPRECIATION', 'life_years', 5.5, { capex: [1] })).toBe(5.5);
});

test('for more than the most it says what to do', () => {
  expect(read('TAAS_SIMULATE', 'trials', 1_000_001, { spec: [['token_spend', 'UNIFORM', 1, 2]] })).toEqual([
    '#VALUE!',
    'trials is 1000001: expected a whole number from 2 to 1,000,000 (the command taas sweep runs more).',
  ]);
});
