import { defineAnswer } from '../../catalogue/define';
import { inputsWith } from '../../catalogue/inputs';
import { inputs, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { nativeOf } from '../../catalogue/readings';
import { withFormula } from './parameters';
import { referencesIn, standIns } from './references';

/** The longest formula that Excel takes. */
const LONGEST_FORMULA = 8192;

export const TAAS_NATIVE = defineAnswer({
  name: 'TAAS_NATIVE',
  family: 'analysis',
  answers: 'The text of the same calculation as an Excel formula that needs no add-in.',
  parameters: {
    function: text('Name of the function.', { default: 'TAAS_MARGIN' }),
    inputs: inputs('Two columns, parameter name and value; a text such as "B4" or "C4:D6" is used as a reference.'),
  },
  result: { shape: 'cells', about: 'a text that starts with =' },
  onlyValue: 'it prints another reading',
  answer: (x, catalogue) => {
    const definition = withFormula(catalogue, x.function);
    if (definition.onlyValue) {
      throw new Problem('#N/A', `${definition.name} has no native formula: ${definition.onlyValue}.`, 'function');
    }
    const references = referencesIn(definition, x.inputs);
    const values = x.inputs.filter(([name]) => references[name.trim().toLowerCase()] === undefined);
    const inputs = inputsWith(definition, values, standIns(definition, references));
    const formula = nativeOf(definition, inputs, references);
    if (formula.length <= LONGEST_FORMULA) return formula;
    const length = formula.length.toLocaleString('en-US');
    throw new Problem(
      '#N/A',
      `the native formula of ${definition.name} would have ${length} characters: Excel takes 8,192.`,
      'inputs',
    );
  },
  examples: [
    {
      args: { function: 'BEDROCK_REVENUE', inputs: [['ai_share', 'B4']] },
      gives:
        '=LET(aws_revenue,37.587,ai_share,B4,bedrock_share,0.37,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)',
      says: 'with the AI share read from B4',
    },
    {
      args: { function: 'TAAS_RUN_RATE' },
      gives: '=LET(revenue,1.375,periods,4,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)',
      says: 'for a colleague without the add-in',
    },
  ],
  related: ['TAAS_EXPLAIN'],
});
