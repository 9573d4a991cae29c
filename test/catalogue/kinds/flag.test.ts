/** TRUE or FALSE. */
import { read } from '../read';

describe('a flag', () => {
  test.each<[unknown, boolean]>([
    [true, true],
    [false, false],
    [1, true],
    [0, false],
    ['TRUE', true],
    [' false ', false],
    [null, true],
    [[[false]], false],
    [{ type: 'Boolean', basicType: 'Boolean', basicValue: false }, false],
  ])('%j', (given, expected) => {
    expect(read('TAAS_PNL', 'headers', given)).toBe(expected);
  });
  test.each<[unknown, string]>([
    ['yes', 'headers is "yes": expected TRUE or FALSE.'],
    [2, 'headers is 2: expected TRUE or FALSE.'],
    ['1', 'headers is "1": expected TRUE or FALSE.'],
  ])('%j is refused', (given, sentence) => {
    expect(read('TAAS_PNL', 'headers', given)).toEqual(['#VALUE!', sentence]);
  });
});
