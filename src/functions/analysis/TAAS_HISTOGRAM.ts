import { simulate } from '../../analysis/simulate';
import { binsOf } from '../../analysis/statistics';
import { base } from '../../book/case';
import { defineAnswer, unitOf, type Block } from '../../catalogue/define';
import { count, headers } from '../../catalogue/parameters';
import { CASE_OF_INPUTS, CORRELATION, SIMULATION } from './parameters';

export const TAAS_HISTOGRAM = defineAnswer({
  name: 'TAAS_HISTOGRAM',
  family: 'analysis',
  answers: 'The distribution behind TAAS_SIMULATE: bins of equal width and the share of trials in each.',
  parameters: {
    ...SIMULATION,
    bins: count('count', 'How many bins.', { min: 1, max: 1000, default: base.bins }),
    headers,
    correlation: CORRELATION,
    case: CASE_OF_INPUTS,
  },
  result: { shape: 'cells', holds: 'table', about: 'a line for each bin: from, to, share; the shares sum to 1' },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const { subject, results } = simulate(x, catalogue);
    const unit = unitOf(subject.definition);
    const cells = binsOf(results, x.bins).map(({ from, to, share }) => [from, to, share]);
    const units = cells.map(() => [unit, unit, 'share'] as const);
    return x.headers ? { cells: [['From', 'To', 'Share'], ...cells], units: [[], ...units] } : { cells, units };
  },
  examples: [
    {
      args: { spec: [['token_spend', 'UNIFORM', 1, 3, null]], trials: 1000, bins: 4, headers: false },
      gives: [
        [0.400059328826016, 0.460073426370234, 0.168],
        [0.460073426370234, 0.520087523914452, 0.186],
        [0.520087523914452, 0.580101621458669, 0.282],
        [0.580101621458669, 0.640115719002887, 0.364],
      ],
      says: 'four bins of the margin',
    },
    { args: { spec: [['mode', 'UNIFORM', 1, 3, null]] }, gives: '#VALUE!', says: 'mode is not a number' },
  ],
  related: ['TAAS_SIMULATE'],
});
