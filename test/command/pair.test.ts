/** What can be typed beside a function: inputs by name. */
import { parsePair } from '../../src/command/pair';

describe('an input by name', () => {
  test.each<[string, [string, unknown]]>([
    ['token_spend=1', ['token_spend', 1]],
    ['token_spend = 60%', ['token_spend', 0.6]],
    ['mode=WHOLE', ['mode', 'WHOLE']],
    ['mode="WHOLE"', ['mode', 'WHOLE']],
    ['headers=FALSE', ['headers', false]],
    ['token_spend=B4', ['token_spend', 'B4']],
    ["tiers='Deal terms'!B4:C6", ['tiers', "'Deal terms'!B4:C6"]],
    ['tiers[2].rate=30%', ['tiers[2].rate', 0.3]],
    [
      'tiers={0,0.25;0.5,0.35}',
      [
        'tiers',
        [
          [0, 0.25],
          [0.5, 0.35],
        ],
      ],
    ],
    ['token_spend=', ['token_spend', null]],
  ])('%s', (word, pair) => {
    expect(parsePair(word)).toEqual(pair);
  });

  test.each(['token_spend', '=1', ''])('"%s" is not understood', (word) => {
    expect(() => parsePair(word)).toThrow('expected name=value');
  });
});
