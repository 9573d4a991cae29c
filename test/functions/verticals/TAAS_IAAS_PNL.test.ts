import fc from 'fast-check';
import { body } from '../cell';

const lines = (args: Record<string, unknown> = {}): number[] => body('TAAS_IAAS_PNL', args).map((row) => row[0]!);

test('the capacity of the base deal, rented out, earns the third line of TAAS_CHANNELS', () => {
  const rented = body('TAAS_CHANNELS').find((row) => Math.abs(row.at(-1)! - lines()[4]!) < 1e-12);
  expect(rented).toBeDefined();
});

test('540 MW at $10m on a cost of $8m: 15% of $1.35bn', () => {
  const [revenue, cost, opex, ebit, margin] = lines({ mw: 540, price_per_mw: 10, cost_per_mw: 8 });
  expect([revenue, cost, opex, ebit]).toEqual([1.35, 1.08, 0.0675, 0.2025]);
  expect(margin).toBeCloseTo(0.15, 14);
});

test('what is not rented costs as much: utilization moves revenue only', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (utilization) => {
      const [revenue, cost, , ebit] = lines({ utilization });
      expect(revenue).toBeCloseTo(lines()[0]! * utilization, 10);
      expect(cost).toBe(lines()[1]);
      expect(ebit).toBeCloseTo(revenue! * 0.95 - cost!, 10);
    }),
  );
});

test('size does not move the margin', () => {
  expect(lines({ mw: 2000 })[4]).toBeCloseTo(lines({ mw: 20 })[4]!, 12);
});
