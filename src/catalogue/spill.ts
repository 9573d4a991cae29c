import type { Answer } from './call';
import type { Cell, Definition } from './define';
import { takesRange } from './parameters';
import { orProblem, Problem } from './problem';

/**
 * A range where one value is expected answers for each of its cells, as Excel spills them: a row and a column make a
 * table, and what one range has and another lacks is #N/A.
 * @param names of the values
 * @param answer with one value for each name
 */
export function spilled(
  definition: Definition,
  names: readonly string[],
  values: readonly unknown[],
  answer: (values: readonly unknown[]) => Answer,
): Answer {
  const ranges = values.map((value, i) => {
    const parameter = definition.parameters[names[i]!];
    return parameter && !takesRange(parameter) && isRange(value) ? value : undefined;
  });
  const sizes = ranges.flatMap((range) => (range ? [[range.length, range[0]!.length] as const] : []));
  if (sizes.length === 0) return answer(values);
  const [height, width] = [0, 1].map((side) => Math.max(...sizes.map((size) => size[side]!))) as [number, number];
  const at = (row: number, column: number): Cell => {
    const cells = ranges.map((range) => {
      const line = range?.[range.length === 1 ? 0 : row];
      return range && (line?.[line.length === 1 ? 0 : column] ?? new Problem('#N/A', 'a range has no cell here.'));
    });
    const missing = cells.find((cell) => cell instanceof Problem);
    if (missing) return missing;
    const one = orProblem(() => answer(values.map((value, i) => (ranges[i] ? cells[i] : value))));
    if (one instanceof Problem) return one;
    if (one.single) return one.cells[0]![0]!;
    const name = names[ranges.findIndex((range) => range !== undefined)]!;
    const sentence = `${name} is a range, and ${definition.name} answers a table for each of its cells: expected one value, or TAAS_CALL, which answers a function case by case.`;
    throw new Problem('#VALUE!', sentence, name);
  };
  const cells = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => at(row, column)),
  );
  return { single: false, cells };
}

const isRange = (value: unknown): value is readonly (readonly unknown[])[] =>
  Array.isArray(value) && Array.isArray(value[0]) && value.length * value[0].length > 1;
