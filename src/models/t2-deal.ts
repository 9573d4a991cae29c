import { check, constant, heading, line, lines, remark, single, table, type Model } from './declaration';

/** One deal: what the cloud earns on the lab's tokens, what the lab keeps, and what would have to be true. */
export const DEAL_ECONOMICS: Model = {
  key: 'T2',
  name: 'Bedrock deal',
  question: 'What margin does AWS make on Claude?',
  about: 'An infrastructure fee and a share of what is spent, by tiers, against the cost to serve.',
  entries: [
    heading('The deal'),
    line('spend', 'Gross token spend', '$bn a quarter', '=Base.token_spend'),
    line('fee', 'Infrastructure fee', '$bn a quarter', '=Base.fixed_fee'),
    line('fee_by_power', 'The same by megawatts', '$bn a quarter', '=Base.mw*Base.fee_per_mw/QUARTERS/THOUSAND'),
    line('cogs', 'Infrastructure COGS', '$bn a quarter', '=Base.infra_cogs'),

    heading('The cloud’s profit and loss'),
    lines('=TAAS_CALL("TAAS_PNL",BLOCK,CASE,TRUE,FALSE)', [
      ['gross', 'Gross token spend', '$bn a quarter'],
      ['fee_earned', 'Infrastructure fee', '$bn a quarter'],
      ['share_earned', 'Revenue share', '$bn a quarter'],
      ['net', 'Net revenue', '$bn a quarter', 'total'],
      ['infra', 'Infrastructure COGS', '$bn a quarter'],
      ['gross_profit', 'Gross profit', '$bn a quarter', 'total'],
      ['opex', 'Platform opex', '$bn a quarter'],
      ['ebit', 'EBIT', '$bn a quarter', 'total'],
      ['gross_margin', 'Gross margin', 'share of net revenue'],
      ['margin', 'EBIT margin', 'share of net revenue'],
      ['take_rate', 'Take rate', 'share of spend'],
      ['paid_share', 'Revenue share of spend', 'share of spend'],
    ]),
    check(
      'Fee and share are the net revenue',
      '=ABS(fee_earned+share_earned-net)<TOLERANCE',
      'fee and share are not the net revenue',
    ),
    check(
      'The fee is that of its megawatts',
      '=ABS(fee-fee_by_power)<TOLERANCE',
      'the fee is not what the megawatts pay',
    ),

    heading('The lab, on the same tokens'),
    line('lab_keeps', 'What the lab keeps', '$bn a quarter', '=gross-net'),
    line(
      'lab_gross',
      'Lab’s gross margin, the share counted as marketing',
      'share of spend',
      '=TAAS_CALL("TAAS_LAB_MARGIN",BLOCK,CASE)',
    ),
    line(
      'lab_margin',
      'Lab’s margin after the share',
      'share of spend',
      '=TAAS_CALL("TAAS_LAB_MARGIN(,,,,,""CONTRIBUTION"")",BLOCK,CASE)',
    ),
    line(
      'share_of_profit',
      'Share paid, of the lab’s gross profit',
      'share',
      '=TAAS_CALL("TAAS_LAB_MARGIN(,,,,,""SHARE_OF_GP"")",BLOCK,CASE)',
    ),
    check(
      'What the cloud takes and what the lab keeps is the spend',
      '=ABS(lab_margin*gross-lab_keeps+Base.other_cogs)<TOLERANCE',
      'cloud and lab do not add up to the spend',
    ),

    heading('Gross or net: the same EBIT'),
    line(
      'ebit_gross',
      'EBIT, had the cloud booked the spend (principal)',
      '$bn a quarter',
      '=TAAS_CALL("TAAS_GROSS_NET[EBIT, Principal (gross)]",BLOCK,CASE,TRUE)',
    ),
    line('margin_gross', 'EBIT margin on the spend', 'share of spend', '=ebit_gross/gross'),
    check('Booking gross leaves EBIT as it is', '=ABS(ebit_gross-ebit)<TOLERANCE', 'gross and net EBIT differ'),

    heading('What would have to be true'),
    constant('TARGET', 'Target: EBIT margin', 'share of net revenue', 0.55, { least: -1, most: 1 }, 'B15: about 55%', {
      standing: 'estimate',
    }),
    line(
      'required',
      'One flat share that reaches the target',
      'share of spend',
      '=TAAS_REQUIRED_SHARE(TARGET,spend,fee,Base.infra_rate,cogs,Base.opex_rate)',
    ),
    single('alternative', 'Share of spend paid, beside it, in the chosen quarter', 'share of spend', '=paid_share'),

    table({
      name: 'what_if',
      title: 'EBIT margin by spend, the fee and the cost as they are',
      unit: 'share of net revenue',
      headings: ['Margin', 'Take rate'],
      labels: [1, 1.5, 2, 2.5, 3, 4],
      axes: { labels: { format: '0.0 "$bn"', allows: { least: 0, most: 1_000_000 } } },
      format: '0.0%',
      formula: (row, column) =>
        column === 0
          ? `=TAAS_MARGIN(what_if.l${row + 1},now.fee,Base.now.infra_rate,tiers,now.cogs,Base.now.opex_rate)`
          : `=TAAS_TAKE_RATE(what_if.l${row + 1},now.fee,Base.now.infra_rate,tiers)`,
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
    remark(
      'The fee and the share are named by the articles (C14, B13, B15); tiers, sizes and costs are assumptions, not disclosed figures. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'waterfall',
      title:
        '="AWS keeps "&TEXT(now.take_rate,"0%")&" of Claude’s spend, and "&TEXT(ABS(now.margin),"0%")&" of that is "&IF(now.ebit<0,"a loss","profit")',
      up: '$bn a quarter',
      format: '0.00',
      steps: [
        { label: 'Spend', formula: '=now.gross', isLevel: true },
        { label: 'Lab keeps', formula: '=-now.lab_keeps' },
        { label: 'Net revenue', formula: '=now.net', isLevel: true },
        { label: 'COGS', formula: '=-now.infra' },
        { label: 'Opex', formula: '=-now.opex' },
        { label: 'EBIT', formula: '=now.ebit', isLevel: true },
      ],
    },
    {
      kind: 'lines',
      title:
        '="The margin is "&TEXT(now.margin,"0%")&" in "&CASE&IF(ISNUMBER(yearago.margin),", and was "&TEXT(yearago.margin,"0%")&" a year before","")',
      across: 'Quarter',
      up: 'share',
      format: '0%',
      series: [
        ['margin', 'Cloud’s EBIT margin'],
        ['take_rate', 'Take rate'],
        ['lab_margin', 'Lab’s margin'],
      ],
    },
  ],
};
