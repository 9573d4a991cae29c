import { inputsOf, namedInOrder, type Inputs } from './call';
import { unknownParameter } from './catalogue';
import type { Definition } from './define';
import { defaultOf, kindOf, parse } from './parameters';
import { withoutAssumption } from './lift';
import { parsePath, printPath, type Path } from './path';
import { Problem } from './problem';

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
 * @param argument what a sentence calls the pairs
 * @param varied what an analysis varies, by parameter
 */
export function inputsWith(
  definition: Definition,
  pairs: Pairs,
  given: Readonly<Record<string, unknown>> = {},
  argument = 'inputs',
  varied: readonly string[] = [],
): Inputs {
  const args = new Map(Object.entries(given));
  const elements = new Map<string, Replacement[]>();
  for (const replacement of replacementsIn(definition, pairs, given).values()) {
    const { path, value } = replacement;
    if (path.at === undefined) args.set(path.name, value);
    else if (elements.has(path.name)) elements.get(path.name)!.push(replacement);
    else elements.set(path.name, [replacement]);
  }
  for (const [name, changes] of elements)
    args.set(name, listWith(definition, name, args.get(name) ?? null, changes, argument));
  return inputsOf(definition, namedInOrder(definition, args), varied);
}

/** The path that a text is, if it starts with a parameter. */
export function pathIn(definition: Definition, text: string, argument = 'inputs'): Path {
  const path = parsePath(text);
  if (path && Object.hasOwn(definition.parameters, path.name)) return path;
  throw unknownParameter(definition, path?.name ?? text, argument);
}

/**
 * A list or a table with some of its elements replaced: the given or the default one, and what goes on where it ends.
 * Of a table, whose rows belong together, it is the whole if all columns of each row from the first on are there.
 */
function listWith(
  definition: Definition,
  name: string,
  given: unknown,
  changes: readonly Replacement[],
  argument: string,
): unknown[][] {
  const parameter = definition.parameters[name]!;
  const bad = (sentence: string): Problem => new Problem('#VALUE!', sentence, argument);
  const { shape, numbers } = kindOf(parameter);
  if (shape !== 'line' && !numbers?.columns)
    throw bad(`${name} of ${definition.name} is not a list or a table: expected its name without brackets.`);
  const columns: readonly (string | undefined)[] = numbers?.columns ?? [undefined];
  const there = new Set(changes.map(({ path }) => printPath(path)));
  const pathOf = (at: number, part: string | undefined): string =>
    printPath({ name, at, ...(part !== undefined && { part }) });
  const isWhole = (at: number): boolean => columns.every((part) => there.has(pathOf(at, part)));
  const last = Math.max(...changes.map(({ path }) => path.at!));
  const plain = withoutAssumption(given === null ? defaultOf(parameter) : parse(name, parameter, given));
  const before = Array.isArray(plain)
    ? plain.map((row: unknown) => (Array.isArray(row) ? [...(row as unknown[])] : [row]))
    : [];
  const places = Array.from({ length: last }, (_, i) => i + 1);
  const list = columns.length > 1 && places.every(isWhole) ? [] : before;
  const gap = places.find((at) => at > list.length && !isWhole(at)) ?? Infinity;
  const wrong = changes.find(({ path }) => !columns.includes(path.part) || path.at! >= gap)?.path;
  if (wrong && before.length > 0) {
    const [first, end] = [pathOf(1, columns.at(-1)), pathOf(before.length, columns.at(-1))];
    throw bad(`${argument} name ${printPath(wrong)}: expected ${first} to ${end}.`);
  }
  if (wrong) throw bad(`${argument} have no ${name}[${gap}]: expected ${name}[1], ${name}[2] and so on.`);
  while (list.length < last) list.push(columns.map(() => null));
  for (const { path, value } of changes) list[path.at! - 1]![columns.indexOf(path.part)] = value;
  return list;
}
