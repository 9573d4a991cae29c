/** The one gate: what an argument may look like, and the sentence for everything else. */
import { call, inOrderOf, inputsOf } from '../../src/catalogue/call';
import { plainly } from '../../src/catalogue/assumption';
import type { Definition } from '../../src/catalogue/define';
import { isAssumption, withoutAssumption } from '../../src/catalogue/lift';
import { either, Problem } from '../../src/catalogue/problem';
import { snapped, type Plain } from '../../src/catalogue/read';
import { functions } from '../../src/functions';
import { catalogue, error, number, sameTo, type Arguments } from '../functions/cell';

/** What the gate makes of one argument, or the problem it has with it. */
function read(name: string, parameter: string, given: unknown): Plain | [string, string] {
  const definition = catalogue.find(name);
  try {
    return withoutAssumption(inputsOf(definition, inOrderOf(definition, { [parameter]: given }))[parameter]);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    expect(problem.parameter).toBe(parameter);
    return [problem.code, problem.sentence];
  }
}

const spend = (given: unknown): ReturnType<typeof read> => read('TAAS_MARGIN', 'token_spend', given);
const double = (basicValue: unknown): object => ({
  type: 'Double',
  basicType: 'Double',
  basicValue,
  numberFormat: '0.0',
});
const errorValue = (basicValue: string): object => ({ type: 'Error', basicType: 'Error', basicValue });

describe('a number', () => {
  const DEFAULT = 2;
  test.each<[string, unknown, number]>([
    ['omitted', null, DEFAULT],
    ['never passed', undefined, DEFAULT],
    ['an empty text', '', DEFAULT],
    ['spaces', '   ', DEFAULT],
    ['an empty cell as a range', [[null]], DEFAULT],
    ['an empty text as a range', [['']], DEFAULT],
    ['an empty rich value', { type: 'Empty', basicType: 'Empty', basicValue: '' }, DEFAULT],
    ['a number', 3, 3],
    ['zero', 0, 0],
    ['a text of digits', '12', 12],
    ['a text with a decimal point', '2.5', 2.5],
    ['a text that starts with the point', '.5', 0.5],
    ['a text that ends with the point', '2.', 2],
    ['a percentage', '55%', 0.55],
    ['a percentage with decimals', '5.5%', 0.055],
    ['a percentage that doubles would blur', '7%', 0.07],
    ['a thousands separator', '1,375', 1375],
    ['two thousands separators', '1,234,567.5%', 12345.675],
    ['a text in spaces', ' 2.5 ', 2.5],
    ['a plus sign', '+2', 2],
    ['an exponent', '1.5e-3', 0.0015],
    ['a capital exponent', '2E5', 200000],
    ['a range of one cell', [[4]], 4],
    ['a range of one cell with text', [['4.5']], 4.5],
    ['a flat range of one cell', [4], 4],
    ['a rich number', double(5), 5],
    ['a rich number in a range of one cell', [[double(5)]], 5],
    ['a rich text', { type: 'String', basicType: 'String', basicValue: '55%' }, 0.55],
    ['a sum that doubles blur', 0.1 + 0.2, 0.3],
    ['sixteen digits', 1.2345678901234567, 1.23456789012346],
  ])('%s', (_what, given, expected) => {
    expect(spend(given)).toBe(expected);
  });

  test('minus zero is zero', () => {
    expect(Object.is(spend(-0), 0)).toBe(true);
    expect(Object.is(spend('-0'), 0)).toBe(true);
    expect(Object.is(number('BEDROCK_REVENUE', { aws_revenue: -0 }), 0)).toBe(true);
  });

  const WANTED = 'expected a number from 0 to 1,000,000.';
  test.each<[string, unknown, string]>([
    ['a word', 'two', `token_spend is "two": ${WANTED}`],
    ['TRUE', true, `token_spend is TRUE: ${WANTED}`],
    ['FALSE', false, `token_spend is FALSE: ${WANTED}`],
    ['a date in words', '1/2/2026', `token_spend is "1/2/2026": ${WANTED}`],
    ['a decimal comma', '2,5', `token_spend is "2,5": ${WANTED.slice(0, -1)} (type 2.5).`],
    ['a decimal comma after 0', '0,825', `token_spend is "0,825": ${WANTED.slice(0, -1)} (type 0.825).`],
    ['full-width digits', '２.５', `token_spend is "２.５": ${WANTED.slice(0, -1)} (in the digits 0 to 9).`],
    [
      'an invisible space',
      '2\u200b',
      `token_spend is "2" with a zero-width space (U+200B): ${WANTED.slice(0, -1)} (type 2).`,
    ],
    ['nothing but a byte order mark', '\ufeff', `token_spend is "" with a byte order mark (U+FEFF): ${WANTED}`],
    ['two signs', '--2', `token_spend is "--2": ${WANTED}`],
    ['two per cent signs', '5%%', `token_spend is "5%%": ${WANTED}`],
    ['a lone sign', '-', `token_spend is "-": ${WANTED}`],
    ['a hexadecimal', '0x10', `token_spend is "0x10": ${WANTED}`],
    ['the word Infinity', 'Infinity', `token_spend is "Infinity": ${WANTED}`],
    ['the word NaN', 'NaN', `token_spend is "NaN": ${WANTED}`],
    ['a long text', 'x'.repeat(500), `token_spend is "${'x'.repeat(57)}...": ${WANTED}`],
    ['a negative number', -1, `token_spend is -1: ${WANTED}`],
    ['1e308', 1e308, `token_spend is 1e+308: ${WANTED}`],
    ['a text beyond doubles', '1e999', `token_spend is "1e999": ${WANTED}`],
    ['not a number', NaN, `token_spend is not a finite number: ${WANTED}`],
    ['infinity', Infinity, `token_spend is not a finite number: ${WANTED}`],
    ['a column', [[1], [2]], `token_spend is a range of 2×1 cells: ${WANTED}`],
    ['a row', [[1, 2, 3]], `token_spend is a range of 1×3 cells: ${WANTED}`],
    ['a range without cells', [], 'token_spend is an empty range: expected at least one cell.'],
    ['a row without cells', [[]], 'token_spend is an empty range: expected at least one cell.'],
    [
      'a picture',
      { type: 'WebImage', basicType: 'Error', basicValue: '#VALUE!' },
      'token_spend is #VALUE!: the error comes from the cell it refers to.',
    ],
    ['an entity', { type: 'Entity', text: 'AWS' }, `token_spend is a rich value (Entity): ${WANTED}`],
    ['an unknown object', {}, `token_spend is a rich value: ${WANTED}`],
  ])('%s is refused', (_what, given, sentence) => {
    expect(spend(given)).toEqual(['#VALUE!', sentence]);
  });

  test.each(['#N/A', '#DIV/0!', '#NUM!', '#VALUE!', '#NULL!'])('the error %s goes through unchanged', (code) => {
    const expected = [code, `token_spend is ${code}: the error comes from the cell it refers to.`];
    expect(spend(errorValue(code))).toEqual(expected);
    expect(spend([[errorValue(code)]])).toEqual(expected);
  });

  test.each(['#REF!', '#NAME?', '#CALC!', '#SPILL!', '#BUSY!'])(
    'the error %s, which Excel lets no function show, is a #VALUE! that says so',
    (code) => {
      const sentence = `token_spend is ${code}: the error comes from the cell it refers to.`;
      expect(spend(errorValue(code))).toEqual(['#VALUE!', sentence]);
    },
  );

  test.each<[number, number]>([
    [0.1 + 0.2, 0.3],
    [0.1 + 0.7, 0.8],
    [1e-320, 1e-320],
    [1234567890123456, 1234567890123460],
    [-0, 0],
  ])('what the cell shows of %d is what we compute with', (given, shown) => {
    expect(Object.is(snapped(given), shown)).toBe(true);
  });
});

describe('5 where 5% was meant', () => {
  test.each<[string, Arguments, string]>([
    ['TAAS_MARGIN', { opex_rate: 5 }, 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).'],
    ['TAAS_MARGIN', { opex_rate: '5' }, 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).'],
    ['TAAS_MARGIN', { opex_rate: 5.5 }, 'opex_rate is 5.5: expected a number from 0 to 1 (5.5% is 0.055).'],
    ['TAAS_MARGIN', { opex_rate: 100 }, 'opex_rate is 100: expected a number from 0 to 1 (100% is 1).'],
    ['TAAS_MARGIN', { opex_rate: 101 }, 'opex_rate is 101: expected a number from 0 to 1.'],
    ['TAAS_MARGIN', { opex_rate: -0.05 }, 'opex_rate is -0.05: expected a number from 0 to 1.'],
    ['TAAS_MARGIN', { tiers: [[0, 25]] }, 'tiers has rate 25 in row 1: expected a rate from 0 to 1 (25% is 0.25).'],
    [
      'TAAS_BLENDED_MARGIN',
      { revenues: [100, 50], margins: [0.3, 60] },
      'margins column 2 is 60: expected numbers from -100 to 1 (60% is 0.6).',
    ],
    [
      'TAAS_REQUIRED_SHARE',
      { target_margin: 55 },
      'target_margin is 55: expected a number from -10 to 1 (55% is 0.55).',
    ],
    ['TAAS_ARR_FORECAST', { growth0: 50 }, 'growth0 is 50: expected a number from -1 to 10 (50% is 0.5).'],
    ['TAAS_SHOCK_MARGIN', { demand: 80 }, 'demand is 80: expected a number from 0 to 10 (80% is 0.8).'],
    [
      'TAAS_EXPECTED_MARGIN',
      { demands: [80, 120], probabilities: [0.5, 0.5] },
      'demands column 1 is 80: expected numbers from 0 to 10 (80% is 0.8).',
    ],
    ['TAAS_LAB_PNL', { inference_rate: 35 }, 'inference_rate is 35: expected a number from 0 to 10 (35% is 0.35).'],
    ['TAAS_RESTATED_MARGIN', { growth: 3 }, 'growth is 3: expected a number from -0.5 to 2 (3% is 0.03).'],
    ['TAAS_RESTATED_MARGIN', { growth: -20 }, 'growth is -20: expected a number from -0.5 to 2 (-20% is -0.2).'],
    ['TAAS_RESTATED_MARGIN', { growth: -80 }, 'growth is -80: expected a number from -0.5 to 2.'],
    ['TAAS_ARR_FORECAST', { growth0: 2000 }, 'growth0 is 2000: expected a number from -1 to 10.'],
    ['TAAS_TOKEN_PRICE', { cache_factor: 1.25 }, 'cache_factor is 1.25: expected a number from 0 to 1.'],
    ['TAAS_MARGIN', { token_spend: -50 }, 'token_spend is -50: expected a number from 0 to 1,000,000.'],
  ])('=%s with %j', (name, args, sentence) => {
    expect(error(name, args)).toEqual(['#VALUE!', sentence]);
  });

  test('a percentage given as one is taken', () => {
    expect(number('TAAS_MARGIN', { opex_rate: '5%' })).toBe(0.55);
  });
});

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
    ).toEqual(['#VALUE!', 'tiers is #REF! in row 2, column 2: the error comes from the cell it refers to.']);
  });
});

describe('a list', () => {
  const list = (given: unknown): ReturnType<typeof read> => {
    const definition = catalogue.find('TAAS_BLENDED_MARGIN');
    const length = Array.isArray(given) ? Math.max(given.length, Array.isArray(given[0]) ? given[0].length : 1) : 1;
    try {
      const margins = Array.from({ length }, () => 0.5);
      return inputsOf(definition, [given, margins])['revenues'];
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      expect(problem.parameter).toBe('revenues');
      return [problem.code, problem.sentence];
    }
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
      'revenues is #N/A in row 2: the error comes from the cell it refers to.',
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

  test('lists that belong together have one length', () => {
    expect(error('TAAS_BLENDED_MARGIN', { revenues: [1, 2, 3], margins: [0.1, 0.2] })).toEqual([
      '#VALUE!',
      'margins has 2 values and revenues has 3: expected lists of one length.',
    ]);
    expect(error('TAAS_MARGIN_BRIDGE', { labels: ['one', 'two'] })).toEqual([
      '#VALUE!',
      'labels has 2 values and revenues0 has 3: expected lists of one length.',
    ]);
  });

  test('some of a group are not enough', () => {
    const sentence = ' missing: expected all of revenues0, margins0, revenues1, margins1 or none of them.';
    const one = { revenues0: [1], margins0: [0.5], revenues1: [1] };
    expect(error('TAAS_MARGIN_BRIDGE', one)).toEqual(['#VALUE!', `margins1 is${sentence}`]);
    expect(error('TAAS_MARGIN_BRIDGE', { revenues0: [1] })).toEqual([
      '#VALUE!',
      `margins0, revenues1, margins1 are${sentence}`,
    ]);
  });
});

describe('an option', () => {
  test.each(['WHOLE', 'whole', ' Whole ', [['whole']], { type: 'String', basicType: 'String', basicValue: 'WHOLE' }])(
    '%j is taken',
    (given) => {
      expect(read('TAAS_MARGIN', 'mode', given)).toBe('WHOLE');
    },
  );
  test.each<[unknown, string]>([
    ['CLIFF', 'mode is "CLIFF": expected MARGINAL or WHOLE.'],
    [1, 'mode is 1: expected MARGINAL or WHOLE.'],
    [true, 'mode is TRUE: expected MARGINAL or WHOLE.'],
    [[['WHOLE', 'MARGINAL']], 'mode is a range of 1×2 cells: expected MARGINAL or WHOLE.'],
    ['constructor', 'mode is "constructor": expected MARGINAL or WHOLE.'],
  ])('%j is answered with those allowed', (given, sentence) => {
    expect(read('TAAS_MARGIN', 'mode', given)).toEqual(['#VALUE!', sentence]);
  });
});

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

describe('a sentence', () => {
  test('has at most 400 characters and an end, whatever it is about', () => {
    for (const length of [10, 399, 400, 401, 30_041]) {
      const { sentence, message } = new Problem('#VALUE!', `${'x'.repeat(length - 1)}.`);
      expect(sentence).toHaveLength(Math.min(400, length));
      expect(sentence).toMatch(/x(…)?\.$/);
      expect(message).toBe(sentence);
    }
  });

  test('offers some of very many, and says how many others there are', () => {
    const paths = Array.from({ length: 10_000 }, (_, i) => `revenues[${i + 1}]`);
    expect(either(paths)).toMatch(/^revenues\[1\], .*revenues\[\d+\] or 9,9\d\d others$/);
    expect(either(paths.slice(0, 3))).toBe('revenues[1], revenues[2] or revenues[3]');
    expect(either(['x'.repeat(150), 'y'.repeat(80)])).toBe(`${'x'.repeat(150)} or 1 other`);
    expect(either(['x'.repeat(300)])).toBe('x'.repeat(300));
  });
});

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

describe('too much', () => {
  const column = (length: number, value: number): number[][] => Array.from({ length }, () => [value]);

  test('an argument too many', () => {
    const problem = call(catalogue.find('TAAS_VERSION'), [1], catalogue) as Problem;
    expect([problem.code, problem.sentence]).toEqual(['#VALUE!', 'TAAS_VERSION takes 0 arguments; argument 1 is 1.']);
    const blank = call(catalogue.find('TAAS_REV_SHARE'), [2, null, null, null], catalogue) as Problem;
    expect(blank.sentence).toBe('TAAS_REV_SHARE takes 3 arguments; argument 4 is blank.');
    const single = call(catalogue.find('TAAS_BASE'), ['token_spend', 'x'], catalogue) as Problem;
    expect(single.sentence).toBe('TAAS_BASE takes 1 argument; argument 2 is "x".');
  });

  test('as many rows as a list may have are worked through, and one more is refused', () => {
    const margin = (rows: number): Arguments => ({ revenues: column(rows, 2), margins: column(rows, 0.25) });
    expect(number('TAAS_BLENDED_MARGIN', margin(5000))).toBe(0.25);
    expect(error('TAAS_BLENDED_MARGIN', margin(5001))).toEqual([
      '#VALUE!',
      'revenues has 5,001 values: expected at most 5,000.',
    ]);
  });

  test('as many tiers as a table may have are worked through, and one more is refused', () => {
    const deal = (rows: number): Arguments => ({
      token_spend: 2,
      tiers: Array.from({ length: rows }, (_, i) => [i / 1000, 0.5]),
    });
    expect(number('TAAS_REV_SHARE', deal(100))).toBe(1);
    expect(number('TAAS_REV_SHARE', { ...deal(100), mode: 'WHOLE' })).toBe(1);
    expect(error('TAAS_REV_SHARE', deal(101))).toEqual(['#VALUE!', 'tiers has 101 rows: expected at most 100.']);
  });

  test('100,000 rows where one number belongs', () => {
    expect(error('TAAS_MARGIN', { token_spend: column(100_000, 1) })).toEqual([
      '#VALUE!',
      'token_spend is a range of 100000×1 cells: expected a number from 0 to 1,000,000.',
    ]);
  });

  test('more than half a million cells are refused', () => {
    expect(error('TAAS_BLENDED_MARGIN', { revenues: column(500_001, 2), margins: [1] })).toEqual([
      '#VALUE!',
      'revenues is a range of 500001×1 cells: expected at most 500,000 cells.',
    ]);
  });
});

describe('omitted, blank and the default are one', () => {
  const BLANKS = [undefined, '', '  ', [[null]], [['']], { type: 'Empty', basicType: 'Empty', basicValue: '' }];

  /** Every parameter whose default can be written down, with that default. */
  const written = (definition: Definition): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(definition.parameters).flatMap(([name, parameter]) => {
        const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
        return fallback === undefined ? [] : [[name, isAssumption(fallback) ? plainly(fallback) : fallback]];
      }),
    );

  const close = (got: ReturnType<typeof call>, expected: ReturnType<typeof call>): boolean => {
    if (got instanceof Problem || expected instanceof Problem) {
      return got instanceof Problem && expected instanceof Problem && got.code === expected.code;
    }
    // A default such as 4Q25's margin has more digits than a cell; writing it into one rounds it.
    return got.cells.every((row, i) => row.every((x, j) => sameTo(1e-10, x, expected.cells[i]![j], 1e-9)));
  };

  test.each(functions.map((definition) => [definition.name, definition] as const))('%s', (_name, definition) => {
    const names = Object.keys(definition.parameters);
    const first = definition.examples.find((example) => !String(example.gives).startsWith('#'))!.args as Arguments;
    const args = inOrderOf(definition, first);
    const omitted = call(definition, args, catalogue);
    expect(omitted).not.toBeInstanceOf(Problem);
    names.forEach((name, i) => {
      if (first[name] !== undefined) return;
      for (const blank of BLANKS) {
        const given = args.map((argument, j) => (j === i ? blank : argument));
        expect(call(definition, given, catalogue)).toEqual(omitted);
      }
    });
    // Trailing arguments left off, as in =TAAS_MARGIN(2).
    const last = args.findLastIndex((argument) => argument !== null);
    expect(call(definition, args.slice(0, last + 1), catalogue)).toEqual(omitted);
    expect(
      close(call(definition, inOrderOf(definition, { ...written(definition), ...first }), catalogue), omitted),
    ).toBe(true);
  });

  const grouped = (definition: Definition): string[] =>
    definition.rules.flatMap((rule) => ('together' in rule ? [...rule.together] : []));

  test.each(functions.map((definition) => [definition.name, definition] as const))(
    '%s, one default at a time',
    (_name, definition) => {
      const first = definition.examples.find((example) => !String(example.gives).startsWith('#'))!.args as Arguments;
      const omitted = call(definition, inOrderOf(definition, first), catalogue);
      for (const [name, value] of Object.entries(written(definition))) {
        if (first[name] !== undefined || grouped(definition).includes(name)) continue;
        const given = call(definition, inOrderOf(definition, { ...first, [name]: value }), catalogue);
        expect([name, close(given, omitted)]).toEqual([name, true]);
      }
    },
  );
});
