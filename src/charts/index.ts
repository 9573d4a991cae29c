import type { Catalogue, Definition } from '../catalogue/define';
import type { Arguments } from './ask';
import type { Chart } from './chart';
import { gridChart } from './grid';
import { histogramChart } from './histogram';
import { solveChart } from './solve';
import { tornadoChart } from './tornado';

type ChartMaker = (
  definition: Definition,
  args: Arguments,
  catalogue: Catalogue,
  progress?: (share: number) => void,
) => Chart;

/** The functions whose answers have a picture. */
const MAKERS: Readonly<Record<string, ChartMaker>> = {
  TAAS_TORNADO: tornadoChart,
  TAAS_GRID: gridChart,
  TAAS_SOLVE: solveChart,
  TAAS_SIMULATE: (_simulate, args, catalogue, progress) =>
    histogramChart(catalogue.find('TAAS_HISTOGRAM'), { ...args, headers: undefined }, catalogue, progress),
  TAAS_HISTOGRAM: histogramChart,
};

export const hasChart = ({ name }: Pick<Definition, 'name'>): boolean => Object.hasOwn(MAKERS, name);

/**
 * The picture of an analysis, as data. Throws a Problem where the cell would show an error.
 * @param progress told the share that is done, by an analysis that takes long
 */
export function chartOf(
  definition: Definition,
  args: Arguments,
  catalogue: Catalogue,
  progress?: (share: number) => void,
): Chart {
  const make = MAKERS[definition.name];
  if (!make) throw new RangeError(`${definition.name} has no chart`);
  return make(definition, args, catalogue, progress);
}
