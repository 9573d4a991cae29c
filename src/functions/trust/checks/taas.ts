import { factValue } from '../../../book/facts';
import { percent, type Headline } from './row';

const OVER = `TaaS ARR over $${factValue('B16')}bn`;

/** What the articles say of tokens as a service as a whole, and of the labs that make them. */
export const TAAS: readonly Headline[] = [
  {
    fact: 'B16',
    name: ({ on }) => `${OVER}, AWS net ${on.quarters.now}`,
    unit: 'usd_bn_year',
    value: ({ ask }) => ask('TAAS_RUN_RATE'),
    claim: 'AT_LEAST',
    note: ({ number, on }) => {
      const azure = (annual: number): string => `$${(annual * factValue('B09') * (1 - factValue('B10'))).toFixed(1)}bn`;
      const [least, most] = [number('azure_annual_revenue'), on.base.azure_annual_revenue.range![1]];
      return `Net revenue is half of it; over ${percent(factValue('B10'), 0)} IaaS caps Azure at ${azure(least)} to ${azure(most)} and Google Cloud in between.`;
    },
  },
  {
    fact: 'B16',
    name: `${OVER}, gross at exit rate`,
    unit: 'usd_bn_year',
    value: ({ ask, number }) =>
      (ask('TAAS_RUN_RATE') / number('take_rate')) * (factValue('B20') / (4 * number('lab_revenue'))),
    claim: 'AT_LEAST',
    chosen: true,
    note: 'Customer billings at our take rate and the lab’s exit ARR: one common definition that fits all three.',
  },
  {
    fact: 'B16',
    name: ({ on }) => `${OVER}, AWS net ${on.quarters.next}E`,
    unit: 'usd_bn_year',
    value: ({ ask }) => 4 * ask('BEDROCK_REVENUE_FOR_PP'),
    claim: 'AT_LEAST',
    chosen: true,
    note: 'If "currently" means the quarter it was said in, on our path of 2025.',
  },
  {
    name: 'TaaS is the "dominant force" of AWS AI',
    unit: 'share',
    value: factValue('C07'),
    quoted: 0.5,
    tolerance: 0,
    claim: 'AT_LEAST',
    note: ({ on }) =>
      `C13 against C07. ${percent(factValue('C07'), 0)} is not yet half; it becomes true at the ${percent(factValue('B26'), 0)} expected for ${on.quarters.next}.`,
  },
  {
    fact: 'B19',
    name: 'Lab net new ARR',
    unit: 'usd_bn_year',
    value: ({ number }) => factValue('B20') - number('arr_quarter_before'),
    note: ({ number }) => `Total less the public $${number('arr_quarter_before')}bn of end 2025.`,
  },
  {
    fact: 'B20',
    name: 'Lab ARR',
    unit: 'usd_bn_year',
    value: ({ number }) => number('arr'),
    chosen: true,
    note: 'An input.',
  },
  {
    fact: 'B22',
    name: 'Lab year-end ARR',
    unit: 'usd_bn_year',
    value: ({ ask, number }) => ask(`TAAS_ARR_FORECAST[Period ${number('forecast_periods')}, ARR]`),
    claim: 'AT_LEAST',
    chosen: true,
    note: ({ number }) =>
      `A chosen growth path: ${percent(number('growth0'), 0)}, then ${percent(number('decay'), 0)} of the growth before.`,
  },
  {
    fact: 'B23',
    name: 'Lab gross margin',
    unit: 'margin',
    value: ({ ask }) => ask('TAAS_LAB_MARGIN'),
    chosen: true,
    note: '"mid-60%": the fee was chosen so. The revenue share is not a cost of it.',
  },
  {
    fact: 'B21',
    name: `API ${factValue('B21')}× against Bedrock year on year`,
    unit: 'ratio',
    value: ({ number }) => number('bedrock_net_revenue') / number('bedrock_net_revenue_year_before'),
    note: 'Different measures: the lab’s API revenue and AWS’ net revenue. Same direction, not reconcilable.',
  },
  {
    fact: 'B30',
    name: 'OpenAI backlog over Azure revenue',
    unit: 'ratio',
    value: ({ ask, number }) => {
      const args = { backlog: number('openai_backlog'), annual_revenue: number('azure_annual_revenue') };
      return ask('TAAS_BACKLOG_RUNOFF[Year 1, Cover at start, years]', args);
    },
    chosen: true,
    note: ({ number }) => `At ${number('openai_backlog')} over ${number('azure_annual_revenue')}, both vague.`,
  },
];
