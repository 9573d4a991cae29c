import { inOrderOf, inputsOf, type Inputs } from './call';
import { unknownParameter } from './catalogue';
import type { Definition } from './define';
import { parse } from './kinds';
import { withoutAssumption } from './lift';
import { parsePath, printPath, type Path } from './path';
import { Problem } from './problem';
import type { Plain } from './read';

/**
 * Names and values, as an analyst lists them beside a model: `token_spend`, `tiers[2].rate`, `mode`; each with its
 * row in `inputs`, or what was typed, where that is not its place in the list.
 */
export type Pairs = readonly (readonly [name: string, value: unknown, place?: Place | undefined])[];

export type Place = number | string;

/** A pair that has been read: what is replaced, and by what. */
export interface Replacement {
  readonly path: Path;
  readonly value: unknown;
  readonly place: Place;
}

/**
 * Reads pairs, by their path; throws a Problem that names what is unknown and what is near, or what is there twice.
 * An element beside its whole list is none of these: it takes its place in the list.
 * @param given whole arguments by name, such as those of a call
 */
export function replacementsIn(
  definition: Definition,
  pairs: Pairs,
  given: Readonly<Record<string, unknown>> = {},
): ReadonlyMap<string, Replacement> {
  const replacements = new Map<string, Replacement>();
  pairs.forEach(([text, value, known], i) => {
    const place = known ?? i + 1;
    const path = pathIn(definition, text);
    const written = printPath(path);
    const before = replacements.get(written)?.place ?? (Object.hasOwn(given, written) ? 'the call' : undefined);
    if (before !== undefined) {
      const [first, again] = [before, place].map((at) => (typeof at === 'number' ? `row ${at}` : at));
      const sentence = `${written} is given in ${first} and again in ${again}${typeof place === 'number' ? ' of inputs' : ''}: expected one of the two.`;
      throw new Problem('#VALUE!', sentence, 'inputs');
    }
    replacements.set(written, { path, value, place });
  });
  return replacements;
}

/**
 * Inputs of a function with some of them replaced.
 * @param given whole arguments by name, for what a pair cannot hold
 */
export function inputsWith(
  definition: Definition,
  pairs: Pairs,
  given: Readonly<Record<string, unknown>> = {},
): Inputs {
  const args: Record<string, unknown> = { ...given };
  const elements = new Map<string, Replacement[]>();
  for (const replacement of replacementsIn(definition, pairs, given).values()) {
    const { path, value } = replacement;
    if (path.at === undefined) args[path.name] = value;
    else if (elements.has(path.name)) elements.get(path.name)!.push(replacement);
    else elements.set(path.name, [replacement]);
  }
  for (const [name, changes] of elements) {
    const range = rangeOf(definition, name, args[name] ?? null, changes);
    for (const change of changes) replace(range, change);
    args[name] = range;
  }
  return inputsOf(definition, inOrderOf(definition, args));
}

/** The path that a text is, if it starts with a parameter. */
export function pathIn(definition: Definition, text: string, argument = 'inputs'): Path {
  const path = parsePath(text);
  if (path && Object.hasOwn(definition.parameters, path.name)) return path;
  throw unknownParameter(definition, path?.name ?? text, argument);
}

/** The list or table that elements are replaced in: the default one, or, without a default, as long as they make it. */
function rangeOf(definition: Definition, name: string, given: unknown, changes: readonly Replacement[]): unknown[][] {
  const parameter = definition.parameters[name]!;
  const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
  const plain = withoutAssumption(given === null ? fallback : parse(name, parameter, given));
  if (LISTS.includes(parameter.kind) && Array.isArray(plain))
    return plain.map((row: unknown) => (Array.isArray(row) ? [...(row as unknown[])] : [row]));
  if (parameter.kind === 'list') {
    const places = new Set(changes.map(({ path }) => path.at));
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

const LISTS: readonly string[] = ['list', 'labels', 'tiers'];

function replace(range: unknown[][], { path, value }: Replacement): void {
  const { name, at, part } = path;
  const row = range[at! - 1];
  if (row === undefined || (row.length === 2) !== (part !== undefined)) {
    const form =
      range[0]?.length === 2
        ? `${name}[1].rate to ${name}[${range.length}].rate`
        : `${name}[1] to ${name}[${range.length}]`;
    throw new Problem('#VALUE!', `inputs name ${printPath(path)}: expected ${form}.`, 'inputs');
  }
  row[part === 'rate' ? 1 : 0] = value;
}
