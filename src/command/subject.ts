import type { Inputs } from '../catalogue/call';
import { nearest } from '../catalogue/catalogue';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith, replacementsIn, type Pairs } from '../catalogue/inputs';
import type { Parameter, Scalar } from '../catalogue/parameters';
import { parsePath } from '../catalogue/path';
import { Problem } from '../catalogue/problem';
import type { Named } from '../catalogue/subject';
import { parseCall } from '../catalogue/typed';
import { checkOneNumber, withFormula } from '../analysis/subject';
import { pathsOf } from '../analysis/vary';
import { Misuse } from './problem';
import { readPair, understood } from './typed';

/** A function that returns one number, its inputs, and which of them change from row to row. */
export interface Subject {
  readonly definition: Definition;
  readonly inputs: Inputs;
  /** paths, such as `token_spend` or `tiers[2].rate` */
  readonly varied: readonly string[];
}

/** A function as it was typed, alone or as a call, and the inputs by name that follow it. */
export interface Asked {
  readonly text: string;
  readonly pairs: Pairs;
}

/** `TAAS_MARGIN token_spend=1`, `TAAS_MARGIN(1, 0.8) infra_cogs=0.6`; brackets may be several words. */
export function askedIn(words: readonly string[], references = false): Asked {
  const first = words.findIndex((word) => /^[^="(]+=/.test(word));
  const end = !words[0]!.includes('(') ? 1 : first < 0 ? words.length : first;
  const text = words.slice(0, end).join(' ');
  understood(() => parseCall(text, { argument: 'formula', references }));
  return { text, pairs: pairsOf(words.slice(end)) };
}

/** `name=value` words as the pairs that replace defaults. Lists and tables are given whole. */
export const pairsOf = (words: readonly string[]): Pairs =>
  words.map((word) => {
    const [name, typed] = readPair(word);
    if (typed === null) throw new Misuse(`${name} has no value: expected ${name}=value.`);
    return [name, typed, word.slice(0, 80)];
  });

/** The function with constants and varied inputs; throws the Problem of the first thing that is wrong with them. */
export function subjectOf(catalogue: Catalogue, text: string, pairs: Pairs, varied: readonly string[]): Subject {
  const { definition, given } = scalarOf(catalogue, text);
  const held = replacementsIn(definition, pairs, given);
  for (const path of varied) {
    const place = held.get(path)?.place ?? (Object.hasOwn(given, path) ? text : undefined);
    if (place === undefined) continue;
    throw new Misuse(`${path} is a column of the scenarios and given as ${place}: expected one of the two.`);
  }
  const standIns = [...new Set(varied.map(nameIn))].flatMap((name): [string, unknown][] => {
    const parameter = definition.parameters[name];
    if (parameter === undefined || held.has(name) || Object.hasOwn(given, name)) return [];
    if ('default' in parameter && parameter.default !== undefined) return [];
    const standIn = standInFor(name, parameter, definition, varied);
    return standIn === undefined ? [] : [[name, standIn]];
  });
  const inputs = inputsWith(definition, pairs, { ...given, ...Object.fromEntries(standIns) });
  const known = new Set(pathsOf({ definition, inputs }));
  for (const path of varied) if (!known.has(path)) throw notVaried(definition, path, [...known]);
  return { definition, inputs, varied };
}

/** The function that a text names, if it returns one number by a formula. */
export function scalarOf(catalogue: Catalogue, text: string): Named {
  const found = withFormula(catalogue, text);
  const { definition } = found;
  if (definition.onlyValue) {
    throw new Problem('#N/A', `${definition.name} has no SQL: ${definition.onlyValue}.`, 'function');
  }
  checkOneNumber(definition);
  return found;
}

const nameIn = (path: string): string => parsePath(path)?.name ?? path;

/** A value for an input that every row replaces, so that the others can be read. */
function standInFor(name: string, parameter: Parameter, { rules }: Definition, varied: readonly string[]): unknown {
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
