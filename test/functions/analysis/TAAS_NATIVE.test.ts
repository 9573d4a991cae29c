/** The same calculation as a formula of Excel’s own, judged by a spreadsheet that shares no code with this one. */
import { callByName } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { beyondExcel } from '../../../src/formula/beyond-excel';
import { functions } from '../../../src/functions';
import { evaluated } from '../../engines/ironcalc';
import { answer, catalogue, cell, error, number, sameTo, type Arguments } from '../cell';

type Inputs = readonly (readonly [string, unknown])[];

const native = (name: string, inputs?: Inputs): string => cell('TAAS_NATIVE', { function: name, inputs }) as string;

describe('every function', () => {
  test.each(functions.map((definition) => [definition.name, definition] as const))(
    '%s has a formula that Excel takes, or says why not',
    (name, definition) => {
      const answered = callByName(catalogue.find('TAAS_NATIVE'), { function: name }, catalogue);
      if (!(answered instanceof Problem)) {
        const formula = answered.cells[0]![0] as string;
        expect(formula).toMatch(/^=/);
        expect(beyondExcel(formula)).toBeUndefined();
        expect(formula).not.toMatch(/TAAS_|BEDROCK_[A-Z]+\(|undefined|NaN|Infinity/);
        return;
      }
      const required = Object.values(definition.parameters).some((parameter) => 'required' in parameter);
      if (definition.onlyValue) expect(answered.sentence).toContain(definition.onlyValue);
      else if (required) expect(answered.sentence).toMatch(/ is missing: expected /);
      else expect(answered.sentence).toMatch(/would have [\d,]+ characters: Excel takes 8,192\.$/);
    },
  );
});

describe('with references, computed by a spreadsheet from its cells', () => {
  // Each formula stands in row 1; C1, D1, … hold what it refers to.
  test.each<[name: string, inputs: Inputs, cells: readonly number[], args: Arguments]>([
    [
      'TAAS_MARGIN',
      [
        ['token_spend', 'C1'],
        ['infra_cogs', '$D$1'],
      ],
      [1.7, 0.6],
      { token_spend: 1.7, infra_cogs: 0.6 },
    ],
    [
      'TAAS_MARGIN',
      [
        ['TOKEN_SPEND', ' =c1'],
        ['mode', 'whole'],
      ],
      [1.7],
      { token_spend: 1.7, mode: 'WHOLE' },
    ],
    [
      'TAAS_MARGIN',
      [
        ['token_spend', 'C1'],
        ['tiers[2].rate', 0.5],
      ],
      [1.2],
      {
        token_spend: 1.2,
        tiers: [
          [0, 0.25],
          [0.5, 0.5],
          [1.5, 0.4],
        ],
      },
    ],
    [
      'TAAS_RUN_RATE',
      [
        ['revenue', 'C1'],
        ['periods', 13],
        ['monthly_subscriptions', 'D1'],
      ],
      [1.1, 0.2],
      { revenue: 1.1, periods: 13, monthly_subscriptions: 0.2 },
    ],
    ['TAAS_SHOCK_MARGIN', [['demand', 'C1']], [0.8], { demand: 0.8 }],
    [
      'TAAS_CHIP_HOUR_COST',
      [
        ['capex', 'C1'],
        ['wacc', 'D1'],
      ],
      [21000, 0.08],
      { capex: 21000, wacc: 0.08 },
    ],
    [
      'TAAS_BLENDED_MARGIN',
      [
        ['revenues', 'C1:E1'],
        ['margins', 'F1:H1'],
      ],
      [33, 2.4, 1.4, 0.38, 0.2, 0.55],
      { revenues: [33, 2.4, 1.4], margins: [0.38, 0.2, 0.55] },
    ],
    [
      'TAAS_EXPECTED_MARGIN',
      [
        ['demands', 'C1:E1'],
        ['probabilities', 'F1:H1'],
      ],
      [0.6, 1, 1.2, 0.2, 0.5, 0.3],
      { demands: [0.6, 1, 1.2], probabilities: [0.2, 0.5, 0.3] },
    ],
    [
      'TAAS_PPA_COVERAGE',
      [
        ['contracted_mw', 'C1:D1'],
        ['required_mw', 'E1'],
      ],
      [900, 1020, 2400],
      { contracted_mw: [900, 1020], required_mw: [2400] },
    ],
  ])('%s %j', (name, inputs, cells, args) => {
    const [judged] = evaluated([native(name, inputs)], [cells]);
    expect([judged, sameTo(1e-12, judged, number(name, args))]).toEqual([judged, true]);
  });

  test('a tier table read from six cells below each other', () => {
    const formula = native('TAAS_MARGIN', [['tiers', 'C1:D3']]);
    const rows = [
      [0, 0.3],
      [0.4, 0.33],
      [1.6, 0.45],
    ];
    const [judged] = evaluated([formula, '=1', '=1'], rows);
    expect(sameTo(1e-12, judged, number('TAAS_MARGIN', { tiers: rows }))).toBe(true);
  });

  test('a whole in a cell beside a part that is known, and a total of which an element is', () => {
    expect(native('TAAS_SEGMENT_IMPACT(A1,2,A3,2,30,1,31,1)')).toContain('total_revenue0,A1,');
    const held: Inputs = [
      ['margins', 'C2:D2'],
      ['revenues', 'C1:D1'],
      ['revenues[2]', -50],
    ];
    expect(native('TAAS_BLENDED_MARGIN', held)).toContain('INDEX(C1:D1,1)');
  });

  test('an element of its own beside the cells of the others', () => {
    const terms = [
      [0, 0.3],
      [0.4, 0.33],
      [1.6, 0.45],
    ];
    const [judged] = evaluated(
      [
        native('TAAS_MARGIN', [
          ['tiers', 'C1:D3'],
          ['tiers[2].rate', '20%'],
          ['tiers[3].from', 1],
        ]),
        '=1',
        '=1',
      ],
      terms,
    );
    const own = [
      [0, 0.3],
      [0.4, 0.2],
      [1, 0.45],
    ];
    expect(sameTo(1e-12, judged, number('TAAS_MARGIN', { tiers: own }))).toBe(true);
    const [blended] = evaluated(
      [
        native('TAAS_BLENDED_MARGIN', [
          ['revenues[2]', 5],
          ['revenues', 'C1:E1'],
          ['margins', 'F1:H1'],
        ]),
      ],
      [[33, 2.4, 1.4, 0.38, 0.2, 0.55]],
    );
    const expected = number('TAAS_BLENDED_MARGIN', { revenues: [33, 5, 1.4], margins: [0.38, 0.2, 0.55] });
    expect(sameTo(1e-12, blended, expected)).toBe(true);
    const [likely] = evaluated(
      [
        native('TAAS_EXPECTED_MARGIN', [
          ['demands', 'C1:E1'],
          ['probabilities', 'F1:H1'],
          ['probabilities[3]', 0.3],
        ]),
      ],
      [[0.6, 1, 1.2, 0.2, 0.5, 99]],
    );
    const weighed = { demands: [0.6, 1, 1.2], probabilities: [0.2, 0.5, 0.3] };
    expect(sameTo(1e-12, likely, number('TAAS_EXPECTED_MARGIN', weighed))).toBe(true);
  });

  test('a call that refers to cells says the same as pairs that do', () => {
    const pairs: Inputs = [
      ['token_spend', 'C1'],
      ['tiers', 'E1:F3'],
      ['infra_cogs', '$D$1'],
    ];
    expect(native('TAAS_MARGIN(C1,,,E1:F3,$D$1)')).toBe(native('TAAS_MARGIN', pairs));
    expect(
      native('TAAS_MARGIN(C1,,,E1:F3)', [
        ['infra_cogs', '$D$1'],
        ['tiers[2].rate', 0.2],
      ]),
    ).toBe(native('TAAS_MARGIN', [...pairs, ['tiers[2].rate', 0.2]]));
  });

  test('names of the workbook are not mistaken for lines of the formula', () => {
    expect(native('TAAS_RUN_RATE(revenue,periods)')).toBe(
      '=LET(revenue_,revenue,periods_,periods,monthly_subscriptions,0,revenue_*periods_+12*monthly_subscriptions)',
    );
    expect(native('BEDROCK_REVENUE(ai_revenue,Deals[Share],spend#)')).toBe(
      '=LET(aws_revenue,ai_revenue,ai_share,Deals[Share],bedrock_share,spend#,ai_revenue_2,aws_revenue*ai_share,ai_revenue_2*bedrock_share)',
    );
  });

  test('other sheets, quoted or not', () => {
    expect(native('TAAS_RUN_RATE', [['revenue', 'Deal!B4']])).toContain('revenue,Deal!B4,');
    expect(native('TAAS_RUN_RATE', [['revenue', "'My deal'!$B$4"]])).toContain("revenue,'My deal'!$B$4,");
    expect(native('TAAS_RUN_RATE', [['revenue', "'Bob''s'!B4"]])).toContain("revenue,'Bob''s'!B4,");
    expect(native('TAAS_RUN_RATE', [['revenue', 'Données!B4']])).toContain('revenue,Données!B4,');
    expect(native('TAAS_RUN_RATE', [['revenue', '2026!B4']])).toContain("revenue,'2026'!B4,");
  });
});

test('values replace defaults, as text of a formula', () => {
  expect(
    native('TAAS_RUN_RATE', [
      ['revenue', '1.25'],
      ['periods', 12],
    ]),
  ).toBe('=LET(revenue,1.25,periods,12,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)');
});

describe('answered with what is wrong', () => {
  test.each<[Arguments, string, string]>([
    [{ function: 'TAAS_MARGN' }, '#N/A', 'no function TAAS_MARGN; the nearest are TAAS_MARGIN'],
    [{ function: 'TAAS_FACT' }, '#N/A', 'TAAS_FACT has no formula to show: a look-up in the data book.'],
    [
      { inputs: [['tokn_spend', 'B4']] },
      '#VALUE!',
      'TAAS_MARGIN has no parameter tokn_spend; the nearest are token_spend',
    ],
    [{ inputs: [['token_spend', 'B4:B5']] }, '#VALUE!', 'token_spend is "B4:B5": expected one cell.'],
    [{ inputs: [['tiers', 'B4:D6']] }, '#VALUE!', 'tiers is "B4:D6": expected two columns.'],
    [
      { inputs: [['tiers[2].rate', 'B4']] },
      '#VALUE!',
      'tiers[2].rate is "B4": a reference stands for a whole parameter, such as tiers.',
    ],
    [
      { inputs: [['mode', 'B4']] },
      '#VALUE!',
      'mode is "B4": a reference cannot stand for it, since it shapes the formula.',
    ],
    [
      { inputs: [['token_spend', 'B4*2']] },
      '#VALUE!',
      'token_spend is "B4*2": expected a number, a cell such as B4, or a name.',
    ],
    [
      { inputs: [['token_spend', 'XFE1']] },
      '#VALUE!',
      'token_spend is "XFE1": there is no such cell, the last one is XFD1048576: expected a number, a cell such as B4, or a name.',
    ],
    [
      { inputs: [['tiers', 'terms']] },
      '#VALUE!',
      'tiers is "terms": expected a range such as B4:B9, since the formula has to name each cell.',
    ],
    [
      { function: 'TAAS_MARGIN(B4)', inputs: [['Token_spend', 2]] },
      '#VALUE!',
      'token_spend is given in the call and again in row 1 of inputs: expected one of the two.',
    ],
    [
      { function: 'TAAS_MARGIN(,,,,,,WHOLE)' },
      '#VALUE!',
      'mode is "WHOLE": a reference cannot stand for it, since it shapes the formula.',
    ],
    [
      { function: 'TAAS_MARGIN(TAAS_IMPLIED_SPEND(B4))' },
      '#VALUE!',
      'function calls TAAS_IMPLIED_SPEND with B4: expected values in a call inside another.',
    ],
    [
      { function: 'TAAS_MARGIN(TAAS_SOLVE("TAAS_MARGIN",50%,"token_spend"))' },
      '#VALUE!',
      'function calls TAAS_SOLVE, an analysis: expected its answer, as a value.',
    ],
    [
      {
        function: 'TAAS_BLENDED_MARGIN',
        inputs: [
          ['revenues', 'B1:D1'],
          ['margins', 'B2:E2'],
        ],
      },
      '#VALUE!',
      'margins has 4 values and revenues has 3: expected lists of one length.',
    ],
    [
      { function: 'TAAS_BLENDED_MARGIN', inputs: [['revenues', 'B1:D2']] },
      '#VALUE!',
      'revenues is "B1:D2": expected one row or column.',
    ],
    [{ function: 'TAAS_BLENDED_MARGIN', inputs: [['revenues', 'B1:D1']] }, '#VALUE!', 'margins is missing'],
    [
      {
        inputs: [
          ['tiers', 'C4:D6'],
          ['tiers[2].rate', 20],
        ],
      },
      '#VALUE!',
      'tiers has rate 20 in row 2: expected a rate from 0 to 1 (20% is 0.2).',
    ],
    [
      {
        inputs: [
          ['tiers', 'C4:D6'],
          ['tiers[4].rate', 0.2],
        ],
      },
      '#VALUE!',
      'inputs name tiers[4].rate: expected tiers[1].rate to tiers[3].rate.',
    ],
    [
      {
        function: 'TAAS_EXPECTED_MARGIN',
        inputs: [
          ['demands', 'C1:D1'],
          ['probabilities', 'E1:F1'],
          ['probabilities[1]', 0.7],
          ['probabilities[2]', 0.7],
        ],
      },
      '#VALUE!',
      'probabilities sum to 1.4: expected 1.',
    ],
    [
      { function: 'TAAS_FLEET_DEPRECIATION', inputs: [['capex', 'B1:B40']] },
      '#N/A',
      'the native formula of TAAS_FLEET_DEPRECIATION would have 21,363 characters: Excel takes 8,192.',
    ],
    [
      { function: `TAAS_PAYBACK(100,{${'1,'.repeat(69)}1})` },
      '#N/A',
      'the native formula of TAAS_PAYBACK would nest 72 functions in each other: Excel takes 64.',
    ],
  ])('%j', (args, code, says) => {
    const [got, sentence] = error('TAAS_NATIVE', args);
    expect(got).toBe(code);
    expect(sentence).toContain(says);
  });
});

test('the working of a table gives every column its own formula', () => {
  const lines = answer('TAAS_EXPLAIN', { function: 'TAAS_SCENARIOS' }).cells;
  const shares = lines.filter(([name]) => name === 'revenue_share').map(([, value, , formula]) => ({ value, formula }));
  expect(shares).toHaveLength(6);
  // A column whose share is computed as in one before it says just that; the others are numbers throughout.
  const inNumbers = shares.filter(({ formula }) => !/[a-z]/.test(String(formula)));
  expect(inNumbers.length).toBeGreaterThanOrEqual(3);
  const judged = evaluated(inNumbers.map(({ formula }) => `=${String(formula)}`));
  expect(inNumbers.filter(({ value }, i) => !sameTo(1e-12, judged[i], value))).toEqual([]);
});
