import { check, constant, heading, line, remark, single, table, total, type Model } from './declaration';

const SEGMENTS = ['Core', 'AI infrastructure', 'Bedrock'];

/** Why AWS' margin moved: by segment, by mix and by rate, and how much of it is Bedrock. */
export const MARGIN_BRIDGE: Model = {
  key: 'T1',
  name: 'Margin bridge',
  question: 'Why did AWS’ margin rise 213 bp in 1Q26?',
  about: 'Bedrock is the deal, AI infrastructure earns an assumed margin, and the core is what is left.',
  entries: [
    constant(
      'BASIS',
      'Margins as in the articles (SEED), or as filed (REPORTED)',
      'SEED or REPORTED',
      'SEED',
      { oneOf: ['SEED', 'REPORTED'] },
      'A01, B01: 37.8%, 213 bp more than before; as filed 37.7%, 264 bp more',
    ),

    heading('AWS'),
    line('revenue', 'AWS revenue', '$bn a quarter', '=Base.aws_revenue'),
    line(
      'ebit',
      'AWS EBIT',
      '$bn a quarter',
      '=IF(AND(BASIS="SEED",ISNUMBER(Base.aws_margin_articles)),Base.aws_revenue*Base.aws_margin_articles,Base.aws_ebit)',
    ),
    total('margin', 'EBIT margin', 'share of revenue', '=ebit/revenue'),

    heading('Revenue by segment'),
    line('core', 'Core', '$bn a quarter', '=revenue-iaas-bedrock'),
    line('iaas', 'AI infrastructure', '$bn a quarter', '=revenue*Base.ai_share-bedrock'),
    line(
      'bedrock',
      'Bedrock, net of the lab’s share',
      '$bn a quarter',
      '=TAAS_CALL("TAAS_PNL[Net revenue]",BLOCK,CASE,TRUE)',
    ),
    check('Segments add up to AWS', '=ABS(SUM(core:bedrock)-revenue)<TOLERANCE', 'the segments do not add up to AWS'),
    check(
      'No segment is below zero',
      '=MIN(core:bedrock)>=0',
      'a segment has less than no revenue: AI’s share is below Bedrock’s',
    ),

    heading('EBIT by segment'),
    line('core_ebit', 'Core', '$bn a quarter', '=ebit-iaas_ebit-bedrock_ebit'),
    line('iaas_ebit', 'AI infrastructure', '$bn a quarter', '=iaas*Base.ai_iaas_margin'),
    line('bedrock_ebit', 'Bedrock', '$bn a quarter', '=TAAS_CALL("TAAS_PNL[EBIT]",BLOCK,CASE,TRUE)'),

    heading('EBIT margin by segment'),
    line('core_margin', 'Core, solved', 'share of revenue', '=core_ebit/core'),
    line('iaas_margin', 'AI infrastructure', 'share of revenue', '=iaas_ebit/iaas'),
    line('bedrock_margin', 'Bedrock', 'share of revenue', '=bedrock_ebit/bedrock'),
    check(
      'Margins weighed by revenue are AWS’ margin',
      '=ABS(SUMPRODUCT(core:bedrock,core_margin:bedrock_margin)/revenue-margin)<TOLERANCE',
      'the segments’ margins do not weigh up to AWS’ margin',
    ),

    heading('Across the quarters'),
    line('margin_change', 'Change of AWS’ margin on the quarter before', 'bp', '=(margin-prior.margin)*BP'),
    line('bedrock_weight', 'Bedrock in AWS’ revenue', 'share of revenue', '=bedrock/revenue'),

    table({
      name: 'bridge',
      title: 'The bridge, on the quarter before',
      unit: 'bp',
      headings: ['Mix', 'Rate', 'Total'],
      labels: [...SEGMENTS, 'AWS'],
      format: '#,##0.0',
      formula:
        '=TAAS_MARGIN_BRIDGE(before.core:before.bedrock,before.core_margin:before.bedrock_margin,now.core:now.bedrock,now.core_margin:now.bedrock_margin,,,,FALSE)',
    }),
    check(
      'The bridge is the change of the margin',
      '=ABS(bridge.r4.c3-(now.margin-before.margin)*BP)<TOLERANCE*BP',
      'the bridge does not add up to the change of the margin',
      true,
    ),
    table({
      name: 'impact',
      title: 'Bedrock’s part, had AWS been without it',
      unit: 'bp; share',
      headings: ['Effect'],
      labels: ['AWS', 'Without Bedrock', 'Bedrock’s contribution, bp', 'Bedrock’s share of the change of EBIT'],
      format: '#,##0.000',
      formula:
        '=TAAS_SEGMENT_IMPACT(before.revenue,before.ebit,now.revenue,now.ebit,before.bedrock,before.bedrock_ebit,now.bedrock,now.bedrock_ebit,FALSE)',
    }),
    table({
      name: 'dollars',
      title: 'The change of AWS’ EBIT',
      unit: '$bn a quarter',
      headings: ['Effect'],
      labels: ['Volume', 'Rate', 'Total'],
      format: '0.000',
      formula: '=TAAS_EBIT_BRIDGE(before.revenue,before.ebit,now.revenue,now.ebit,,FALSE)',
    }),
    single(
      'headline',
      'What the rise of the margin alone added to EBIT; the articles say about 1.0',
      '$bn a quarter',
      '=(now.margin-before.margin)*now.revenue',
    ),

    heading('On a year before'),
    single(
      'contribution',
      'Bedrock in the growth of AWS’ EBIT',
      'share',
      '=BEDROCK_CONTRIB(now.bedrock_ebit,yearago.bedrock_ebit,now.ebit,yearago.ebit)',
    ),
    single(
      'growth_points',
      'Bedrock in AWS’ growth',
      'pp',
      '=BEDROCK_GROWTH_PP(now.bedrock,yearago.bedrock,yearago.revenue)',
    ),
    single(
      'incremental',
      'Margin of the revenue that was added',
      'share',
      '=TAAS_INCREMENTAL_MARGIN(now.ebit,yearago.ebit,now.revenue,yearago.revenue)',
    ),
    single(
      'leverage',
      'Operating leverage: growth of EBIT on growth of revenue',
      'ratio',
      '=TAAS_OPERATING_LEVERAGE(now.ebit,yearago.ebit,now.revenue,yearago.revenue)',
    ),

    heading('At the life that peers use'),
    constant('LIFE', 'AWS’ servers are written off over', 'years', 5, { least: 1, most: 20 }, 'C03: five years'),
    constant(
      'PEER_LIFE',
      'Peers’ servers over',
      'years',
      6,
      { least: 1, most: 20 },
      'annual reports, by way of an article',
      {
        standing: 'estimate',
      },
    ),
    constant('SERVERS', 'Servers in depreciation', 'share', 0.7, { least: 0, most: 1 }, 'ours'),
    line(
      'restated',
      'AWS’ margin at the peers’ life',
      'share of revenue',
      '=TAAS_RESTATED_MARGIN(margin,revenue,Base.aws_depreciation,LIFE,PEER_LIFE,SERVERS)',
    ),
    remark(
      'AWS’ revenue and EBIT are filed; the margins of the articles are theirs; the deal, AI’s share and the margin of AI infrastructure are assumptions. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'waterfall',
      title:
        '="AWS’ margin "&IF(bridge.r4.c3>=0,"rose","fell")&" "&TEXT(ABS(bridge.r4.c3),"0")&" bp in "&CASE&": core "&TEXT(bridge.r1.c3,"0")&", AI infrastructure "&TEXT(bridge.r2.c3,"0")&", Bedrock "&TEXT(bridge.r3.c3,"0")',
      up: 'Change of EBIT margin, bp',
      format: '#,##0',
      steps: [
        { label: 'Core', formula: '=bridge.r1.c3' },
        { label: 'AI infrastructure', formula: '=bridge.r2.c3' },
        { label: 'Bedrock', formula: '=bridge.r3.c3' },
        { label: 'AWS', formula: '=bridge.r4.c3', isLevel: true },
      ],
    },
    {
      kind: 'lines',
      title:
        '="Bedrock earns "&TEXT(now.bedrock_margin,"0%")&" in "&CASE&IF(now.bedrock_margin>now.margin,", more than the ",", no more than the ")&TEXT(now.margin,"0%")&" of AWS"',
      across: 'Quarter',
      up: 'EBIT margin',
      format: '0%',
      series: [
        ['margin', 'AWS'],
        ['core_margin', 'Core'],
        ['bedrock_margin', 'Bedrock'],
      ],
    },
  ],
};
