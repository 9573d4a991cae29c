/** A two-way table holds in each cell what the function itself says there. */
import { callByName } from '../../../src/catalogue/call';
import { catalogueOf } from '../../../src/catalogue/catalogue';
import { Problem } from '../../../src/catalogue/problem';
import { answer, catalogue, error, number, sameTo, type Arguments } from '../cell';

const grid = (args: Arguments): readonly (readonly unknown[])[] => answer('TAAS_GRID', args).cells;

/** Every cell against the function, called with that row’s y and that column’s x. */
function agrees(args: Arguments, direct: (x: number, y: number) => number): void {
  const [xs, ys] = [args['values_x'] as number[], args['values_y'] as number[]];
  const cells = grid(args);
  expect(cells.map((row) => row.length)).toEqual(ys.map(() => xs.length));
  ys.forEach((y, i) => xs.forEach((x, j) => expect(sameTo(1e-12, cells[i]![j], direct(x, y), 1e-12)).toBe(true)));
}

describe('cell by cell', () => {
  const spends = [0.1, 0.5, 0.75, 1, 1.5, 2, 2.9, 4.02, 10];
  const costs = [0, 0.25, 0.55, 0.632, 1.18];

  test.each(['MARGINAL', 'WHOLE'])('the margin over spend and cost, tiers %s', (mode) => {
    agrees(
      { param_x: 'token_spend', values_x: spends, param_y: 'infra_cogs', values_y: costs, inputs: [['mode', mode]] },
      (token_spend, infra_cogs) => number('TAAS_MARGIN', { token_spend, infra_cogs, mode }),
    );
  });

  test('the rate of one tier against the threshold of another', () => {
    agrees(
      { param_x: 'tiers[2].rate', values_x: [0, 0.35, 1], param_y: 'Tiers[3].From', values_y: [0.6, 1.5, 3] },
      (rate, from) => {
        const tiers = [
          [0, 0.25],
          [0.5, rate],
          [from, 0.4],
        ];
        return number('TAAS_MARGIN', { tiers });
      },
    );
  });

  test('an element of a list against a number', () => {
    const inputs = [
      ['annual_cash', 4],
      ['capex', 20],
    ];
    agrees(
      {
        function: 'taas_payback',
        param_x: 'annual_cash[1]',
        values_x: [2, 4, 5],
        param_y: 'rate',
        values_y: [0, 0.05],
        inputs,
      },
      (annual_cash, rate) => number('TAAS_PAYBACK', { capex: 20, annual_cash, rate }),
    );
  });

  test('an input that has to be given is given by the grid', () => {
    agrees(
      { function: 'TAAS_SHOCK_MARGIN', param_x: 'demand', values_x: [0.6, 1, 1.4], param_y: 'floor', values_y: [0, 1] },
      (demand, floor) => number('TAAS_SHOCK_MARGIN', { demand, floor }),
    );
  });

  test('one value each way is one cell', () => {
    const args = { param_x: 'token_spend', values_x: 2, param_y: 'infra_cogs', values_y: 0.55 };
    expect(grid(args)).toEqual([[expect.closeTo(0.55, 14)]]);
  });

  test('a hundred by a hundred', () => {
    const steps = Array.from({ length: 100 }, (_, i) => (i + 1) / 20);
    const cells = grid({ param_x: 'token_spend', values_x: steps, param_y: 'fixed_fee', values_y: steps });
    expect(cells).toHaveLength(100);
    expect(cells[13]![39]).toBeCloseTo(0.55, 14);
  });
});

test('headers show what is varied, and its values along the top and down the side', () => {
  const { cells, units } = answer('TAAS_GRID', {
    param_x: 'TOKEN_SPEND',
    values_x: [1, 2],
    param_y: 'tiers[2].rate',
    values_y: [0.3, 0.4],
    headers: true,
  });
  expect(cells[0]).toEqual(['tiers[2].rate \\ token_spend', 1, 2]);
  expect(cells.map((row) => row[0])).toEqual(['tiers[2].rate \\ token_spend', 0.3, 0.4]);
  expect(units).toEqual([
    [undefined, 'usd_bn_quarter', 'usd_bn_quarter'],
    ['share', 'margin', 'margin'],
    ['share', 'margin', 'margin'],
  ]);
});

test('a cell without a value holds its own error and its sentence, and leaves the others alone', () => {
  const cells = grid({ param_x: 'token_spend', values_x: [0, 1], param_y: 'fixed_fee', values_y: [0, 0.7] });
  const [nothing] = cells[0]!;
  expect(nothing).toBeInstanceOf(Problem);
  expect((nothing as Problem).code).toBe('#DIV/0!');
  expect((nothing as Problem).sentence).toBe('TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.');
  expect([cells[0]![1], cells[1]![0], cells[1]![1]].every((cell) => typeof cell === 'number')).toBe(true);
});

describe('a large table', () => {
  const steps = (from: number, to: number): number[] =>
    Array.from({ length: 500 }, (_, i) => Number((from + ((to - from) * i) / 499).toPrecision(12)));

  /** The cells, and how often the formula was read for them. */
  function counted(args: Arguments): readonly [readonly (readonly unknown[])[], number] {
    let readings = 0;
    const definition = catalogue.find(args['function'] as string);
    const formula = (...x: Parameters<NonNullable<typeof definition.formula>>) => {
      readings += 1;
      return definition.formula!(...x);
    };
    const answered = callByName(catalogue.find('TAAS_GRID'), args, catalogueOf([{ ...definition, formula }]));
    if (answered instanceof Problem) throw answered;
    return [answered.cells, readings];
  }

  test('of values reads the formula once, on symbols', () => {
    const spends = { param_x: 'token_spend', values_x: steps(0.1, 5), param_y: 'fixed_fee', values_y: steps(0.1, 2) };
    const [cells, readings] = counted({ function: 'TAAS_MARGIN', ...spends });
    expect(cells.flat().every((cell) => typeof cell === 'number')).toBe(true);
    expect(readings).toBe(1);
  });

  test('of errors says why in the first cells only', () => {
    const [cells, readings] = counted({
      function: 'TAAS_REQUIRED_SHARE',
      param_x: 'target_margin',
      values_x: steps(0.96, 0.99),
      param_y: 'opex_rate',
      values_y: steps(0.041, 0.06),
    });
    const problems = cells.flat() as Problem[];
    expect(problems).toHaveLength(250_000);
    expect(problems.every((cell) => cell instanceof Problem && cell.code === '#N/A')).toBe(true);
    expect(readings).toBe(716);
    expect(problems[714]!.sentence).toBe(
      'TAAS_REQUIRED_SHARE: no revenue share reaches a 97.2866% margin: platform opex alone takes 4.10381%.',
    );
    expect(problems[715]!.sentence).toBe('TAAS_REQUIRED_SHARE has no value here; the first 715 such cells say why.');
  });
});

test('thresholds that do not ascend in one cell do in another', () => {
  const args = { param_x: 'tiers[2].from', values_x: [0.4, 2], param_y: 'tiers[3].from', values_y: [1.5, 3] };
  const [[first, crossed], [second, moved]] = grid(args) as [[unknown, unknown], [unknown, unknown]];
  expect((crossed as Problem).sentence).toBe(
    'tiers has threshold 1.5 in row 3 after 2: expected thresholds that ascend.',
  );
  for (const cell of [first, second, moved]) expect(typeof cell).toBe('number');
});

test('a threshold may be what the gate takes, however large: it is then never reached', () => {
  const asked = { param_x: 'tiers[3].from', values_x: [1.5, 2_000_000], param_y: 'token_spend', values_y: [3] };
  const given = [
    [0, 0.25],
    [0.5, 0.35],
    [2_000_000, 0.4],
  ];
  const [[, far]] = grid(asked) as [[number, number]];
  expect(far).toBeCloseTo(number('TAAS_MARGIN', { token_spend: 3, tiers: given }), 12);
  const [, sentence] = error('TAAS_GRID', { ...asked, values_x: [-1] });
  expect(sentence).toBe('values_x has -1 in place 1: tiers[3].from takes a number of at least 0.');
});

test('shares that do not sum to 1 are an error in their cell', () => {
  const [row] = grid({
    function: 'TAAS_EXPECTED_MARGIN',
    inputs: [
      ['demands', 1],
      ['probabilities', 1],
    ],
    param_x: 'probabilities[1]',
    values_x: [1, 0.5],
    param_y: 'demands[1]',
    values_y: 1,
  });
  expect(row![0]).toBeCloseTo(0.55, 14);
  expect((row![1] as Problem).sentence).toBe('probabilities sum to 0.5: expected 1.');
});

describe('refused in a sentence', () => {
  const asked = { param_x: 'token_spend', values_x: [1, 2], param_y: 'infra_cogs', values_y: [0.5] };
  test.each<[Arguments, string, string]>([
    [{ param_y: 'token_spend' }, '#VALUE!', 'param_y is "token_spend", which param_x is too: expected another input.'],
    [{ param_y: ' Token_Spend' }, '#VALUE!', 'param_y is "Token_Spend", which param_x is too'],
    [
      { param_x: 'tiers[2].rate', values_x: [0.3], param_y: 'TIERS[2].RATE', values_y: [0.3] },
      '#VALUE!',
      'which param_x is too',
    ],
    [{ values_x: [1, -2] }, '#VALUE!', 'values_x has -2 in place 2: token_spend takes a number from 0 to 1,000,000.'],
    [{ values_y: [0.5, 0.6, 2e6] }, '#VALUE!', 'values_y has 2000000 in place 3: infra_cogs takes a number from 0'],
    [{ param_x: 'opex_rate' }, '#VALUE!', 'values_x has 2 in place 2: opex_rate takes a number from 0 to 1.'],
    [{ param_x: 'tiers[2].rate' }, '#VALUE!', 'values_x has 2 in place 2: tiers[2].rate takes a rate from 0 to 1.'],
    [{ param_x: 'tiers[1].from' }, '#VALUE!', 'values_x has 1 in place 1: tiers[1].from takes 0, where the first tier'],
    [{ param_x: 'mode' }, '#VALUE!', 'param_x is "mode": expected a number of TAAS_MARGIN, such as'],
    [{ param_y: 'cogs' }, '#VALUE!', 'TAAS_MARGIN has no parameter cogs; the nearest are infra_cogs'],
    [{ values_x: null }, '#VALUE!', 'values_x is missing'],
    [{ values_x: [1, 'two'] }, '#VALUE!', 'values_x has "two" in column 2'],
    [
      { function: 'TAAS_PNL' },
      '#VALUE!',
      'TAAS_PNL returns a table: expected a function that returns one number, or a line of the table in brackets, as in TAAS_PNL[EBIT].',
    ],
    [{ function: 'TAAS_GRID' }, '#N/A', 'TAAS_GRID has no formula to show: it analyses other functions.'],
  ])('%j', (args, code, says) => {
    const [got, sentence] = error('TAAS_GRID', { ...asked, ...args });
    expect(got).toBe(code);
    expect(sentence).toContain(says);
  });

  test('more cells than a sheet should wait for', () => {
    const many = Array.from({ length: 600 }, (_, i) => i + 1);
    const [code, sentence] = error('TAAS_GRID', { ...asked, values_x: many, values_y: many });
    expect([code, sentence]).toEqual(['#VALUE!', 'values_x and values_y make 360000 cells: expected at most 250000.']);
  });

  test('more cells than a function of many numbers is computed for in a second', () => {
    const segments = (x: number): string => `{${Array.from({ length: 1000 }, () => x).join(';')}}`;
    const many = Array.from({ length: 500 }, (_, i) => i / 500);
    const [code, sentence] = error('TAAS_GRID', {
      function: `TAAS_BLENDED_MARGIN(${segments(1)},${segments(0.1)})`,
      param_x: 'margins[1]',
      values_x: many,
      param_y: 'margins[2]',
      values_y: many,
    });
    expect([code, sentence]).toEqual([
      '#VALUE!',
      'values_x and values_y make 250000 cells: expected at most 25000, since TAAS_BLENDED_MARGIN has 2000 numbers here.',
    ]);
  });
});
