import { defineAnswer, type Block } from '../../catalogue/define';
import { headers } from '../../catalogue/parameters';
import { SIMULATION } from './parameters';
import { simulated } from './simulate';
import { percentileInc, summaryOf } from './statistics';

/** Monte Carlo with independent inputs; sample sd (n − 1), percentiles as Excel's PERCENTILE.INC. */
export const TAAS_SIMULATE = defineAnswer({
  name: 'TAAS_SIMULATE',
  family: 'analysis',
  answers: 'How likely: mean, spread and percentiles of a function whose inputs are uncertain.',
  parameters: { ...SIMULATION, headers },
  result: { shape: 'cells', about: 'seven lines: mean, standard deviation, P5, P25, P50, P75, P95' },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const { results, unit } = simulated(x, catalogue);
    const { mean, sd } = summaryOf(results);
    const sorted = results.sort();
    const percentiles = [5, 25, 50, 75, 95].map((p) => [`P${p}`, percentileInc(sorted, p / 100)] as const);
    const lines = [['Mean', mean] as const, ['Standard deviation', sd] as const, ...percentiles];
    if (!x.headers) return { cells: lines.map(([, value]) => [value]), units: lines.map(() => [unit]) };
    return {
      cells: [[`${x.trials} trials`, x.function.toUpperCase()], ...lines.map((line) => [...line])],
      units: [[], ...lines.map(() => [undefined, unit])],
    };
  },
  examples: [
    {
      args: {
        spec: [
          ['token_spend', 'TRIANGULAR', 1, 2, 3.5],
          ['infra_cogs', 'UNIFORM', 0.5, 0.62, null],
        ],
        trials: 1000,
        headers: false,
      },
      gives: [
        [0.555526742557191],
        [0.0641901795148566],
        [0.434703420227807],
        [0.515719691797637],
        [0.562612290709483],
        [0.604502307211612],
        [0.647319915086846],
      ],
      says: 'the margin when spend and cost are uncertain',
    },
    {
      args: { spec: [['opex_rate', 'NORMAL', 0.05, 0.5, null]] },
      gives: '#VALUE!',
      says: 'a draw outside what the input may be is an error, not clipped',
    },
  ],
  related: ['TAAS_HISTOGRAM', 'TAAS_TORNADO'],
});
