import { base } from '../../book/case';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { headers, money, number } from '../../catalogue/parameters';

const revenue = (about: string, fallback: typeof base.aws_ebit_seed | typeof base.aws_revenue) =>
  money('usd_bn_quarter', about, { default: fallback });
const profit = (about: string, fallback: typeof base.aws_ebit_seed, otherwise?: typeof base.aws_ebit) =>
  number('usd_bn_quarter', about, { min: -1e6, max: 1e6, default: fallback, ...(otherwise && { otherwise }) });

export const TAAS_SEGMENT_IMPACT = define({
  name: 'TAAS_SEGMENT_IMPACT',
  family: 'mix',
  answers: 'How much of the margin change is left when one segment is taken out of both periods.',
  parameters: {
    total_revenue0: revenue('Company revenue, earlier period.', base.aws_revenue_quarter_before),
    total_ebit0: profit(
      'Company EBIT, earlier period.',
      base.aws_ebit_seed_quarter_before,
      base.aws_ebit_quarter_before,
    ),
    total_revenue1: revenue('Company revenue, later period.', base.aws_revenue),
    total_ebit1: profit('Company EBIT, later period.', base.aws_ebit_seed, base.aws_ebit),
    segment_revenue0: revenue('Segment revenue, earlier period.', base.bedrock_net_revenue_quarter_before),
    segment_ebit0: profit('Segment EBIT, earlier period.', base.bedrock_ebit_quarter_before),
    segment_revenue1: revenue('Segment revenue, later period.', base.bedrock_net_revenue),
    segment_ebit1: profit('Segment EBIT, later period.', base.bedrock_ebit),
    headers,
    basis: basis('SEED'),
  },
  rules: [
    {
      together: [
        'total_revenue0',
        'total_ebit0',
        'total_revenue1',
        'total_ebit1',
        'segment_revenue0',
        'segment_ebit0',
        'segment_revenue1',
        'segment_ebit1',
      ],
    },
    { part: 'segment_revenue0', of: 'total_revenue0' },
    { part: 'segment_revenue1', of: 'total_revenue1' },
  ],
  result: { shape: 'table', about: 'four lines: three in basis points and a share' },
  formula: (x, m) => {
    const margin0 = m.step('margin0', x.total_ebit0.div(x.total_revenue0));
    const margin1 = m.step('margin1', x.total_ebit1.div(x.total_revenue1));
    const rest0 = m.step('rest_of_revenue0', x.total_revenue0.minus(x.segment_revenue0));
    const rest1 = m.step('rest_of_revenue1', x.total_revenue1.minus(x.segment_revenue1));
    const without0 = m.step('margin_without0', x.total_ebit0.minus(x.segment_ebit0).div(rest0));
    const without1 = m.step('margin_without1', x.total_ebit1.minus(x.segment_ebit1).div(rest1));
    const total = m.step('total_change', margin1.minus(margin0).times(10000));
    const rest = m.step('change_without', without1.minus(without0).times(10000));
    const ebitChange = m.step('ebit_change', x.total_ebit1.minus(x.total_ebit0));
    const share = m.step('share_of_ebit_change', x.segment_ebit1.minus(x.segment_ebit0).div(ebitChange));
    return {
      header: ['Margin change', 'Effect'],
      rows: [
        { label: 'Company', unit: 'bp', values: [total] },
        { label: 'Without the segment', unit: 'bp', values: [rest] },
        { label: 'The segment’s contribution', unit: 'bp', values: [m.step('contribution', total.minus(rest))] },
        { label: 'Segment’s share of the EBIT change', unit: 'share', values: [share] },
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [[213], [166.632194997206], [46.3678050027945], [0.33501384106883]],
      says: 'without Bedrock AWS’ margin would have risen 167 bp',
    },
    {
      args: { basis: 'REPORTED' },
      gives: [[264.054857620658], [218.135927999713], [45.918929620945], [0.299627352251173]],
      says: 'the same on AWS’ margins as filed',
    },
    {
      args: {
        total_revenue0: 35.579,
        total_ebit0: 12.6910293,
        total_revenue1: 37.587,
        total_ebit1: 14.207886,
        segment_revenue0: 0.509259259259259,
        segment_ebit0: 0,
        segment_revenue1: 1.375,
        segment_ebit1: 0.75625,
      },
      gives: [[213], [95.8925757864447], [117.107424213555], [0.498563905212678]],
      says: 'the most Bedrock can explain: no profit at all in 4Q25',
    },
  ],
  related: ['TAAS_MARGIN_BRIDGE', 'BEDROCK_CONTRIB'],
});
