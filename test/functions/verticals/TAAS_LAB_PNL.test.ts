import fc from 'fast-check';
import { body, number } from '../cell';

const lines = (args: Record<string, unknown> = {}): number[] => body('TAAS_LAB_PNL', args).map((row) => row[0]!);

test('revenue is what is paid out and what is left', () => {
  const money = fc.double({ min: 0.1, max: 20, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(money, share, share, money, money, (revenue, inference_rate, partner_share, training, opex) => {
      const [top, inference, gross, partners, trained, other, operating, grossMargin, margin] = lines({
        revenue,
        inference_rate,
        partner_share,
        training,
        opex,
      });
      expect(inference! + partners! + trained! + other! + operating!).toBeCloseTo(top!, 9);
      expect(inference! + gross!).toBeCloseTo(top!, 9);
      expect(grossMargin).toBeCloseTo(1 - inference_rate, 9);
      expect(margin).toBeCloseTo(operating! / top!, 9);
    }),
  );
});

test('its gross margin is the one that the deal leaves the lab: the mid-60s', () => {
  expect(lines()[7]).toBeCloseTo(number('TAAS_LAB_MARGIN'), 12);
});

test('the −94% of 2024 was inference at nearly twice revenue', () => {
  expect(lines({ inference_rate: 1.94 })[7]).toBe(-0.94);
});

test('training, not serving, keeps the lab in the red', () => {
  expect(lines()[6]).toBeLessThan(0);
  expect(lines({ training: 0 })[6]).toBeGreaterThan(0);
});

test('all dollars twice as large leave both margins alone', () => {
  const doubled = lines({ revenue: 9.6, training: 4.8, opex: 1.8 });
  expect(doubled.slice(7)).toEqual(lines().slice(7));
});

test('no revenue, no margin', () => {
  const lines = body('TAAS_LAB_PNL', { revenue: 0 }).map((row) => row[0]);
  expect(lines).toEqual([0, 0, 0, 0, 2.4, 0.9, -3.3, 'n/a', 'n/a']);
});
