/** A table of tiers: two columns, threshold and rate. */
import { double, errorValue, read } from '../read';

describe('a tier table', () => {
  const tiers = (given: unknown): ReturnType<typeof read> => read('TAAS_MARGIN', 'tiers', given);
  test.each<[string, unknown, number[][]]>([
    [
      'omitted',
      null,
      [
        [0, 0.25],
        [0.5, 0.35],
        [1.5, 0.4],
      ],
    ],
    [
      'two columns',
      [
        [0, 0.3],
        [1, 0.2],
      ],
      [
        [0, 0.3],
        [1, 0.2],
      ],
    ],
    ['one tier', [[0, 0.3]], [[0, 0.3]]],
    ['one tier as a flat row', [0, 0.3], [[0, 0.3]]],
    ['one rate for all', 0.3, [[0, 0.3]]],
    ['one rate as a text', '30 %', [[0, 0.3]]],
    ['one rate as a range', [[0.3]], [[0, 0.3]]],
    ['no revenue share', 0, [[0, 0]]],
    [
      'texts',
      [
        ['0', '25%'],
        ['1,500', '.4'],
      ],
      [
        [0, 0.25],
        [1500, 0.4],
      ],
    ],
    ['rich values', [[double(0), double(0.25)]], [[0, 0.25]]],
    [
      'no share at all, and all of it',
      [
        [0, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ],
  ])('%s', (_what, given, expected) => {
    expect(tiers(given)).toEqual(expected);
  });

  const SHAPE = 'expected one rate for all, or two columns, threshold and rate.';
  test.each<[string, unknown, string]>([
    [
      'whose first threshold is not 0',
      [[0.1, 0.3]],
      'tiers starts at 0.1 in row 1: expected the first threshold to be 0.',
    ],
    [
      'that does not ascend',
      [
        [0, 0.2],
        [2, 0.3],
        [1, 0.4],
      ],
      'tiers has threshold 1 in row 3 after 2: expected thresholds that ascend.',
    ],
    [
      'with a threshold twice',
      [
        [0, 0.2],
        [1, 0.3],
        [1, 0.4],
      ],
      'tiers has threshold 1 in row 3 after 1: expected thresholds that ascend.',
    ],
    ['with a negative rate', [[0, -0.1]], 'tiers has rate -0.1 in row 1: expected a rate from 0 to 1.'],
    [
      'with a rate above 1',
      [
        [0, 0.2],
        [1, 1.01],
      ],
      'tiers has rate 1.01 in row 2: expected a rate from 0 to 1.',
    ],
    [
      'with a blank',
      [
        [0, 0.2],
        [1, null],
      ],
      'tiers has a blank in row 2, column 2: expected a number in every cell.',
    ],
    [
      'with a word',
      [
        [0, 0.2],
        ['one', 0.3],
      ],
      'tiers has "one" in row 2, column 1: expected a number in every cell.',
    ],
    ['with TRUE', [[0, true]], 'tiers has TRUE in row 1, column 2: expected a number in every cell.'],
    ['of one column', [[0], [1]], `tiers is a range of 2×1 cells: ${SHAPE}`],
    [
      'of three columns',
      [
        [0, 0.2, 1],
        [1, 0.3, 1],
      ],
      `tiers is a range of 2×3 cells: ${SHAPE}`,
    ],
    ['of one number above 1', 25, 'tiers is 25: expected a number from 0 to 1 (25% is 0.25).'],
    ['of one word', 'steps', `tiers is "steps": ${SHAPE}`],
    ['with ragged rows', [[0, 0.2], [1]], 'tiers is a ragged range: expected rows of one length.'],
    ['with a row that is none', [[0, 0.2], 1], 'tiers is a ragged range: expected rows of one length.'],
    ['with a cell that is none', [0, [0.2]], 'tiers is a ragged range: expected rows of one length.'],
  ])('%s is refused', (_what, given, sentence) => {
    expect(tiers(given)).toEqual(['#VALUE!', sentence]);
  });

  test('hands on an error, and says where it stands', () => {
    expect(
      tiers([
        [0, 0.2],
        [1, errorValue('#REF!')],
      ]),
    ).toEqual(['#VALUE!', 'tiers is #REF! in row 2, column 2: the error is in what it was given.']);
  });
});
