/** One number for all, or one for each, that shapes the calculation. */
import { read } from '../read';

const lives = (given: unknown): ReturnType<typeof read> =>
  read('TAAS_FLEET_DEPRECIATION', 'life_years', given, { capex: [1, 2] });

test.each<[unknown, number | number[]]>([
  [5.5, 5.5],
  ['5', 5],
  [[[5]], 5],
  [[[5, '6']], [5, 6]],
  [
    [[5], [6]],
    [5, 6],
  ],
])('%j', (given, expected) => {
  expect(lives(given)).toEqual(expected);
});

test.each<[unknown, string]>([
  ['long', 'life_years is "long": expected a number from 0.25 to 100.'],
  [0, 'life_years is 0: expected a number from 0.25 to 100.'],
  [[[5], [0]], 'life_years row 2 is 0: expected numbers from 0.25 to 100.'],
  [[[5, null]], 'life_years has a blank in column 2: expected a number in every cell.'],
  [[[5, 6, 7]], 'life_years has 3 values and capex has 2: expected lists of one length.'],
])('%j is refused', (given, sentence) => {
  expect(lives(given)).toEqual(['#VALUE!', sentence]);
});
