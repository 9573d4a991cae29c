/** A row or a column of numbers. */
import { double, errorValue, read } from '../read';

describe('a list', () => {
  const list = (given: unknown): ReturnType<typeof read> => {
    const length = Array.isArray(given) ? Math.max(given.length, Array.isArray(given[0]) ? given[0].length : 1) : 1;
    return read('TAAS_BLENDED_MARGIN', 'revenues', given, { margins: Array.from({ length }, () => 0.5) });
  };

  test.each<[string, unknown, number[]]>([
    ['a column', [[1], [2], [3]], [1, 2, 3]],
    ['a row', [[1, 2, 3]], [1, 2, 3]],
    ['a flat row', [1, 2, 3], [1, 2, 3]],
    ['one cell', [[7]], [7]],
    ['one number', 7, [7]],
    ['texts and rich values', [['1,000'], [double(2)], ['50%']], [1000, 2, 0.5]],
  ])('%s', (_what, given, expected) => {
    expect(list(given)).toEqual(expected);
  });

  test.each<[string, unknown, string, string]>([
    [
      'a blank inside a column',
      [[1], [null], [3]],
      '#VALUE!',
      'revenues has a blank in row 2: expected a number in every cell.',
    ],
    [
      'an empty text inside a row',
      [[1, 2, '']],
      '#VALUE!',
      'revenues has a blank in column 3: expected a number in every cell.',
    ],
    ['a word', [[1], ['two']], '#VALUE!', 'revenues has "two" in row 2: expected a number in every cell.'],
    ['TRUE', [[1, true]], '#VALUE!', 'revenues has TRUE in column 2: expected a number in every cell.'],
    [
      'a block',
      [
        [1, 2],
        [3, 4],
      ],
      '#VALUE!',
      'revenues is a range of 2×2 cells: expected one row or column of numbers.',
    ],
    ['ragged rows', [[1], [2, 3]], '#VALUE!', 'revenues is a ragged range: expected rows of one length.'],
    [
      'a value out of range',
      [[1], [1e308]],
      '#VALUE!',
      'revenues row 2 is 1e+308: expected numbers from -1,000,000 to 1,000,000.',
    ],
    [
      'an error',
      [[1], [errorValue('#N/A')], [3]],
      '#N/A',
      'revenues is #N/A in row 2: the error is in what it was given.',
    ],
    [
      'a range that is a rich value',
      [[1], [{ type: 'Entity' }]],
      '#VALUE!',
      'revenues has a rich value (Entity) in row 2: expected numbers or texts.',
    ],
    [
      'nothing',
      null,
      '#VALUE!',
      'revenues is missing: expected one row or column of numbers from -1,000,000 to 1,000,000.',
    ],
  ])('%s is refused', (_what, given, code, sentence) => {
    expect(list(given)).toEqual([code, sentence]);
  });
});
