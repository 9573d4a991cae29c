import { solve } from '../../analysis/solve';
import { defineAnswer, unitOf, type Block } from '../../catalogue/define';
import { number, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { spoken } from '../../catalogue/units';
import { CASE_OF_INPUTS, HELD, SUBJECT } from './parameters';

/** Goal Seek for add-in functions. It never says that there is no such value: only that it found none, and where it looked. */
export const TAAS_SOLVE = defineAnswer({
  name: 'TAAS_SOLVE',
  family: 'analysis',
  answers: 'The value of one input that gives a function the result you want.',
  parameters: {
    function: SUBJECT,
    target: number('plain', 'The result to reach.', { required: true, min: -1e15, max: 1e15 }),
    param: text('The input to find, such as token_spend or tiers[2].rate.', { required: true }),
    low: number('plain', 'Where to look from; by default the least the input may be.', { min: -1e15, max: 1e15 }),
    high: number('plain', 'Where to look to; by default the most the input may be.', { min: -1e15, max: 1e15 }),
    inputs: HELD,
    case: CASE_OF_INPUTS,
  },
  result: {
    shape: 'cells',
    holds: 'number',
    about: 'the value of the input; the one nearest its base value where there are several',
  },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const { subject, varied, found } = solve(x, catalogue);
    if (found instanceof Problem) throw found;
    const { definition } = subject;
    return {
      cells: [[found.input]],
      units: [[varied.unit]],
      notes: {
        [varied.path]: `gives ${definition.name} ${spoken(x.target, unitOf(definition))}`,
        evaluations: String(found.evaluations),
        ...(found.several && { several: found.several }),
      },
    };
  },
  examples: [
    {
      args: { target: 0.5, param: 'token_spend' },
      gives: 1.61805555555556,
      says: 'the spend at which the margin is 50%',
    },
    { args: { target: 0.6, param: 'infra_cogs' }, gives: 0.48125, says: 'the infrastructure cost that gives 60%' },
    {
      args: {
        function: 'TAAS_MARGIN(3,0.9,,{0,20%;1,25%;2,30%;3,35%},0.8,6%)',
        target: 0.5,
        param: 'infra_cogs',
      },
      gives: 0.726,
      says: 'the same for a deal with four tiers of one’s own',
    },
    { args: { target: 0.99, param: 'infra_cogs', low: 0.1, high: 1 }, gives: '#N/A', says: 'says what the ends give' },
  ],
  related: ['TAAS_REQUIRED_SHARE', 'TAAS_GRID'],
});
