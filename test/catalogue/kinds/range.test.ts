/** A range whose meaning the function knows. */
import { errorValue, read } from '../read';

const spec = (given: unknown): ReturnType<typeof read> => read('TAAS_SIMULATE', 'spec', given);

test('its cells come as they are, without spaces around them or digits that no cell shows', () => {
  expect(
    spec([
      ['token_spend', 'UNIFORM', 0.1 + 0.2, '3'],
      ['opex_rate', null, '', true],
    ]),
  ).toEqual([
    ['token_spend', 'UNIFORM', 0.3, '3'],
    ['opex_rate', null, null, true],
  ]);
});

test.each<[string, unknown, string, string]>([
  ['nothing', null, '#VALUE!', 'spec is missing: expected a range of cells.'],
  ['an error', [['a', errorValue('#N/A')]], '#N/A', 'spec is #N/A: the error is in what it was given.'],
  [
    'more rows than are worked on',
    Array.from({ length: 101 }, () => ['a', 'b']),
    '#VALUE!',
    'spec has 101 rows: expected at most 100.',
  ],
])('%s is refused', (_what, given, code, sentence) => {
  expect(spec(given)).toEqual([code, sentence]);
});
