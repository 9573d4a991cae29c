import fc from 'fast-check';
import { answer, body } from '../cell';

const mw = fc.integer({ min: 0, max: 500 });

test('what is delivered and not retired is in service at the end, whatever the lag', () => {
  fc.assert(
    fc.property(fc.array(mw, { minLength: 1, maxLength: 8 }), mw, fc.nat(6), (additions_mw, start, lag) => {
      const periods = additions_mw.length + lag;
      const start_mw = start + 10 * periods;
      const retirements_mw = additions_mw.map((_, i) => i % 10);
      const rows = body('TAAS_BUILD_SCHEDULE', { start_mw, additions_mw, lag, retirements_mw, periods });
      const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
      expect(rows).toHaveLength(periods);
      expect(rows.at(-1)![3]).toBe(start_mw + sum(additions_mw) - sum(retirements_mw));
    }),
  );
});

test('without periods it shows as many quarters as the longer list has', () => {
  const schedule = (args: object) => body('TAAS_BUILD_SCHEDULE', { start_mw: 100, additions_mw: [10], ...args });
  expect(schedule({})).toEqual([[100, 10, 110, 105, 0.2625]]);
  expect(schedule({ retirements_mw: [0, 0, 5] })).toHaveLength(3);
});

test('nothing retired is the schedule without retirements, but for the column', () => {
  const args = { start_mw: 280, additions_mw: [40, 60] };
  const without = body('TAAS_BUILD_SCHEDULE', args);
  const none = body('TAAS_BUILD_SCHEDULE', { ...args, retirements_mw: [0, 0] });
  expect(none.map((row) => row.filter((_, j) => j !== 2))).toEqual(without);
});

test('more than there is cannot retire', () => {
  const { cells } = answer('TAAS_BUILD_SCHEDULE', { start_mw: 5, additions_mw: [10], retirements_mw: [16] });
  expect(cells[1]!.slice(0, 4)).toEqual(['Quarter 1', 5, 10, 16]);
  expect(JSON.stringify(cells[1]![4])).toContain('n/a');
});
