import { simulate, statisticsOf, type SimulationQuestion } from '../analysis/simulate';
import { binsOf } from '../analysis/statistics';
import { base } from '../book/case';
import { plainly } from '../catalogue/assumption';
import { unitOf, type Catalogue } from '../catalogue/define';
import type { HistogramChart } from './chart';
import { resultFigures, spokenPath } from './figures';

const MARKED = ['P5', 'P50', 'P95'];

/** The picture of TAAS_HISTOGRAM and TAAS_SIMULATE: the distribution of a function whose inputs are uncertain. */
export function histogramChart(
  question: SimulationQuestion & { readonly bins?: number },
  catalogue: Catalogue,
  progress?: (share: number) => void,
): HistogramChart {
  const simulation = simulate(question, catalogue, progress);
  const { definition } = simulation.subject;
  const { name } = definition;
  const unit = unitOf(definition);
  const bins = binsOf(simulation.results, question.bins ?? (plainly(base.bins) as number));
  const percentiles = statisticsOf(simulation).percentiles.filter(({ name }) => MARKED.includes(name));
  const values = percentiles.map(({ value }) => value);
  const [low, middle, high] = values.map(resultFigures(unit, values));
  const uncertain = simulation.varied.map(({ path }) => spokenPath(path)).join(', ');
  const trials = question.trials.toLocaleString('en-US');
  return {
    kind: 'histogram',
    title: `How likely: ${name}`,
    terms:
      bins.length === 1
        ? `${trials} trials with uncertain ${uncertain}. All give ${middle}.`
        : `${trials} trials with uncertain ${uncertain}. Nine in ten are between ${low} and ${high}.`,
    says: `Half of the trials are at most ${middle}; one in twenty is below ${low}, one in twenty above ${high}.`,
    unit,
    axis: name,
    bins,
    percentiles,
  };
}
