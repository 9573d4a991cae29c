/** Margins on one footing: useful lives, fleets, excluded costs and peers. */
import fc from 'fast-check';
import { answer, body, error, number } from '../cell';

const relative = (got: number, expected: number): void => expect(got / expected).toBeCloseTo(1, 12);
const life = fc.integer({ min: 1, max: 15 });
const METHODS = ['SIMPLE', 'VINTAGE', 'PROSPECTIVE'];

describe('a change of useful life', () => {
  test('to the same life changes nothing, by any method', () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...METHODS), (years, method) => {
        expect(number('TAAS_LIFE_IMPACT', { life_from: years, life_to: years, method, growth: 0.4, age: 0.5 })).toBe(0);
      }),
    );
  });

  test('to a longer life raises the margin, to a shorter one lowers it', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 10 }), fc.constantFrom(...METHODS), (years, more, method) => {
        const assumed = { method, growth: 0.4, age: 0.5 };
        expect(number('TAAS_LIFE_IMPACT', { life_from: years, life_to: years + more, ...assumed })).toBeGreaterThan(0);
        expect(number('TAAS_LIFE_IMPACT', { life_from: years + more, life_to: years, ...assumed })).toBeLessThan(0);
      }),
    );
  });

  test('moves the margin by the same basis points whatever the currency', () => {
    const dollars = number('TAAS_LIFE_IMPACT', { depreciation: 7.28, revenue: 37.587 });
    relative(number('TAAS_LIFE_IMPACT', { depreciation: 728, revenue: 3758.7 }), dollars);
    relative(number('TAAS_LIFE_IMPACT', { server_share: 0.35 }), dollars / 2);
  });

  test('matters little to a fleet that hardly grows and nothing to one that does not', () => {
    const impact = (growth: number): number => number('TAAS_LIFE_IMPACT', { method: 'VINTAGE', growth });
    expect(impact(0)).toBe(0);
    expect(impact(1e-9)).toBeCloseTo(0, 5);
    expect(impact(-1e-9)).toBeCloseTo(0, 5);
    expect(impact(0.2)).toBeGreaterThan(0);
    expect(impact(-0.2)).toBeLessThan(0);
  });

  test('of a fleet that triples every year comes near the simple ratio', () => {
    const tripling = number('TAAS_LIFE_IMPACT', { method: 'VINTAGE', growth: 2 });
    expect(tripling / number('TAAS_LIFE_IMPACT')).toBeCloseTo(0.986, 3);
  });

  test('of a fleet in steady growth is what two such fleets would be charged', () => {
    const charge = (years: number): number =>
      Array.from({ length: years }, (_, age) => 1.6 ** -(age + 1)).reduce((a, b) => a + b) / years;
    const ratio = charge(6) / charge(5);
    relative(
      number('TAAS_LIFE_IMPACT', { method: 'VINTAGE', growth: 0.6 }),
      ((7.28 * 0.7 * (1 - ratio)) / 37.587) * 10000,
    );
  });

  test('of a new cohort is the simple ratio, of an old one is what it has left', () => {
    relative(number('TAAS_LIFE_IMPACT', { method: 'PROSPECTIVE', age: 0 }), number('TAAS_LIFE_IMPACT'));
    relative(number('TAAS_LIFE_IMPACT', { method: 'PROSPECTIVE', age: 4 }), ((7.28 * 0.7 * 0.5) / 37.587) * 10000);
  });

  test('has no answer for a cohort at the end of either life', () => {
    expect(error('TAAS_LIFE_IMPACT', { method: 'PROSPECTIVE', age: 5 })).toEqual([
      '#N/A',
      'TAAS_LIFE_IMPACT: a fleet of age 5 has nothing left to depreciate on lives of 5 and 6 years.',
    ]);
    expect(error('TAAS_LIFE_IMPACT', { method: 'PROSPECTIVE', life_from: 5, life_to: 3, age: 4 })[0]).toBe('#N/A');
  });

  test('needs a revenue', () => {
    expect(error('TAAS_LIFE_IMPACT', { depreciation: 1, revenue: 0 })[1]).toBe(
      'TAAS_LIFE_IMPACT: margin_change divides by revenue, which is 0.',
    );
  });
});

describe('a restated margin', () => {
  test('is the margin, plus the effect of the life, less the cost left out', () => {
    fc.assert(
      fc.property(
        life,
        fc.constantFrom(...METHODS),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (life_to, method, excluded_cost) => {
          const aws = { revenue: 37.587, depreciation: 7.28 };
          const change = { ...aws, life_from: 5, life_to, method, growth: 0.3, age: 0.5 };
          const restated = number('TAAS_RESTATED_MARGIN', { ...change, margin: 0.3, excluded_cost });
          const impact = number('TAAS_LIFE_IMPACT', change);
          expect(restated).toBeCloseTo(0.3 + impact / 10000 - excluded_cost / 37.587, 12);
        },
      ),
    );
  });

  test('of Google Cloud falls by 50 bp for every $0.1bn of training put back', () => {
    const google = { margin: 0.329, revenue: 20.03, depreciation: 2, life_from: 6, life_to: 5 };
    const lost =
      number('TAAS_RESTATED_MARGIN', google) - number('TAAS_RESTATED_MARGIN', { ...google, excluded_cost: 0.1 });
    expect(lost * 10000).toBeCloseTo(49.9, 1);
  });
});

describe('the depreciation of a fleet', () => {
  const quarters = (args: object): number[] => answer('TAAS_FLEET_DEPRECIATION', args as never).cells[0] as number[];
  const total = (charges: readonly number[]): number => charges.reduce((sum, charge) => sum + charge, 0);
  const method = fc.constantFrom('STRAIGHT_LINE', 'DECLINING_SWITCH');
  const capex = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
  const fraction = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);

  test('sums to what was paid less salvage, for any life and any start within the quarter', () => {
    const lifeYears = fc.integer({ min: 5, max: 160 }).map((twentieths) => twentieths / 20);
    fc.assert(
      fc.property(capex, lifeYears, fraction, fraction, method, (paid, life_years, salvage_rate, first_period, how) => {
        const charges = quarters({ capex: paid, life_years, salvage_rate, first_period, method: how });
        expect(total(charges)).toBeCloseTo(total(paid) * (1 - salvage_rate), 9);
        expect(Math.min(...charges)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('of two fleets is the sum of both', () => {
    fc.assert(
      fc.property(fraction, method, (first_period, how) => {
        const of = (paid: number[]): number[] => quarters({ capex: paid, life_years: 2, first_period, method: how });
        of([3, 0, 9]).forEach((charge, i) => expect(charge).toBeCloseTo(of([3, 0, 0])[i]! + of([0, 0, 9])[i]!, 12));
      }),
    );
  });

  test('written down fast is charged earlier, never more', () => {
    const running = (charges: number[]): number[] => charges.map((_, i) => total(charges.slice(0, i + 1)));
    const straight = running(quarters({ capex: [100] }));
    running(quarters({ capex: [100], method: 'DECLINING_SWITCH' })).forEach((charged, i) =>
      expect(charged).toBeGreaterThanOrEqual(straight[i]! - 1e-9),
    );
  });

  /** Excel's VDB in doubles: what is charged between two ages, in periods that begin where the start is. */
  function VDB(cost: number, salvage: number, life: number, start: number, end: number): number {
    let [age, book, charged] = [0, cost, 0];
    for (let period = 0; age < end - 1e-9; period++) {
      const to = Math.min(life, period + (start % 1 || 1));
      const declining = Math.min((book * 2) / life, book - salvage);
      const charge = Math.max(declining, (book - salvage) / (life - age)) * (to - age);
      if (age > start - 1e-9) charged += (charge * (Math.min(end, to) - age)) / (to - age);
      [age, book] = [to, book - charge];
    }
    return charged;
  }

  test('is, quarter by quarter, what a chain of Excel’s VDB says of each vintage', () => {
    const quarterLives = fc.integer({ min: 4, max: 160 }).map((quarters) => quarters / 16);
    fc.assert(
      fc.property(quarterLives, fraction, fc.integer({ min: 1, max: 20 }), (life_years, salvage_rate, twentieths) => {
        const first_period = twentieths / 20;
        const life = life_years * 4;
        const charges = quarters({
          capex: [100],
          life_years,
          salvage_rate,
          first_period,
          method: 'DECLINING_SWITCH',
        });
        const chain = charges.map((_, i) =>
          VDB(100, 100 * salvage_rate, life, i === 0 ? 0 : i - 1 + first_period, Math.min(life, i + first_period)),
        );
        charges.forEach((charge, i) => expect(Math.abs(charge - chain[i]!)).toBeLessThan(1e-9));
      }),
    );
  });

  test('is SLN in every whole quarter', () => {
    expect(quarters({ capex: [100], salvage_rate: 0.1 })).toEqual([
      2.25,
      ...Array.from({ length: 19 }, () => 4.5),
      2.25,
    ]);
  });

  test('keeps all the digits of its first quarter', () => {
    const thirds = quarters({ capex: [100], first_period: 1 / 3 });
    expect(thirds).toEqual([1.666666666666665, ...Array.from({ length: 19 }, () => 5), 3.333333333333335]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (first_period) => {
        const [, ...rest] = quarters({ capex: [100], life_years: 2, first_period });
        expect(rest.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 12.5));
      }),
    );
  });

  test('starts in the quarter of purchase, unless nothing of it is in service yet', () => {
    expect(quarters({ capex: [8], life_years: 0.5, first_period: 1 })).toEqual([4, 4]);
    expect(quarters({ capex: [8], life_years: 0.5, first_period: 0.5 })).toEqual([2, 4, 2]);
    expect(quarters({ capex: [8], life_years: 0.5, first_period: 0 })).toEqual([0, 4, 4]);
  });

  test('of a life that ends inside a quarter has its last part in the last quarter', () => {
    expect(quarters({ capex: [5], life_years: 0.625, first_period: 0.5 })).toEqual([1, 2, 2]);
    expect(quarters({ capex: [5], life_years: 0.625, first_period: 1 })).toEqual([2, 2, 1]);
  });

  test('shows as many quarters as are asked for, and nothing is charged after the last', () => {
    const all = quarters({ capex: [4, 4], life_years: 0.5, first_period: 1 });
    expect(all).toEqual([2, 4, 2]);
    expect(quarters({ capex: [4, 4], life_years: 0.5, first_period: 1, periods: 2 })).toEqual([2, 4]);
    expect(quarters({ capex: [4, 4], life_years: 0.5, first_period: 1, periods: 5 })).toEqual([2, 4, 2, 0, 0]);
  });

  test('covers a century and no more', () => {
    const bought = (length: number): number[] => Array.from({ length }, () => 1);
    expect(quarters({ capex: bought(400), periods: 1 })).toEqual([0.025]);
    expect(error('TAAS_FLEET_DEPRECIATION', { capex: bought(401) })).toEqual([
      '#VALUE!',
      'capex has 401 values: expected at most 400.',
    ]);
  });

  test('needs to know what was bought', () => {
    expect(error('TAAS_FLEET_DEPRECIATION')[1]).toBe(
      'capex is missing: expected one row or column of numbers from 0 to 1,000,000.',
    );
    expect(error('TAAS_FLEET_DEPRECIATION', { capex: [1, -2] })[1]).toBe(
      'capex column 2 is -2: expected numbers from 0 to 1,000,000.',
    );
    expect(error('TAAS_FLEET_DEPRECIATION', { capex: [1], life_years: 0 })[1]).toBe(
      'life_years is 0: expected a number from 0.25 to 100.',
    );
  });
});

describe('the peers', () => {
  test('are AWS, Google Cloud and the segment that Azure is part of, said to be wider', () => {
    expect(answer('TAAS_PEERS').cells.map((row) => row[0])).toEqual([
      'Segment',
      'AWS',
      'Google Cloud',
      'Microsoft Intelligent Cloud (wider than Azure)',
    ]);
  });

  test('show reported figures, so AWS differs from the 37.8% and 213 bp of the articles', () => {
    const [aws] = body('TAAS_PEERS') as [number[]];
    expect(aws[0]).toBeCloseTo(14.161 / 37.587, 14);
    expect(aws[1]).toBeCloseTo(264.05, 2);
    expect(aws[3]).toBeCloseTo(37.587 / 29.267 - 1, 14);
  });

  test('have a trend through five quarters, not through the first and the last', () => {
    const margins = [11.547 / 29.267, 10.16 / 30.873, 11.434 / 33.006, 12.465 / 35.579, 14.161 / 37.587];
    const slope = margins.reduce((sum, margin, quarter) => sum + (quarter - 2) * margin, 0) / 10;
    expect(body('TAAS_PEERS')[0]![4]).toBeCloseTo(slope * 10000, 9);
  });
});
