import fc from 'fast-check';
import { answer, error, number } from '../cell';

const CASES = { demands: [0.6, 0.8, 1, 1.2], probabilities: [0.1, 0.2, 0.5, 0.2] };
const expected = (args: Record<string, unknown>): number => number('TAAS_EXPECTED_MARGIN', args);

test('a certain demand is the shock margin at that demand', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 2, noNaN: true }), fc.constantFrom('TAAS', 'IAAS'), (demand, contract) => {
      expect(expected({ demands: [demand], probabilities: [1], contract })).toBeCloseTo(
        number('TAAS_SHOCK_MARGIN', { demand, contract }),
        12,
      );
    }),
  );
});

test('it is the margin of the averages, not the average of the margins', () => {
  const average = CASES.demands
    .map((demand, i) => CASES.probabilities[i]! * number('TAAS_SHOCK_MARGIN', { demand }))
    .reduce((total, x) => total + x, 0);
  expect(expected(CASES)).toBeGreaterThan(average);
});

test('it lies between the best and the worst case', () => {
  const demand = fc.double({ min: 0.1, max: 2, noNaN: true });
  fc.assert(
    fc.property(demand, demand, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, p) => {
      const probability = Number(p.toPrecision(6));
      const margins = [a, b].map((one) => number('TAAS_SHOCK_MARGIN', { demand: one }));
      const mixed = expected({
        demands: [a, b],
        probabilities: [probability, Number((1 - probability).toPrecision(12))],
      });
      expect(mixed).toBeGreaterThanOrEqual(Math.min(...margins) - 1e-9);
      expect(mixed).toBeLessThanOrEqual(Math.max(...margins) + 1e-9);
    }),
  );
});

test('the order of the cases does not matter, nor whether they stand in a row or a column', () => {
  const { demands, probabilities } = CASES;
  const column = { demands: demands.map((x) => [x]), probabilities: probabilities.map((x) => [x]) };
  const reversed = { demands: [...demands].reverse(), probabilities: [...probabilities].reverse() };
  expect(expected(column)).toBe(expected(CASES));
  expect(expected(reversed)).toBe(expected(CASES));
});

test('a case that cannot happen changes nothing', () => {
  expect(expected({ demands: [...CASES.demands, 0], probabilities: [...CASES.probabilities, 0] })).toBe(
    expected(CASES),
  );
});

test('a guarantee helps, as much as it is likely to be needed', () => {
  expect(expected({ ...CASES, floor: 1 })).toBeGreaterThan(expected(CASES));
  expect(expected({ ...CASES, cogs_fixed: 0.5 })).toBeGreaterThan(expected(CASES));
});

test('probabilities sum to 1, one for each demand', () => {
  const [code, sentence] = error('TAAS_EXPECTED_MARGIN', { demands: [0.6, 1], probabilities: [0.5, 0.6] });
  expect([code, sentence]).toEqual(['#VALUE!', 'probabilities sum to 1.1: expected 1.']);
  expect(error('TAAS_EXPECTED_MARGIN', { demands: [0.6, 0.8, 1], probabilities: [0.5, 0.5] })[1]).toBe(
    'probabilities has 2 values and demands has 3: expected lists of one length.',
  );
  expect(error('TAAS_EXPECTED_MARGIN', { demands: [0.6, 1], probabilities: [1.5, -0.5] })[0]).toBe('#VALUE!');
});

describe('probabilities sum to 1 within 1e-9', () => {
  const demands = [0.6, 1];

  test.each([1e-9, -1e-9, 5e-10, 1e-12])('%d off is the rounding of shares', (off) => {
    const near = expected({ demands, probabilities: [0.5, 0.5 + off] });
    expect(near).toBeCloseTo(expected({ demands, probabilities: [0.5, 0.5] }), 8);
  });

  test.each([1.1e-9, -1.1e-9, 1e-8, 1e-7, -1e-7, 1e-6])('%d off is a mistake', (off) => {
    expect(error('TAAS_EXPECTED_MARGIN', { demands, probabilities: [0.5, 0.5 + off] })).toEqual([
      '#VALUE!',
      `probabilities sum to ${Number((1 + off).toPrecision(12))}: expected 1.`,
    ]);
  });

  test('in a grid as in a cell', () => {
    const offs = [-1e-7, -1.1e-9, -5e-10, 0, 5e-10, 1.1e-9, 1e-7];
    const { cells } = answer('TAAS_GRID', {
      function: 'TAAS_EXPECTED_MARGIN({0.6,1},{0.5,0.5})',
      param_x: 'probabilities[2]',
      values_x: offs.map((off) => 0.5 + off),
      param_y: 'floor',
      values_y: [0],
    });
    expect(cells[0]!.map((cell) => typeof cell === 'number')).toEqual(offs.map((off) => Math.abs(off) < 1e-9));
  });
});

test('no revenue in any case is no margin', () => {
  expect(error('TAAS_EXPECTED_MARGIN', { demands: [0], probabilities: [1] })).toEqual([
    '#DIV/0!',
    'TAAS_EXPECTED_MARGIN: expected_margin divides by expected_revenue, which is 0.',
  ]);
});
