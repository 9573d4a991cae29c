/** What can be typed: a formula as in a cell, and inputs by name. */
import { Misuse } from '../../src/command/problem';
import { readFormula, readPair } from '../../src/command/typed';

describe('a formula', () => {
  test.each<[string, unknown[]]>([
    ['TAAS_MARGIN()', []],
    ['=TAAS_MARGIN( )', []],
    ['TAAS_MARGIN(1)', [1]],
    ['TAAS_MARGIN(1,,,,0.6)', [1, null, null, null, 0.6]],
    ['TAAS_MARGIN(,)', [null, null]],
    ['TAAS_MARGIN( 1 , 5.5% , -2 , 1e-3 , .5 )', [1, 0.055, -2, 0.001, 0.5]],
    ['TAAS_MARGIN("whole",TRUE,false,"a ""b"", c")', ['whole', true, false, 'a "b", c']],
    [
      'TAAS_MARGIN({0,25%;0.5,35%})',
      [
        [
          [0, 0.25],
          [0.5, 0.35],
        ],
      ],
    ],
    ['TAAS_MARGIN({1;;3})', [[[1], [null], [3]]]],
    ['TAAS_MARGIN({"x",TRUE})', [[['x', true]]]],
    ['TAAS_MARGIN(TAAS_BASE("tiers"),2)', [{ name: 'TAAS_BASE', args: ['tiers'] }, 2]],
  ])('%s', (text, args) => {
    expect(readFormula(text)).toEqual({ name: 'TAAS_MARGIN', args });
  });

  test.each<[string, string]>([
    ['TAAS_MARGIN(1', 'cannot read TAAS_MARGIN(1: expected , or ) at the end, after TAAS_MARGIN(1.'],
    ['TAAS_MARGIN(1))', 'cannot read TAAS_MARGIN(1)): expected nothing more before ), after TAAS_MARGIN(1).'],
    ['TAAS_MARGIN({1,2)', 'cannot read TAAS_MARGIN({1,2): expected , ; or } before ), after TAAS_MARGIN({1,2.'],
    ['TAAS_MARGIN("x)', 'cannot read TAAS_MARGIN("x): the text that starts at "x) has no end.'],
    [
      'TAAS_MARGIN(1+1)',
      'cannot read TAAS_MARGIN(1+1): expected a number, a text in quotes or TRUE or FALSE, not 1+1, before ), after TAAS_MARGIN(1+1.',
    ],
    [
      'TAAS_MARGIN(1 2)',
      'cannot read TAAS_MARGIN(1 2): expected a number, a text in quotes or TRUE or FALSE, not 1 2, before ), after TAAS_MARGIN(1 2.',
    ],
    ['5', 'cannot read 5: expected a function and its arguments in brackets, as in TAAS_MARGIN(1).'],
    ['', 'cannot read : expected a function and its arguments in brackets, as in TAAS_MARGIN(1).'],
  ])('%s is not understood', (text, sentence) => {
    expect(() => readFormula(text)).toThrow(new Misuse(sentence));
  });
});

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
    expect(readPair(word)).toEqual(pair);
  });

  test.each(['token_spend', '=1', ''])('"%s" is not understood', (word) => {
    expect(() => readPair(word)).toThrow('expected name=value');
  });
});
