import { inOrderOf, inputsOf, type Inputs } from './call';
import { nearest } from './catalogue';
import type { Definition } from './define';
import { withoutAssumption } from './lift';
import type { Scalar } from './parameters';
import { either, Problem } from './problem';
import { read, type Plain } from './read';

/** Parameter names and values, as an analyst lists them beside a model: `token_spend`, `tiers[2].rate`, `mode`. */
export type Pairs = readonly (readonly [name: string, value: Scalar])[];

const PATH = /^(\w+)(?:\[(\d+)\](?:\.(from|rate))?)?$/i;

/**
 * Inputs of a function with some of them replaced; throws a Problem that names what is unknown and what is near.
 * @param given whole arguments by name, for what a pair cannot hold
 */
export function inputsWith(
  definition: Definition,
  pairs: Pairs,
  given: Readonly<Record<string, unknown>> = {},
): Inputs {
  const args: Record<string, unknown> = { ...given };
  const elements = new Map<string, Element[]>();
  for (const [path, value] of pairs) {
    const [, name, at, part] = PATH.exec(path.trim()) ?? [];
    const known = knownParameter(definition, name ?? path);
    if (at === undefined) args[known] = value;
    else
      elements.set(known, [
        ...(elements.get(known) ?? []),
        { name: known, at: Number(at), part: part?.toLowerCase(), value },
      ]);
  }
  for (const [name, changes] of elements) {
    const range = rangeOf(definition, name, args[name] ?? null, changes);
    args[name] = changes.reduce(replaced, range);
  }
  return inputsOf(definition, inOrderOf(definition, args));
}

interface Element {
  readonly name: string;
  readonly at: number;
  readonly part: string | undefined;
  readonly value: Scalar;
}

/** The parameter of that name, in any case. */
export function knownParameter(definition: Definition, name: string, argument = 'inputs'): string {
  const names = Object.keys(definition.parameters);
  const known = names.find((candidate) => candidate === name.trim().toLowerCase());
  if (known !== undefined) return known;
  const near = nearest(name, names);
  const there = near.length === 0 ? 'it has none' : `the nearest ${near.length === 1 ? 'is' : 'are'} ${either(near)}`;
  throw new Problem('#VALUE!', `${definition.name} has no parameter ${name.slice(0, 80)}; ${there}.`, argument);
}

/** The list or table that elements are replaced in: the default one, or, without a default, as long as they make it. */
function rangeOf(definition: Definition, name: string, given: unknown, changes: readonly Element[]): Scalar[][] {
  const parameter = definition.parameters[name]!;
  const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
  const plain = withoutAssumption(given === null ? fallback : read(name, parameter, given));
  if (Array.isArray(plain)) {
    return plain.map((row: unknown) => (Array.isArray(row) ? [...(row as Scalar[])] : [row as Scalar]));
  }
  if (parameter.kind === 'list') {
    const places = new Set(changes.map(({ at }) => at));
    const gap = Array.from({ length: places.size }, (_, i) => i + 1).find((at) => !places.has(at));
    if (gap === undefined) return Array.from({ length: places.size }, () => [0]);
    throw new Problem(
      '#VALUE!',
      `inputs have no ${name}[${gap}]: expected ${name}[1], ${name}[2] and so on.`,
      'inputs',
    );
  }
  const sentence = `${name} of ${definition.name} is not a list or a table: expected its name without brackets.`;
  throw new Problem('#VALUE!', sentence, 'inputs');
}

function replaced(range: Scalar[][], { name, at, part, value }: Element): Scalar[][] {
  const row = range[at - 1];
  const column = part === 'rate' ? 1 : 0;
  if (row === undefined || (row.length === 2) !== (part !== undefined)) {
    const form =
      range[0]?.length === 2
        ? `${name}[1].rate to ${name}[${range.length}].rate`
        : `${name}[1] to ${name}[${range.length}]`;
    throw new Problem('#VALUE!', `inputs name ${name}[${at}]${part ? `.${part}` : ''}: expected ${form}.`, 'inputs');
  }
  return range.map((line, i) => (i === at - 1 ? line.map((cell, j) => (j === column ? value : cell)) : line));
}
