import { defineAnswer, unitOf, type Block } from '../../catalogue/define';
import { headers, number } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { snapped } from '../../catalogue/read';
import { spoken, type Unit } from '../../catalogue/units';
import { SIMULATION } from './parameters';
import { simulated } from '../../analysis/simulate';
import { percentMeant } from '../../analysis/percent';
import { percentileInc, shareBelow, summaryOf } from '../../analysis/statistics';

/**
 * Monte Carlo with independent inputs; sample sd (n − 1), percentiles as Excel's PERCENTILE.INC. Fifteen digits are told:
 * beyond them the powers and logarithms of one machine are not those of another.
 */
export const TAAS_SIMULATE = defineAnswer({
  name: 'TAAS_SIMULATE',
  family: 'analysis',
  answers: 'How likely: mean, spread and percentiles of a function whose inputs are uncertain.',
  parameters: {
    ...SIMULATION,
    headers,
    threshold: number('plain', 'Adds a line: the share of the trials in which the result is below it.', {
      min: -1e15,
      max: 1e15,
    }),
  },
  result: {
    shape: 'cells',
    about: 'seven lines: mean, standard deviation, P5, P25, P50, P75, P95; an eighth with a threshold',
  },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const { results, definition } = simulated(x, catalogue);
    const unit = unitOf(definition);
    const { mean, sd } = summaryOf(results);
    const sorted = results.sort();
    const percentiles = [5, 25, 50, 75, 95].map((p) => [`P${p}`, percentileInc(sorted, p / 100), unit] as const);
    const lines: (readonly [string, number, Unit])[] = [
      ['Mean', mean, unit],
      ['Standard deviation', sd, unit],
      ...percentiles,
    ];
    if (x.threshold !== undefined) lines.push(below(x.threshold, sorted, unit));
    if (!x.headers)
      return { cells: lines.map(([, value]) => [snapped(value)]), units: lines.map(([, , each]) => [each]) };
    return {
      cells: [
        [`${x.trials} trials`, x.function.toUpperCase()],
        ...lines.map(([label, value]) => [label, snapped(value)]),
      ],
      units: [[], ...lines.map(([, , each]) => [undefined, each])],
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
      args: {
        spec: [
          ['token_spend', 'PERT', 1, 2, 3.5, null],
          ['infra_cogs', 'TRUNCATED_NORMAL', 0.55, 0.05, 0.45, 0.7],
        ],
        trials: 1000,
        headers: false,
        threshold: 0.5,
      },
      gives: [
        [0.55276126059947],
        [0.0653273396086074],
        [0.428627169022639],
        [0.51284709327909],
        [0.56098912948928],
        [0.60228084740702],
        [0.647959964881064],
        [0.205],
      ],
      says: 'how likely the margin is to be below 50%',
    },
    {
      args: { spec: [['opex_rate', 'NORMAL', 0.05, 0.5, null]] },
      gives: '#VALUE!',
      says: 'a draw outside what the input may be is an error, not clipped',
    },
  ],
  related: ['TAAS_HISTOGRAM', 'TAAS_TORNADO'],
});

function below(threshold: number, sorted: Float64Array, unit: Unit): readonly [string, number, Unit] {
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const meant = threshold < least || threshold > most ? percentMeant(threshold, unit, [least, most]) : undefined;
  if (meant === undefined) return [`P(below ${spoken(threshold, unit)})`, shareBelow(sorted, threshold), 'share'];
  const sentence = `threshold is ${threshold}, which is ${spoken(threshold, unit)}, and all results are from ${spoken(least, unit)} to ${spoken(most, unit)}: ${meant}`;
  throw new Problem('#VALUE!', sentence, 'threshold');
}
