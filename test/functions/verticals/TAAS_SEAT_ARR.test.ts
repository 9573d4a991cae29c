import { error, number } from '../cell';

const arr = (args: Record<string, unknown> = {}): number => number('TAAS_SEAT_ARR', args);

test('20m seats of Copilot at list are $7.2bn a year', () => {
  expect(arr()).toBe(7.2);
  expect(arr({ seats: 20, attach: 1 })).toBe(7.2);
});

test('the 15m seats of January were 5.4', () => {
  expect(arr({ seats: 15, attach: 1 })).toBe(5.4);
});

test('twice the attach at half the price is the same', () => {
  expect(arr({ attach: 0.1, discount: 0.5 })).toBeCloseTo(arr({ attach: 0.05 }), 12);
});

test('it agrees with a plan that costs nothing to serve', () => {
  const plan = { users: [20], prices: [30], costs: [0], headers: false };
  expect(number('TAAS_SUBSCRIPTION_PNL', plan)).toBe(arr());
});

test('given away, it brings nothing', () => {
  expect(arr({ discount: 1 })).toBe(0);
  expect(error('TAAS_SEAT_ARR', { attach: 4.4 })[1]).toBe(
    'attach is 4.4: expected a number from 0 to 1 (4.4% is 0.044).',
  );
});
