/** Sites that are built, a row a site. */
import { read } from '../read';

const sites = (given: unknown): ReturnType<typeof read> => read('TAAS_SITES', 'sites', given, {});
const NORTH = ['North', 'Acme', '1Q26', 100, 2, 1, null];
const north = (at: number, cell: unknown): unknown[] => NORTH.map((each, j) => (j === at ? cell : each));

test('a row a site, with or without headings, blank rows passed over', () => {
  const wanted = [['North', 'Acme', 104, 100, 2, 1, -1]];
  expect(sites([NORTH])).toEqual(wanted);
  const headings = ['Site', 'Company', 'First quarter', 'MW', 'Ramp', 'Delay', 'End'];
  expect(sites([headings, NORTH, Array(7).fill(null)])).toEqual(wanted);
});

test('no delay and no end may be blank', () => {
  expect(sites([north(5, null)])).toEqual([['North', 'Acme', 104, 100, 2, 0, -1]]);
});

test.each<[string, unknown, string]>([
  [
    'a first row with two faults, which is no heading',
    [['South', 'Acme', 'sprng', 'lots', 2, 0, null], NORTH],
    'has "sprng" in row 1, column 3, the first quarter: expected a quarter such as 1Q26 or Q1 2026.',
  ],
  [
    'a site called as the last line',
    [north(0, 'Total')],
    'has "Total" in row 1, column 1, the name: expected another name than that of the last line.',
  ],
  [
    'a site without a ramp',
    [north(4, null)],
    'has a blank in row 1, column 5, the ramp quarters: expected a whole number from 1 to 400.',
  ],
  [
    'a ramp of nothing',
    [north(4, 0)],
    'has 0 in row 1, column 5, the ramp quarters: expected a whole number from 1 to 400.',
  ],
  [
    'an end before the start',
    [north(6, '4Q25')],
    'has "4Q25" in row 1, column 7, the end quarter: expected the 1Q26 of its start or later, the delay included.',
  ],
  [
    'an end in the delay',
    [north(6, '1Q26')],
    'has "1Q26" in row 1, column 7, the end quarter: expected the 1Q26 of its start or later, the delay included.',
  ],
  [
    'no quarter',
    [NORTH, north(2, 'spring').with(0, 'South')],
    'has "spring" in row 2, column 3, the first quarter: expected a quarter such as 1Q26 or Q1 2026.',
  ],
  [
    'MW as a text',
    [NORTH, north(3, 'lots').with(0, 'South')],
    'has "lots" in row 2, column 4, the MW: expected a number from 0 to 1,000,000.',
  ],
  ['no name', [north(0, null)], 'has a blank in row 1, column 1, the name: expected a name.'],
  ['no company', [north(1, null)], 'has a blank in row 1, column 2, the company: expected a name.'],
  ['a name twice', [NORTH, north(0, 'NORTH')], 'has NORTH in row 1 and again in row 2: expected two names.'],
])('%s', (_what, given, sentence) => {
  expect(sites(given)).toEqual(['#VALUE!', `sites ${sentence}`]);
});

test('too few columns', () => {
  expect(sites([NORTH.slice(0, 5)])).toEqual([
    '#VALUE!',
    expect.stringMatching(/^sites has 5 columns: expected 7, a row a site: name, company/),
  ]);
});
