import type { Inputs } from '../catalogue/call';
import { nearest } from '../catalogue/catalogue';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith, type Pairs } from '../catalogue/inputs';
import type { Parameter, Scalar } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { withFormula } from '../functions/analysis/parameters';
import { pathsOf } from '../functions/analysis/vary';
import { Misuse } from './problem';
import { readPair, type Typed } from './typed';

/** A function that returns one number, its inputs, and which of them change from row to row. */
export interface Subject {
  readonly definition: Definition;
  readonly inputs: Inputs;
  /** paths, such as `token_spend` or `tiers[2].rate` */
  readonly varied: readonly string[];
}

/** `name=value` words as the pairs that replace defaults. Lists and tables are given whole. */
export const pairsOf = (words: readonly string[]): (readonly [name: string, value: Typed])[] =>
  words.map((word) => {
    const [name, typed] = readPair(word);
    if (typed === null) throw new Misuse(`${name} has no value: expected ${name}=value.`);
    return [name, typed];
  });

/** Inputs with some of them replaced by what was typed. */
export const inputsTyped = (definition: Definition, pairs: readonly (readonly [string, Typed])[]): Inputs =>
  inputsWith(definition, pairs as Pairs);

/** The function with constants and varied inputs; throws the Problem of the first thing that is wrong with them. */
export function subjectOf(
  catalogue: Catalogue,
  name: string,
  pairs: readonly (readonly [name: string, value: Typed])[],
  varied: readonly string[],
): Subject {
  const definition = scalarOf(catalogue, name);
  const given = new Set(pairs.map(([path]) => path.trim().toLowerCase()));
  const both = varied.find((path) => given.has(path) || (!path.includes('[') && given.has(nameIn(path))));
  if (both !== undefined) {
    throw new Misuse(`${both} is a column of the scenarios and given as ${both}=…: expected one of the two.`);
  }
  const standIns = [...new Set(varied.map(nameIn))].flatMap((path): [string, Typed][] => {
    const parameter = definition.parameters[path];
    if (parameter === undefined || given.has(path) || ('default' in parameter && parameter.default !== undefined))
      return [];
    const standIn = standInFor(path, parameter, definition, varied);
    return standIn === undefined ? [] : [[path, standIn]];
  });
  const inputs = inputsTyped(definition, [...standIns, ...pairs]);
  const known = pathsOf({ definition, inputs });
  for (const path of varied) if (!known.includes(path)) throw notVaried(definition, path, known);
  return { definition, inputs, varied };
}

/** The function of that name, if it returns one number by a formula. */
export function scalarOf(catalogue: Catalogue, name: string): Definition {
  const definition = withFormula(catalogue, name);
  if (definition.onlyValue) {
    throw new Problem('#N/A', `${definition.name} has no SQL: ${definition.onlyValue}.`, 'function');
  }
  if (definition.result.shape === 'number') return definition;
  const sentence = `${definition.name} returns a ${definition.result.shape}: expected a function that returns one number.`;
  throw new Problem('#VALUE!', sentence, 'function');
}

const nameIn = (path: string): string => /^\w+/.exec(path)![0];

/** A value for an input that every row replaces, so that the others can be read. */
function standInFor(
  name: string,
  parameter: Parameter,
  { rules }: Definition,
  varied: readonly string[],
): Typed | undefined {
  if (parameter.kind !== 'number' && parameter.kind !== 'list') return undefined;
  const { min = 0, max = Infinity } = parameter;
  const above = 'above' in parameter ? (parameter.above ?? -Infinity) : -Infinity;
  const inRange = Math.min(max, min > above ? min : above + 1);
  if (parameter.kind === 'number') return inRange;
  const length = Math.max(
    0,
    ...varied.filter((path) => nameIn(path) === name).map((path) => Number(/\d+/.exec(path.slice(name.length))?.[0])),
  );
  const isShares = rules.some((rule) => 'sumsToOne' in rule && rule.sumsToOne === name);
  return length > 0 ? Array.from({ length }, (): Scalar[] => [isShares ? 1 / length : inRange]) : undefined;
}

function notVaried(definition: Definition, path: string, known: readonly string[]): Problem {
  const parameter = definition.parameters[path];
  if (parameter && ['choice', 'count', 'flag', 'text', 'labels'].includes(parameter.kind)) {
    const sentence = `${path} of ${definition.name} shapes the calculation and cannot be a column: expected ${path}=value.`;
    return new Problem('#VALUE!', sentence, path);
  }
  const near = nearest(path, known, 3).join(', ');
  return new Problem('#VALUE!', `${definition.name} has no number ${path}; the nearest are ${near}.`, path);
}

/** A column name that needs no quotes anywhere: `tiers_2_rate` for `tiers[2].rate`. */
export const columnOf = (path: string): string => path.replace(/\W+/g, '_').replace(/_$/, '');
