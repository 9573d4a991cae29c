import { ANTHROPIC_CHANNELS, CHANNELS, soldThrough } from './channels';
import {
  check,
  constant,
  heading,
  line,
  lines,
  money,
  percent,
  remark,
  table,
  total,
  type Entry,
  type Model,
} from './declaration';

/** What several companies do alike: the profit pool is told by these. */
const POOLS = [
  { name: 'cloud_tokens', label: 'Tokens of clouds' },
  { name: 'lab_tokens', label: 'Tokens of labs' },
  { name: 'open_models', label: 'Open models' },
  { name: 'plans', label: 'Plans' },
  { name: 'assistants', label: 'Assistants' },
  { name: 'rent', label: 'Infrastructure' },
] as const;
type Pool = (typeof POOLS)[number]['name'];

/** A business of a company: what its rows are called by, what it is called, whose it is, and what it is one of. */
interface Vertical {
  readonly name: string;
  readonly label: string;
  readonly company: string;
  readonly pool: Pool;
  readonly entries: readonly Entry[];
}

const QUARTERLY = '$bn a quarter';

/** What every vertical ends in: power, the capital that it stands on, and what that earns. */
const ending = (name: string, power: string): readonly Entry[] => [
  line(`${name}_power`, 'IT power', 'IT MW', power),
  line(`${name}_capital`, 'Invested capital', '$bn', `=${name}_power*CAPITAL_PER_MW/THOUSAND`),
  line(
    `${name}_roic`,
    'Return on capital, after tax',
    'share a year',
    `=TAAS_ROIC(${name}_ebit*QUARTERS,${name}_capital,TAX)`,
  ),
];

/** Capacity rented out by the megawatt-year. */
const rented = (name: string, label: string, company: string): Vertical => ({
  name,
  label,
  company,
  pool: 'rent',
  entries: [
    lines(`=TAAS_IAAS_PNL(Base.${name}_mw,RENT,COST_OF_MW,RENTED_OUT,OPEX,FALSE)`, [
      [`${name}_revenue`, 'Revenue', QUARTERLY],
      [`${name}_infra`, 'Infrastructure cost', QUARTERLY],
      [`${name}_opex`, 'Operating cost', QUARTERLY],
      [`${name}_ebit`, 'EBIT', QUARTERLY, 'total'],
      [`${name}_margin`, 'EBIT margin', 'share of revenue'],
    ]),
    ...ending(name, `=Base.${name}_mw`),
  ],
});

/** Tokens sold at a price. */
const sold = (name: string, label: string, company: string, pool: Pool, partner = '0'): Vertical => ({
  name,
  label,
  company,
  pool,
  entries: [
    lines(`=TAAS_API_PNL(Base.${name}_tokens,Base.${name}_price,Base.${name}_cost,${partner},FALSE)`, [
      [`${name}_revenue`, 'Revenue', QUARTERLY],
      [`${name}_serve`, 'Cost to serve', QUARTERLY],
      [`${name}_partner`, 'Paid to partners', QUARTERLY],
      [`${name}_gross`, 'Gross profit', QUARTERLY, 'total'],
      [`${name}_gross_margin`, 'Gross margin', 'share of revenue'],
    ]),
    line(`${name}_ebit`, 'EBIT', QUARTERLY, `=${name}_gross-${name}_revenue*OPEX`),
    ...ending(name, `=TAAS_TOKENS_TO_MW(Base.${name}_tokens,KW_PER_CHIP,TOKENS_A_SECOND,BUSY,HOURS)`),
  ],
});

/** An assistant by the seat: a year's figures from the function, a quarter's below them. */
const seated = (name: string, label: string, company: string): Vertical => ({
  name,
  label,
  company,
  pool: 'assistants',
  entries: [
    lines(`=TAAS_SEAT_PNL(Base.${name}_seats,SEAT_PRICE,Base.${name}_attach,SEAT_DISCOUNT,SEAT_COST,FALSE)`, [
      [`${name}_paid`, 'Paid seats', 'million seats'],
      [`${name}_arr`, 'ARR', '$bn a year'],
      [`${name}_serve_year`, 'Cost to serve', '$bn a year'],
      [`${name}_gross_year`, 'Gross profit', '$bn a year', 'total'],
      [`${name}_gross_margin`, 'Gross margin', 'share of revenue'],
    ]),
    line(`${name}_revenue`, 'Revenue', QUARTERLY, `=${name}_arr/QUARTERS`),
    line(`${name}_ebit`, 'EBIT', QUARTERLY, `=${name}_gross_year/QUARTERS-${name}_revenue*OPEX`),
    // What serving costs is capacity, bought at what a megawatt costs.
    ...ending(name, `=${name}_serve_year*THOUSAND/COST_OF_MW`),
  ],
});

interface Plan {
  readonly name: string;
  readonly label: string;
  readonly price: number;
  readonly cost: number;
}

const capitals = (name: string): string => name.toUpperCase();

/** Plans by the month: a quarter's revenue and cost of all of them; the function's table of the chosen quarter checks it. */
function planned(name: string, label: string, company: string, plans: readonly Plan[]): Vertical {
  const [first, last] = [plans[0]!.name, plans.at(-1)!.name];
  const of = (what: string, from = first, to = last): string => `${from}_${what}:${to}_${what}`;
  const inCapitals = (what: string): string => of(what, capitals(first), capitals(last));
  const constants = (what: 'price' | 'cost'): Entry[] =>
    plans.map((plan) =>
      constant(
        `${capitals(plan.name)}_${what.toUpperCase()}`,
        `${plan.label}: ${what === 'price' ? 'price' : 'cost to serve'}`,
        '$ a month',
        plan[what],
        { least: 0, most: 1000 },
        what === 'price' ? 'ours, from list prices' : 'ours: no source gives it',
      ),
    );
  return {
    name,
    label,
    company,
    pool: 'plans',
    entries: [
      ...plans.map((plan) =>
        line(`${plan.name}_users`, `${plan.label}: users`, 'million users', `=Base.${plan.name}_users`),
      ),
      ...constants('price'),
      ...constants('cost'),
      line(
        `${name}_revenue`,
        'Revenue',
        QUARTERLY,
        `=SUMPRODUCT(${of('users')},${inCapitals('PRICE')})*MONTHS/THOUSAND/QUARTERS`,
      ),
      line(
        `${name}_serve`,
        'Cost to serve',
        QUARTERLY,
        `=SUMPRODUCT(${of('users')},${inCapitals('COST')})*MONTHS/THOUSAND/QUARTERS`,
      ),
      line(`${name}_ebit`, 'EBIT', QUARTERLY, `=${name}_revenue-${name}_serve-${name}_revenue*OPEX`),
      table({
        name: `${name}_plans`,
        title: 'The plans of the chosen quarter, for a year',
        unit: '$bn a year; share',
        headings: ['Revenue', 'Cost', 'Gross margin'],
        labels: [...plans.map((plan) => plan.label), 'Total'],
        format: ['0.00', '0.00', '0.0%'],
        formula: `=TAAS_SUBSCRIPTION_PNL(${of('users', `now.${first}`, `now.${last}`)},${inCapitals('PRICE')},${inCapitals('COST')},,FALSE)`,
      }),
      check(
        `${label}: the quarters are the plans’ year`,
        `=ABS(${name}_plans.r${plans.length + 1}.c1-now.${name}_revenue*QUARTERS)<TOLERANCE`,
        `${label}: revenue by quarter is not that of the plans`,
        true,
      ),
      ...ending(name, `=${name}_serve*QUARTERS*THOUSAND/COST_OF_MW`),
    ],
  };
}

/** AWS' own: Bedrock is the deal of the block, AI infrastructure the rest of its AI revenue. */
const BEDROCK: Vertical = {
  name: 'bedrock',
  label: 'Bedrock',
  company: 'aws',
  pool: 'cloud_tokens',
  entries: [
    line('bedrock_revenue', 'Net revenue', QUARTERLY, '=TAAS_CALL("TAAS_PNL[Net revenue]",BLOCK,CASE,TRUE)'),
    line('bedrock_ebit', 'EBIT', QUARTERLY, '=TAAS_CALL("TAAS_PNL[EBIT]",BLOCK,CASE,TRUE)'),
    ...ending('bedrock', '=Base.mw'),
  ],
};
const AWS_IAAS: Vertical = {
  name: 'aws_iaas',
  label: 'AI infrastructure',
  company: 'aws',
  pool: 'rent',
  entries: [
    line(
      'aws_iaas_revenue',
      'Revenue: AI’s share less Bedrock',
      QUARTERLY,
      '=Base.aws_revenue*Base.ai_share-bedrock_revenue',
    ),
    line('aws_iaas_ebit', 'EBIT', QUARTERLY, '=aws_iaas_revenue*Base.ai_iaas_margin'),
    ...ending('aws_iaas', '=aws_iaas_revenue*QUARTERS*THOUSAND/RENT'),
  ],
};

const VERTICALS: readonly Vertical[] = [
  BEDROCK,
  AWS_IAAS,
  rented('azure_iaas', 'AI infrastructure', 'microsoft'),
  sold('foundry', 'Foundry', 'microsoft', 'cloud_tokens'),
  seated('copilot', 'Microsoft 365 Copilot', 'microsoft'),
  rented('google_iaas', 'AI infrastructure', 'google'),
  sold('gemini', 'Gemini API', 'google', 'cloud_tokens'),
  seated('gemini_enterprise', 'Gemini Enterprise', 'google'),
  sold('anthropic_api', 'API', 'anthropic', 'lab_tokens', 'anthropic_partner_share'),
  planned('claude', 'Claude', 'anthropic', [
    { name: 'claude_pro', label: 'Pro', price: 20, cost: 8 },
    { name: 'claude_max', label: 'Max', price: 130, cost: 55 },
    { name: 'claude_team', label: 'Team and Enterprise', price: 35, cost: 14 },
  ]),
  sold('openai_api', 'API', 'openai', 'lab_tokens', 'openai_partner_share'),
  planned('chatgpt', 'ChatGPT', 'openai', [
    { name: 'chatgpt_free', label: 'Free', price: 0, cost: 0.4 },
    { name: 'chatgpt_plus', label: 'Plus', price: 20, cost: 7 },
    { name: 'chatgpt_pro', label: 'Pro', price: 200, cost: 80 },
    { name: 'chatgpt_team', label: 'Team', price: 25, cost: 9 },
    { name: 'chatgpt_enterprise', label: 'Enterprise', price: 45, cost: 15 },
  ]),
  rented('oracle_iaas', 'AI infrastructure', 'oracle'),
  rented('coreweave_iaas', 'AI infrastructure', 'coreweave'),
  sold('endpoints', 'Open models by the token', 'platforms', 'open_models'),
];

/** In the order of the sheet; a company that says its revenue and EBIT has a core, which is what is left. */
const COMPANIES: readonly { readonly name: string; readonly label: string; readonly files?: true }[] = [
  { name: 'aws', label: 'AWS', files: true },
  { name: 'microsoft', label: 'Microsoft' },
  { name: 'google', label: 'Google Cloud', files: true },
  { name: 'anthropic', label: 'Anthropic' },
  { name: 'openai', label: 'OpenAI' },
  { name: 'oracle', label: 'Oracle' },
  { name: 'coreweave', label: 'CoreWeave' },
  { name: 'platforms', label: 'Endpoint platforms' },
];

const sumOf = (whose: Partial<Pick<Vertical, 'company' | 'pool'>>, what: string): string =>
  `=${VERTICALS.filter(({ company, pool }) => company === (whose.company ?? company) && pool === (whose.pool ?? pool))
    .map(({ name }) => `${name}_${what}`)
    .join('+')}`;

/** Where labs sell through clouds: of all that they sell, while it is the API alone that clouds are paid of. */
function channelEntries(name: string, label: string, plans: string): readonly Entry[] {
  const of = (channel: string, what: string) => ({ formula: `=Base.openai_${channel}_${what}`, note: 'assumption' });
  const both = (what: string) => ({
    bedrock: of('bedrock', what),
    vertex: of('vertex', what),
    foundry: of('foundry', what),
  });
  return [
    heading(`${label}: who sells it`),
    line(
      `${name}_api_sold`,
      'API: tokens times price',
      QUARTERLY,
      `=Base.${name}_api_tokens*Base.${name}_api_price/THOUSAND`,
    ),
    line(`${name}_sold`, 'With the plans', QUARTERLY, `=${name}_api_sold+${plans}_revenue`),
    ...soldThrough({
      lab: name,
      label,
      revenue: `${name}_sold`,
      // A year of the quarter's revenue, at both ends: the average of the two by quarters is that revenue.
      arr: [`now.${name}_sold*QUARTERS`, `now.${name}_sold*QUARTERS`],
      ...(name === 'anthropic' ? ANTHROPIC_CHANNELS : { shares: both('share'), payouts: both('payout') }),
    }),
    line(
      `${name}_partner_share`,
      'Paid to channels, of what the API sells',
      'share',
      `=${name}_payouts/${name}_api_sold`,
    ),
    check(
      `${label}: clouds sell no more than the API`,
      `=${name}_sold*(1-${name}_direct_share)<=${name}_api_sold*(1+TOLERANCE)`,
      `clouds sell more of ${label} than its API has`,
    ),
    check(
      `${label}: what is sold is the revenue`,
      `=ABS(${name}_sold-${name}_revenue)<TOLERANCE*BP`,
      `${label}’s channels do not sell what its verticals do`,
    ),
  ];
}

function companyEntries({ name, label, files }: (typeof COMPANIES)[number]): readonly Entry[] {
  const ai = files ? `${name}_ai` : name;
  const prefix = label === 'Endpoint platforms' ? 'Together, Fireworks and their like' : label;
  const sums: readonly Entry[] = [
    heading(`${label}: its AI together`),
    total(`${ai}_revenue`, files ? 'AI revenue' : 'Revenue', QUARTERLY, sumOf({ company: name }, 'revenue')),
    total(`${ai}_ebit`, files ? 'AI EBIT' : 'EBIT', QUARTERLY, sumOf({ company: name }, 'ebit')),
    line(`${ai}_margin`, 'EBIT margin', 'share of revenue', `=${ai}_ebit/${ai}_revenue`),
    total(`${ai}_power`, 'IT power', 'IT MW', sumOf({ company: name }, 'power')),
    line(
      `${ai}_roic`,
      'Return on capital, after tax',
      'share a year',
      `=TAAS_ROIC(${ai}_ebit*QUARTERS,${ai}_power*CAPITAL_PER_MW/THOUSAND,TAX)`,
    ),
  ];
  const core: readonly Entry[] = files
    ? [
        line(`${name}_ai_share`, `AI in ${label}’s revenue`, 'share of revenue', `=${ai}_revenue/Base.${name}_revenue`),
        line(
          `${name}_iaas_share`,
          'Infrastructure in its AI',
          'share of AI revenue',
          `=${name}_iaas_revenue/${ai}_revenue`,
        ),
        line(`${name}_core_revenue`, 'Core revenue: what is left', QUARTERLY, `=Base.${name}_revenue-${ai}_revenue`),
        line(`${name}_core_ebit`, 'Core EBIT: what is left', QUARTERLY, `=Base.${name}_ebit-${ai}_ebit`),
        total(`${name}_revenue`, `${label}: revenue`, QUARTERLY, `=${name}_core_revenue+${ai}_revenue`),
        check(
          `${label}: the core is not below zero`,
          `=${name}_core_revenue>=0`,
          `${label}’s AI is more than its revenue`,
        ),
      ]
    : [];
  const press: readonly Entry[] =
    name === 'anthropic'
      ? [
          line(
            'anthropic_press',
            'Its revenue in the press',
            QUARTERLY,
            '=IF(ISNUMBER(Base.lab_revenue_press),Base.lab_revenue_press,"")',
          ),
        ]
      : [];
  const its = VERTICALS.filter((each) => each.company === name);
  const plans = its.find(({ pool }) => pool === 'plans');
  return [
    ...its.flatMap((each) => [heading(`${prefix}: ${each.label}`), ...each.entries]),
    ...(plans ? channelEntries(name, label, plans.name) : []),
    ...sums,
    ...press,
    ...core,
  ];
}

/** Labs run on power that clouds have: theirs is not added to it. */
const POWERED = COMPANIES.filter(({ name }) => name !== 'anthropic' && name !== 'openai');

const LABS = COMPANIES.filter(({ name }) => name === 'anthropic' || name === 'openai');
const CLOUDS = CHANNELS.filter(({ name }) => name !== 'direct');

const PROFITS: readonly (readonly [name: string, label: string])[] = COMPANIES.map(({ name, label, files }) => [
  files ? `${name}_ai` : name,
  label,
]);

/** The same businesses once more, not by whose they are but by what they do. */
const sumOfPools = (what: string): string => `=${POOLS.map(({ name }) => `${name}_${what}`).join('+')}`;
const inPools = (what: string, measure: string, unit: string): readonly Entry[] =>
  POOLS.map(({ name, label }) => line(`${name}_${what}`, `${label}: ${measure}`, unit, sumOf({ pool: name }, what)));

const POOL_COLUMNS = ['revenue', 'ebit', 'margin', 'capital', 'roic'] as const;

const POOL_ENTRIES: readonly Entry[] = [
  heading('The profit pool by vertical, of all companies'),
  ...inPools('revenue', 'revenue', QUARTERLY),
  total('pools_revenue', 'All verticals: revenue', QUARTERLY, sumOfPools('revenue')),
  ...inPools('ebit', 'EBIT', QUARTERLY),
  total('pools_ebit', 'All verticals: EBIT', QUARTERLY, sumOfPools('ebit')),
  ...POOLS.map(({ name, label }) =>
    line(`${name}_margin`, `${label}: EBIT margin`, 'share of revenue', `=${name}_ebit/${name}_revenue`),
  ),
  ...inPools('capital', 'capital of the power that serves it', '$bn'),
  ...POOLS.map(({ name, label }) =>
    line(
      `${name}_roic`,
      `${label}: return on capital, after tax`,
      'share a year',
      `=TAAS_ROIC(${name}_ebit*QUARTERS,${name}_capital,TAX)`,
    ),
  ),
  table({
    name: 'pools',
    title: 'Verticals in the chosen quarter',
    unit: '$bn a quarter; $bn; share',
    headings: ['Revenue', 'EBIT', 'Margin', 'Capital', 'Return'],
    labels: POOLS.map(({ label }) => label),
    format: [money, money, percent, money, percent],
    formula: (row, column) => `=now.${POOLS[row]!.name}_${POOL_COLUMNS[column]!}`,
    note: 'return: on capital, after tax, a year',
  }),
  check(
    'Verticals add up to the companies’ revenue',
    '=ABS(pools_revenue-all_revenue)<TOLERANCE*BP',
    'revenue by vertical is not that of the companies',
  ),
  check(
    'Verticals add up to the companies’ EBIT',
    '=ABS(pools_ebit-all_ebit)<TOLERANCE*BP',
    'EBIT by vertical is not that of the companies',
  ),
  remark(
    'Capital is what the power that serves a vertical costs, whoever owns it. Labs run on capacity of clouds: that capital is in AI infrastructure too, and verticals’ capital is not added up.',
  ),
];

/** What every vertical of clouds and labs earns, on how much power and capital. */
export const VERTICAL_ECONOMICS: Model = {
  key: 'T7',
  name: 'Tokenomics by vertical',
  question: 'Who earns what on tokens, and on how many megawatts?',
  about: 'Every vertical of clouds and labs by quarter. Almost every driver is an assumption: companies do not say.',
  entries: [
    heading('What all verticals share'),
    constant('RENT', 'Rent of capacity', '$m a MW-year', 10, { least: 0, most: 1000 }, 'ours; public range 10 to 15'),
    constant(
      'COST_OF_MW',
      'Cost of capacity, depreciation included',
      '$m a MW-year',
      7.857,
      { least: 0, most: 1000 },
      'ours: $0.55bn a quarter on 280 MW',
    ),
    constant('RENTED_OUT', 'Capacity that is rented out', 'share', 1, { least: 0, most: 1 }, 'as contracted'),
    constant('OPEX', 'Operating cost', 'share of revenue', 0.05, { least: 0, most: 1 }, 'ours'),
    constant(
      'CAPITAL_PER_MW',
      'Capital',
      '$m a MW',
      39.8,
      { least: 1, most: 1000 },
      'ours: $15,000 and 0.75 kW a chip, $12,000 a kW of facility',
    ),
    constant('TAX', 'Tax', 'share', 0.21, { least: 0, most: 1 }, 'US statutory rate', { standing: 'fact' }),
    constant('KW_PER_CHIP', 'IT power of a chip', 'kW', 0.75, { least: 0.01, most: 100 }, 'ours, inside public ranges'),
    constant(
      'TOKENS_A_SECOND',
      'Tokens of a busy chip',
      'a second',
      725,
      { least: 1, most: 1_000_000 },
      'ours, inside public ranges',
    ),
    constant('BUSY', 'Time that a chip is busy', 'share', 0.6, { least: 0.01, most: 1 }, 'ours'),
    constant('HOURS', 'Hours of a quarter', 'hours', 2190, { least: 2000, most: 2208 }, 'the calendar', {
      standing: 'fact',
    }),
    constant('MONTHS', 'Months in a year', 'months', 12, { least: 12, most: 12 }, 'the calendar', { standing: 'fact' }),
    constant(
      'SEAT_PRICE',
      'List price of a seat',
      '$ a month',
      30,
      { least: 0, most: 1000 },
      'company list price, by way of an article',
      { standing: 'estimate' },
    ),
    constant(
      'SLACK',
      'Power that may be missing before the check says so',
      'share',
      0.05,
      { least: 0, most: 1 },
      'ours',
    ),
    constant('SEAT_DISCOUNT', 'Discount off it', 'share', 0, { least: 0, most: 1 }, 'none'),
    constant('SEAT_COST', 'Cost to serve a seat', '$ a month', 12, { least: 0, most: 1000 }, 'ours'),

    ...COMPANIES.flatMap(companyEntries),

    heading('All of them'),
    total('all_revenue', 'AI revenue of all', QUARTERLY, `=${PROFITS.map(([name]) => `${name}_revenue`).join('+')}`),
    total('all_ebit', 'AI EBIT of all', QUARTERLY, `=${PROFITS.map(([name]) => `${name}_ebit`).join('+')}`),
    total(
      'all_power',
      'IT power of clouds and platforms; labs run on it',
      'IT MW',
      `=${POWERED.map(({ name, files }) => `${files ? `${name}_ai` : name}_power`).join('+')}`,
    ),
    line(
      'paid_on',
      'Of it, paid by labs to clouds and counted at both',
      QUARTERLY,
      '=anthropic_api_partner+openai_api_partner',
    ),
    table({
      name: 'labs_clouds',
      title: 'What labs pay clouds in the chosen quarter',
      unit: '$bn a quarter',
      headings: [...CLOUDS.map(({ label }) => label), 'All'],
      labels: [...LABS.map(({ label }) => label), 'All'],
      format: '0.000',
      formula: (row, column) => {
        const lab = LABS[row];
        if (!lab) return `=SUM(${LABS.map((_, i) => `labs_clouds.r${i + 1}.c${column + 1}`).join(',')})`;
        if (column < CLOUDS.length) return `=${lab.name}_channels.r${column + 1}.c2`;
        return `=SUM(labs_clouds.r${row + 1}.c1:labs_clouds.r${row + 1}.c${CLOUDS.length})`;
      },
    }),
    check(
      'Clouds are paid what labs pay',
      `=ABS(labs_clouds.r${LABS.length + 1}.c${CLOUDS.length + 1}-now.paid_on)<TOLERANCE`,
      'what clouds are paid is not what labs pay partners',
      true,
    ),
    check('AWS’ AI is no less than Bedrock', '=aws_iaas_revenue>=0', 'AI’s share of AWS is less than Bedrock alone'),
    check(
      'The lab’s capacity serves its tokens through Bedrock',
      '=TAAS_TOKENS_TO_MW(Base.lab_tokens,KW_PER_CHIP,TOKENS_A_SECOND,BUSY,HOURS)<=Base.mw*(1+SLACK)',
      'tokens through Bedrock need more power than the deal has',
    ),
    remark(
      'Companies are not netted: what labs pay clouds is revenue of both. The line above is what they pay as partners; the capacity that they rent is in the clouds’ infrastructure too, and is not told apart.',
    ),
    ...POOL_ENTRIES,
    remark(
      'Facts: filed revenue and EBIT of AWS and Google Cloud. Copilot’s seats by way of an article. Everything else is an assumption. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'stacked columns',
      title:
        '="On these assumptions AI’s EBIT of all companies is $"&TEXT(now.all_ebit,"0.0")&"bn in "&CASE&IF(N(yearago.all_ebit)>0,", "&TEXT(now.all_ebit/yearago.all_ebit,"0.0")&" times that of a year before","")',
      across: 'Quarter',
      up: 'EBIT, $bn a quarter',
      format: '0',
      series: PROFITS.map(([name, label]) => [`${name}_ebit`, label] as const),
    },
    {
      kind: 'stacked columns',
      title:
        '="On these assumptions AI runs on "&TEXT(now.all_power,"#,##0")&" IT MW in "&CASE&IF(N(yearago.all_power)>0,", "&TEXT(now.all_power/yearago.all_power,"0.0")&" times those of a year before","")',
      across: 'Quarter',
      up: 'IT MW',
      format: '#,##0',
      series: POWERED.map(({ name, label, files }) => [`${files ? `${name}_ai` : name}_power`, label] as const),
    },
    {
      kind: 'lines',
      title:
        '="A year’s return on capital in "&CASE&": "&TEXT(now.bedrock_roic,"0%")&" on Bedrock’s, "&TEXT(now.aws_iaas_roic,"0%")&" on AWS’ infrastructure"',
      across: 'Quarter',
      up: 'Return on capital, after tax',
      format: '0%',
      series: [
        ['bedrock_roic', 'Bedrock'],
        ['aws_iaas_roic', 'AWS: infrastructure'],
        ['anthropic_api_roic', 'Anthropic’s API'],
        ['coreweave_iaas_roic', 'CoreWeave'],
      ],
    },
    {
      kind: 'stacked columns',
      title:
        '=IF(MAX(pools.c2)>0,"On these assumptions the largest profit pool in "&CASE&" is “"&INDEX(pools.l,MATCH(MAX(pools.c2),pools.c2,0))&"”: $"&TEXT(MAX(pools.c2),"0.0")&"bn of EBIT a quarter, where all come to $"&TEXT(now.pools_ebit,"0.0")&"bn","On these assumptions no vertical has EBIT above zero in "&CASE)',
      across: 'Quarter',
      up: 'EBIT by vertical, $bn a quarter',
      format: '0',
      series: POOLS.map(({ name, label }) => [`${name}_ebit`, label] as const),
    },
    {
      kind: 'bars',
      title:
        '="A year’s return on capital in "&CASE&" is highest in “"&INDEX(pools.l,MATCH(MAX(pools.c5),pools.c5,0))&"”, "&TEXT(MAX(pools.c5),"0%")&", and lowest in “"&INDEX(pools.l,MATCH(MIN(pools.c5),pools.c5,0))&"”, "&TEXT(MIN(pools.c5),"0%")',
      across: 'Vertical',
      up: 'Return on capital, after tax',
      format: '0%',
      series: [['pools[5]', 'Return on capital, after tax']],
      over: 'pools',
    },
  ],
};
