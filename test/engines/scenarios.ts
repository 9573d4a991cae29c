/** Random scenarios of a function, as tables for engines that judge a reading. */
import fc from 'fast-check';
import { callByName, inOrderOf, inputsOf, type Answer, type Inputs } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { withoutAssumption } from '../../src/catalogue/lift';
import { lineOf } from '../../src/catalogue/line';
import { numbersOf } from '../../src/catalogue/numbers';
import { kindOf } from '../../src/catalogue/parameters';
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
  /** of a line of a table: the largest number of the table in each row, beside which what cancels is small */
  readonly sizes?: readonly number[];
}

/** So many random scenarios in the plausible ranges, the same ones every time. */
export const shapesOf = (definition: Definition, scenarios: number, make = inRange): Shape[] =>
  drawn(definition, scenarios, make).map(({ answers, ...shape }) => ({
    ...shape,
    values: answers.map((answer) => (answer instanceof Problem ? null : numberOrNull(answer.cells[0]![0]))),
  }));

/** The functions that return a table by a formula. */
export const tables = functions
  .filter(
    ({ formula, result, parameters }) => formula && result.shape === 'table' && Object.keys(parameters).length > 1,
  )
  .map((definition) => [definition.name, definition] as const);

/** More lines than any table has; what options and lengths of lists make of them is tried in part. */
const MOST_LINES = 60;

/** The cells of a table, each as a function of its own, on random scenarios of the table. */
export function linesOf(table: Definition, scenarios: number): { line: Definition; shape: Shape }[] {
  const cells = drawn(table, scenarios, inRange, ['labels', 'headers']).flatMap(({ answers, ...shape }) => {
    const found = answers.find((answer) => !(answer instanceof Problem));
    if (!found) return [];
    const [header, ...rows] = (found as Answer).cells as string[][];
    return rows.flatMap(([label], i) =>
      header!.slice(1).map((heading, j) => ({
        cell: header!.length > 2 ? `${label!}, ${heading}` : label!,
        shape,
        answers,
        valueIn: (answer: Answer) => numberOrNull(answer.cells[i + 1]![j + 1]),
      })),
    );
  });
  const every = Math.ceil(cells.length / MOST_LINES);
  return cells
    .filter((_, i) => i % every === 0)
    .map(({ cell, shape, answers, valueIn }) => ({
      line: lineOf(table, cell, shape.inputs),
      shape: {
        ...shape,
        sizes: answers.map(sizeOf),
        values: answers.map((answer) => (answer instanceof Problem ? null : valueIn(answer))),
      },
    }));
}

const sizeOf = (answer: Answer | Problem): number =>
  answer instanceof Problem ? 1 : Math.max(1, ...answer.cells.flat().map((cell) => Math.abs(numberOrNull(cell) ?? 0)));

const numberOrNull = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);

type Drawn = Omit<Shape, 'values' | 'sizes'> & { readonly answers: readonly (Answer | Problem)[] };

function drawn(definition: Definition, scenarios: number, make: typeof inRange, without: string[] = []): Drawn[] {
  const shapes = new Map<
    string,
    { inputs: Inputs; paths: string[]; rows: number[][]; answers: (Answer | Problem)[] }
  >();
  const candidates = fc
    .sample(make(definition), { numRuns: 3 * scenarios, seed: 20260331 })
    .map((args) => Object.fromEntries(Object.entries(args).filter(([name]) => !without.includes(name))))
    .map(withWholeRamp);
  let taken = 0;
  for (const args of candidates) {
    if (taken === scenarios) break;
    if (!isTaken(definition, args)) continue;
    const answer = callByName(definition, args, catalogue);
    // Inputs that do not go together are no scenario: there is no query for them either.
    if (answer instanceof Problem && answer.code === '#VALUE!') continue;
    taken += 1;
    const inputs = inputsOf(definition, inOrderOf(definition, args));
    const numbers = [...numbersOf(definition, inputs)].flatMap(([path, x]) =>
      x === undefined ? [] : [[path, x] as const],
    );
    const fixed = Object.entries(definition.parameters).flatMap(([name, parameter]) =>
      kindOf(parameter).numbers ? [] : [withoutAssumption(inputs[name])],
    );
    const paths = numbers.map(([path]) => path);
    const key = JSON.stringify([fixed, paths]);
    if (!shapes.has(key)) shapes.set(key, { inputs, paths, rows: [], answers: [] });
    const shape = shapes.get(key)!;
    shape.rows.push(numbers.map(([, x]) => x));
    shape.answers.push(answer);
  }
  return [...shapes.values()];
}

/** A ramp has a value for every year begun, which is no rule that a function can declare. */
function withWholeRamp(args: Arguments): Arguments {
  const { ramp, years } = args;
  if (!Array.isArray(ramp) || typeof years !== 'number') return args;
  const partOfLast = years % 1;
  return { ...args, years: partOfLast < 0.25 ? ramp.length : ramp.length - 1 + partOfLast };
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

/** Rows in which an engine and the value reading differ, as sentences. */
export function disagreements(definition: Definition, shape: Shape, got: readonly (number | null)[]): string[] {
  return shape.rows.flatMap((row, i) => {
    const [is, expected] = [got[i] ?? null, shape.values[i]!];
    const same =
      is === null || expected === null
        ? is === expected
        : Math.abs(is - expected) <= 1e-9 * Math.max(1, shape.sizes?.[i] ?? 0, Math.abs(expected));
    if (same) return [];
    const scenario = shape.paths.map((path, j) => `${path} ${row[j]!}`).join(', ');
    return [`${definition.name} on ${scenario}: value ${String(expected)}, engine ${String(is)}`];
  });
}
