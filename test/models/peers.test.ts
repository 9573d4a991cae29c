/** The peers' margins: the figures that an analyst has worked by hand. */
import { PEER_MARGINS } from '../../src/models/t3-peers';
import { readingOf, type Reading } from './reading';

let peers: Reading;
beforeAll(async () => {
  peers = await readingOf(PEER_MARGINS);
});

test.each([
  ['AWS', 0, 0.37675, 264.05, -177.9, -14.3],
  ['Google Cloud', 1, 0.32951, 287.2, 1519.4, 397.2],
  ['Microsoft Intelligent Cloud', 2, 0.39625, -253.3, -185, -21.7],
])('%s: margin, on the quarter, on the year, and its slope', (_, row, margin, quarter, year, slope) => {
  const [revenue, ebit, ...its] = peers.table('peers')[row] as number[];
  expect(ebit! / revenue!).toBeCloseTo(its[0]!, 12);
  expect(its[0]).toBeCloseTo(margin, 5);
  expect(its[1]).toBeCloseTo(quarter, 0);
  expect(its[2]).toBeCloseTo(year, 0);
  expect(its[3]).toBeCloseTo(slope, 1);
});

test('AWS’ lead over Google Cloud narrows from 21.7 to 5.0 and 4.7 pp', () => {
  expect(peers.row('lead', '1Q25A')).toBeCloseTo(21.7, 1);
  expect(peers.row('lead', '4Q25A')).toBeCloseTo(5, 1);
  expect(peers.row('lead', '1Q26A')).toBeCloseTo(4.7, 1);
});

test('what Oracle and CoreWeave do not disclose says so, and is never zero', () => {
  for (const row of [3, 4])
    expect(peers.table('peers')[row]!.slice(1)).toEqual(Array.from({ length: 5 }, () => 'undisclosed'));
  expect(peers.row('oracle_revenue', '1Q26A')).toBe(4.9);
  expect(peers.row('oracle_revenue', '4Q25A')).toBe('');
  expect(peers.row('coreweave_margin', '1Q26A')).toBe('');
});

test('six years are worth 226 bp to AWS; $1bn of training leaves Google Cloud 27.96%', () => {
  const [aws, google, microsoft] = peers.table('restated');
  expect(aws![3]).toBeCloseTo(225.9646509, 6);
  expect(aws![5]).toBeCloseTo(14.161 / 37.587 + 0.02259646509, 9);
  expect(google!.slice(2)).toEqual(['undisclosed', 'undisclosed', 1, expect.closeTo(0.2795806291, 9)]);
  expect(microsoft![5]).toBeCloseTo(13.75 / 34.7, 12);
});

test('tokens are 5.6 to 5.8 at most, which does not bear “over $10bn each”', () => {
  const caps = peers.table('tokens');
  expect(caps.map((row) => row[3])).toEqual([
    expect.closeTo(5.562876, 9),
    expect.closeTo(5.76864, 9),
    expect.closeTo(5.67, 9),
  ]);
  expect(caps.map((row) => row[4])).toEqual(Array.from({ length: 3 }, () => 'too small: not net revenue'));
});
