/** The picture behind a simulation, as numbers. */
import { answer, body, error, type Arguments } from '../cell';

const SPEC = [
  ['token_spend', 'TRIANGULAR', 1, 2, 3.5],
  ['infra_cogs', 'NORMAL', 0.55, 0.03, null],
];
const bins = (args: Arguments = {}): number[][] => body('TAAS_HISTOGRAM', { spec: SPEC, ...args });
const simulated = (args: Arguments = {}): number[] =>
  body('TAAS_SIMULATE', { spec: SPEC, ...args }).map((row) => row[0]!);

test.each([1, 2, 7, 20, 1000])('%i bins ascend and touch, and their shares sum to 1', (count) => {
  const rows = bins({ bins: count, trials: 3000 });
  expect(rows).toHaveLength(count);
  for (const [from, to] of rows) expect(to!).toBeGreaterThan(from!);
  rows.slice(1).forEach(([from], i) => expect(from).toBe(rows[i]![1]));
  expect(rows.reduce((total, [, , share]) => total + share!, 0)).toBeCloseTo(1, 12);
  for (const [, , share] of rows) expect(share! * 3000).toBeCloseTo(Math.round(share! * 3000), 9);
});

test('twenty bins by default, of equal width', () => {
  const rows = bins();
  expect(rows).toHaveLength(20);
  const widths = rows.map(([from, to]) => to! - from!);
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1e-12);
});

test('they hold the same trials as TAAS_SIMULATE: as many below its median as above it', () => {
  const rows = bins({ bins: 1000, trials: 4000 });
  const [, , p5, , p50, , p95] = simulated({ trials: 4000 });
  const below = (x: number): number => rows.reduce((total, [, to, share]) => (to! <= x ? total + share! : total), 0);
  expect(below(p50!)).toBeCloseTo(0.5, 1);
  expect(below(p5!)).toBeCloseTo(0.05, 1);
  expect(below(p95!)).toBeCloseTo(0.95, 1);
  expect(rows[0]![0]).toBeLessThan(p5!);
  expect(rows.at(-1)![1]).toBeGreaterThan(p95!);
});

test('a result that does not vary is one bin', () => {
  const rows = bins({ spec: [['infra_cogs', 'UNIFORM', 0.55, 0.55, null]], trials: 100 });
  expect(rows).toHaveLength(1);
  expect(rows[0]![0]).toBeCloseTo(0.55, 14);
  expect(rows[0]![1]).toBe(rows[0]![0]);
  expect(rows[0]![2]).toBe(1);
});

test('headers name the columns; units are the function’s and a share', () => {
  const { cells, units } = answer('TAAS_HISTOGRAM', { spec: SPEC, trials: 10, bins: 2 });
  expect(cells[0]).toEqual(['From', 'To', 'Share']);
  expect(units![1]).toEqual(['margin', 'margin', 'share']);
});

test.each<[Arguments, string]>([
  [{ bins: 0 }, 'bins is 0: expected a whole number from 1 to 1,000.'],
  [{ bins: 2.5 }, 'bins is 2.5: expected a whole number from 1 to 1,000.'],
  [{ bins: 1001 }, 'bins is 1001: expected a whole number from 1 to 1,000.'],
  [
    { trials: 2e6 },
    'trials is 2000000: expected a whole number from 2 to 1,000,000 (the command taas sweep runs more).',
  ],
  [{ spec: [['mode', 'UNIFORM', 1, 3, null]] }, 'spec row 1 is "mode": expected a number of TAAS_MARGIN'],
])('%j is refused: %s', (args, says) => {
  const [code, sentence] = error('TAAS_HISTOGRAM', { spec: SPEC, ...args });
  expect(code).toBe('#VALUE!');
  expect(sentence).toContain(says);
});
