/** A block of cases comes as it is; which of its cells are read is decided once a case is asked for. */
import { read } from '../read';

const cases = (given: unknown): ReturnType<typeof read> =>
  read('TAAS_CALL', 'cases', given, { function: 'TAAS_MARGIN' });

test('whatever is in its cells, errors included, waits to be asked for', () => {
  const rows = [
    ['Name', '1Q26A'],
    ['token_spend', { code: '#REF!' }],
    [null, null],
  ];
  expect(cases(rows)).toEqual(rows);
  expect(cases(3)).toEqual([[3]]);
});

test.each([
  [null, 'cases is missing: expected one row an input, one column a case.'],
  [[[1, 2], [3]], 'cases is a ragged range: expected rows of one length.'],
])('%j is refused', (given, sentence) => {
  expect(cases(given)).toEqual(['#VALUE!', sentence]);
});
