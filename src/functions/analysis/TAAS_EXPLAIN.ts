import { explain } from '../../analysis/explain';
import { defineAnswer, type Block } from '../../catalogue/define';
import { inputs, text } from '../../catalogue/parameters';
import { CASE_OF_INPUTS } from './parameters';

export const TAAS_EXPLAIN = defineAnswer({
  name: 'TAAS_EXPLAIN',
  family: 'analysis',
  answers: 'The working behind a function’s answer: its inputs, then each line with value, words and formula.',
  parameters: {
    function: text(
      'Name of the function, a line of a table such as TAAS_PNL[EBIT], or a call such as TAAS_MARGIN(1).',
      { default: 'TAAS_MARGIN' },
    ),
    inputs: inputs('Two columns, parameter name and value, that replace defaults.'),
    case: CASE_OF_INPUTS,
  },
  result: { shape: 'cells', holds: 'table', about: 'a line for each input and each step' },
  onlyValue: 'it shows the working of other functions',
  answer: (x, catalogue): Block => {
    const { inputs, lines } = explain(catalogue, x.function, x);
    return {
      cells: [
        ['Line', 'Value', 'In words', 'Formula'],
        ...inputs.map(({ name, value, source }) => [name, value, source, '']),
        ...lines.map(({ name, value, words, symbols }) => [name, value, words, symbols]),
      ],
      units: [[], ...inputs.map(({ unit }) => [undefined, unit]), ...lines.map(() => [undefined, 'plain'] as const)],
    };
  },
  examples: [
    {
      args: { function: 'BEDROCK_REVENUE', inputs: [['ai_share', 0.2]] },
      gives: [
        ['Line', 'Value', 'In words', 'Formula'],
        ['aws_revenue', 37.587, 'base case, fact', ''],
        ['ai_share', 0.2, 'given', ''],
        ['bedrock_share', 0.37, 'base case, estimate', ''],
        ['ai_revenue', 7.5174, 'aws revenue × ai share', 'aws_revenue*ai_share'],
        ['bedrock_revenue', 2.781438, 'ai revenue × bedrock share', 'ai_revenue*bedrock_share'],
      ],
      says: 'Bedrock revenue if AI were a fifth of AWS',
    },
    {
      args: { function: 'TAAS_RUN_RATE(1.5)' },
      gives: [
        ['Line', 'Value', 'In words', 'Formula'],
        ['revenue', 1.5, 'given', ''],
        ['periods', 4, 'base case, assumption', ''],
        ['monthly_subscriptions', 0, 'base case, assumption', ''],
        ['run_rate', 6, 'revenue × periods + 12 × monthly subscriptions', 'revenue*periods+12*monthly_subscriptions'],
      ],
      says: 'of a call as it stands in a cell',
    },
    { args: { function: 'TAAS_MARGN' }, gives: '#N/A', says: 'names the nearest function' },
  ],
  related: ['TAAS_NATIVE', 'TAAS_ASSUMPTIONS'],
});
