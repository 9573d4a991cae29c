/** Random scenarios of a function, as tables for engines that judge a reading. */
import fc from 'fast-check';
import { callByName, inOrderOf, inputsOf, type Inputs } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { withoutAssumption } from '../../src/catalogue/lift';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { inRange, type Arguments } from '../catalogue/random';
import { catalogue } from '../functions/cell';

/** Functions that return one number by a formula that every reading can take. */
export const scalars = functions
  .filter(({ formula, result }) => formula !== undefined && result.shape === 'number')
  .map((definition) => [definition.name, definition] as const);

/** Scenarios that share what shapes the calculation (options, counts, lengths of lists), so that one formula serves all. */
export interface Shape {
  readonly inputs: Inputs;
  /** path of every number, in the order of the columns */
  readonly paths: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** what the value reading says of each row; null where it has a fault */
  readonly values: readonly (number | null)[];
}

/** So many random scenarios in the plausible ranges, the same ones every time. */
export function shapesOf(definition: Definition, scenarios: number, make = inRange): Shape[] {
  const shapes = new Map<string, { inputs: Inputs; paths: string[]; rows: number[][]; values: (number | null)[] }>();
  const drawn = fc.sample(make(definition), { numRuns: 3 * scenarios, seed: 20260331 });
  for (const args of drawn.filter((candidate) => isTaken(definition, candidate)).slice(0, scenarios)) {
    const inputs = inputsOf(definition, inOrderOf(definition, args));
    const numbers = numbersIn(definition, inputs);
    const fixed = Object.entries(definition.parameters).flatMap(([name, parameter]) =>
      ['number', 'list', 'tiers'].includes(parameter.kind) ? [] : [withoutAssumption(inputs[name])],
    );
    const paths = numbers.map(([path]) => path);
    const key = JSON.stringify([fixed, paths]);
    if (!shapes.has(key)) shapes.set(key, { inputs, paths, rows: [], values: [] });
    const shape = shapes.get(key)!;
    const answer = callByName(definition, args, catalogue);
    shape.rows.push(numbers.map(([, x]) => x));
    shape.values.push(answer instanceof Problem ? null : (answer.cells[0]![0] as number));
  }
  return [...shapes.values()];
}

/** Whether the gate takes these arguments: a range may exclude its end. */
function isTaken(definition: Definition, args: Arguments): boolean {
  try {
    inputsOf(definition, inOrderOf(definition, args));
    return true;
  } catch (problem) {
    if (problem instanceof Problem) return false;
    throw problem;
  }
}

/** Every number that is given or has a default, by its path. */
function numbersIn(definition: Definition, inputs: Inputs): [path: string, x: number][] {
  return Object.entries(definition.parameters).flatMap(([name, parameter]): [string, number][] => {
    const plain = withoutAssumption(inputs[name]);
    if (plain === undefined) return [];
    if (parameter.kind === 'number') return [[name, plain as number]];
    if (parameter.kind === 'list') return (plain as number[]).map((x, i) => [`${name}[${i + 1}]`, x]);
    if (parameter.kind !== 'tiers') return [];
    return (plain as number[][]).flatMap(([from, rate], i): [string, number][] => [
      [`${name}[${i + 1}].from`, from!],
      [`${name}[${i + 1}].rate`, rate!],
    ]);
  });
}

/** Rows in which an engine and the value reading differ, as sentences. */
export function disagreements(definition: Definition, shape: Shape, got: readonly (number | null)[]): string[] {
  return shape.rows.flatMap((row, i) => {
    const [is, expected] = [got[i] ?? null, shape.values[i]!];
    const same =
      is === null || expected === null
        ? is === expected
        : Math.abs(is - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    if (same) return [];
    const scenario = shape.paths.map((path, j) => `${path} ${row[j]!}`).join(', ');
    return [`${definition.name} on ${scenario}: value ${String(expected)}, engine ${String(is)}`];
  });
}
