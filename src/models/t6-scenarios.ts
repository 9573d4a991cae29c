import {
  check,
  constant,
  heading,
  inputsByColumn,
  inputsByRow,
  percent,
  remark,
  single,
  table,
  type Model,
} from './declaration';

/** The deal of the chosen scenario, in the order in which the functions take it; one term may be another. */
const TERMS = { spend: 'spend', fee: 'fee', rate: 'infra_rate', cogs: 'cogs', opex: 'opex', scale: 'scale' } as const;
type Terms = Record<keyof typeof TERMS, string>;
const dealWith = (other: Partial<Terms> = {}): string => {
  const { spend, fee, rate, cogs, opex, scale } = { ...TERMS, ...other };
  return `${spend},${fee},${rate},tiers,${cogs},${opex},,${scale}`;
};
const DEAL = dealWith();
const marginWith = (other: Partial<Terms>): string => `TAAS_MARGIN(${dealWith(other)})`;

const SCENARIOS = ['BASE', '2Q26E', 'ANTHROPIC_STALL', 'SHARE_CUT', 'ALL_GPU', 'TRAINIUM_80'] as const;
const MONEY = { least: 0, most: 1_000_000 } as const;
const SHARE = { least: 0, most: 1 } as const;
const TIMES = { least: 0, most: 10 } as const;

/** What moves the margin: the name that a function has for it, and the term of the deal. */
const DRIVERS = [
  ['infra_cogs', 'Infrastructure COGS', 'cogs'],
  ['token_spend', 'Token spend', 'spend'],
  ['fixed_fee', 'Infrastructure fee', 'fee'],
  ['rev_share_scale', 'Revenue share', 'scale'],
  ['opex_rate', 'Platform opex', 'opex'],
  ['infra_rate', 'Fee by spend', 'rate'],
] as const;
const HELD = [
  ...DRIVERS.map(([name, , term]) => [name, TERMS[term]] as const),
  ...[1, 2, 3].flatMap((tier) => [
    [`tiers[${tier}].from`, `tiers.r${tier}.c1`] as const,
    [`tiers[${tier}].rate`, `tiers.r${tier}.c2`] as const,
  ]),
];

/** What is tried of a driver: one column a try. */
const swing = (row: number, column: number): string => {
  const [name, , term] = DRIVERS[row]!;
  const at = `swings.r${row + 1}`;
  return [
    `="${name}"`,
    `=${TERMS[term]}`,
    `=${at}.c2*(1-STEP)`,
    `=${at}.c2*(1+STEP)`,
    `=${marginWith({ [term]: `${at}.c3` })}`,
    `=${marginWith({ [term]: `${at}.c4` })}`,
    `=ABS(${at}.c6-${at}.c5)`,
    `=RANK(${at}.c7,swings.c7)+COUNTIF(swings.r1.c7:${at}.c7,${at}.c7)-1`,
  ][column]!;
};

/** The driver of that rank. */
const ranked = (part: string, row: number): string => `INDEX(swings.${part},MATCH(tornado.r${row + 1}.c1,swings.c8,0))`;

const contract = (name: string): string => `"${name}",FLOOR_${name},FIXED`;
const shockAt = (demand: string, name: string): string =>
  `=TAAS_SHOCK_MARGIN(${demand},${contract(name)},spend,fee,tiers,cogs,opex,infra_rate,,scale)`;

/** In the order in which TAAS_CHIP_HOUR_COST takes them; then what tokens and the deal need besides. */
const SERVING = [
  ['A chip is written off over, years', 'chip_life'],
  ['Facility power over IT power', 'pue'],
  ['Electricity, $ a MWh', 'power_price'],
  ['Data-centre capex, $ a kW of facility power', 'hall_capex'],
  ['A data centre is written off over, years', 'hall_life'],
  ['Running cost, share of a chip’s price a year', 'chip_running_cost'],
  ['Cost of capital', 'capital_cost'],
  ['Share of the time that a chip serves tokens', 'chip_busy'],
  ['Trainium’s share of the tokens', 'trainium_token_share'],
  ['The lab’s other COGS, $bn a quarter', 'other_cogs'],
] as const;

/** What a million tokens cost where that share of them is on Trainium. */
const blended = (share: string): string => `(${share}*chip.r5.c1+(1-${share})*chip.r5.c2)`;

/** Those that TAAS_SIMULATE draws from. */
const DISTRIBUTIONS = ['UNIFORM', 'TRIANGULAR', 'PERT', 'NORMAL', 'TRUNCATED_NORMAL', 'LOGNORMAL', 'LOGNORMAL_MEAN'];

const BINS = 12;
const bins = Array.from({ length: BINS }, (_, i) => i + 1);

/** What could happen to the deal: scenarios, what moves its margin, what demand does to it, how likely it is. */
export const SCENARIOS_AND_RISK: Model = {
  key: 'T6',
  name: 'Scenarios',
  question: 'What happens to the margin if the plan is wrong?',
  about: 'All below the scenarios is of the one that is chosen; tiers and opex are those of the chosen quarter.',
  entries: [
    constant('SCENARIO', 'Scenario', 'one of those below', 'BASE', { oneOf: SCENARIOS }, 'choose'),

    inputsByRow({
      name: 'scenarios',
      title: 'Six scenarios of the deal',
      unit: 'as each row says',
      headings: SCENARIOS,
      rows: [
        {
          label: 'Gross token spend',
          unit: '$bn a quarter',
          standing: 'assumption',
          source: 'ours; 2Q26E: 9 pp of AWS’ growth (B27); stall: 40% fewer tokens',
          values: [2, 4.02, 1.2, 2, 2, 2],
          format: '0.00',
          allows: MONEY,
        },
        {
          label: 'Infrastructure fee',
          unit: '$bn a quarter',
          standing: 'assumption',
          source: 'ours: 280 MW; 2Q26E 600 MW; stall: falls with use, no floor',
          values: [0.7, 1.5, 0.42, 0.7, 0.7, 0.7],
          format: '0.00',
          allows: MONEY,
        },
        {
          label: 'Infrastructure COGS, at the quarter’s share of Trainium',
          unit: '$bn a quarter',
          standing: 'assumption',
          source: 'ours; stall: nine tenths of it do not fall',
          values: [0.55, 1.18, 0.528, 0.55, 0.55, 0.55],
          format: '0.000',
          allows: MONEY,
        },
        {
          label: 'All revenue shares times',
          unit: 'ratio',
          standing: 'assumption',
          source: 'ours; share cut: half',
          values: [1, 1, 1, 0.5, 1, 1],
          format: '0.00',
          allows: TIMES,
        },
        {
          label: 'Trainium’s share of the tokens',
          unit: 'share',
          standing: 'assumption',
          source: 'B34: over 50%; none and 80% are ours',
          values: [0.5, 0.5, 0.5, 0.5, 0, 0.8],
          format: '0%',
          allows: SHARE,
        },
      ],
    }),
    table({
      name: 'tiers',
      title: 'The tiers of the chosen quarter',
      unit: '$bn a quarter; share',
      headings: ['From', 'Share'],
      labels: ['Tier 1', 'Tier 2', 'Tier 3'],
      format: ['0.00', '0%'],
      formula: (row, column) => `=Base.now.tiers_${row + 1}_${column === 0 ? 'from' : 'rate'}`,
    }),
    single('infra_rate', 'Infrastructure fee by spend, of the chosen quarter', 'share', '=Base.now.infra_rate'),
    single('opex', 'Platform opex, of the chosen quarter', 'share', '=Base.now.opex_rate'),
    constant('HOURS', 'Hours in a year', 'hours', 8760, { least: 8000, most: 8784 }, '365 days', {
      standing: 'fact',
      format: '#,##0',
    }),
    table({
      name: 'serving',
      title: 'What it takes to serve tokens, in the chosen quarter',
      unit: 'as each row says',
      headings: ['Terms'],
      labels: SERVING.map(([label]) => label),
      format: '#,##0.00',
      formula: (row) => `=Base.now.${SERVING[row]![1]}`,
    }),
    table({
      name: 'chip',
      title: 'Chips of the chosen quarter',
      unit: 'as each row says',
      headings: ['Trainium2', 'GPU'],
      labels: ['Price, $', 'IT power, kW', 'Tokens a second', 'A chip-hour, $', 'A million tokens, $'],
      format: '#,##0.000',
      formula: (row, column) => {
        const [its, own] = [column === 0 ? 'trainium' : 'gpu', (line: number) => `chip.r${line}.c${column + 1}`];
        return [
          `=Base.now.${its}_capex`,
          `=Base.now.${its}_kw`,
          `=Base.now.${its}_speed`,
          `=TAAS_CHIP_HOUR_COST(${own(1)},${own(2)},${[1, 2, 3, 4, 5, 6, 7].map((line) => `serving.r${line}.c1`).join(',')},HOURS)`,
          `=TAAS_TOKEN_COST(${own(4)},${own(3)},serving.r8.c1)`,
        ][row]!;
      },
    }),
    table({
      name: 'compared',
      title: 'What each comes to',
      unit: '$bn a quarter; run-rate a year',
      headings: ['COGS', 'Net revenue', 'Run-rate', 'EBIT', 'EBIT margin', 'Lab’s margin'],
      labels: SCENARIOS.map((_, i) => ({ formula: `=scenarios.h${i + 1}` })),
      format: ['0.000', '0.000', '0.0', '0.000', percent, percent],
      formula: (row, column) => {
        const [its, own] = [`compared.r${row + 1}`, (line: number) => `scenarios.r${line}.c${row + 1}`];
        const terms = { spend: own(1), fee: own(2), cogs: `${its}.c1`, scale: own(4) };
        return [
          `=${own(3)}*${blended(own(5))}/${blended('serving.r9.c1')}`,
          `=TAAS_TAKE_RATE(${own(1)},${own(2)},infra_rate,tiers,,${own(4)})*${own(1)}`,
          `=${its}.c2*QUARTERS`,
          `=${its}.c5*${its}.c2`,
          `=${marginWith(terms)}`,
          `=TAAS_LAB_MARGIN(${own(1)},${own(2)},infra_rate,tiers,,"GROSS",serving.r10.c1)`,
        ][column]!;
      },
    }),
    check(
      'What each earns is its revenue after opex and COGS',
      '=SUMPRODUCT(ABS(compared.c2*(1-opex)-compared.c1-compared.c4))<TOLERANCE',
      'a scenario’s EBIT is not its revenue after opex and COGS',
      true,
    ),

    heading('The chosen scenario'),
    single('place', 'Its place in the table', 'from the left', '=MATCH(SCENARIO,scenarios.h,0)', { format: '0' }),
    single('spend', 'Gross token spend', '$bn a quarter', '=INDEX(scenarios.r1,place)'),
    single('fee', 'Infrastructure fee', '$bn a quarter', '=INDEX(scenarios.r2,place)'),
    single('cogs', 'Infrastructure COGS', '$bn a quarter', '=INDEX(compared.c1,place)', { format: '0.000' }),
    single('scale', 'All revenue shares times', 'ratio', '=INDEX(scenarios.r4,place)'),
    single('margin', 'EBIT margin', 'share of net revenue', '=INDEX(compared.c5,place)'),
    single('lead', 'The same, against the first scenario', 'pp', '=(margin-compared.r1.c5)*PP'),

    heading('What moves the margin most'),
    constant('STEP', 'Each input is moved down and up by', 'share of its value', 0.1, SHARE, 'a convention: ±10%'),
    table({
      name: 'swings',
      title: 'One input at a time',
      unit: 'EBIT margin',
      headings: ['Input', 'Value', 'Lower', 'Higher', 'Margin, low', 'Margin, high', 'Swing', 'Rank'],
      labels: DRIVERS.map(([, label]) => label),
      format: ['General', '0.000', '0.000', '0.000', '0.00%', '0.00%', '0.00%', '0'],
      formula: swing,
    }),
    table({
      name: 'tornado',
      title: 'Largest swing first',
      unit: 'pp of margin',
      headings: ['Rank', 'Lower', 'Higher', 'Swing'],
      labels: DRIVERS.map((_, row) => ({ formula: `=${ranked('l', row)}` })),
      format: ['0', '0.00', '0.00', '0.00'],
      formula: (row, column) =>
        [
          row === 0 ? '=1' : `=tornado.r${row}.c1+1`,
          `=(${ranked('c5', row)}-margin)*PP`,
          `=(${ranked('c6', row)}-margin)*PP`,
          `=${ranked('c7', row)}*PP`,
        ][column]!,
    }),
    check(
      'Every input has its bar',
      '=ABS(SUM(tornado.c4)-SUM(swings.c7)*PP)<TOLERANCE*PP',
      'the sorted bars are not those above',
      true,
    ),
    table({
      name: 'cross_check',
      title: 'The same by TAAS_TORNADO, on the tiers of the base case',
      unit: 'EBIT margin',
      headings: ['Low', 'High', 'Swing'],
      labels: DRIVERS.map(() => ''),
      format: '0.00%',
      bringsLabels: true,
      formula: '=TAAS_TORNADO("TAAS_MARGIN",swings.r1.c1:swings.r6.c2,STEP,TRUE)',
    }),

    heading('Two inputs at once'),
    table({
      name: 'spend_by_cost',
      title: 'EBIT margin by infrastructure COGS (down) and token spend (across)',
      unit: '$bn a quarter; share',
      headings: [1, 1.5, 2, 2.5, 3, 4],
      labels: [0.45, 0.5, 0.55, 0.6, 0.65],
      axes: { headings: { format: '0.0 "$bn"', allows: MONEY }, labels: { format: '0.00 "$bn"', allows: MONEY } },
      format: percent,
      formula: (row, column) =>
        `=${marginWith({ spend: `spend_by_cost.h${column + 1}`, cogs: `spend_by_cost.l${row + 1}` })}`,
    }),
    table({
      name: 'fee_by_share',
      title: 'EBIT margin by all revenue shares times (down) and fee (across)',
      unit: '$bn a quarter; ratio',
      headings: [0.5, 0.6, 0.7, 0.8, 0.9, 1],
      labels: [0, 0.5, 0.75, 1, 1.25],
      axes: { headings: { format: '0.0 "$bn"', allows: MONEY }, labels: { format: '0.00', allows: TIMES } },
      format: percent,
      formula: (row, column) =>
        `=${marginWith({ fee: `fee_by_share.h${column + 1}`, scale: `fee_by_share.l${row + 1}` })}`,
    }),

    heading('If demand is not what was planned'),
    constant('FLOOR_TAAS', 'Guaranteed share of the fee: tokens', 'share', 0, SHARE, 'no take-or-pay is named'),
    constant(
      'FLOOR_IAAS',
      'Guaranteed share of the fee: rented',
      'share',
      1,
      SHARE,
      'B14: take-or-pay; all of it is ours',
      {
        standing: 'estimate',
      },
    ),
    constant('FIXED', 'COGS that do not fall with demand', 'share', 0.9, SHARE, 'ours'),
    table({
      name: 'shock',
      title: 'EBIT margin by demand, plan = 1',
      unit: 'share of plan; share of net revenue',
      headings: ['Tokens', 'Rented'],
      labels: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4],
      axes: { labels: { format: '0%', allows: TIMES } },
      format: percent,
      formula: (row, column) => shockAt(`shock.l${row + 1}`, column === 0 ? 'TAAS' : 'IAAS'),
    }),
    single('margin_at_plan', 'At plan: tokens', 'share of net revenue', shockAt('1', 'TAAS')),
    check(
      'At plan the margin is that of the scenario',
      '=ABS(margin_at_plan-margin)<TOLERANCE',
      'the margin at plan is not that of the scenario',
      true,
    ),
    inputsByColumn({
      name: 'odds',
      title: 'How likely each demand is',
      unit: 'share',
      headings: ['Demand', 'Probability'],
      format: ['0%', '0%'],
      columns: [TIMES, SHARE],
      rows: (
        [
          [0.6, 0.1],
          [0.8, 0.2],
          [1, 0.5],
          [1.2, 0.2],
        ] as const
      ).map((values, i) => ({
        label: `Demand ${i + 1}`,
        unit: 'share of plan; share',
        standing: 'assumption',
        source: 'ours',
        values,
      })),
    }),
    check('Probabilities are 1 together', '=ABS(SUM(odds.c2)-1)<TOLERANCE', 'the probabilities do not sum to 1', true),
    constant(
      'SHORTFALL',
      'Demand at which EBIT’s answer is measured',
      'share of plan',
      0.8,
      { least: 0, most: 10 },
      'ours',
    ),
    table({
      name: 'risk',
      title: 'What demand risk costs, by contract',
      unit: 'as each row says',
      headings: ['Tokens', 'Rented'],
      labels: ['EBIT margin to expect', 'Percent of EBIT for a percent of demand'],
      format: '0.000',
      formula: (row, column) => {
        const its = contract(column === 0 ? 'TAAS' : 'IAAS');
        return row === 0
          ? `=TAAS_EXPECTED_MARGIN(odds.c1,odds.c2,${its},${DEAL})`
          : `=TAAS_DEMAND_BETA(SHORTFALL,${its},${DEAL})`;
      },
    }),
    single(
      'breakeven',
      'Demand at which the tokens earn nothing',
      'share of plan',
      `=TAAS_BREAKEVEN_DEMAND(${contract('TAAS')},${DEAL})`,
      { note: 'rented with a fee that is all owed, EBIT does not fall to nothing' },
    ),

    heading('How likely: inputs drawn by chance'),
    constant('TRIALS', 'Trials', 'count', 1000, { least: 2, most: 100_000, whole: true }, 'ours', { format: '#,##0' }),
    constant(
      'SEED',
      'Seed: the same gives the same digits',
      'count',
      20_260_331,
      { least: 0, most: 4_294_967_295, whole: true },
      'ours',
      {
        format: '0',
      },
    ),
    constant('THRESHOLD', 'How likely is a margin below', 'share of net revenue', 0.5, { least: -1, most: 1 }, 'ours'),
    constant(
      'BINS',
      'Bins of the distribution',
      'count',
      BINS,
      { least: BINS, most: BINS },
      'as many as the table has',
      {
        format: '0',
      },
    ),
    inputsByColumn({
      name: 'spec',
      title: 'What is drawn; what is not stands as in the scenario',
      unit: 'as the input has',
      headings: ['Input', 'Distribution', 'First', 'Second', 'Third', 'Fourth'],
      columns: [
        { oneOf: DRIVERS.map(([name]) => name) },
        { oneOf: DISTRIBUTIONS },
        MONEY,
        MONEY,
        { ...MONEY, mayBeBlank: true },
        { ...MONEY, mayBeBlank: true },
      ],
      rows: [
        {
          label: 'Drawn 1: least, likely, most',
          unit: '$bn a quarter',
          standing: 'assumption',
          source: 'ours',
          values: ['token_spend', 'TRIANGULAR', 1, 2, 3.5, null],
        },
        {
          label: 'Drawn 2: from, to',
          unit: '$bn a quarter',
          standing: 'assumption',
          source: 'ours',
          values: ['infra_cogs', 'UNIFORM', 0.5, 0.62, null, null],
        },
        {
          label: 'Free',
          unit: 'as the input has',
          standing: 'assumption',
          source: 'for one more',
          values: [null, null, null, null, null, null],
        },
      ],
    }),
    table({
      name: 'held',
      title: 'What is not drawn',
      unit: 'as the input has',
      headings: ['Input', 'Value'],
      labels: HELD.map((_, i) => `Held ${i + 1}`),
      format: ['General', '0.000'],
      formula: (row, column) =>
        column === 0
          ? `=IF(COUNTIF(spec.c1,"${HELD[row]![0]}")>0,"","${HELD[row]![0]}")`
          : `=IF(held.r${row + 1}.c1="","",${HELD[row]![1]})`,
      note: 'blank: drawn',
    }),
    table({
      name: 'simulated',
      title: 'EBIT margin, simulated',
      unit: 'share of net revenue',
      headings: ['Margin'],
      labels: ['Mean', 'Standard deviation', 'P5', 'P25', 'P50', 'P75', 'P95', 'Share of trials below the threshold'],
      format: percent,
      formula: '=TAAS_SIMULATE("TAAS_MARGIN",spec,TRIALS,SEED,held,FALSE,THRESHOLD)',
    }),
    table({
      name: 'distribution',
      title: 'The distribution behind it',
      unit: 'share of net revenue; share of trials',
      headings: ['From', 'To', 'Share'],
      labels: bins.map((bin) => ({ formula: `=TEXT(distribution.r${bin}.c1,"0.0%")` })),
      format: percent,
      formula: '=TAAS_HISTOGRAM("TAAS_MARGIN",spec,TRIALS,SEED,held,BINS,FALSE)',
    }),
    check(
      'Every trial is in a bin',
      '=ABS(SUM(distribution.c3)-1)<TOLERANCE',
      'the shares of the bins do not sum to 1',
      true,
    ),

    heading('What the articles’ figures are held against'),
    table({
      name: 'verdicts',
      title: 'PASS: an independent figure agrees; SET: chosen so that it agrees; FAIL: it does not, and why',
      unit: '',
      headings: ['Value', 'Quoted', 'Tolerance', 'Result', 'Group', 'Basis', 'Note'],
      labels: Array.from({ length: 49 }, () => ''),
      format: ['General', 'General', 'General', 'General', 'General', 'General', 'General'],
      bringsLabels: true,
      formula: '=TAAS_CHECKS("SEED",TRUE)',
    }),
    remark(
      'Scenarios, steps, odds and distributions are assumptions: what could happen, not what will. Draws are independent. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'stacked bars',
      title:
        '=tornado.l1&" moves the margin most: by "&TEXT(tornado.r1.c4,"0.0")&" pp from "&TEXT(STEP,"0%")&" less to "&TEXT(STEP,"0%")&" more"',
      across: 'Input',
      up: 'Change of EBIT margin, pp',
      format: '0.0',
      over: 'tornado',
      series: [
        ['tornado[2]', 'Input lower'],
        ['tornado[3]', 'Input higher'],
      ],
    },
    {
      kind: 'lines',
      title:
        '="At "&TEXT(shock.l4,"0%")&" of the demand planned tokens earn "&TEXT(shock.r4.c1,"0%")&" and rent "&TEXT(shock.r4.c2,"0%")&"; at "&TEXT(shock.l11,"0%")&" they earn "&TEXT(shock.r11.c1,"0%")&" and "&TEXT(shock.r11.c2,"0%")',
      across: 'Demand, plan = 1',
      up: 'EBIT margin',
      format: '0%',
      over: 'shock',
      series: [
        ['shock[1]', 'Tokens (TaaS)'],
        ['shock[2]', 'Rented, take-or-pay (IaaS)'],
      ],
    },
    {
      kind: 'columns',
      title:
        '="The margin is lowest in "&INDEX(compared.l,MATCH(MIN(compared.c5),compared.c5,0))&", "&TEXT(MIN(compared.c5),"0%")&", and highest in "&INDEX(compared.l,MATCH(MAX(compared.c5),compared.c5,0))&", "&TEXT(MAX(compared.c5),"0%")',
      across: 'Scenario',
      up: 'EBIT margin',
      format: '0%',
      over: 'compared',
      series: [['compared[5]', 'EBIT margin']],
    },
    {
      kind: 'columns',
      title:
        '="Nine trials of ten have a margin between "&TEXT(simulated.r3.c1,"0%")&" and "&TEXT(simulated.r7.c1,"0%")',
      across: 'EBIT margin, from',
      up: 'Share of trials',
      format: '0%',
      over: 'distribution',
      series: [['distribution[3]', 'Share of trials']],
    },
  ],
};
