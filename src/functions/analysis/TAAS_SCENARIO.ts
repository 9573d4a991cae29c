import { current, type Case } from '../../book/case';
import { notFound } from '../../catalogue/catalogue';
import { define } from '../../catalogue/define';
import { headers, text } from '../../catalogue/parameters';
import { sideBySide } from './scenario';

export const TAAS_SCENARIO = define({
  name: 'TAAS_SCENARIO',
  family: 'analysis',
  answers: 'What a named scenario of the Bedrock deal comes to.',
  parameters: {
    name: text(`One of ${Object.keys(current.data.scenarios).join(', ')}.`, { default: 'BASE' }),
    headers,
  },
  result: { shape: 'table', about: 'net revenue, run-rate, EBIT, EBIT margin, lab gross margin' },
  formula: (x, m, on: Case = current) => {
    const name = x.name.toUpperCase();
    const names = Object.keys(on.data.scenarios);
    if (!names.includes(name)) throw notFound('scenario', x.name, names, '#N/A', 'name');
    return { header: ['Line', name], rows: sideBySide([name], m, on) };
  },
  examples: [
    { args: {}, gives: [[1.375], [5.5], [0.75625], [0.55], [0.65]], says: 'the base case' },
    {
      args: { name: '2Q26E' },
      gives: [[2.983], [11.932], [1.65385], [0.554425075427422], [0.626865671641791]],
      says: 'nine points of AWS growth',
    },
    { args: { name: 'NOPE' }, gives: '#N/A', says: 'names the nearest' },
  ],
  related: ['TAAS_SCENARIOS', 'TAAS_MARGIN'],
});
