/** From megawatts to chips, tokens and revenue, and what it costs to be short of them. */
import fc from 'fast-check';
import { answer, body, error, number } from '../cell';

const megawatts = fc.double({ min: 1, max: 5000, noNaN: true });
const relative = (got: number, expected: number): void => expect(got / expected).toBeCloseTo(1, 12);

describe('power', () => {
  test('twice of it feeds twice the chips and serves twice the tokens', () => {
    fc.assert(
      fc.property(megawatts, (mw) => {
        relative(number('TAAS_MW_TO_CHIPS', { mw: 2 * mw }), 2 * number('TAAS_MW_TO_CHIPS', { mw }));
        relative(number('TAAS_MW_TO_TOKENS', { mw: 2 * mw }), 2 * number('TAAS_MW_TO_TOKENS', { mw }));
      }),
      { numRuns: 50 },
    );
  });

  test('at the meter feeds fewer chips than the same power at the rack', () => {
    const facility = number('TAAS_MW_TO_CHIPS', { basis: 'FACILITY' });
    relative(facility * 1.15, number('TAAS_MW_TO_CHIPS', { basis: 'IT' }));
    expect(number('TAAS_MW_TO_CHIPS', { basis: 'IT', pue: 2 })).toBe(number('TAAS_MW_TO_CHIPS'));
  });

  test('serves what its chips serve in the busy hours', () => {
    const chips = number('TAAS_MW_TO_CHIPS', { mw: 100, basis: 'FACILITY' });
    const tokens = number('TAAS_MW_TO_TOKENS', {
      mw: 100,
      basis: 'FACILITY',
      utilization: 0.5,
      hours: 1000,
      tokens_per_sec: 500,
    });
    relative(tokens, (chips * 500 * 0.5 * 1000 * 3600) / 1e12);
  });

  test('costs as much a token from the site as from the chip', () => {
    const bill = number('TAAS_CHIP_HOUR_COST') * number('TAAS_MW_TO_CHIPS') * 2190;
    relative(bill / (number('TAAS_MW_TO_TOKENS') * 1e6), number('TAAS_TOKEN_COST'));
  });
});

describe('revenue and the power it needs', () => {
  test('are inverse: the megawatts of an ARR earn the fee they were sized for', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 500, noNaN: true }), (arr) => {
        const mw = number('TAAS_MW_REQUIRED', { arr, infra_share: 1, fee_per_mw: 12 });
        relative(number('TAAS_REVENUE_PER_MW', { annual_revenue: arr, mw }), 12);
      }),
      { numRuns: 50 },
    );
  });

  test('have no ratio where there is no power or no fee', () => {
    expect(error('TAAS_REVENUE_PER_MW', { mw: 0 })).toEqual([
      '#DIV/0!',
      'TAAS_REVENUE_PER_MW: revenue_per_mw divides by mw, which is 0.',
    ]);
    expect(error('TAAS_MW_REQUIRED', { fee_per_mw: 0 })[0]).toBe('#DIV/0!');
  });
});

describe('power purchase agreements', () => {
  test('cover more with every agreement signed, and less as the need grows', () => {
    const mw = fc.array(megawatts, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(mw, megawatts, megawatts, (contracted, extra, required_mw) => {
        const before = number('TAAS_PPA_COVERAGE', { contracted_mw: contracted, required_mw });
        expect(number('TAAS_PPA_COVERAGE', { contracted_mw: [...contracted, extra], required_mw })).toBeGreaterThan(
          before,
        );
        expect(number('TAAS_PPA_COVERAGE', { contracted_mw: contracted, required_mw: required_mw + 1 })).toBeLessThan(
          before,
        );
      }),
      { numRuns: 50 },
    );
  });

  const TALEN = { contract_value: 18, mw: 1920, years: 17 };

  test('priced per MWh give back the value of the contract', () => {
    relative(number('TAAS_PPA_PRICE', TALEN) * 1920 * 8760 * 17, 18e9);
  });

  test('cost more a MWh the more slowly they deliver, and a full ramp is no ramp', () => {
    const full = Array.from({ length: 17 }, () => 1);
    relative(number('TAAS_PPA_PRICE', { ...TALEN, ramp: full }), number('TAAS_PPA_PRICE', TALEN));
    const slow = number('TAAS_PPA_PRICE', { ...TALEN, ramp: [0.5, ...full.slice(1)] });
    relative(slow, (number('TAAS_PPA_PRICE', TALEN) * 17) / 16.5);
    relative(number('TAAS_PPA_PRICE', { ...TALEN, load_factor: 0.9 }), number('TAAS_PPA_PRICE', TALEN) / 0.9);
  });

  test('may run for part of a year, of which the ramp counts its part', () => {
    relative(number('TAAS_PPA_PRICE', { ...TALEN, years: 8.5 }), 2 * number('TAAS_PPA_PRICE', TALEN));
    const years = fc.integer({ min: 1, max: 400 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 10 }), (term, tenths) => {
        const ramp = Array.from({ length: Math.ceil(term) }, () => tenths / 10);
        const flat = number('TAAS_PPA_PRICE', { ...TALEN, years: term, load_factor: tenths / 10 });
        relative(number('TAAS_PPA_PRICE', { ...TALEN, years: term, ramp }), flat);
      }),
      { numRuns: 50 },
    );
    const half = number('TAAS_PPA_PRICE', { ...TALEN, years: 1.5, ramp: [0.5, 1] });
    expect(half).toBe(number('TAAS_PPA_PRICE', { ...TALEN, years: 1 }));
    expect(error('TAAS_PPA_PRICE', { ...TALEN, years: 2.5, ramp: [0.5, 1] })).toEqual([
      '#VALUE!',
      'ramp has 2 values and years is 2.5: expected 3, one for every year begun.',
    ]);
  });

  test('that deliver nothing have no price', () => {
    expect(error('TAAS_PPA_PRICE', { ...TALEN, years: 2, ramp: [0, 0] })).toEqual([
      '#DIV/0!',
      'TAAS_PPA_PRICE: price_per_mwh divides by mwh, which is 0.',
    ]);
  });
});

describe('being short of capacity', () => {
  const SHORT = { required_mw: 500, owned_mw: 400, own_cost: 7.86, buy_cost: 12, annual_revenue: 9.8 };

  test('costs the premium on what is bought, and that is the whole difference to owning it all', () => {
    const [[gap], [blended], [premium], [drag]] = body('TAAS_CAPACITY_GAP', SHORT) as [
      number[],
      number[],
      number[],
      number[],
    ];
    relative((blended! - 7.86) * 500, premium! * 1000);
    relative(gap! * (12 - 7.86), premium! * 1000);
    relative(drag! / 10000, premium! / 9.8);
  });

  test('never happens to those who own enough: no premium, and owned power is not sold', () => {
    expect(body('TAAS_CAPACITY_GAP', { ...SHORT, owned_mw: 500 })).toEqual([[0], [7.86], [0], [0]]);
    expect(body('TAAS_CAPACITY_GAP', { ...SHORT, owned_mw: 900 })).toEqual([[0], [7.86], [0], [0]]);
  });

  test('is a gain where buying is cheaper', () => {
    expect(body('TAAS_CAPACITY_GAP', { ...SHORT, buy_cost: 5.86 })[2]).toEqual([-0.2]);
  });

  test('has a line for the margin only when there is a revenue', () => {
    const labels = (args: object): unknown[] =>
      answer('TAAS_CAPACITY_GAP', { ...SHORT, ...args })
        .cells.slice(1)
        .map((row) => row[0]);
    expect(labels({})).toEqual(['Gap, MW', 'Blended cost, $m per MW-year', 'Premium, $bn a year', 'Margin drag, bp']);
    expect(labels({ annual_revenue: null })).toHaveLength(3);
    expect(body('TAAS_CAPACITY_GAP', { ...SHORT, annual_revenue: 0 })).toEqual([[100], [8.688], [0.414], ['n/a']]);
  });

  test('says what it needs to know', () => {
    expect(error('TAAS_CAPACITY_GAP', { required_mw: 500 })).toEqual([
      '#VALUE!',
      'owned_mw is missing: expected a number from 0 to 1,000,000.',
    ]);
  });
});

describe('a build schedule', () => {
  const additions = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 24 });

  test('closes each quarter where the next one opens, and ends with everything built', () => {
    fc.assert(
      fc.property(megawatts, additions, (start_mw, additions_mw) => {
        const quarters = body('TAAS_BUILD_SCHEDULE', { start_mw, additions_mw });
        quarters.forEach(([opening, delivered, closing, average], i) => {
          expect(opening).toBe(i === 0 ? Number(start_mw.toPrecision(15)) : quarters[i - 1]![2]);
          relative(closing!, opening! + delivered!);
          relative(average!, (opening! + closing!) / 2);
        });
        relative(quarters.at(-1)![2]!, start_mw + additions_mw.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 50 },
    );
  });

  test('with a lag delivers the same megawatts later; what comes after the last quarter is not shown', () => {
    const delivered = (lag: number): (number | undefined)[] =>
      body('TAAS_BUILD_SCHEDULE', { start_mw: 280, additions_mw: [40, 60, 80], lag }).map((row) => row[1]);
    expect(delivered(0)).toEqual([40, 60, 80]);
    expect(delivered(2)).toEqual([0, 0, 40]);
    expect(delivered(5)).toEqual([0, 0, 0]);
  });

  test('carries a quarter of the yearly revenue of its average megawatts', () => {
    const [[, , , average, revenue]] = body('TAAS_BUILD_SCHEDULE', {
      start_mw: 100,
      additions_mw: [100],
      revenue_per_mw: 20,
    }) as [number[]];
    expect(average).toBe(150);
    expect(revenue).toBe((150 * 20) / 4 / 1000);
  });

  test('names its quarters', () => {
    const cells = answer('TAAS_BUILD_SCHEDULE', { start_mw: 100, additions_mw: [1, 2] }).cells;
    expect(cells.map((row) => row[0])).toEqual(['Quarter', 'Quarter 1', 'Quarter 2']);
  });
});
