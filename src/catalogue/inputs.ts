import { inputsOf, type Inputs } from './call';
import { nearest } from './catalogue';
import type { Definition } from './define';
import { withoutAssumption } from './lift';
import type { Scalar } from './parameters';
import { either, Problem } from './problem';
import type { Plain } from './read';

/** Parameter names and values, as an analyst lists them beside a model: `token_spend`, `tiers[2].rate`, `mode`. */
export type Pairs = readonly (readonly [name: string, value: Scalar])[];

const PATH = /^(\w+)(?:\[(\d+)\](?:\.(from|rate))?)?$/i;

/** Inputs of a function with some of them replaced; throws a Problem that names what is unknown and what is near. */
export function inputsWith(definition: Definition, pairs: Pairs): Inputs {
  const whole = new Map<string, Scalar>();
  const elements: (readonly [name: string, at: number, part: string | undefined, value: Scalar])[] = [];
  for (const [path, value] of pairs) {
    const [, name, at, part] = PATH.exec(path.trim()) ?? [];
    const known = knownParameter(definition, name ?? path);
    if (at === undefined) whole.set(known, value);
    else elements.push([known, Number(at), part?.toLowerCase(), value]);
  }
  const names = Object.keys(definition.parameters);
  const inputs = inputsOf(
    definition,
    names.map((name) => whole.get(name) ?? null),
  );
  if (elements.length === 0) return inputs;
  const args = names.map((name): unknown => whole.get(name) ?? null);
  for (const name of new Set(elements.map(([known]) => known))) {
    const changes = elements.filter(([known]) => known === name);
    args[names.indexOf(name)] = changes.reduce(replaced, asRange(withoutAssumption(inputs[name]), name, definition));
  }
  return inputsOf(definition, args);
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

function asRange(plain: Plain, name: string, definition: Definition): Scalar[][] {
  if (Array.isArray(plain))
    return plain.map((row: unknown) => (Array.isArray(row) ? [...(row as Scalar[])] : [row as Scalar]));
  throw new Problem(
    '#VALUE!',
    `${name} of ${definition.name} is not a list or a table: expected its name without brackets.`,
    'inputs',
  );
}

function replaced(
  range: Scalar[][],
  [name, at, part, value]: readonly [name: string, at: number, part: string | undefined, value: Scalar],
): Scalar[][] {
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
