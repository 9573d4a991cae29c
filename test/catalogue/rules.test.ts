/** What several parameters together have to fulfil. */
import { error, number } from '../functions/cell';

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

test.each([
  ['BEDROCK_CONTRIB', ['segment1', 'segment0', 'total1', 'total0']],
  ['BEDROCK_GROWTH_PP', ['segment1', 'segment0', 'total0']],
  ['BEDROCK_REVENUE_FOR_PP', ['total0', 'segment0']],
  ['TAAS_INCREMENTAL_MARGIN', ['ebit1', 'ebit0', 'revenue1', 'revenue0']],
  ['TAAS_OPERATING_LEVERAGE', ['ebit1', 'ebit0', 'revenue1', 'revenue0']],
  ['TAAS_EBIT_BRIDGE', ['revenue0', 'ebit0', 'revenue1', 'ebit1']],
  ['TAAS_RESTATED_MARGIN', ['margin', 'revenue', 'depreciation']],
  ['TAAS_RESTATED_MARGIN', ['life_from', 'life_to']],
  ['TAAS_LIFE_IMPACT', ['depreciation', 'revenue']],
  ['TAAS_LIFE_IMPACT', ['life_from', 'life_to']],
])('%s: each of %j beside the others of our base case is no answer', (name, group) => {
  const value = name.startsWith('TAAS_REST') || group[0] === 'life_from' ? 0.5 : 7;
  for (const given of group) {
    const absent = group.filter((other) => other !== given);
    const missing = `${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} missing beside ${given}`;
    expect(error(name, { [given]: value })).toEqual([
      '#VALUE!',
      `${missing}: expected all of ${group.join(', ')} or none of them.`,
    ]);
    const blankInRange = Object.fromEntries(group.map((other) => [other, other === given ? null : value]));
    expect(error(name, blankInRange)[1]).toMatch(new RegExp(`^${given} is missing beside `));
  }
});

test('an analysis varies one number of the base case, and so does not ask for its group', () => {
  const question = { function: 'BEDROCK_GROWTH_PP', target: 5, param: 'segment1' };
  expect(number('TAAS_SOLVE', question)).toBeCloseTo(0.1317015 + 0.05 * 29.267, 9);
  expect(error('TAAS_SOLVE', { ...question, inputs: [['segment0', 1]] })[1]).toMatch(
    /^total0 is missing beside segment0/,
  );
});

test('some of a group are not enough', () => {
  const sentence = ': expected all of revenues0, margins0, revenues1, margins1 or none of them.';
  const three = { revenues0: [1], margins0: [0.5], revenues1: [1] };
  const missing = 'margins1 is missing beside revenues0, margins0, revenues1';
  expect(error('TAAS_MARGIN_BRIDGE', three)).toEqual(['#VALUE!', `${missing}${sentence}`]);
  expect(error('TAAS_MARGIN_BRIDGE', { revenues0: [1] })).toEqual([
    '#VALUE!',
    `margins0, revenues1, margins1 are missing beside revenues0${sentence}`,
  ]);
});
