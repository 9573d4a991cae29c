/** What several parameters together have to fulfil. */
import { error } from '../functions/cell';

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
