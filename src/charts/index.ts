import { inOrderOf, inputsOf, plainOf } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import type { Chart } from './chart';
import { gridChart } from './grid';
import { histogramChart } from './histogram';
import { solveChart } from './solve';
import { tornadoChart } from './tornado';

/** Told the share that is done, by an analysis that takes long. */
export type Progress = (share: number) => void;

/** The functions whose answers have a picture, which is asked for as they are. */
const CHARTS: Readonly<Record<string, (x: never, catalogue: Catalogue, progress?: Progress) => Chart>> = {
  TAAS_TORNADO: tornadoChart,
  TAAS_GRID: gridChart,
  TAAS_SOLVE: solveChart,
  TAAS_SIMULATE: histogramChart,
  TAAS_HISTOGRAM: histogramChart,
};

export const hasChart = ({ name }: Pick<Definition, 'name'>): boolean => Object.hasOwn(CHARTS, name);

/** The picture of an analysis, as data, from arguments by name. Throws a Problem where the cell would show an error. */
export function chartOf(
  definition: Definition,
  args: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
  progress?: Progress,
): Chart {
  const chart = CHARTS[definition.name];
  if (!chart) throw new RangeError(`${definition.name} has no chart`);
  const x = plainOf(definition, inputsOf(definition, inOrderOf(definition, args)));
  return chart(x as never, catalogue, progress);
}
