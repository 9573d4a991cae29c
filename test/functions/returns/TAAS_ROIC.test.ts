import { error, number } from '../cell';

const roic = (args: Record<string, unknown> = {}): number => number('TAAS_ROIC', args);

test('AWS earned 16% on segment assets over four quarters, after tax', () => {
  expect(roic()).toBeCloseTo((48.22 * 0.79) / 236.755, 12);
});

test('without tax it is EBIT over capital', () => {
  expect(roic({ ebit: 3, capital: 12, tax: 0 })).toBe(0.25);
});

test('tokens earn more than six times what infrastructure does on the same capital', () => {
  const capital = 11.14;
  expect(roic({ ebit: 3.025, capital }) / roic({ ebit: 0.46, capital })).toBeCloseTo(3.025 / 0.46, 12);
});

test('all dollars twice as large leave it alone', () => {
  expect(roic({ ebit: 96.44, capital: 473.51 })).toBeCloseTo(roic(), 12);
});

test('a loss is a negative return; no capital is none', () => {
  expect(roic({ ebit: -1, capital: 10, tax: 0 })).toBe(-0.1);
  expect(error('TAAS_ROIC', { capital: 0 })).toEqual(['#DIV/0!', 'TAAS_ROIC: roic divides by capital, which is 0.']);
});
