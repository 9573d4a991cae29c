import { unitAt } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import type { Pairs } from '../catalogue/inputs';
import { subjectOf, variedIn } from '../analysis/vary';
import { asked, plainOf, withHeaders, type Arguments } from './ask';
import type { GridAxis, GridChart } from './chart';
import { resultFigures, spokenPath } from './figures';

/** The picture of TAAS_GRID: a function over the values of two of its inputs. */
export function gridChart(grid: Definition, args: Arguments, catalogue: Catalogue): GridChart {
  const inputs = asked(grid, args);
  const plain = plainOf(inputs) as { function: string; param_x: string; param_y: string; inputs: Pairs };
  const answer = withHeaders(grid, inputs, catalogue);
  const subject = subjectOf(catalogue, plain.function, plain.inputs);
  const axis = (argument: 'param_x' | 'param_y', values: readonly unknown[]): GridAxis => {
    const { path, unit, base } = variedIn(subject, plain[argument], argument, values as number[]);
    return { path, unit, values: values as number[], base: values.findIndex((value) => value === base) };
  };
  const [header, ...rows] = answer.cells;
  const results = rows.map((row) => row.slice(1).map((cell) => (typeof cell === 'number' ? cell : null)));
  const across = axis('param_x', header!.slice(1));
  const down = axis(
    'param_y',
    rows.map((row) => row[0]),
  );
  const unit = unitAt(answer, 1, 1) ?? 'plain';
  const known = results.flat().filter((result) => result !== null);
  const { name } = subject.definition;
  return {
    kind: 'grid',
    title: `${name} by ${spokenPath(across.path)} and ${spokenPath(down.path)}`,
    terms: 'All other inputs held at the base case.',
    says: known.length === 0 ? `${name} has no value here.` : `From ${ends(known).join(' to ')}.`,
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
