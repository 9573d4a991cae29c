import { factValue } from '../../../book/facts';
import { quartersTo } from '../../../catalogue/quarter';
import { reported } from '../../../book/series';
import type { Model } from './model';
import { halfDigit, percent, type Headline } from './row';

/** What the articles say of Bedrock. */
export const BEDROCK: readonly Headline[] = [
  {
    fact: 'B15',
    name: 'Bedrock EBIT margin',
    unit: 'margin',
    value: ({ ask }) => ask('TAAS_MARGIN'),
    chosen: true,
    note: 'What the deal is calibrated to.',
  },
  {
    fact: 'B03',
    name: 'Bedrock run-rate, deal model',
    unit: 'usd_bn_year',
    value: ({ ask }) => ask('TAAS_RUN_RATE'),
    chosen: true,
    note: 'Four quarters of net revenue.',
  },
  {
    fact: 'B03',
    name: `Bedrock run-rate, ${percent(factValue('B07'), 0)} × ${percent(factValue('B12'), 0)}`,
    unit: 'usd_bn_year',
    value: ({ ask }) => 4 * ask('BEDROCK_REVENUE'),
    tolerance: (model) => halfDigit('B03') + byShares(model, 1) - byShares(model, 0),
    note: (model) =>
      `Inside the rounding of the two shares: ${byShares(model, -1).toFixed(2)} to ${byShares(model, 1).toFixed(2)}.`,
  },
  {
    fact: 'B04',
    name: 'Bedrock share of AWS revenue',
    unit: 'share',
    value: ({ ask, number }) => ask('TAAS_RUN_RATE') / (4 * number('aws_revenue')),
    note: ({ ask, on }) => {
      const { now } = on.quarters;
      const trailing = quartersTo(now, 4).reduce((sum, quarter) => sum + reported('AWS', 'REVENUE', quarter), 0);
      return `Net revenue over revenue, both of ${now}; on the last four quarters’ revenue it is ${percent(ask('TAAS_RUN_RATE') / trailing)}.`;
    },
  },
  {
    fact: 'B07',
    name: 'AI share of AWS revenue',
    unit: 'share',
    value: ({ number }) => number('aws_ai_run_rate') / (4 * number('aws_revenue')),
    note: ({ number }) => `From the company’s AI run-rate of over $${number('aws_ai_run_rate')}bn.`,
  },
  {
    fact: 'B12',
    name: ({ on }) => `Bedrock share of AWS AI, ${on.quarters.now}`,
    unit: 'share',
    value: ({ number }) => number('bedrock_net_revenue') / (number('aws_revenue') * number('ai_share')),
    note: 'From the deal model.',
  },
  {
    fact: 'B11',
    name: ({ on }) => `Bedrock share of AWS AI, ${on.quarters.year_before}`,
    unit: 'share',
    value: ({ number }) =>
      number('bedrock_net_revenue_year_before') / (number('aws_revenue_year_before') * number('ai_share_year_before')),
    chosen: true,
    note: 'An input.',
  },
  {
    fact: 'B05',
    name: 'Bedrock share of profit growth, gross profit',
    unit: 'share',
    value: ({ ask }) => ask('BEDROCK_CONTRIB'),
    chosen: true,
    note: ({ number, on }) =>
      `Gross profit over operating income, as AWS reports no gross profit; Bedrock’s cost split and its ${percent(number('bedrock_gross_margin_year_before'), 0)} of ${on.quarters.year_before} were chosen so.`,
  },
  {
    fact: 'B05',
    name: 'Bedrock share of profit growth, EBIT',
    unit: 'share',
    value: ({ ask, number }) =>
      ask('BEDROCK_CONTRIB', {
        segment1: number('bedrock_ebit'),
        segment0: number('bedrock_ebit_year_before'),
        total1: number('aws_ebit'),
        total0: number('aws_ebit_year_before'),
      }),
    note: ({ number, on }) =>
      `EBIT over EBIT, at a ${percent(number('bedrock_ebit_margin_year_before'), 0)} EBIT margin in ${on.quarters.year_before}. The ${percent(factValue('B05'), 0)} of the article holds on gross profit only; both cannot.`,
  },
  {
    fact: 'B27',
    name: ({ on }) => `Growth contribution, ${on.quarters.next}E`,
    unit: 'pp',
    value: ({ ask, number }) =>
      ask('BEDROCK_GROWTH_PP', {
        segment1: ask('BEDROCK_REVENUE_FOR_PP'),
        segment0: number('bedrock_net_revenue_year_before_next'),
        total0: number('aws_revenue_year_before_next'),
      }),
    chosen: true,
    note: ({ ask }) => `Defines Bedrock revenue of ${ask('BEDROCK_REVENUE_FOR_PP').toFixed(3)}.`,
  },
  {
    fact: 'B26',
    name: ({ on }) => `Bedrock share of AWS AI, ${on.quarters.next}E`,
    unit: 'share',
    value: (model) => model.ask('BEDROCK_REVENUE_FOR_PP') / aiExpected(model),
    chosen: true,
    note: (model) => `Defines AI revenue of ${aiExpected(model).toFixed(3)}.`,
  },
];

/** Run-rate by the two shares, both at one end of their rounding, or as they are quoted. */
const byShares = ({ number }: Model, end: -1 | 0 | 1): number =>
  ['B07', 'B12'].reduce((rate, id) => rate * (factValue(id) + end * halfDigit(id)), 4 * number('aws_revenue'));

const aiExpected = ({ ask }: Model): number => ask('BEDROCK_REVENUE_FOR_PP') / factValue('B26');
