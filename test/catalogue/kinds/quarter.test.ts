/** A quarter, however it is written. */
import { read } from '../read';

const SITES = { sites: [['North', 'Acme', '1Q26', 100, 2, 0, null]] };
const from = (given: unknown): ReturnType<typeof read> => read('TAAS_SITES', 'from', given, SITES);

test.each([
  '1Q26',
  '1q26',
  ' 1Q26 ',
  'Q1 2026',
  "Q1'26",
  '1Q2026',
  '2026Q1',
  '2026-Q1',
  '1Q26A',
  '1Q26E',
  '1 Q 26',
  'Q 1 2026',
  '2026 1Q',
])('%j is 1Q26', (given) => {
  expect(from(given)).toBe('1Q26');
});

test.each<[unknown, string]>([
  ['5Q26', '"5Q26"'],
  ['spring', '"spring"'],
  ['261Q', '"261Q"'],
  ['1Q100', '"1Q100"'],
  [2026, '2026'],
  [46023, '46023'],
  [true, 'TRUE'],
])('%j is refused', (given, shown) => {
  expect(from(given)).toEqual(['#VALUE!', `from is ${shown}: expected a quarter such as 1Q26 or Q1 2026.`]);
});
