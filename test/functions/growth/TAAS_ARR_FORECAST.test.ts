import fc from 'fast-check';
import { answer, body, error } from '../cell';

const forecast = (args: Record<string, unknown> = {}): number[][] => body('TAAS_ARR_FORECAST', args);
const growth = fc.double({ min: -0.5, max: 2, noNaN: true });
const periods = fc.integer({ min: 1, max: 12 });

test('year-end ARR far exceeds $100bn on the base path', () => {
  expect(forecast().at(-1)![0]).toBeGreaterThan(100);
});

test('a decay of 1 is constant growth', () => {
  fc.assert(
    fc.property(growth, periods, (growth0, n) => {
      const rows = forecast({ arr0: 30, growth0, decay: 1, periods: n });
      expect(rows).toHaveLength(n);
      rows.forEach(([arr, , rate], i) => {
        expect(rate).toBeCloseTo(growth0, 12);
        expect(arr! / (30 * (1 + growth0) ** (i + 1))).toBeCloseTo(1, 12);
      });
    }),
  );
});

test('a decay of 0 grows once and stops', () => {
  expect(forecast({ arr0: 10, growth0: 0.5, decay: 0 })).toEqual([
    [15, 5, 0.5],
    [15, 0, 0],
    [15, 0, 0],
  ]);
});

test('net new ARR adds up to the whole rise, by either method', () => {
  fc.assert(
    fc.property(fc.constantFrom('DECAY', 'LOGISTIC'), growth, periods, (method, growth0, n) => {
      const rows = forecast({ method, ceiling: 200, growth0, periods: n });
      const added = rows.reduce((total, row) => total + row[1]!, 0);
      expect(added).toBeCloseTo(rows.at(-1)![0]! - 30, 4);
    }),
  );
});

test('growth is net new ARR over the ARR before it', () => {
  for (const method of ['DECAY', 'LOGISTIC']) {
    const rows = forecast({ method, ceiling: 150, periods: 6 });
    rows.forEach(([, added, rate], i) => {
      expect(added! / (i === 0 ? 30 : rows[i - 1]![0]!)).toBeCloseTo(rate!, 12);
    });
  }
});

test('the S-curve rises to its ceiling and never through it', () => {
  const arr = forecast({ method: 'LOGISTIC', growth0: 0.9, ceiling: 200, periods: 30 }).map((row) => row[0]!);
  arr.reduce((before, now) => {
    expect(now).toBeGreaterThan(before);
    return now;
  }, 30);
  expect(arr.at(-1)).toBeLessThan(200);
  expect(arr.at(-1)).toBeCloseTo(200, 6);
});

test('halfway to the ceiling its logarithm of what is left is g a period', () => {
  const [first, second] = forecast({ method: 'LOGISTIC', growth0: 0.7, ceiling: 90, periods: 2 });
  const odds = (arr: number): number => arr / (90 - arr);
  expect(Math.log(odds(second![0]!) / odds(first![0]!))).toBeCloseTo(0.7, 12);
});

test('an S-curve needs a ceiling', () => {
  expect(error('TAAS_ARR_FORECAST', { method: 'LOGISTIC' })).toEqual([
    '#VALUE!',
    'ceiling is missing: method LOGISTIC needs it.',
  ]);
});

test('a ceiling at or below today’s ARR leaves nothing to forecast', () => {
  for (const ceiling of [20, 30]) {
    expect(error('TAAS_ARR_FORECAST', { method: 'LOGISTIC', ceiling })).toEqual([
      '#N/A',
      'TAAS_ARR_FORECAST: the ceiling is not above the ARR at the start.',
    ]);
  }
  expect(error('TAAS_ARR_FORECAST', { arr0: 0, method: 'LOGISTIC', ceiling: 20 })[0]).toBe('#DIV/0!');
});

test('every period has its line', () => {
  expect(answer('TAAS_ARR_FORECAST', { periods: 2 }).cells.map((row) => row[0])).toEqual([
    'Period',
    'Period 1',
    'Period 2',
  ]);
  expect(error('TAAS_ARR_FORECAST', { periods: 2.5 })[1]).toBe(
    'periods is 2.5: expected a whole number from 1 to 100.',
  );
});

describe('growth that is known period by period', () => {
  const forecast = (args: Record<string, unknown>) => body('TAAS_ARR_FORECAST', args);

  test('the same list as the fading growth is the same forecast', () => {
    expect(forecast({ growth: [0.8, 0.6, 0.45] })).toEqual(forecast({}));
  });

  test('one that shrinks is shown as it is', () => {
    expect(forecast({ arr0: 10, periods: 2, growth: [-0.5, 0] })).toEqual([
      [5, -5, -0.5],
      [5, 0, 0],
    ]);
  });

  test.each([
    [{ growth: [0.5, 0.5] }, 'growth has 2 values and periods is 3: expected as many.'],
    [
      { growth: [0.5, 0.5, 0.5], growth0: 0.8 },
      'growth0 is given beside growth, which stands in its place: expected one of the two.',
    ],
    [
      { growth: [0.5, 0.5, 0.5], decay: 1 },
      'decay is given beside growth, which stands in its place: expected one of the two.',
    ],
    [{ growth: [0.5, 0.5, 0.5], method: 'LOGISTIC' }, 'ceiling is missing: method LOGISTIC needs it.'],
    [
      { growth: [0.5, 0.5, 0.5], method: 'LOGISTIC', ceiling: 200 },
      'ceiling is given beside growth, which stands in its place: expected one of the two.',
    ],
  ])('%j is refused', (args, sentence) => {
    expect(error('TAAS_ARR_FORECAST', args)).toEqual(['#VALUE!', sentence]);
  });
});

describe('what a list of growth replaces is not varied without a word', () => {
  const call = 'TAAS_ARR_FORECAST(30,3,,,,,,{0.5,0.4,0.3})[Period 3, ARR]';
  const sentence = 'growth0 is given beside growth, which stands in its place: expected one of the two.';

  test.each<[string, Record<string, unknown>]>([
    ['TAAS_GRID', { param_x: 'growth0', values_x: [0.1, 2], param_y: 'arr0', values_y: [30] }],
    ['TAAS_SOLVE', { target: 81.9, param: 'growth0' }],
    ['TAAS_SIMULATE', { spec: [['growth0', 'UNIFORM', 0.1, 2]], trials: 100 }],
  ])('%s', (name, args) => {
    expect(error(name, { function: call, ...args })[1]).toContain(sentence);
  });

  test('TAAS_TORNADO moves the rest', () => {
    const moved = answer('TAAS_TORNADO', { function: call }).cells.map(([label]) => label);
    expect(moved).toContain('arr0');
    expect(moved).not.toContain('growth0');
  });
});
