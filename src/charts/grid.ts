import { gridOf, type GridQuestion, type Side } from '../analysis/grid';
import { unitOf, type Catalogue } from '../catalogue/define';
import type { GridAxis, GridChart } from './chart';
import { resultFigures, spokenPath } from './figures';

/** The picture of TAAS_GRID: a function over the values of two of its inputs. */
export function gridChart(question: GridQuestion, catalogue: Catalogue): GridChart {
  const grid = gridOf(question, catalogue);
  const { definition } = grid.subject;
  const unit = unitOf(definition);
  const [across, down] = [axis(grid.across), axis(grid.down)];
  const results = grid.results.map((row) => row.map((result) => (typeof result === 'number' ? result : null)));
  const known = results.flat().filter((result) => result !== null);
  return {
    kind: 'grid',
    title: `${definition.name} by ${spokenPath(across.path)} and ${spokenPath(down.path)}`,
    terms: 'All other inputs held at the base case.',
    says: known.length === 0 ? `${definition.name} has no value here.` : `From ${ends(known).join(' to ')}.`,
    unit,
    across,
    down,
    results,
  };

  function ends(values: readonly number[]): string[] {
    const least = values.reduce((a, b) => Math.min(a, b));
    const most = values.reduce((a, b) => Math.max(a, b));
    return [least, most].map(resultFigures(unit, [least, most]));
  }
}

const axis = ({ varied: { path, unit, base }, values }: Side): GridAxis => ({
  path,
  unit,
  values,
  base: values.findIndex((value) => value === base),
});
