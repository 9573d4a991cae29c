import { workingOf } from '../../catalogue/call';
import { pairsOf } from '../../catalogue/block';
import { defineAnswer, type Block } from '../../catalogue/define';
import { inputsWith } from '../../catalogue/inputs';
import { isAssumption } from '../../catalogue/lift';
import { inputs, text } from '../../catalogue/parameters';
import { plainly } from '../../catalogue/assumption';
import { linesOf } from '../../catalogue/readings';
import type { Unit } from '../../catalogue/units';
import type { LineText } from '../../formula/print/words';
import { withFormula } from '../../analysis/subject';
import { CASE_OF_INPUTS } from './parameters';

export const TAAS_EXPLAIN = defineAnswer({
  name: 'TAAS_EXPLAIN',
  family: 'analysis',
  answers: 'The working behind a function’s answer: its inputs, then each line with value, words and formula.',
  parameters: {
    function: text('Name of the function, or a call of it such as TAAS_MARGIN(1).', { default: 'TAAS_MARGIN' }),
    inputs: inputs('Two columns, parameter name and value, that replace defaults.'),
    case: CASE_OF_INPUTS,
  },
  result: { shape: 'cells', about: 'a line for each input and each step' },
  onlyValue: 'it shows the working of other functions',
  answer: (x, catalogue): Block => {
    const { definition, given } = withFormula(catalogue, x.function);
    const inputs = inputsWith(definition, pairsOf(x.inputs, x.case, definition, catalogue), given);
    const numbers = Object.entries(definition.parameters).flatMap(([name, parameter]) => {
      const plain = inputs[name];
      const value = isAssumption(plain) ? plainly(plain) : plain;
      if (typeof value !== 'number') return [];
      const unit: Unit = 'unit' in parameter ? parameter.unit : 'plain';
      return [{ cells: [name, value, isAssumption(plain) ? `base case, ${plain.standing}` : 'given', ''], unit }];
    });
    // A table names a line again for each of its columns: values and texts come in one order.
    const texts = new Map<string, LineText[]>();
    for (const text of linesOf(definition, inputs).reverse()) {
      if (texts.has(text.name)) texts.get(text.name)!.push(text);
      else texts.set(text.name, [text]);
    }
    const steps: typeof numbers = workingOf(definition, inputs).map(({ name, value }) => {
      const { words, symbols } = texts.get(name)!.pop()!;
      return { cells: [name, value, short(words), short(symbols)], unit: 'plain' };
    });
    const lines = [...numbers, ...steps];
    return {
      cells: [['Line', 'Value', 'In words', 'Formula'], ...lines.map((line) => line.cells)],
      units: [[], ...lines.map((line) => [undefined, line.unit])],
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

/** As long as a formula may be; a cell holds four times as much, and an answer with a longer text is no answer. */
const LONGEST_LINE = 8192;

const short = (text: string): string => (text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 2)} …`);
