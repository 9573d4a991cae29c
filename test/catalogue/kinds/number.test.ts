/** One number: what an argument may look like, and the sentence for everything else. */
import { error, number, type Arguments } from '../../functions/cell';
import { double, errorValue, read } from '../read';

const spend = (given: unknown): ReturnType<typeof read> => read('TAAS_MARGIN', 'token_spend', given);

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
      'token_spend is #VALUE!: the error is in what it was given.',
    ],
    ['an entity', { type: 'Entity', text: 'AWS' }, `token_spend is a rich value (Entity): ${WANTED}`],
    ['an unknown object', {}, `token_spend is a rich value: ${WANTED}`],
  ])('%s is refused', (_what, given, sentence) => {
    expect(spend(given)).toEqual(['#VALUE!', sentence]);
  });

  test.each(['#N/A', '#DIV/0!', '#NUM!', '#VALUE!', '#NULL!'])('the error %s goes through unchanged', (code) => {
    const expected = [code, `token_spend is ${code}: the error is in what it was given.`];
    expect(spend(errorValue(code))).toEqual(expected);
    expect(spend([[errorValue(code)]])).toEqual(expected);
  });

  test.each(['#REF!', '#NAME?', '#CALC!', '#SPILL!', '#BUSY!'])(
    'the error %s, which Excel lets no function show, is a #VALUE! that says so',
    (code) => {
      const sentence = `token_spend is ${code}: the error is in what it was given.`;
      expect(spend(errorValue(code))).toEqual(['#VALUE!', sentence]);
    },
  );
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
