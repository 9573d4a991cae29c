import { simulate, statisticsOf } from '../../analysis/simulate';
import { defineAnswer, unitOf, type Listing } from '../../catalogue/define';
import { headers, number } from '../../catalogue/parameters';
import { spoken } from '../../catalogue/units';
import { CASE_OF_INPUTS, CORRELATION, SIMULATION } from './parameters';

/** Monte Carlo; what goes together is drawn together. */
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
    correlation: CORRELATION,
    case: CASE_OF_INPUTS,
  },
  result: {
    shape: 'cells',
    holds: 'table',
    about: 'seven lines: mean, standard deviation, P5, P25, P50, P75, P95; an eighth with a threshold',
  },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Listing => {
    const simulation = simulate(x, catalogue);
    const { mean, sd, percentiles, below } = statisticsOf(simulation, x.threshold);
    const unit = unitOf(simulation.subject.definition);
    const rows: Listing['rows'][number][] = [
      { label: 'Mean', unit, values: [mean] },
      { label: 'Standard deviation', unit, values: [sd] },
      ...percentiles.map(({ name, value }) => ({ label: name, unit, values: [value] })),
    ];
    if (below !== undefined)
      rows.push({ label: `P(below ${spoken(x.threshold!, unit)})`, unit: 'share', values: [below] });
    return { header: [`${x.trials} trials`, x.function.toUpperCase()], rows };
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
