/** A text that the function itself reads. */
import { read } from '../read';

describe('a text', () => {
  test.each<[unknown, string]>([
    ['B15', 'B15'],
    [' B15 ', 'B15'],
    [15, '15'],
    [[['B15']], 'B15'],
  ])('%j', (given, expected) => {
    expect(read('TAAS_FACT', 'key', given)).toBe(expected);
  });
  test.each<[unknown, string]>([
    [null, 'key is missing: expected a text.'],
    [true, 'key is TRUE: expected a text.'],
    [[['a'], ['b']], 'key is a range of 2×1 cells: expected a text.'],
    ['B15\u00ad', 'key is "B15" with a soft hyphen (U+00AD): expected a text.'],
  ])('%j is refused', (given, sentence) => {
    expect(read('TAAS_FACT', 'key', given)).toEqual(['#VALUE!', sentence]);
  });
});
