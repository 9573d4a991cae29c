import fc from 'fast-check';
import { answer, body, error } from '../cell';

const plans = (args: Record<string, unknown>): number[][] => body('TAAS_SUBSCRIPTION_PNL', args);
const amount = (max: number) => fc.double({ min: 0.1, max, noNaN: true });

test('the plans add up to the total, and its margin is theirs by revenue', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount(1000), amount(200), amount(100)), { minLength: 1, maxLength: 6 }), (given) => {
      const [users, prices, costs] = [0, 1, 2].map((i) => given.map((plan) => plan[i]!));
      const rows = plans({ users, prices, costs });
      const [own, total] = [rows.slice(0, -1), rows.at(-1)!];
      expect(own).toHaveLength(given.length);
      for (const i of [0, 1]) expect(own.reduce((sum, row) => sum + row[i]!, 0) / total[i]!).toBeCloseTo(1, 10);
      const profit = own.reduce((sum, row) => sum + row[0]! * row[2]!, 0);
      expect(profit / total[0]!).toBeCloseTo(total[2]!, 9);
    }),
  );
});

test('a plan’s margin is what is left of its price', () => {
  expect(plans({ users: [3], prices: [200], costs: [110] })).toEqual([
    [7.2, 3.96, 0.45],
    [7.2, 3.96, 0.45],
  ]);
});

test('free users have no margin, but their cost is in the total', () => {
  const { cells } = answer('TAAS_SUBSCRIPTION_PNL', {
    users: [900, 30],
    prices: [0, 20],
    costs: [0.3, 6],
    labels: ['Free', 'Plus'],
  });
  expect(cells).toEqual([
    ['Plan', 'Revenue', 'Cost to serve', 'Gross margin'],
    ['Free', 0, 3.24, 'n/a'],
    ['Plus', 7.2, 2.16, 0.7],
    ['Total', 7.2, 5.4, 0.25],
  ]);
});

test('plans without names are numbered', () => {
  const { cells } = answer('TAAS_SUBSCRIPTION_PNL', { users: [1, 2], prices: [3, 4], costs: [1, 1] });
  expect(cells.map((row) => row[0])).toEqual(['Plan', 'Plan 1', 'Plan 2', 'Total']);
  const five = answer('TAAS_SUBSCRIPTION_PNL', {
    users: [1, 2, 3, 4, 5],
    prices: [1, 1, 1, 1, 1],
    costs: [0, 0, 0, 0, 0],
  });
  expect(five.cells.map((row) => row[0])).toEqual(['Plan', ...[1, 2, 3, 4, 5].map((i) => `Plan ${i}`), 'Total']);
});

test('only free users are a cost, and no business to have a margin of', () => {
  expect(body('TAAS_SUBSCRIPTION_PNL', { users: [900], prices: [0], costs: [0.3] })).toEqual([
    [0, 3.24, 'n/a'],
    [0, 3.24, 'n/a'],
  ]);
});

test('every plan has users, a price, a cost and a name', () => {
  const args = { users: [1, 2], prices: [3, 4], costs: [1], labels: ['A', 'B'] };
  expect(error('TAAS_SUBSCRIPTION_PNL', args)[1]).toBe(
    'costs has 1 values and users has 2: expected lists of one length.',
  );
});
