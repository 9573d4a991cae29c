/** How likely: the same digits for the same seed, and the mean that the arithmetic of expectations says. */
import { mulberry32 } from '../../../src/analysis/random';
import { answer, body, error, number, sameTo, type Arguments } from '../cell';

const SPEND = ['token_spend', 'UNIFORM', 1, 3, null] as const;
/** Recorded once; a change here changes every simulation that an analyst has kept. */
const RECORDED = [
  0.554927553508241, 0.0650479951591157, 0.437319366832816, 0.512897409852959, 0.560931728285258, 0.602985987286417,
  0.650968471619334,
];

const simulated = (args: Arguments): number[] => body('TAAS_SIMULATE', args).map((row) => row[0]!);

describe('a seed', () => {
  const spec = [
    ['token_spend', 'TRIANGULAR', 1, 2, 3.5],
    ['infra_cogs', 'UNIFORM', 0.5, 0.62, null],
    ['opex_rate', 'NORMAL', 0.05, 0.005, null],
    ['fixed_fee', 'LOGNORMAL', 0.7, 0.1, null],
  ];

  test('gives the same fifteen digits, every time and everywhere', () => {
    const first = simulated({ spec, trials: 5000 });
    expect(simulated({ spec, trials: 5000 })).toEqual(first);
    expect(simulated({ spec, trials: 5000, seed: 20260331 })).toEqual(first);
    expect(first).toEqual(RECORDED);
  });

  test('is what differs between two runs', () => {
    const [first, second] = [simulated({ spec, trials: 5000 }), simulated({ spec, trials: 5000, seed: 20260332 })];
    first.forEach((value, i) => expect(second[i]).not.toBe(value));
    first.forEach((value, i) => expect(sameTo(0.03, second[i], value)).toBe(true));
  });

  test('is drawn from trial by trial, and in a trial row by row', () => {
    const [trials, rows] = [1300, 2];
    const u = new Float64Array(trials * rows);
    mulberry32(20260331)(u);
    const margins = Array.from({ length: trials }, (_, i) => {
      const [fee, cogs] = [0.5 + 0.4 * u[i * rows]!, 0.5 + 0.1 * u[i * rows + 1]!];
      return (fee + 0.675) * 0.95 - cogs > 0 ? 0.95 - cogs / (fee + 0.675) : NaN;
    });
    const both = [
      ['fixed_fee', 'UNIFORM', 0.5, 0.9, null],
      ['infra_cogs', 'UNIFORM', 0.5, 0.6, null],
    ];
    const [mean] = simulated({ spec: both, trials });
    expect(mean).toBeCloseTo(margins.reduce((total, x) => total + x, 0) / trials, 13);
    expect(simulated({ spec: [both[1], both[0]], trials })[0]).not.toBe(mean);
  });
});

describe('the mean', () => {
  const TRIALS = 40_000;
  // The margin is linear in the cost of infrastructure: 0.95 − cost/1.375.
  test.each<[says: string, row: readonly (string | number | null)[], mean: number]>([
    ['uniform', ['infra_cogs', 'UNIFORM', 0.5, 0.62, null], 0.56],
    ['triangular', ['infra_cogs', 'TRIANGULAR', 0.4, 0.5, 0.75], (0.4 + 0.5 + 0.75) / 3],
    ['normal', ['infra_cogs', 'NORMAL', 0.55, 0.05, null], 0.55],
    ['lognormal', ['infra_cogs', 'LOGNORMAL', 0.55, 0.2, null], 0.55 * Math.exp(0.02)],
    ['PERT', ['infra_cogs', 'PERT', 0.4, 0.5, 0.75], (0.4 + 4 * 0.5 + 0.75) / 6],
    ['truncated normal', ['infra_cogs', 'TRUNCATED_NORMAL', 0.55, 0.1, 0.45, 0.65], 0.55],
    ['lognormal by its mean', ['infra_cogs', 'LOGNORMAL_MEAN', 0.55, 0.1], 0.55],
  ])('of a %s cost is the margin at its mean, within four standard errors', (_says, row, cost) => {
    for (const seed of [20260331, 1, 2]) {
      const [mean, sd] = simulated({ spec: [row], trials: TRIALS, seed }) as [number, number];
      expect(Math.abs(mean - (0.95 - cost / 1.375))).toBeLessThan((4 * sd) / Math.sqrt(TRIALS));
      expect(sd).toBeGreaterThan(0.01);
    }
  });

  test('spread and percentiles of a uniform cost are those of a uniform margin', () => {
    const [, sd, p5, p25, p50, p75, p95] = simulated({
      spec: [['infra_cogs', 'UNIFORM', 0.4, 0.6, null]],
      trials: TRIALS,
    });
    const at = (share: number): number => 0.95 - (0.6 - 0.2 * share) / 1.375;
    expect(sd).toBeCloseTo(0.2 / 1.375 / Math.sqrt(12), 3);
    [p5, p25, p50, p75, p95].forEach((p, i) => expect(p).toBeCloseTo(at([0.05, 0.25, 0.5, 0.75, 0.95][i]!), 2));
  });

  test('of an input that does not vary is the margin itself, without spread', () => {
    expect(simulated({ spec: [['infra_cogs', 'UNIFORM', 0.55, 0.55, null]], trials: 600 })[0]).toBeCloseTo(0.55, 14);
    expect(simulated({ spec: [['infra_cogs', 'NORMAL', 0.55, 0, null]], trials: 600 })[1]).toBeLessThan(1e-15);
  });
});

describe('what can vary', () => {
  test('the rate of a tier', () => {
    const [mean] = simulated({ spec: [['tiers[2].rate', 'UNIFORM', 0.35, 0.35, null]], trials: 10 });
    expect(mean).toBeCloseTo(0.55, 14);
    const [raised] = simulated({ spec: [['Tiers[2].Rate', 'UNIFORM', 0.5, 0.5, null]], trials: 10 });
    const tiers = [
      [0, 0.25],
      [0.5, 0.5],
      [1.5, 0.4],
    ];
    expect(raised).toBeCloseTo(number('TAAS_MARGIN', { tiers }), 14);
  });

  test('an element of a list', () => {
    const args = {
      function: 'TAAS_PAYBACK',
      inputs: [
        ['capex', 20],
        ['annual_cash', 4],
      ],
      trials: 10,
    };
    const [years] = simulated({ ...args, spec: [['annual_cash[1]', 'UNIFORM', 5, 5, null]] });
    expect(years).toBe(4);
  });

  test('an input that has to be given, and need not be given twice', () => {
    const [margin] = simulated({
      function: 'TAAS_SHOCK_MARGIN',
      spec: [['demand', 'UNIFORM', 0.8, 0.8, null]],
      trials: 10,
    });
    expect(margin).toBeCloseTo(number('TAAS_SHOCK_MARGIN', { demand: 0.8 }), 14);
  });

  test('an input with a percent sign or typed as text', () => {
    const typed = simulated({ spec: [['opex_rate', 'uniform', '4%', '6%', null]], trials: 50 });
    expect(typed).toEqual(simulated({ spec: [['opex_rate', 'UNIFORM', 0.04, 0.06, null]], trials: 50 }));
  });

  test('the other inputs, by name', () => {
    const [mean] = simulated({
      spec: [['infra_cogs', 'UNIFORM', 0.5, 0.5, null]],
      inputs: [['mode', 'whole']],
      trials: 10,
    });
    expect(mean).toBeCloseTo(number('TAAS_MARGIN', { infra_cogs: 0.5, mode: 'WHOLE' }), 14);
  });
});

test('blank rows of the spec are passed over: they take no draw and keep the numbers of the others', () => {
  const blank = [null, null, null, null, null];
  const rows = [SPEND, ['infra_cogs', 'NORMAL', 0.55, 0.01, null]];
  expect(simulated({ spec: [blank, rows[0], blank, blank, rows[1], blank], trials: 500 })).toEqual(
    simulated({ spec: rows, trials: 500 }),
  );
  expect(error('TAAS_SIMULATE', { spec: [blank, SPEND, ['infra_cogs', 'BETA', 1, 2, null]] })[1]).toContain(
    'spec row 3 has distribution "BETA"',
  );
  expect(error('TAAS_SIMULATE', { spec: [blank, ['opex_rate', 'NORMAL', 0, 0.5, null]] })[1]).toContain(
    'spec row 2 draws opex_rate -',
  );
});

describe('how likely a result is to be below a threshold', () => {
  // The margin is 0.95 − cost/1.375: below 55% where the cost is above 0.55.
  const spec = [['infra_cogs', 'UNIFORM', 0.5, 0.6, null]];
  const below = (threshold: unknown, args: Arguments = {}): number =>
    simulated({ spec, trials: 40_000, threshold, ...args })[7]!;

  test('is the share of the trials, an eighth line', () => {
    expect(below(0.55)).toBeCloseTo(0.5, 2);
    expect(below('56%')).toBeCloseTo(0.6375, 2);
    expect([below(0.4), below(0.9)]).toEqual([0, 1]);
    expect(simulated({ spec, trials: 40_000, threshold: 0.55 }).slice(0, 7)).toEqual(
      simulated({ spec, trials: 40_000 }),
    );
    const { cells, units } = answer('TAAS_SIMULATE', { spec, threshold: 0.55 });
    expect([cells[8]![0], units![8]]).toEqual(['P(below 55%)', [undefined, 'share']]);
  });

  test('agrees with the percentiles', () => {
    const [, , p5, , p50, , p95] = simulated({ spec, trials: 40_000 });
    expect([p5!, p50!, p95!].map((p) => below(p))).toEqual([0.05, 0.5, 0.95]);
  });

  test('a result that is the threshold is not below it, whatever doubles make of its last digit', () => {
    expect(below(0.55, { spec: [['infra_cogs', 'UNIFORM', 0.55, 0.55, null]] })).toBe(0);
    expect(below(0.3, { function: 'TAAS_RUN_RATE', spec: [['revenue', 'UNIFORM', 0.075, 0.075]] })).toBe(0);
    expect(below(0.55000001, { spec: [['infra_cogs', 'UNIFORM', 0.55, 0.55, null]] })).toBe(1);
  });

  test('50 where 50% fits is asked about', () => {
    const [code, sentence] = error('TAAS_SIMULATE', { spec, threshold: 55 });
    expect([code, sentence]).toEqual([
      '#VALUE!',
      expect.stringMatching(
        /^threshold is 55, which is 5,500%, and all results are from .*: did you mean 55% \(0.55\)\?$/,
      ),
    ]);
    expect(below(3)).toBe(1);
  });
});

test('the table says how many trials of which function', () => {
  const { cells, units } = answer('TAAS_SIMULATE', { function: 'taas_margin', spec: [SPEND], trials: 20 });
  expect(cells[0]).toEqual(['20 trials', 'TAAS_MARGIN']);
  expect(cells.map(([label]) => label).slice(1)).toEqual([
    'Mean',
    'Standard deviation',
    'P5',
    'P25',
    'P50',
    'P75',
    'P95',
  ]);
  expect(units!.slice(1).map((row) => row[1])).toEqual(Array.from({ length: 7 }, () => 'margin'));
});

describe('refused in a sentence', () => {
  const whole = 'expected a whole number from 2 to';
  test.each<[args: Arguments, code: string, says: string]>([
    [{ trials: 0 }, '#VALUE!', `trials is 0: ${whole}`],
    [{ trials: 1 }, '#VALUE!', `trials is 1: ${whole}`],
    [{ trials: 1.5 }, '#VALUE!', `trials is 1.5: ${whole}`],
    [
      { trials: 1e12 },
      '#VALUE!',
      'trials is 1000000000000: expected a whole number from 2 to 1,000,000 (the command taas sweep runs more).',
    ],
    [{ seed: -1 }, '#VALUE!', 'seed is -1: expected a whole number from 0 to 4,294,967,295.'],
    [{ seed: 2 ** 32 }, '#VALUE!', 'seed is 4294967296: expected a whole number from 0 to 4,294,967,295.'],
    [{ spec: [SPEND, SPEND] }, '#VALUE!', 'spec row 2 repeats token_spend: expected each input once.'],
    [{ spec: [SPEND, ['TOKEN_SPEND', 'NORMAL', 2, 0, null]] }, '#VALUE!', 'spec row 2 repeats token_spend'],
    [
      { spec: [SPEND, [null, null, null, null, null], SPEND] },
      '#VALUE!',
      'spec row 3 repeats token_spend: expected each input once.',
    ],
    [
      {
        spec: [
          [null, null],
          [null, null],
        ],
      },
      '#VALUE!',
      'spec is blank: expected a parameter, a distribution and its',
    ],
    [
      { spec: [['token_spend'], ['UNIFORM'], [1], [3]] },
      '#VALUE!',
      'spec row 1 has distribution blank: expected UNIFORM, ',
    ],
    [{ spec: null }, '#VALUE!', 'spec is missing'],
    [
      { spec: [['mode', 'UNIFORM', 1, 3, null]] },
      '#VALUE!',
      'spec row 1 is "mode": expected a number of TAAS_MARGIN, such as cap, fixed_fee or opex_rate.',
    ],
    [
      { spec: [['tokn_spend', 'UNIFORM', 1, 3, null]] },
      '#VALUE!',
      'TAAS_MARGIN has no parameter tokn_spend; the nearest are token_spend, mode or tiers.',
    ],
    [
      { spec: [['tiers[9].rate', 'UNIFORM', 0.3, 0.4, null]] },
      '#VALUE!',
      'spec row 1 is "tiers[9].rate": expected a number of TAAS_MARGIN, such as tiers[1].rate, tiers[2].rate or',
    ],
    [
      { spec: [['tiers[2]', 'UNIFORM', 0.3, 0.4, null]] },
      '#VALUE!',
      'spec row 1 is "tiers[2]": expected a number of TAAS_MARGIN, such as tiers[2].from',
    ],
    [
      { spec: [['tiers', 'UNIFORM', 0.3, 0.4, null]] },
      '#VALUE!',
      'spec row 1 is "tiers": expected a number of TAAS_MARGIN',
    ],
    [
      { spec: [['opex_rate[1]', 'UNIFORM', 0.3, 0.4, null]] },
      '#VALUE!',
      'spec row 1 is "opex_rate[1]": expected a number',
    ],
    [{ function: 'TAAS_MARGN' }, '#N/A', 'no function TAAS_MARGN; the nearest are TAAS_MARGIN'],
    [
      { function: 'TAAS_PNL' },
      '#VALUE!',
      'TAAS_PNL returns a table: expected a function that returns one number, or a line of the table in brackets, as in TAAS_PNL[EBIT].',
    ],
    [{ function: 'TAAS_FLEET_DEPRECIATION' }, '#VALUE!', 'TAAS_FLEET_DEPRECIATION returns a list: expected'],
    [{ function: 'TAAS_VERSION' }, '#N/A', 'TAAS_VERSION has no formula to show: a text, not a calculation.'],
    [{ function: 'TAAS_SIMULATE' }, '#N/A', 'TAAS_SIMULATE has no formula to show'],
    [
      { inputs: [['token_spent', 2]] },
      '#VALUE!',
      'TAAS_MARGIN has no parameter token_spent; the nearest are token_spend',
    ],
    [{ inputs: [['opex_rate', 5]] }, '#VALUE!', 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).'],
    [
      { function: 'TAAS_PAYBACK', inputs: [['annual_cash', 5]], spec: [['rate', 'UNIFORM', 0, 0.1, null]] },
      '#VALUE!',
      'capex is missing: expected a number above 0',
    ],
  ])('%j', (args, code, says) => {
    const [got, sentence] = error('TAAS_SIMULATE', { spec: [SPEND], ...args });
    expect(got).toBe(code);
    expect(sentence).toContain(says);
  });

  test('a draw that the function does not take: its row, its trial and what it takes', () => {
    expect(error('TAAS_SIMULATE', { spec: [SPEND, ['opex_rate', 'NORMAL', 0.05, 0.5, null]], trials: 100 })).toEqual([
      '#VALUE!',
      'spec row 2 draws opex_rate -0.0223516 from NORMAL(0.05, 0.5) in trial 1: opex_rate takes a number from 0 to 1.',
    ]);
    expect(error('TAAS_SIMULATE', { spec: [['tiers[2].rate', 'UNIFORM', 0.9, 1.4, null]] })[1]).toContain(
      'in trial 1: tiers[2].rate takes a rate from 0 to 1.',
    );
    expect(error('TAAS_SIMULATE', { spec: [['tiers[1].from', 'UNIFORM', 0, 1, null]] })[1]).toContain(
      'tiers[1].from takes 0, where the first tier starts.',
    );
  });

  test('trials that have no value are counted', () => {
    const nothing = { inputs: [['fixed_fee', 0]], spec: [['token_spend', 'UNIFORM', 0, 0, null]], trials: 20 };
    expect(error('TAAS_SIMULATE', nothing)).toEqual([
      '#N/A',
      'TAAS_MARGIN has no value in 20 of 20 trials, the first of them trial 1.',
    ]);
    // The second threshold is above the third, at 1.5, in some trials.
    const [code, sentence] = error('TAAS_SIMULATE', {
      spec: [['tiers[2].from', 'UNIFORM', 0.3, 2, null]],
      trials: 100,
    });
    expect([code, sentence]).toEqual([
      '#N/A',
      'TAAS_MARGIN has no value in 30 of 100 trials, the first of them trial 1.',
    ]);
  });
});

test.each(['TAAS_SIMULATE', 'TAAS_HISTOGRAM'])(
  '%s: more trials than a function of many numbers is computed for in a second',
  (name) => {
    const segments = (x: number): string => `{${Array.from({ length: 5000 }, () => x).join(';')}}`;
    const asked = {
      function: `TAAS_BLENDED_MARGIN(${segments(1)},${segments(0.1)})`,
      spec: [['margins[1]', 'UNIFORM', 0, 0.2]],
    };
    expect(error(name, { ...asked, trials: 1_000_000 })).toEqual([
      '#VALUE!',
      'trials is 1000000: expected at most 5000, since TAAS_BLENDED_MARGIN has 10000 numbers here.',
    ]);
  },
);

describe('inputs that go together', () => {
  const spec = [
    ['token_spend', 'UNIFORM', 1, 3],
    ['infra_cogs', 'UNIFORM', 0.3, 0.8],
    ['opex_rate', 'NORMAL', 0.05, 0.005],
  ];
  const spread = (correlation?: unknown): number[] =>
    body('TAAS_SIMULATE', { spec, trials: 20_000, correlation }).map(([x]) => x!);
  const identity = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const withSpend = (rho: number): unknown[][] => [
    [1, rho, 0],
    [rho, 1, 0],
    [0, 0, 1],
  ];

  test('no correlation is what it was, digit by digit', () => {
    expect(spread(identity)).toEqual(spread());
    expect(body('TAAS_HISTOGRAM', { spec, trials: 1000, correlation: identity })).toEqual(
      body('TAAS_HISTOGRAM', { spec, trials: 1000 }),
    );
  });

  test('a cost that follows the spend narrows the margin; one that runs against it widens it', () => {
    const [together, apart, against] = [spread(withSpend(0.9)), spread(), spread(withSpend('-90%' as never))];
    expect(together[1]!).toBeLessThan(0.8 * apart[1]!);
    expect(against[1]!).toBeGreaterThan(1.2 * apart[1]!);
    expect(together[0]!).toBeCloseTo(apart[0]!, 1);
  });

  test('a matrix that is none is refused, naming the pair', () => {
    const impossible = [
      [1, 0.9, 0.9],
      [0.9, 1, -0.9],
      [0.9, -0.9, 1],
    ];
    expect(error('TAAS_SIMULATE', { spec, correlation: impossible })[1]).toBe(
      'correlation of infra_cogs and opex_rate is -0.9: expected 0.62 to 1 beside the correlations above it.',
    );
    expect(error('TAAS_HISTOGRAM', { spec, correlation: [[1, 0], [0, 1]] })[1]).toBe(
      'correlation is a range of 2×2 cells: expected 3×3, a row and a column for each input of spec.',
    ); // prettier-ignore
  });
});
