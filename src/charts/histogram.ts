import { unitOf, type Catalogue, type Definition } from '../catalogue/define';
import { snapped } from '../catalogue/read';
import { simulated, type Simulation } from '../analysis/simulate';
import { binsOf, percentileInc } from '../analysis/statistics';
import { asked, plainOf, type Arguments } from './ask';
import type { HistogramChart, Percentile } from './chart';
import { resultFigures, spokenPath } from './figures';

const MARKED = [5, 50, 95];

/**
 * The picture of TAAS_HISTOGRAM and TAAS_SIMULATE: the distribution of a function whose inputs are uncertain.
 * @param progress told the share of the trials that are done
 */
export function histogramChart(
  histogram: Definition,
  args: Arguments,
  catalogue: Catalogue,
  progress?: (share: number) => void,
): HistogramChart {
  const plain = plainOf(asked(histogram, args)) as unknown as Simulation & { bins: number };
  const { results, paths, definition } = simulated(plain, catalogue, (share) => {
    progress?.(share);
    return false;
  });
  const { name } = definition;
  const unit = unitOf(definition);
  const bins = binsOf(results, plain.bins);
  const sorted = results.sort();
  const percentiles = MARKED.map((p): Percentile => ({
    name: `P${p}`,
    value: snapped(percentileInc(sorted, p / 100)),
  }));
  const [low, middle, high] = percentiles.map(({ value }) =>
    resultFigures(
      unit,
      percentiles.map((each) => each.value),
    )(value),
  );
  const uncertain = paths.map(spokenPath).join(', ');
  const trials = plain.trials.toLocaleString('en-US');
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
