import {
  check,
  constant,
  heading,
  inputsByColumn,
  line,
  lines,
  remark,
  single,
  table,
  whole,
  type Allowed,
  type InputRow,
  type Model,
} from './declaration';

const SITE_COLUMNS = ['Name', 'Company', 'First quarter', 'MW', 'Ramp, quarters', 'Delay, quarters', 'Last quarter'];
const SITE_FORMATS = ['General', 'General', 'General', whole, '0', '0', 'General'];
const SITE_CELLS: readonly Allowed[] = [
  { text: 'any', what: 'a name' },
  { text: 'any', what: 'the name of a company' },
  { text: 'quarter' },
  { least: 0, most: 1_000_000 },
  { least: 1, most: 400, whole: true },
  { least: 0, most: 400, whole: true },
  { text: 'quarter', mayBeBlank: true },
];
const free = (unit: string): InputRow => ({
  label: 'Free',
  unit,
  standing: 'assumption',
  source: 'for one more',
  values: [null, null, null, null, null, null, null],
});

const CHIP_HOUR = (chip: 'trainium' | 'gpu', when = ''): string =>
  `TAAS_CHIP_HOUR_COST(${[
    `${chip}_capex`,
    `${chip}_kw`,
    'chip_life',
    'pue',
    'power_price',
    'hall_capex',
    'hall_life',
    'chip_running_cost',
    'capital_cost',
  ]
    .map((name) => `Base.${when}${name}`)
    .join(',')},year_hours)`;

/** A year of a site that serves tokens on one kind of chip alone. */
const siteEconomics = (chip: 'trainium' | 'gpu', name: string, title: string) => {
  const of = (row: number): string => `chip.r${row}.c${chip === 'trainium' ? 1 : 2}`;
  return table({
    name,
    title,
    unit: 'a year; $bn unless said',
    headings: ['A year'],
    labels: [
      'Chips',
      'Tokens, tn',
      'Revenue',
      'Compute',
      'What the lab keeps',
      'Profit',
      'Margin, share of revenue',
      'Capital',
      'Return on capital after tax, share',
      'Revenue, $m a MW-year of facility power',
    ],
    format: '#,##0.00',
    formula: `=TAAS_MW_ECONOMICS(SITE,"FACILITY",terms.r1.c1,${of(2)},${of(3)},terms.r2.c1,terms.r3.c1,${of(4)},terms.r4.c1,${of(1)},terms.r5.c1,terms.r6.c1,FALSE)`,
  });
};

/** Power as it is built and contracted, the tokens it can serve, what they cost and what the capital earns. */
export const CAPACITY_AND_POWER: Model = {
  key: 'T5',
  name: 'Capacity and power',
  question: 'Is there enough power for the tokens, and what does a token cost?',
  about: 'Megawatts are IT power unless a row says facility power, which is IT power × PUE.',
  entries: [
    constant('OPENING', 'In service before the first quarter', 'IT MW', 24, { least: 0, most: 1_000_000 }, 'ours'),
    constant(
      'LAG',
      'From completion to delivery of power',
      'quarters',
      0,
      { least: 0, most: 40, whole: true },
      'ours: the articles have AWS’ capacity “delivered on time”',
      { format: '0' },
    ),
    constant('ALERT', 'Alert when more of the supply is asked for than', 'share', 0.9, { least: 0, most: 1 }, 'ours'),
    constant(
      'HOURS',
      'Hours in a quarter',
      'hours',
      2190,
      { least: 2000, most: 2196 },
      '8,760 ÷ 4; four of them are a year, of 366 days at most',
      {
        standing: 'fact',
        format: whole,
      },
    ),
    single('year_hours', 'Hours in a year', 'hours', '=HOURS*QUARTERS', { format: whole }),
    constant(
      'COGS_TOLERANCE',
      'The deal’s COGS may differ from the fleet’s by',
      'share',
      0.02,
      { least: 0, most: 1 },
      'ours',
    ),

    inputsByColumn({
      name: 'sites',
      title: 'Sites, with dates: each counts when it comes, not before',
      unit: 'MW of facility power',
      headings: SITE_COLUMNS,
      format: SITE_FORMATS,
      columns: SITE_CELLS,
      rows: [
        {
          label: 'Site 1',
          unit: 'MW of facility power',
          standing: 'assumption',
          source: 'B32: nearly 2 GW in both states; split and dates are ours',
          values: ['Indiana', 'AWS', '3Q25', 1200, 6, 1, null],
        },
        {
          label: 'Site 2',
          unit: 'MW of facility power',
          standing: 'assumption',
          source: 'B32: nearly 2 GW in both states; split and dates are ours',
          values: ['Mississippi', 'AWS', '1Q26', 800, 4, 1, null],
        },
        free('MW of facility power'),
        free('MW of facility power'),
      ],
    }),

    heading('Power in service'),
    line(
      'site_power',
      'Dated sites at the end of the quarter',
      'MW of facility power',
      '=TAAS_SITES(sites,CASE,1,"TOTAL",FALSE)',
    ),
    line('site_it', 'The same', 'IT MW', '=site_power/Base.pue'),
    line('ordinal', 'The quarter, counted', 'quarters', '=MATCH(CASE,CASES,0)', { format: '0' }),
    line('site_it_before', 'At the end of the quarter before', 'IT MW', '=SUMIF(all.ordinal,ordinal-1,all.site_it)', {
      note: 'of this sheet: a site in service before its first quarter belongs in the opening',
    }),
    line(
      'delivered_before',
      'Other power delivered in quarters before',
      'IT MW',
      '=SUMIF(all.ordinal,"<"&ordinal-LAG,Base.all.mw_completed)',
    ),
    line(
      'delivered_now',
      'Other power delivered, a lag after completion',
      'IT MW',
      '=SUMIF(all.ordinal,ordinal-LAG,Base.all.mw_completed)',
    ),
    line('start_power', 'In service at the start', 'IT MW', '=OPENING+delivered_before+site_it_before'),
    line('more_power', 'More in the quarter', 'IT MW', '=delivered_now+MAX(0,site_it-site_it_before)'),
    line('less_power', 'Sites that end', 'IT MW', '=MAX(0,site_it_before-site_it)'),
    lines('=TAAS_BUILD_SCHEDULE(start_power,more_power,Base.fee_per_mw,0,FALSE,less_power,1,TRUE)', [
      ['opening', 'Opening', 'IT MW'],
      ['delivered', 'Delivered', 'IT MW'],
      ['retired', 'Retired', 'IT MW'],
      ['closing', 'Closing', 'IT MW', 'total'],
      ['average', 'Average of the quarter', 'IT MW'],
      ['rent', 'What it would earn, rented as infrastructure', '$bn a quarter'],
    ]),
    check(
      'Closing is opening and what came and went',
      '=ABS(OPENING+delivered_before+delivered_now+site_it-closing)<TOLERANCE*(1+closing)',
      'power in service does not roll forward',
    ),
    line('closing_facility', 'Closing, at the meter', 'MW of facility power', '=closing*Base.pue'),
    check(
      'IT and facility power feed the same chips',
      '=ABS(TAAS_MW_TO_CHIPS(closing_facility,Base.trainium_kw,"FACILITY",Base.pue)-TAAS_MW_TO_CHIPS(closing,Base.trainium_kw,"IT"))<TOLERANCE*(1+closing)*THOUSAND',
      'facility power is not IT power × PUE',
    ),

    heading('Tokens: asked for and supplied'),
    line('demand', 'Token demand: spend ÷ price', 'tn tokens a quarter', '=Base.token_spend*THOUSAND/Base.token_price'),
    line('trainium_demand', 'Of it on Trainium', 'tn tokens a quarter', '=demand*Base.trainium_token_share'),
    line('gpu_demand', 'Of it on GPUs', 'tn tokens a quarter', '=demand-trainium_demand'),
    line(
      'trainium_need',
      'Power of Trainium’s share of them',
      'IT MW',
      '=TAAS_TOKENS_TO_MW(trainium_demand,Base.trainium_kw,Base.trainium_speed,Base.chip_busy,HOURS)',
    ),
    line(
      'gpu_need',
      'Power of the rest, on GPUs',
      'IT MW',
      '=TAAS_TOKENS_TO_MW(gpu_demand,Base.gpu_kw,Base.gpu_speed,Base.chip_busy,HOURS)',
    ),
    line('need', 'Power that the tokens need', 'IT MW', '=trainium_need+gpu_need', { look: 'total' }),
    line('contracted', 'Power that the lab pays for', 'IT MW', '=Base.mw'),
    line('power_share', 'Trainium’s share of the power', 'share', '=trainium_need/need'),
    line('trainium_power', 'Power in service for Trainium', 'IT MW', '=average*power_share'),
    line('gpu_power', 'Power in service for GPUs', 'IT MW', '=average-trainium_power'),
    line(
      'trainium_tokens',
      'Tokens that the power in service serves, on Trainium',
      'tn tokens a quarter',
      '=TAAS_MW_TO_TOKENS(trainium_power,Base.trainium_kw,Base.trainium_speed,Base.chip_busy,HOURS)',
    ),
    line(
      'gpu_tokens',
      'On GPUs',
      'tn tokens a quarter',
      '=TAAS_MW_TO_TOKENS(gpu_power,Base.gpu_kw,Base.gpu_speed,Base.chip_busy,HOURS)',
    ),
    line('supply', 'Token supply', 'tn tokens a quarter', '=trainium_tokens+gpu_tokens', { look: 'total' }),
    line('utilisation', 'Utilisation: demand ÷ supply', 'share of supply', '=demand/supply'),
    check('Utilisation is at most 1', '=utilisation<=1', 'more tokens are asked for than the power can serve'),
    check('Utilisation is below the alert', '=utilisation<=ALERT', 'utilisation is above the alert'),
    check(
      'What the lab pays for is in service',
      '=contracted<=average*(1+TOLERANCE)',
      'the lab pays for more power than is in service on average',
    ),

    heading('Buying what is missing'),
    line('own_cost', 'Cost of an own MW-year', '$m a MW-year', '=fleet_cogs*QUARTERS*THOUSAND/contracted'),
    lines('=TAAS_CAPACITY_GAP(need,average,own_cost,Base.bought_mw_cost,net_year,FALSE)', [
      ['gap', 'Gap', 'IT MW'],
      ['blended_mw_cost', 'Blended cost', '$m a MW-year'],
      ['premium', 'What buying costs more', '$bn a year'],
      ['drag', 'The same, of margin', 'bp'],
    ]),

    heading('The fleet that the lab pays for'),
    line('trainium_paid', 'Power of its Trainium', 'IT MW', '=contracted*power_share'),
    line('gpu_paid', 'Power of its GPUs', 'IT MW', '=contracted-trainium_paid'),
    line('trainium_chips', 'Trainium2-class chips', 'chips', '=TAAS_MW_TO_CHIPS(trainium_paid,Base.trainium_kw)'),
    line('gpu_chips', 'GPU-class chips', 'chips', '=TAAS_MW_TO_CHIPS(gpu_paid,Base.gpu_kw)'),
    line('trainium_hour', 'A chip-hour: Trainium2-class', '$ an hour', `=${CHIP_HOUR('trainium')}`, {
      format: '0.000',
    }),
    line('gpu_hour', 'A chip-hour: GPU-class', '$ an hour', `=${CHIP_HOUR('gpu')}`, { format: '0.000' }),
    line(
      'trainium_token',
      'A million tokens: Trainium2-class',
      '$ a million tokens',
      '=TAAS_TOKEN_COST(trainium_hour,Base.trainium_speed,Base.chip_busy)',
      { format: '0.000' },
    ),
    line(
      'gpu_token',
      'A million tokens: GPU-class',
      '$ a million tokens',
      '=TAAS_TOKEN_COST(gpu_hour,Base.gpu_speed,Base.chip_busy)',
      { format: '0.000' },
    ),
    line('trainium_share', 'Trainium’s share of the tokens', 'share', '=Base.trainium_token_share'),
    line(
      'blended_token',
      'A million tokens: the fleet',
      '$ a million tokens',
      '=TAAS_BLENDED_TOKEN_COST(trainium_share,trainium_token,gpu_token)',
      { format: '0.000' },
    ),
    line('price', 'A million tokens: price', '$ a million tokens', '=Base.token_price'),
    line(
      'uplift',
      'Margin won by Trainium, against GPUs alone',
      'bp of net revenue',
      '=TAAS_SILICON_UPLIFT(0,trainium_share,trainium_token,gpu_token,price,take_rate)',
    ),
    line(
      'fleet_cogs',
      'Cost of the fleet: its chip-hours',
      '$bn a quarter',
      '=(trainium_chips*trainium_hour+gpu_chips*gpu_hour)*HOURS/THOUSAND/THOUSAND/THOUSAND',
    ),
    line('deal_cogs', 'Infrastructure COGS of the deal', '$bn a quarter', '=Base.infra_cogs'),
    check(
      'The fleet costs what the deal says',
      '=ABS(fleet_cogs/deal_cogs-1)<=COGS_TOLERANCE',
      'the bottom-up cost of the fleet is not the COGS of the deal',
    ),

    heading('Electricity under contract'),
    inputsByColumn({
      name: 'agreements',
      title: 'Power purchase agreements, with dates',
      unit: 'MW, nameplate',
      headings: SITE_COLUMNS,
      format: SITE_FORMATS,
      columns: SITE_CELLS,
      rows: [
        {
          label: 'Agreement 1',
          unit: 'MW, nameplate',
          standing: 'estimate',
          source: 'B31; company by way of the press: 1,920 MW to 2042, a quarter of it at first',
          values: ['Talen, first', 'AWS', '2Q25', 480, 1, 0, '4Q42'],
        },
        {
          label: 'Agreement 2',
          unit: 'MW, nameplate',
          standing: 'estimate',
          source: 'B31; the rest of 1,920 MW, in full by 2032',
          values: ['Talen, rest', 'AWS', '2Q28', 1440, 16, 0, '4Q42'],
        },
        {
          label: 'Agreement 3',
          unit: 'MW, nameplate',
          standing: 'assumption',
          source: 'B31 names Vistra; power and dates are ours',
          values: ['Vistra', 'AWS', '4Q27', 1200, 16, 0, null],
        },
        {
          label: 'Agreement 4',
          unit: 'MW, nameplate',
          standing: 'estimate',
          source: 'B31; company by way of the press: up to 2.4 GW by 2032, from 2027',
          values: ['NiSource', 'AWS', '1Q27', 2400, 24, 0, null],
        },
        free('MW, nameplate'),
      ],
    }),
    line(
      'agreed_power',
      'Under contract and delivering',
      'MW, nameplate',
      '=TAAS_SITES(agreements,CASE,1,"TOTAL",FALSE)',
      { format: whole },
    ),
    line(
      'infrastructure_power',
      'AI infrastructure that AWS rents out',
      'IT MW',
      '=(Base.aws_revenue*Base.ai_share-net_revenue)*QUARTERS*THOUSAND/Base.fee_per_mw',
      { note: 'its revenue at the fee of a MW-year' },
    ),
    line('ai_power', 'Power that AWS’ AI needs', 'MW of facility power', '=(need+infrastructure_power)*Base.pue'),
    line('coverage', 'Covered by agreements', 'share', '=TAAS_PPA_COVERAGE(agreed_power,ai_power)'),

    heading('What a megawatt and the capital earn'),
    line(
      'net_revenue',
      'Net revenue of the deal',
      '$bn a quarter',
      '=TAAS_CALL("TAAS_PNL[Net revenue]",BLOCK,CASE,TRUE)',
    ),
    line('net_year', 'The same, a year', '$bn a year', '=net_revenue*QUARTERS'),
    line('fee_year', 'Infrastructure fee, a year', '$bn a year', '=Base.fixed_fee*QUARTERS'),
    line('deal_ebit', 'EBIT of the deal', '$bn a quarter', '=TAAS_CALL("TAAS_PNL[EBIT]",BLOCK,CASE,TRUE)'),
    line('take_rate', 'Take rate', 'share of spend', '=net_revenue/Base.token_spend'),
    line(
      'mw_revenue_tokens',
      'Revenue of a megawatt: tokens (TaaS)',
      '$m a MW-year of IT power',
      '=TAAS_REVENUE_PER_MW(net_year,contracted)',
    ),
    line(
      'mw_revenue_rent',
      'Revenue of a megawatt: rented (IaaS)',
      '$m a MW-year of IT power',
      '=TAAS_REVENUE_PER_MW(fee_year,contracted)',
    ),
    line(
      'chip_capital',
      'Capital in chips',
      '$bn',
      '=(trainium_chips*Base.trainium_capex+gpu_chips*Base.gpu_capex)/THOUSAND/THOUSAND/THOUSAND',
    ),
    line('hall_capital', 'Capital in halls', '$bn', '=contracted*Base.pue*Base.hall_capex/THOUSAND/THOUSAND'),
    line('capital', 'Capital of the fleet', '$bn', '=chip_capital+hall_capital', { look: 'total' }),
    line(
      'depreciation',
      'Depreciation of it',
      '$bn a year',
      '=chip_capital/Base.chip_life+hall_capital/Base.hall_life',
    ),
    line('token_ebit', 'EBIT: tokens', '$bn a year', '=deal_ebit*QUARTERS'),
    line('rent_ebit', 'EBIT, had it been rented out', '$bn a year', '=fee_year*(1-Base.opex_rate)-deal_cogs*QUARTERS'),
    line('token_cash', 'EBITDA: tokens', '$bn a year', '=token_ebit+depreciation'),
    line('rent_cash', 'EBITDA: rented', '$bn a year', '=rent_ebit+depreciation'),
    line(
      'return_tokens',
      'Return on capital after tax: tokens',
      'share a year',
      '=TAAS_ROIC(token_ebit,capital,Base.tax_rate)',
    ),
    line(
      'return_rent',
      'Return on capital after tax: rented',
      'share a year',
      '=TAAS_ROIC(rent_ebit,capital,Base.tax_rate)',
    ),
    line('payback_tokens', 'Years until EBITDA has paid it back: tokens', 'years', '=TAAS_PAYBACK(capital,token_cash)'),
    line('payback_rent', 'Years until EBITDA has paid it back: rented', 'years', '=TAAS_PAYBACK(capital,rent_cash)'),

    heading('A site of one kind of chip'),
    constant('SITE', 'The site', 'MW of facility power', 1000, { least: 1, most: 1_000_000 }, 'ours: a gigawatt'),
    table({
      name: 'chip',
      title: 'Chips of the chosen quarter',
      unit: 'as each row says',
      headings: ['Trainium2', 'GPU'],
      labels: ['Price, $', 'IT power, kW', 'Tokens a second', 'A chip-hour, $'],
      format: '#,##0.00',
      formula: (row, column) => {
        const its = column === 0 ? 'trainium' : 'gpu';
        return [`=Base.now.${its}_capex`, `=Base.now.${its}_kw`, `=Base.now.${its}_speed`, `=now.${its}_hour`][row]!;
      },
    }),
    table({
      name: 'terms',
      title: 'What both have in common',
      unit: 'as each row says',
      headings: ['Terms'],
      labels: [
        'Facility power over IT power',
        'Share of the time that a chip serves tokens',
        'Price, $ a million tokens',
        'What the lab keeps, share of spend',
        'Data-centre capex, $ a kW of facility power',
        'Tax, share',
      ],
      format: '#,##0.00',
      formula: (row) =>
        [
          '=Base.now.pue',
          '=Base.now.chip_busy',
          '=now.price',
          '=1-now.take_rate',
          '=Base.now.hall_capex',
          '=Base.now.tax_rate',
        ][row]!,
    }),
    siteEconomics(
      'trainium',
      'trainium_site',
      'Trainium2-class, busy with Claude at the price and take rate of the deal',
    ),
    siteEconomics('gpu', 'gpu_site', 'GPU-class, the same'),
    single(
      'site_lead',
      'What a year of the Trainium2-class site earns more',
      '$bn a year',
      '=trainium_site.r6.c1-gpu_site.r6.c1',
    ),
    remark(
      'Nearly 2 GW, the agreements’ names and Trainium’s half of the tokens are the articles’; chips, prices, dates and the split of sites are assumptions. Agreements are nameplate power at the meter. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'lines',
      title:
        '="Power in service is "&TEXT(now.average,"#,##0")&" IT MW in "&CASE&IF(now.average<now.need,": less than the ",": no less than the ")&TEXT(now.need,"#,##0")&" that the tokens need"',
      across: 'Quarter',
      up: 'IT MW',
      format: '#,##0',
      series: [
        ['average', 'In service, average'],
        ['contracted', 'Paid for by the lab'],
        ['need', 'Needed by the tokens'],
      ],
    },
    {
      kind: 'columns',
      title:
        '="A million tokens cost "&TEXT(ABS(1-now.trainium_token/now.gpu_token),"0%")&IF(now.trainium_token>now.gpu_token," more"," less")&" on Trainium than on GPUs in "&CASE',
      across: 'Quarter',
      up: '$ a million tokens',
      format: '0.00',
      series: [
        ['trainium_token', 'Trainium2-class'],
        ['gpu_token', 'GPU-class'],
        ['blended_token', 'The fleet'],
      ],
    },
    {
      kind: 'columns',
      title:
        '="The same megawatt earns "&TEXT(now.mw_revenue_tokens/now.mw_revenue_rent,"0.0")&" times as much by tokens as by rent in "&CASE',
      across: 'Quarter',
      up: '$m a MW-year of IT power',
      format: '0',
      series: [
        ['mw_revenue_tokens', 'Tokens (TaaS)'],
        ['mw_revenue_rent', 'Rented (IaaS)'],
      ],
    },
    {
      kind: 'lines',
      title: '="Agreements that deliver in "&CASE&" cover "&TEXT(now.coverage,"0%")&" of the power of AWS’ AI"',
      across: 'Quarter',
      up: 'MW at the meter',
      format: '#,##0',
      series: [
        ['ai_power', 'Power of AWS’ AI'],
        ['agreed_power', 'Under contract and delivering'],
      ],
    },
  ],
};
