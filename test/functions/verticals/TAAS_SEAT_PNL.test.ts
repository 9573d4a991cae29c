import { body, number } from '../cell';

const lines = (args: Record<string, unknown> = {}): number[] => body('TAAS_SEAT_PNL', args).map((row) => row[0]!);

test('20m paid seats of Copilot at $30, at a cost of $12: 60% of $7.2bn', () => {
  expect(lines()).toEqual([20, 7.2, 2.88, 4.32, 0.6]);
});

test('its ARR is that of TAAS_SEAT_ARR, whatever the attach and the discount', () => {
  const args = { seats: 300, attach: 0.12, discount: 0.25 };
  expect(lines(args)[1]).toBe(number('TAAS_SEAT_ARR', args));
});

test('a discount to the cost to serve leaves nothing', () => {
  expect(lines({ discount: 0.6 })[3]).toBe(0);
});

test('given away, a seat costs and has no margin', () => {
  expect(lines({ discount: 1 })).toEqual([20, 0, 2.88, -2.88, 'n/a']);
});
