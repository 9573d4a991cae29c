import { gridOf } from '../../analysis/grid';
import { defineAnswer, unitOf, type Block } from '../../catalogue/define';
import { flag, list, text } from '../../catalogue/parameters';
import { CASE_OF_INPUTS, HELD, SUBJECT } from './parameters';

/** What Excel's two-way Data Table would do, in one call. Rows are values of y, columns values of x. */
export const TAAS_GRID = defineAnswer({
  name: 'TAAS_GRID',
  family: 'analysis',
  answers: 'A two-way table of a function over the values of two of its inputs.',
  parameters: {
    function: SUBJECT,
    param_x: text('Input along the top, such as token_spend or tiers[2].rate.', { required: true }),
    values_x: list('plain', 'Its values.', { required: true, most: 250_000 }),
    param_y: text('Input down the side.', { required: true }),
    values_y: list('plain', 'Its values.', { required: true, most: 250_000 }),
    inputs: HELD,
    headers: flag('TRUE for the values along the top and down the side, FALSE for the results alone.', false),
    case: CASE_OF_INPUTS,
  },
  result: { shape: 'cells', holds: 'table', about: 'one row for each value of y, one column for each value of x' },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const { subject, across, down, results } = gridOf(x, catalogue);
    const unit = unitOf(subject.definition);
    const units = results.map((row) => row.map(() => unit));
    if (!x.headers) return { cells: results, units };
    return {
      cells: [
        [`${down.varied.path} \\ ${across.varied.path}`, ...across.values],
        ...results.map((row, i) => [down.values[i]!, ...row]),
      ],
      units: [
        [undefined, ...across.values.map(() => across.varied.unit)],
        ...units.map((row) => [down.varied.unit, ...row]),
      ],
    };
  },
  examples: [
    {
      args: { param_x: 'token_spend', values_x: [1, 2], param_y: 'infra_cogs', values_y: [0.45, 0.55, 0.65] },
      gives: [
        [0.5, 0.622727272727273],
        [0.4, 0.55],
        [0.3, 0.477272727272727],
      ],
      says: 'margin over spend and infrastructure cost',
    },
    {
      args: {
        param_x: 'tiers[3].rate',
        values_x: [0.3, 0.4],
        param_y: 'fixed_fee',
        values_y: [0.5, 0.7],
        headers: true,
      },
      gives: [
        ['fixed_fee \\ tiers[3].rate', 0.3, 0.4],
        [0.5, 0.461111111111111, 0.481914893617021],
        [0.7, 0.534905660377358, 0.55],
      ],
      says: 'the rate of the third tier against the fee',
    },
  ],
  related: ['TAAS_TORNADO', 'TAAS_SOLVE'],
});
