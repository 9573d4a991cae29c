import { inOrderOf, inputsOf, plainOf } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import type { Chart } from './chart';
import { gridChart } from './grid';
import { histogramChart } from './histogram';
import { solveChart } from './solve';
import { tornadoChart } from './tornado';
import { bridgeChart, walkChart } from './waterfall';

/** Told the share that is done, by an analysis that takes long. */
export type Progress = (share: number) => void;

/** The functions whose answers have a picture, which is asked for as they are. */
const CHARTS: Readonly<Record<string, (x: never, catalogue: Catalogue, progress?: Progress) => Chart>> = {
  TAAS_TORNADO: tornadoChart,
  TAAS_GRID: gridChart,
  TAAS_SOLVE: solveChart,
  TAAS_SIMULATE: histogramChart,
  TAAS_HISTOGRAM: histogramChart,
  TAAS_WALK: walkChart,
};

/** Tables whose lines add up, and what they are the change of. */
const BRIDGES: Readonly<Record<string, string>> = {
  TAAS_MARGIN_BRIDGE: 'margin',
  TAAS_EBIT_BRIDGE: 'EBIT',
  TAAS_PRICE_VOLUME_MIX: 'revenue',
};

/** The names of those that have a picture. */
export const CHARTED: readonly string[] = [...Object.keys(CHARTS), ...Object.keys(BRIDGES)];

export const hasChart = ({ name }: Pick<Definition, 'name'>): boolean => CHARTED.includes(name);

/** The picture of an answer, as data, from arguments by name. Throws a Problem where the cell would show an error. */
export function chartOf(
  definition: Definition,
  args: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
  progress?: Progress,
): Chart {
  const { name } = definition;
  const inputs = inputsOf(definition, inOrderOf(definition, args));
  const [chart, changed] = [CHARTS[name], BRIDGES[name]];
  if (chart) return chart(plainOf(definition, inputs) as never, catalogue, progress);
  if (changed !== undefined) return bridgeChart(definition, inputs, changed, catalogue);
  throw new RangeError(`${name} has no chart`);
}
