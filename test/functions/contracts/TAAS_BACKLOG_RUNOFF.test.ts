import fc from 'fast-check';
import { answer, body, error } from '../cell';

const runoff = (args: Record<string, unknown>): number[][] => body('TAAS_BACKLOG_RUNOFF', args);
const column = (rows: readonly number[][], i: number): number[] => rows.map((row) => row[i]!);
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

const contract = fc.record({
  backlog: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
  term_years: fc.double({ min: 0.25, max: 50, noNaN: true }),
  ramp_years: fc.double({ min: 0, max: 50, noNaN: true }),
});

test('what is recognised adds up to the backlog, and nothing is left', () => {
  fc.assert(
    fc.property(contract, (terms) => {
      const rows = runoff(terms);
      expect(rows).toHaveLength(Math.ceil(Number(terms.term_years.toPrecision(15))));
      expect(sum(column(rows, 0)) / terms.backlog).toBeCloseTo(1, 12);
      expect(rows.at(-1)![1]).toBe(0);
      expect(Math.min(...column(rows, 0))).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a year opens with what the year before left', () => {
  const rows = runoff({ backlog: 364, ramp_years: 2 });
  rows.forEach(([recognised, remaining], i) => {
    expect((i === 0 ? 364 : rows[i - 1]![1]!) - recognised!).toBeCloseTo(remaining!, 10);
  });
});

test('the backlog of OpenAI is 2.5 years of Azure', () => {
  expect(runoff({ backlog: 250, annual_revenue: 100 })[0]![2]).toBe(2.5);
});

test('that of AWS covers 2.42 years of its 1Q26 pace', () => {
  expect(runoff({ backlog: 364, annual_revenue: 37.587 * 4 })[0]![2]).toBeCloseTo(364 / (37.587 * 4), 12);
});

test('of a company whose revenue is not given there is no cover, and never AWS’', () => {
  expect(runoff({ backlog: 100 }).map(([, , cover]) => cover)).toEqual(Array(5).fill('n/a'));
});

test('cover is what the year opens with, in years of revenue', () => {
  const rows = runoff({ backlog: 120, annual_revenue: 48, term_years: 3, ramp_years: 1 });
  expect(rows.map(([, , cover]) => cover! * 48)).toEqual(
    [120, rows[0]![1], rows[1]![1]].map((x) => expect.closeTo(x!, 9)),
  );
});

test('without a ramp every year is alike; the last may be a part of one', () => {
  expect(column(runoff({ backlog: 100, term_years: 4 }), 0)).toEqual([25, 25, 25, 25]);
  expect(column(runoff({ backlog: 100, term_years: 2.5 }), 0)).toEqual([40, 40, 20]);
  expect(answer('TAAS_BACKLOG_RUNOFF', { backlog: 100, term_years: 2.5 }).cells.map((row) => row[0])).toEqual([
    'Year',
    'Year 1',
    'Year 2',
    'Year 3 (to 2.5)',
  ]);
});

test('on the ramp recognition rises in a straight line, after it it is flat', () => {
  // 2 years of ramp and 3 at the full rate: 4 full years; the ramp brings ¼ and ¾ of one
  expect(column(runoff({ backlog: 400, ramp_years: 2 }), 0)).toEqual([25, 75, 100, 100, 100]);
  expect(column(runoff({ backlog: 400, term_years: 2, ramp_years: 2 }), 0)).toEqual([100, 300]);
});

test('a ramp as long as the contract or longer is the same: it rises to the end', () => {
  expect(runoff({ backlog: 100, term_years: 2, ramp_years: 4 })).toEqual(
    runoff({ backlog: 100, term_years: 2, ramp_years: 2 }),
  );
});

test('a backlog twice as large is recognised at the same pace', () => {
  fc.assert(
    fc.property(contract, (terms) => {
      const [one, two] = [runoff(terms), runoff({ ...terms, backlog: 2 * Math.min(terms.backlog, 4e5) })];
      const scale = terms.backlog / (2 * Math.min(terms.backlog, 4e5));
      two.forEach((row, i) => {
        expect((row[0]! * scale) / terms.backlog).toBeCloseTo(one[i]![0]! / terms.backlog, 12);
      });
    }),
    { numRuns: 30 },
  );
});

test('cover over no revenue has no meaning; what is recognised has', () => {
  expect(runoff({ backlog: 100, annual_revenue: 0, term_years: 2 })).toEqual([
    [50, 50, 'n/a'],
    [50, 0, 'n/a'],
  ]);
  expect(error('TAAS_BACKLOG_RUNOFF')[1]).toBe('backlog is missing: expected a number from 0 to 1,000,000.');
});
