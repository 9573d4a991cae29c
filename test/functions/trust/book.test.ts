/** Facts of the analyst's own, in a range under the headings of TAAS_FACTS. */
import { Problem } from '../../../src/catalogue/problem';
import { answer, body, cell, error } from '../cell';

const HEADER = ['Key', 'Value', 'Unit', 'Kind', 'Period', 'Source', 'Quote'];
const FILED = ['AWS.REVENUE.2Q26', 40.5, 'US$bn', 'filing', '2Q26', '10-Q', 'net sales of 40,500'];
const book = (...rows: unknown[][]): unknown[][] => [
  HEADER,
  ...rows.map((row) => HEADER.map((_, i) => row[i] ?? null)),
];
const NA = { type: 'Error', basicType: 'Error', basicValue: '#DIV/0!' };

test('an own fact is told with its words, and says that it is yours', () => {
  const told = (field: string) => cell('TAAS_FACT', { key: 'aws.revenue.Q2 2026', field, book: book(FILED) });
  expect(['VALUE', 'UNIT', 'KIND', 'PERIOD', 'SOURCE', 'QUOTE', 'TOLERANCE'].map(told)).toEqual([
    ...[40.5, 'US$bn', 'yours: filing', '2Q26', '10-Q', 'net sales of 40,500', 0],
  ]);
  const bare = [['Value', 'key'], [40.5, 'AWS.REVENUE.2Q26']]; // prettier-ignore
  expect(cell('TAAS_FACT', { key: 'AWS.REVENUE.2Q26', field: 'KIND', book: bare })).toBe('yours');
});

test('it wins over one of ours, which without it stands', () => {
  const own = book(['AWS.EBIT_MARGIN.1Q26', '37.7%']);
  expect(cell('TAAS_FACT', { key: 'AWS.EBIT_MARGIN.1Q26', book: own })).toBe(0.377);
  expect(cell('TAAS_FACT', { key: 'AWS.EBIT_MARGIN.1Q26' })).toBe(0.378);
  const margins = answer('TAAS_FACTS', { entity: 'AWS', metric: 'EBIT_MARGIN', headers: false, book: own }).cells;
  expect(margins.filter((row) => row.at(-1) === 'AWS.EBIT_MARGIN.1Q26').map((row) => row[5])).toEqual(['yours']);
});

test('what TAAS_FACTS answers of one’s own can be handed back', () => {
  const given = { entity: 'Nebius', book: book(['Nebius.REVENUE.1Q26', 2.1, 'US$bn', 'press']) };
  const { cells } = answer('TAAS_FACTS', given);
  expect(cells).toHaveLength(2);
  expect(cell('TAAS_FACT', { key: 'NEBIUS.REVENUE.1Q26', book: cells })).toBe(2.1);
});

test('a series goes on past its end, and a company that we do not have has one', () => {
  const own = book(FILED, ['CoreWeave.Revenue.1Q26', 2.1], ['COREWEAVE.REVENUE.3Q26', '2.9']);
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'Revenue', from: '1Q26', book: own }).cells).toEqual([
    [37.587, 40.5],
  ]);
  const [row] = answer('TAAS_SERIES', { entity: 'CoreWeave', metric: 'Revenue', book: own }).cells;
  expect(row).toEqual([2.1, expect.any(Problem), 2.9]);
  expect((row![1] as Problem).sentence).toBe('no COREWEAVE.REVENUE for 2Q26; the latest is 1Q26.');
});

test('peers of a quarter that all have reported are of that quarter', () => {
  const entities = ['AWS', 'Google Cloud', 'MICROSOFT_IC'];
  const rows = entities.flatMap((entity) => [[`${entity}.REVENUE.2Q26`, 50], [`${entity}.EBIT.2Q26`, 20]]); // prettier-ignore
  const { cells } = answer('TAAS_PEERS', { book: book(...rows) });
  expect(cells[0]![1]).toBe('Margin 2Q26');
  expect(cells.slice(1).map((row) => row[1])).toEqual([0.4, 0.4, 0.4]);
  expect(answer('TAAS_PEERS', { book: book(...rows.slice(1)) }).cells[0]![1]).toBe('Margin 1Q26');
  expect(body('TAAS_PEERS', { book: book(['AWS.EBIT.1Q26', 0]) })[0]![0]).toBe(0);
});

test('peers say in their names, when asked, what is outside, how long servers live and what is not disclosed', () => {
  const { cells } = answer('TAAS_PEERS', { flags: true });
  expect(cells[2]![0]).toMatch(/^Google Cloud: without DeepMind’s training; servers 6 years; .* not disclosed$/);
  expect(body('TAAS_PEERS', { flags: true })).toEqual(body('TAAS_PEERS'));
});

test('blank rows say nothing, an error counts where it is asked for', () => {
  const own = book([], FILED, ['AWS.EBIT.2Q26', NA], ['AWS.EBIT.3Q26', 1, null, null, null, NA]);
  expect(cell('TAAS_FACT', { key: 'AWS.REVENUE.2Q26', book: own })).toBe(40.5);
  expect(cell('TAAS_FACT', { key: 'AWS.EBIT.3Q26', book: own })).toBe(1);
  expect(error('TAAS_FACT', { key: 'AWS.EBIT.2Q26', book: own })).toEqual([
    '#DIV/0!',
    'book is #DIV/0! in row 4: the error is in what it was given.',
  ]);
});

test.each<[what: string, own: unknown[][], sentence: string]>([
  [
    'a row without a key',
    book(FILED, [null, 3]),
    'book has no key in row 3: expected ENTITY.METRIC.PERIOD, such as AWS.REVENUE.2Q26.',
  ],
  [
    'a fact twice',
    book(FILED, ['aws.revenue.q2 2026', 41]),
    'book has AWS.REVENUE.2Q26 in row 2 and again in row 3: expected one of the two.',
  ],
  [
    'a blank value',
    book(['AWS.REVENUE.2Q26', null, 'US$bn']),
    'book has no value for AWS.REVENUE.2Q26 in row 2: expected a number or a text.',
  ],
  [
    'a text in place of a number',
    book(['AWS.REVENUE.2Q26', 'lots']),
    'book has "lots" for AWS.REVENUE.2Q26 in row 2: expected a number.',
  ],
  [
    'no headings',
    [['AWS.REVENUE.2Q26', 41]],
    'book has no heading Key: expected the headings of TAAS_FACTS, Key and Value among them, above a row a fact.',
  ],
])('%s is refused', (_what, own, sentence) => {
  const asked = { entity: 'AWS', metric: 'REVENUE', from: '2Q26', book: own };
  expect(error('TAAS_SERIES', asked)).toEqual(['#VALUE!', sentence]);
});
