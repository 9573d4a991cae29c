import { nativeFormula } from '../../analysis/native';
import { defineAnswer } from '../../catalogue/define';
import { inputs, text } from '../../catalogue/parameters';
import { CASE_OF_INPUTS } from './parameters';

export const TAAS_NATIVE = defineAnswer({
  name: 'TAAS_NATIVE',
  family: 'analysis',
  answers: 'The text of the same calculation as an Excel formula that needs no add-in.',
  parameters: {
    function: text(
      'Name of the function, a line of a table such as TAAS_PNL[EBIT], or a call, which may refer to cells: TAAS_MARGIN(B4).',
      {
        default: 'TAAS_MARGIN',
      },
    ),
    inputs: inputs(
      'Two columns, parameter name and value; a text such as "B4", "C4:D6" or "spend" is used as a reference.',
    ),
    case: CASE_OF_INPUTS,
  },
  result: {
    shape: 'cells',
    holds: 'text',
    about:
      'a text that starts with =; LET needs Excel 2021, the VSTACK and HSTACK of a table Excel 2024, or Microsoft 365',
  },
  onlyValue: 'it prints another reading',
  answer: (x, catalogue) => nativeFormula(catalogue, x.function, x),
  examples: [
    {
      args: { function: 'BEDROCK_REVENUE', inputs: [['ai_share', 'B4']] },
      gives:
        '=LET(aws_revenue,37.587,ai_share,B4,bedrock_share,0.37,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)',
      says: 'with the AI share read from B4',
    },
    {
      args: { function: 'BEDROCK_REVENUE(,B4)' },
      gives:
        '=LET(aws_revenue,37.587,ai_share,B4,bedrock_share,0.37,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)',
      says: 'the same as a call that refers to the cell',
    },
    {
      args: { function: 'TAAS_RUN_RATE' },
      gives: '=LET(revenue,1.375,periods,4,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)',
      says: 'for a colleague without the add-in',
    },
  ],
  related: ['TAAS_EXPLAIN'],
});
