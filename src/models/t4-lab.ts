import { ANTHROPIC_CHANNELS, soldThrough } from './channels';
import {
  check,
  constant,
  heading,
  line,
  lines,
  money,
  percent,
  remark,
  single,
  table,
  total,
  type Entry,
  type Model,
} from './declaration';

/** Users in millions, price and cost in dollars a month. */
const PLANS = [
  { name: 'PLUS', label: 'Plus', users: 30, price: 20, cost: 6 },
  { name: 'PRO', label: 'Pro', users: 3, price: 200, cost: 110 },
  { name: 'TEAM', label: 'Team', users: 10, price: 30, cost: 8 },
] as const;

const fraction = { least: 0, most: 1 };
const upTo = (most: number) => ({ least: 0, most });

const plansBy = (what: 'users' | 'price' | 'cost', label: string, unit: string): Entry[] =>
  PLANS.map((plan) =>
    constant(
      `${plan.name}_${what.toUpperCase()}`,
      `${plan.label}: ${label}`,
      unit,
      plan[what],
      upTo(10_000),
      'ours: an illustration',
    ),
  );

/** A model lab: recurring revenue, what it costs to serve, who is paid, and what the products earn. */
export const LAB_PROFIT: Model = {
  key: 'T4',
  name: 'Lab',
  question: 'What does the lab earn, and how far is $100bn of ARR?',
  about:
    'Anthropic as the articles have it: ARR at the end of a quarter is no revenue of the quarter, which is the average of both ends by four.',
  entries: [
    heading('Recurring revenue'),
    line('opening', 'ARR when the quarter opens', '$bn a year', '=Base.lab_arr_opening'),
    line('net_new', 'Net new ARR', '$bn a year', '=Base.lab_arr-Base.lab_arr_opening'),
    total('closing', 'ARR when it closes', '$bn a year', '=Base.lab_arr'),
    line('growth', 'Growth in the quarter', 'share', '=net_new/opening'),
    line('revenue', 'Revenue: the average ARR by quarters', '$bn a quarter', '=AVERAGE(opening,closing)/QUARTERS'),
    line('run_rate', 'Run-rate of that revenue', '$bn a year', '=TAAS_RUN_RATE(revenue,QUARTERS)'),
    line(
      'press',
      'Revenue in the press',
      '$bn a quarter',
      '=IF(ISNUMBER(Base.lab_revenue_press),Base.lab_revenue_press,"")',
      {
        note: 'blank: none was given',
      },
    ),
    constant('NEAR', 'Agrees with the press when within', 'share', 0.05, fraction, 'ours: both are rounded'),
    check(
      'ARR rolls forward',
      '=IF(ISNUMBER(prior.closing),ABS(prior.closing+net_new-closing)<TOLERANCE,TRUE)',
      'ARR does not open where the quarter before closed',
    ),
    check(
      'Revenue lies between both ends of ARR',
      '=AND(revenue>=MIN(opening,closing)/QUARTERS-TOLERANCE,revenue<=MAX(opening,closing)/QUARTERS+TOLERANCE)',
      'revenue is outside opening and closing ARR by quarters',
    ),
    check(
      'Revenue agrees with the press',
      '=IF(ISNUMBER(press),ABS(revenue/press-1)<=NEAR,TRUE)',
      'revenue from ARR is not that of the press',
    ),

    heading('The way to the target'),
    constant(
      'TARGET',
      'ARR that is aimed at',
      '$bn a year',
      100,
      upTo(1_000_000),
      'B22: potentially far over 100 at the end of 2026',
      {
        standing: 'estimate',
      },
    ),
    constant(
      'STEPS',
      'Quarters to get there',
      'quarters',
      3,
      { least: 3, most: 3 },
      'the calendar: from 1Q26 to the end of 2026',
      {
        standing: 'fact',
        format: '0',
      },
    ),
    constant(
      'GROWTH',
      'Growth in the first quarter ahead',
      'share',
      0.8,
      { least: -1, most: 10 },
      'ours: calibrated to B22',
    ),
    constant(
      'DECAY',
      'Growth of a quarter over that of the one before',
      'ratio',
      0.75,
      fraction,
      'ours: calibrated to B22',
    ),
    single('needed', 'Growth a quarter that reaches the target', 'share', '=RRI(STEPS,now.closing,TARGET)'),
    table({
      name: 'forecast',
      title: 'ARR ahead of the chosen quarter',
      unit: '$bn a year; share',
      headings: ['ARR', 'Net new', 'Growth'],
      labels: ['One quarter on', 'Two quarters on', 'Three quarters on'],
      format: [money, money, percent],
      formula: '=TAAS_ARR_FORECAST(now.closing,STEPS,GROWTH,DECAY,"DECAY",,FALSE)',
    }),
    table({
      name: 'path',
      title: 'Forecast, the growth that is needed, and the target',
      unit: '$bn a year',
      headings: ['Forecast', 'Needed', 'Target'],
      labels: ['Chosen quarter', 'One on', 'Two on', 'Three on'],
      format: money,
      formula: (row, column) => {
        if (column === 2) return '=TARGET';
        if (row === 0) return '=now.closing';
        return column === 0 ? `=forecast.r${row}.c1` : `=path.r${row}.c2*(1+needed)`;
      },
    }),
    check(
      'The growth that is needed ends at the target',
      '=ABS(path.r4.c2-TARGET)<TOLERANCE*BP',
      'the growth that is needed does not end at the target',
      true,
    ),
    check(
      'The forecast rolls forward',
      '=ABS(now.closing+SUM(forecast.r1.c2,forecast.r2.c2,forecast.r3.c2)-forecast.r3.c1)<TOLERANCE*BP',
      'net new ARR does not add up to the forecast',
      true,
    ),

    heading('Profit and loss'),
    constant(
      'BOOKING',
      'Sales through partners are booked',
      'GROSS or NET',
      'GROSS',
      { oneOf: ['GROSS', 'NET'] },
      'press: Anthropic books what customers pay; NET is after the partner’s share',
    ),
    line(
      'gross_margin_path',
      'Gross margin of inference, on what customers pay',
      'share of revenue',
      '=Base.lab_gross_margin',
      {
        note: 'the year 2024: see below',
      },
    ),
    line('partner_share', 'Paid to partners, of what customers pay', 'share of revenue', '=Base.lab_partner_share'),
    line('booked', 'Revenue as booked', '$bn a quarter', '=IF(BOOKING="NET",revenue*(1-partner_share),revenue)'),
    line('inference_rate', 'Inference, of that', 'share of revenue', '=revenue*(1-gross_margin_path)/booked'),
    line('booked_share', 'Partners, of that', 'share of revenue', '=IF(BOOKING="NET",0,partner_share)'),
    lines('=TAAS_LAB_PNL(booked,inference_rate,booked_share,Base.lab_training,Base.lab_opex,FALSE)', [
      ['sold', 'Revenue', '$bn a quarter'],
      ['inference', 'Inference', '$bn a quarter'],
      ['gross_profit', 'Gross profit', '$bn a quarter', 'total'],
      ['partners', 'Partners', '$bn a quarter'],
      ['training', 'Training', '$bn a quarter'],
      ['opex', 'Other operating cost', '$bn a quarter'],
      ['profit', 'Operating profit', '$bn a quarter', 'total'],
      ['gross_margin', 'Gross margin', 'share of revenue'],
      ['margin', 'Operating margin', 'share of revenue'],
    ]),
    check(
      'Booking net leaves the profit as it is',
      '=ABS(revenue*(gross_margin_path-partner_share)-training-opex-profit)<TOLERANCE',
      'the operating profit depends on how sales through partners are booked',
    ),
    constant(
      'MARGIN_2024',
      'Gross margin of inference in the year 2024',
      'share of revenue',
      -0.94,
      { least: -10, most: 1 },
      'B25: -94%, of a year',
      { standing: 'estimate' },
    ),
    constant(
      'MARGIN_2025',
      'and in the year 2025',
      'share of revenue',
      0.38,
      { least: -10, most: 1 },
      'B24: 38%, of a year',
      { standing: 'estimate' },
    ),
    single(
      'recovered',
      'Gross margin of the chosen quarter over 2024',
      'pp',
      '=(now.gross_margin_path-MARGIN_2024)*PP',
    ),

    heading('Power'),
    line(
      'power',
      'IT power that closing ARR needs',
      'IT MW',
      '=TAAS_MW_REQUIRED(closing,1-gross_margin_path,Base.fee_per_mw)',
      { note: 'infrastructure is what gross margin leaves' },
    ),

    heading('Who pays whom'),
    ...soldThrough({
      lab: 'lab',
      label: 'Anthropic',
      revenue: 'revenue',
      arr: ['now.opening', 'now.closing'],
      ...ANTHROPIC_CHANNELS,
    }),
    constant(
      'PRESS_PAYOUT',
      'Payouts in the press',
      'share of revenue',
      0.1,
      fraction,
      'press: about a tenth of revenue',
      {
        standing: 'estimate',
      },
    ),
    constant('ABOUT', '“About” is within', 'share of revenue', 0.05, fraction, 'ours'),
    single('paid', 'Payouts of these channels', 'share of revenue', '=lab_channels.r5.c2/lab_channels.r5.c1'),
    single(
      'against_press',
      'Against “about a tenth”',
      'finding',
      '=IF(ABS(paid-PRESS_PAYOUT)<=ABOUT,"agrees","does not agree: "&IF(paid>PRESS_PAYOUT,"the channels are paid more","the channels are paid less"))',
      { note: 'a finding: the deal and the press differ' },
    ),

    heading('Products: tokens by API'),
    lines('=TAAS_API_PNL(Base.lab_tokens,Base.token_price,Base.lab_token_cost,0,FALSE)', [
      ['api_revenue', 'Revenue', '$bn a quarter'],
      ['api_cost', 'Cost to serve', '$bn a quarter'],
      ['api_partner', 'Partner share', '$bn a quarter'],
      ['api_profit', 'Gross profit', '$bn a quarter', 'total'],
      ['api_margin', 'Gross margin', 'share of revenue'],
    ]),

    heading('Products: plans, a year'),
    ...plansBy('users', 'users', 'million users'),
    ...plansBy('price', 'price', '$ a month'),
    ...plansBy('cost', 'cost to serve', '$ a month'),
    table({
      name: 'plans',
      title: 'Plans',
      unit: '$bn a year; share',
      headings: ['Revenue', 'Gross profit', 'Margin'],
      labels: [...PLANS.map(({ label }) => label), 'All'],
      format: [money, money, percent],
      formula: '=TAAS_SUBSCRIPTION_PNL(PLUS_USERS:TEAM_USERS,PLUS_PRICE:TEAM_PRICE,PLUS_COST:TEAM_COST,,FALSE)',
    }),

    heading('Products: seats, a year'),
    constant(
      'SEATS',
      'Seats that could take the assistant',
      'million seats',
      450,
      upTo(10_000),
      'Microsoft 365’s commercial seats, by way of an article',
      {
        standing: 'estimate',
      },
    ),
    constant('SEAT_PRICE', 'List price', '$ a month', 30, upTo(10_000), 'Microsoft 365 Copilot’s list price', {
      standing: 'estimate',
    }),
    constant(
      'PAID_SEATS',
      'Seats that pay',
      'million seats',
      20,
      upTo(10_000),
      'Microsoft in April 2026: over 20m, by way of an article',
      {
        standing: 'estimate',
      },
    ),
    constant('DISCOUNT', 'Discount off the list price', 'share', 0, fraction, 'none'),
    constant('SEAT_COST', 'Cost to serve a seat', '$ a month', 12, upTo(10_000), 'ours'),
    table({
      name: 'seats',
      title: 'An assistant by the seat',
      unit: 'million; $bn a year; share',
      headings: ['A year'],
      labels: ['Paid seats', 'ARR', 'Cost to serve', 'Gross profit', 'Gross margin'],
      format: '0.00',
      formula: '=TAAS_SEAT_PNL(SEATS,SEAT_PRICE,PAID_SEATS/SEATS,DISCOUNT,SEAT_COST,FALSE)',
    }),
    remark('Plans and seats are a year’s, tokens a quarter’s: they are not added up.'),
    remark(
      'ARR and margins are the articles’ estimates, revenue is the press’; training, operating cost, channels and products are assumptions. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'lines',
      title:
        '="On the forecast, ARR "&IF(MAX(path.c1)>=TARGET,"reaches","does not reach")&" $"&TEXT(TARGET,"0")&"bn within "&STEPS&" quarters: it comes to $"&TEXT(path.r4.c1,"0")&"bn"',
      across: 'Quarters on',
      up: 'ARR, $bn a year',
      format: '0',
      series: [
        ['path[1]', 'Forecast'],
        ['path[2]', 'Growth that is needed'],
        ['path[3]', 'Target'],
      ],
      over: 'path',
    },
    {
      kind: 'waterfall',
      title:
        '="Partners, training and other cost take "&IF(now.profit<0,"more than","no more than")&" the gross profit: $"&TEXT(ABS(now.profit),"0.00")&"bn of "&IF(now.profit<0,"loss","profit")&" in "&CASE',
      up: '$bn a quarter',
      format: '0.00',
      steps: [
        { label: 'Revenue', formula: '=now.sold', isLevel: true },
        { label: 'Inference', formula: '=-now.inference' },
        { label: 'Gross profit', formula: '=now.gross_profit', isLevel: true },
        { label: 'Partners', formula: '=-now.partners' },
        { label: 'Training', formula: '=-now.training' },
        { label: 'Other cost', formula: '=-now.opex' },
        { label: 'Operating profit', formula: '=now.profit', isLevel: true },
      ],
    },
  ],
};
