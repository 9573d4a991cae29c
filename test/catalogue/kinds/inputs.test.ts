/** Names and values beside each other, for the functions that analyse others. */
import { read } from '../read';

describe('names and values beside each other', () => {
  const inputs = (given: unknown): ReturnType<typeof read> => read('TAAS_EXPLAIN', 'inputs', given);
  test.each<[string, unknown, unknown]>([
    ['omitted', null, []],
    [
      'two columns',
      [
        ['token_spend', 3],
        [' mode ', 'WHOLE'],
      ],
      [
        ['token_spend', 3, 1],
        ['mode', 'WHOLE', 2],
      ],
    ],
    [
      'blank lines between',
      [
        [null, null],
        ['token_spend', 3],
        ['', ''],
      ],
      [['token_spend', 3, 2]],
    ],
  ])('%s', (_what, given, expected) => {
    expect(inputs(given)).toEqual(expected);
  });
  test.each<[string, unknown, string]>([
    [
      'one column',
      [['token_spend'], [3]],
      'inputs is a range of 2×1 cells: expected two columns, parameter name and value.',
    ],
    [
      'a name without a value',
      [['token_spend', null]],
      'inputs has no value for token_spend in row 1: expected a value beside every name.',
    ],
    [
      'a value without a name',
      [
        ['token_spend', 3],
        [null, 4],
      ],
      'inputs has blank in row 2, column 1: expected a parameter name.',
    ],
    [
      'a name with something invisible',
      [['token_spend\u200b', 3]],
      'inputs has "token_spend" with a zero-width space (U+200B) in row 1, column 1: expected a parameter name.',
    ],
    ['a number for a name', [[3, 4]], 'inputs has 3 in row 1, column 1: expected a parameter name.'],
  ])('%s is refused', (_what, given, sentence) => {
    expect(inputs(given)).toEqual(['#VALUE!', sentence]);
  });
});
