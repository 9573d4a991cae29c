import { current, type Case } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers } from '../../catalogue/parameters';
import { sideBySide } from './scenario';

export const TAAS_SCENARIOS = define({
  name: 'TAAS_SCENARIOS',
  family: 'analysis',
  answers: 'All scenarios of the Bedrock deal side by side.',
  parameters: { headers },
  result: { shape: 'table', about: 'five lines, one column for each scenario' },
  formula: (_, m, on: Case = current) => {
    const names = Object.keys(on.data.scenarios);
    return { header: ['Line', ...names], rows: sideBySide(names, m, on) };
  },
  examples: [
    {
      args: {},
      gives: [
        [1.375, 2.983, 0.79, 1.0375, 1.375, 1.375],
        [5.5, 11.932, 3.16, 4.15, 5.5, 5.5],
        [0.75625, 1.65385, 0.2225, 0.435625, 0.674237262514042, 0.805457642491575],
        [0.55, 0.554425075427422, 0.281645569620253, 0.419879518072289, 0.490354372737485, 0.585787376357509],
        [0.65, 0.626865671641791, 0.65, 0.65, 0.65, 0.65],
      ],
      says: 'what could happen to the deal',
    },
    {
      args: { headers: false },
      gives: [
        [1.375, 2.983, 0.79, 1.0375, 1.375, 1.375],
        [5.5, 11.932, 3.16, 4.15, 5.5, 5.5],
        [0.75625, 1.65385, 0.2225, 0.435625, 0.674237262514042, 0.805457642491575],
        [0.55, 0.554425075427422, 0.281645569620253, 0.419879518072289, 0.490354372737485, 0.585787376357509],
        [0.65, 0.626865671641791, 0.65, 0.65, 0.65, 0.65],
      ],
      says: 'the numbers alone, for a chart',
    },
  ],
  related: ['TAAS_SCENARIO'],
});
